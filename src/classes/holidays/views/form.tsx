import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { DayField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { holidayKinds } from '../holidays';
import type { HolidayItem } from '../holidays.queries';
import { holidayKindWords, holidayWords } from '../holidays.words';

interface Props {
  readonly holiday: HolidayItem;
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

/** Changes one day of the list, or takes it off. */
export function HolidayForm({ holiday, values, refusal }: Props) {
  const say = useWords(holidayWords);
  const name = useLocale() === 'vi' ? holiday.nameVi : holiday.nameEn;
  const back = { href: `/public-holidays?year=${holiday.day.slice(0, 4)}`, label: say.back };
  return (
    <>
      <PageHeader title={say.changeOf(name)} back={back} />
      <Problem refusal={refusal} />
      <Card>
        <Form action={`/public-holidays/${holiday.id}`} values={values} errors={refusal?.fields ?? []}>
          <HolidayFields />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      <ActionButton
        action={`/public-holidays/${holiday.id}/removal`}
        label={say.remove}
        tone="danger"
        confirm={say.removeConfirm}
      />
    </>
  );
}

export function HolidayFields() {
  const say = useWords(holidayWords);
  const kinds = useWords(holidayKindWords);
  return (
    <>
      <FieldRow>
        <DayField name="day" label={say.day} required />
        <SelectField name="kind" label={say.kind} choices={choicesOf(holidayKinds, kinds)} required />
      </FieldRow>
      <FieldRow>
        <TextField name="nameVi" label={say.nameVi} maxLength={200} required />
        <TextField name="nameEn" label={say.nameEn} maxLength={200} required />
      </FieldRow>
      <TextField name="source" label={say.source} maxLength={300} required />
      <CheckField name="verified" label={say.verified} />
    </>
  );
}
