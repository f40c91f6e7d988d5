import type { ComponentChildren } from 'preact';
import { NeedsCourse } from '../../courses/views/needs-course';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { type Choice, SelectField } from '../../platform/pages/choices';
import { DayField, MomentField, NumberField, TextField } from '../../platform/pages/fields';
import { CurrentForm, type FormValues, textAt } from '../../platform/pages/form-scope';
import { FieldRow, Form, HiddenFields, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { RecordForm } from '../../platform/pages/records/record-form';
import type { Refusal } from '../../platform/problems/refusal';
import type { ClassItem } from '../classes.queries';
import { classWords } from '../classes.words';
import { codedName } from '../coded-name';
import { ModeField, PoolFields } from './class-fields';

interface Props {
  readonly courses: readonly Choice[];
  readonly rooms: readonly Choice[];
  readonly refusal: Refusal | null;
}

export function NewClassForm({
  values,
  courses,
  rooms,
  templates,
  planLines,
  refusal,
}: Props & { values: FormValues; templates: readonly Choice[]; planLines: readonly Choice[] }) {
  const say = useWords(classWords);
  const templateId = textAt(values, 'templateId');
  return (
    <>
      <PageHeader title={say.plan} back={{ href: '/classes', label: say.allClasses }} />
      <Problem refusal={refusal} />
      <NeedsCourse courses={courses} />
      {templates.length > 0 && <TemplateChoice templates={templates} values={values} />}
      <Card>
        <Form action="/classes" values={values} errors={refusal?.fields ?? []} hidden={{ templateId }}>
          <SelectField name="courseId" label={say.course} choices={courses} required />
          <ClassFields rooms={rooms}>
            <NumberField name="capacity" label={say.capacity} hint={say.capacityHint} required />
          </ClassFields>
          <SeatSettingFields />
          {planLines.length > 0 && (
            <SelectField
              name="planLineId"
              label={say.countsAgainst}
              hint={say.countsAgainstHint}
              choices={planLines}
              blank={say.notPlanned}
            />
          )}
          <SubmitButton label={say.create} />
        </Form>
      </Card>
    </>
  );
}

/** Loads the form anew, filled in; what the plan asked for stays. */
function TemplateChoice({ templates, values }: { templates: readonly Choice[]; values: FormValues }) {
  const say = useWords(classWords);
  return (
    <Card>
      <form method="get" action="/classes/new" class="form">
        <HiddenFields fields={{ planLineId: textAt(values, 'planLineId'), courseId: textAt(values, 'courseId') }} />
        <CurrentForm.Provider value={{ id: 'template', values, errors: [] }}>
          <SelectField name="templateId" label={say.fromTemplate} choices={templates} />
        </CurrentForm.Provider>
        <SubmitButton label={say.fill} tone="plain" />
      </form>
    </Card>
  );
}

export function EditClassForm({ item, form, courses, rooms, refusal }: Props & { item: ClassItem; form: RecordForm }) {
  const say = useWords(classWords);
  const path = `/classes/${item.id}`;
  return (
    <>
      <PageHeader title={say.edit} back={{ href: path, label: codedName(item) }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action={path} {...form} again={`${path}/edit`}>
          {item.state === 'draft' && <SelectField name="courseId" label={say.course} choices={courses} required />}
          <ClassFields rooms={rooms}>
            <p class="quiet">
              {say.capacityElsewhere} <a href={`${path}/seats`}>{say.capacity}</a>
            </p>
          </ClassFields>
          {item.state === 'announced' && <CallFields />}
          <SubmitButton label={say.save} />
        </Form>
      </Card>
    </>
  );
}

function ClassFields({ rooms, children }: { rooms: readonly Choice[]; children: ComponentChildren }) {
  const say = useWords(classWords);
  return (
    <>
      <TextField name="name" label={say.name} hint={say.nameHint} maxLength={200} required />
      <TextField name="code" label={say.code} hint={say.codeHint} maxLength={60} required />
      <ModeField />
      <FieldRow>
        <DayField name="opensOn" label={say.opensOn} required />
        <DayField name="closesOn" label={say.closesOn} required />
      </FieldRow>
      {children}
      <NumberField name="minSize" label={say.minSize} hint={say.minSizeHint} />
      <SelectField name="roomId" label={say.room} hint={say.roomHint} choices={rooms} blank={say.noRoomYet} />
    </>
  );
}

/** What moves seats, or may move them, without a further decision. */
export function SeatSettingFields() {
  const say = useWords(classWords);
  return (
    <>
      <PoolFields />
      <FieldRow>
        <DayField name="releaseAfter" label={say.releaseAfter} hint={say.releaseAfterHint} />
        <DayField name="substituteUntil" label={say.substituteUntil} hint={say.substituteUntilHint} />
      </FieldRow>
    </>
  );
}

export function CallFields() {
  const say = useWords(classWords);
  return (
    <>
      <p class="quiet">{say.callWindowHint}</p>
      <FieldRow>
        <MomentField name="callOpensAt" label={say.callOpensAt} required />
        <MomentField name="callClosesAt" label={say.callClosesAt} required />
      </FieldRow>
    </>
  );
}
