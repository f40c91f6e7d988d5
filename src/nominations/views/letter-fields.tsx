import { DayField, TextField } from '../../platform/pages/fields';
import { FieldRow } from '../../platform/pages/forms';
import { useWords } from '../../platform/pages/page-context';
import { oneNominationWords } from '../nomination.words';

/** The number and date of the Group's letter; may come later unless `required`. */
export function GroupLetterFields({ required = false }: { required?: boolean }) {
  const say = useWords(oneNominationWords);
  return (
    <FieldRow>
      <TextField
        name="letter.number"
        label={say.groupLetterNumber}
        hint={required ? say.groupLetterExample : say.groupLetterHint}
        maxLength={100}
        required={required}
      />
      <DayField name="letter.date" label={say.groupLetterDate} required={required} />
    </FieldRow>
  );
}

/** The number and date of the unit's letter. */
export function LetterFields() {
  const say = useWords(oneNominationWords);
  return (
    <FieldRow>
      <TextField name="letter.number" label={say.letterNumber} hint={say.letterNumberHint} maxLength={100} required />
      <DayField name="letter.date" label={say.letterDate} required />
    </FieldRow>
  );
}
