import { SelectField } from '../../platform/pages/choices';
import { NumberField, TextField } from '../../platform/pages/fields';
import { FieldRow } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { planWords } from '../training-plans.words';

export function QuarterField() {
  const say = useWords(planWords);
  const choices = [1, 2, 3, 4].map((quarter) => ({ value: String(quarter), label: say.quarterNumber(quarter) }));
  return <SelectField name="quarter" label={say.quarter} choices={choices} required />;
}

export function AmountFields() {
  const say = useWords(planWords);
  return (
    <>
      <FieldRow>
        <NumberField name="plannedClasses" label={say.plannedClasses} required />
        <NumberField name="targetPeople" label={say.targetPeople} required />
      </FieldRow>
      <TextField name="note" label={say.note} maxLength={500} />
    </>
  );
}
