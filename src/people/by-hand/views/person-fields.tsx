import type { Day } from '../../../platform/clock';
import { ChoiceField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { DayField, TextField } from '../../../platform/pages/fields';
import { FieldRow } from '../../../platform/pages/forms';
import { useWords } from '../../../platform/pages/page-context';
import { personFormWords } from '../person-form.words';
import { peopleWords } from '../../people.words';
import { longestText } from '../../person.contradictions';
import { educationWords, examples, sexWords, standingWords, theoryLevelWords } from '../../person.labels';
import { educations, sexes, standings, theoryLevels } from '../../person.values';

/** Who somebody is: name, birth date and sex. */
export function IdentityFields({ today }: { today: Day }) {
  const say = useWords(peopleWords);
  return (
    <>
      <FieldRow>
        <TextField name="fullName" label={say.fullName} maxLength={longestText} required />
        <DayField name="birthDate" label={say.birthDate} max={today} required />
      </FieldRow>
      <ChoiceField name="sex" label={say.sex} choices={choicesOf(sexes, useWords(sexWords))} isInline required />
    </>
  );
}

export function StandingField() {
  const say = useWords(peopleWords);
  return (
    <SelectField
      name="standing"
      label={say.standing}
      choices={choicesOf(standings, useWords(standingWords))}
      required
    />
  );
}

/** What somebody studied: at school, and of political theory. */
export function LevelFields() {
  const say = useWords(peopleWords);
  return (
    <FieldRow>
      <SelectField
        name="education"
        label={say.education}
        choices={choicesOf(educations, useWords(educationWords))}
        required
      />
      <SelectField
        name="theoryLevel"
        label={say.theoryLevelInFull}
        choices={choicesOf(theoryLevels, useWords(theoryLevelWords))}
        required
      />
    </FieldRow>
  );
}

/** Where somebody can be reached. */
export function ContactFields() {
  const say = useWords(peopleWords);
  const form = useWords(personFormWords);
  return (
    <FieldRow>
      <TextField
        name="phone"
        label={say.phone}
        hint={form.phoneHint(examples.phone)}
        type="tel"
        inputMode="tel"
        maxLength={30}
      />
      <TextField
        name="email"
        label={say.email}
        hint={form.emailHint}
        type="email"
        inputMode="email"
        maxLength={longestText}
      />
    </FieldRow>
  );
}
