import type { ComponentChildren } from 'preact';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { type Choice, ChoiceField, SelectField } from '../../platform/pages/choices';
import { DayField, NumberField, TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import { ChangedMeanwhile } from '../../platform/problems/refusals';
import { classModeWords } from '../classes.labels';
import type { ClassItem } from '../classes.queries';
import { classWords } from '../classes.words';
import { classModes } from '../training-class.entity';
import { MomentField } from './moment-field';

interface Props {
  readonly values: FormValues;
  readonly courses: readonly Choice[];
  readonly rooms: readonly Choice[];
  readonly refusal: Refusal | null;
}

export function NewClassForm({ values, courses, rooms, refusal }: Props) {
  const say = useWords(classWords);
  return (
    <>
      <PageHeader title={say.plan} back={{ href: '/classes', label: say.allClasses }} />
      <Problem refusal={refusal} />
      <Card>
        <Form action="/classes" values={values} errors={refusal?.fields ?? []}>
          <SelectField name="courseId" label={say.course} choices={courses} required />
          <ClassFields rooms={rooms}>
            <NumberField name="capacity" label={say.capacity} hint={say.capacityHint} required />
          </ClassFields>
          <SeatSettingFields />
          <SubmitButton label={say.create} />
        </Form>
      </Card>
    </>
  );
}

/** @param version of the class the values were read from: the change is refused when it is no longer the latest */
export function EditClassForm({
  item,
  version,
  values,
  courses,
  rooms,
  refusal,
}: Props & { item: ClassItem; version: string }) {
  const say = useWords(classWords);
  const path = `/classes/${item.id}`;
  return (
    <>
      <PageHeader title={say.edit} subtitle={item.name} back={{ href: path, label: item.name }} />
      <Problem refusal={refusal} />
      {refusal instanceof ChangedMeanwhile && <LinkButton href={`${path}/edit`} label={say.loadAgain} />}
      <Card>
        <Form action={path} values={values} errors={refusal?.fields ?? []} hidden={{ version }}>
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
  const modes = useWords(classModeWords);
  return (
    <>
      <TextField name="name" label={say.name} hint={say.nameHint} autocomplete="off" maxLength={200} required />
      <TextField name="code" label={say.code} hint={say.codeHint} autocomplete="off" maxLength={60} required />
      <ChoiceField
        name="mode"
        label={say.mode}
        choices={classModes.map((value) => ({ value, label: modes[value] }))}
        isInline
        required
      />
      <FieldRow>
        <DayField name="opensOn" label={say.opensOn} required />
        <DayField name="closesOn" label={say.closesOn} required />
      </FieldRow>
      {children}
      <SelectField name="roomId" label={say.room} hint={say.roomHint} choices={rooms} blank={say.noRoomYet} />
    </>
  );
}

/** What moves seats, or may move them, without a further decision. */
export function SeatSettingFields() {
  const say = useWords(classWords);
  return (
    <>
      <ChoiceField
        name="poolOpen"
        label={say.poolOpen}
        choices={[
          { value: 'true', label: say.poolIsOpen },
          { value: 'false', label: say.poolIsClosed },
        ]}
      />
      <ChoiceField
        name="freedToPool"
        label={say.freedToPool}
        choices={[
          { value: 'false', label: say.freedStays },
          { value: 'true', label: say.freedGoes },
        ]}
      />
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
