import { NeedsCourse } from '../../../courses/views/needs-course';
import { etagOf } from '../../../platform/etags';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, ChoiceField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { NumberField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { RecordForm } from '../../../platform/pages/records/record-form';
import type { Refusal } from '../../../platform/problems/refusal';
import type { TemplateItem } from '../templates.queries';
import { templateWords } from '../templates.words';
import { dayPartWords, weekdayWords } from '../../classes.labels';
import { classWords } from '../../classes.words';
import { dayParts } from '../../day-parts';
import { weekdays } from '../../weekdays';
import { ModeField, PoolFields } from '../../views/class-fields';

interface Props {
  readonly courses: readonly Choice[];
  readonly rooms: readonly Choice[];
  readonly refusal: Refusal | null;
}

/** @param className of the class it was filled in from; null for an empty form */
export function NewTemplateForm({
  className,
  values,
  ...shown
}: Props & { className: string | null; values: FormValues }) {
  const say = useWords(templateWords);
  return (
    <>
      <PageHeader
        title={className === null ? say.make : say.saveAs}
        subtitle={className === null ? undefined : say.saveAsHint(className)}
        back={{ href: '/class-templates', label: say.templates }}
      />
      <TemplateFields action="/class-templates" form={{ values, errors: shown.refusal?.fields }} {...shown} />
    </>
  );
}

export function EditTemplateForm({ item, ...shown }: Props & { item: TemplateItem; form: RecordForm }) {
  const say = useWords(templateWords);
  const path = `/class-templates/${item.id}`;
  return (
    <>
      <PageHeader
        title={say.edit}
        subtitle={item.name}
        back={{ href: '/class-templates', label: say.templates }}
        actions={
          <>
            <LinkButton href={linkTo('/classes/new', { templateId: item.id })} label={say.planFrom} tone="primary" />
            <ActionButton
              action={`${path}/removal`}
              label={say.remove}
              tone="danger"
              confirm={say.removeWhat(item.name)}
              hidden={{ version: etagOf(item.version) }}
            />
          </>
        }
      />
      <TemplateFields action={path} {...shown} />
    </>
  );
}

function TemplateFields({
  action,
  form,
  courses,
  rooms,
  refusal,
}: Props & { action: string; form: Partial<RecordForm> }) {
  const say = useWords(templateWords);
  const of = useWords(classWords);
  const dayNames = useWords(weekdayWords);
  const partNames = useWords(dayPartWords);
  return (
    <>
      <Problem refusal={refusal} />
      <NeedsCourse courses={courses} />
      <Card>
        <Form action={action} {...form} again={action}>
          <TextField name="name" label={say.name} maxLength={200} required />
          <SelectField name="courseId" label={say.course} choices={courses} required />
          <ModeField />
          <FieldRow>
            <NumberField name="capacity" label={of.capacity} required />
            <NumberField name="minSize" label={of.minSize} />
          </FieldRow>
          <PoolFields />
          <SelectField name="roomId" label={of.room} choices={rooms} blank={of.noRoomYet} />
          <ChoiceField name="weekdays" label={say.weekdays} choices={choicesOf(weekdays, dayNames)} isMany isInline />
          <ChoiceField name="parts" label={say.parts} choices={choicesOf(dayParts, partNames)} isMany isInline />
          <NumberField name="halfDayCount" label={say.halfDayCount} />
          <TextArea name="note" label={say.note} rows={2} maxLength={500} />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </>
  );
}
