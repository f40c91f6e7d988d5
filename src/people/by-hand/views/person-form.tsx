import type { ComponentChildren } from 'preact';
import type { Day } from '../../../platform/clock';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, ChoiceField, choicesOf, SelectField, yesOrNo } from '../../../platform/pages/choices';
import { DayField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { PersonItem } from '../../people.queries';
import { LikeSomebodyElsewhere, PersonKnown } from '../../people.refusals';
import { peopleWords } from '../../people.words';
import { longestText } from '../../person.contradictions';
import { type ChangedUnderForm, formFactWords, type ShownForm } from '../person-form';
import { personFormWords } from '../person-form.words';
import { ratingWords } from '../../person.labels';
import { ratings } from '../../person.values';
import { ContactFields, IdentityFields, LevelFields, StandingField } from './person-fields';
import { type Choices, SearchedField } from '../../../platform/pages/searched/searched-field';

interface FormProps {
  readonly values: FormValues;
  readonly refusal: Refusal | null;
  readonly today: Day;
}

export function NewPerson({ units, values, refusal, today }: FormProps & { readonly units: Choices }) {
  const say = useWords(personFormWords);
  const ofPeople = useWords(peopleWords);
  const isAnswered = values['isSomebodyElse'] !== undefined;
  const asks = isAnswered || refusal instanceof PersonKnown || refusal instanceof LikeSomebodyElsewhere;
  const known = refusal instanceof PersonKnown ? refusal.personIds : [];
  return (
    <>
      <PageHeader title={ofPeople.add} back={{ href: '/people', label: ofPeople.people }} />
      <Problem refusal={refusal} />
      {known.map((id) => (
        <p>
          <a href={`/people/${id}`}>{say.see}</a>
        </p>
      ))}
      <Form action="/people" values={values} errors={refusal?.fields ?? []}>
        {asks && <CheckField name="isSomebodyElse" label={say.isSomebodyElse} />}
        <Card>
          <FieldRow>
            <SearchedField name="unitId" label={ofPeople.unit} choices={units} required />
            <TextField name="code" label={ofPeople.code} hint={say.codeHint} maxLength={50} required />
          </FieldRow>
        </Card>
        <PersonFields values={values} today={today} />
        <SubmitButton label={say.doAdd} />
      </Form>
    </>
  );
}

interface CorrectionProps {
  readonly person: PersonItem;
  readonly action: string;
  readonly form: ShownForm;
  readonly refusal: Refusal | null;
  readonly today: Day;
  /** What the correction is about, where it was asked for. */
  readonly children?: ComponentChildren;
  /** Where the reason is not for the journal alone. */
  readonly reasonHint?: string;
}

export function CorrectPerson({ person, action, form, refusal, today, children, reasonHint }: CorrectionProps) {
  const say = useWords(personFormWords);
  const ofPeople = useWords(peopleWords);
  const { values, hidden, changed } = form;
  return (
    <>
      <PageHeader
        title={ofPeople.correct}
        subtitle={`${person.fullName} · ${person.code} · ${person.unitName}`}
        back={{ href: `/people/${person.id}`, label: ofPeople.backToPerson }}
      />
      {changed.length > 0 ? <Changed changed={changed} /> : <Problem refusal={refusal} />}
      {children}
      <Form action={action} values={values} errors={refusal?.fields ?? []} hidden={hidden}>
        <PersonFields values={values} today={today} />
        <Card>
          <TextField name="reason" label={say.reason} hint={reasonHint ?? say.reasonHint} maxLength={500} required />
          <SubmitButton label={say.save} />
        </Card>
      </Form>
    </>
  );
}

function Changed({ changed }: { changed: readonly ChangedUnderForm[] }) {
  const say = useWords(personFormWords);
  const locale = useLocale();
  return (
    <Notice tone="warning" heading={say.changedUnder} role="alert" isFocused>
      <ul>
        {changed.map(({ field, seen, now, typed }) => {
          const { label, value } = formFactWords(locale, field);
          const became = say.became(label, value(seen), value(now));
          return <li>{typed === null ? became : `${became}; ${say.typed(value(typed))}`}</li>;
        })}
      </ul>
      <p>{say.keptTyping}</p>
    </Notice>
  );
}

/** Every fact a unit says of somebody, in the order of their page. */
function PersonFields({ values, today }: { values: FormValues; today: Day }) {
  const say = useWords(peopleWords);
  return (
    <>
      <Card title={say.personal}>
        <IdentityFields today={today} />
        <ContactFields />
      </Card>
      <Card title={say.atWork}>
        <TextField name="position" label={say.positionInFull} maxLength={longestText} />
        <FieldRow>
          <ChoiceField name="keyCadre" label={say.keyCadre} choices={yesOrNo(say.yes, say.no)} isInline required />
          <ChoiceField name="planned" label={say.planned} choices={yesOrNo(say.yes, say.no)} isInline required />
        </FieldRow>
        <FieldRow>
          <DayField name="postSince" label={say.postSince} max={today} />
          <TextField name="plannedPost" label={say.plannedPost} maxLength={longestText} />
        </FieldRow>
      </Card>
      <Card title={say.inTheParty}>
        <FieldRow>
          <StandingField />
          <TextField name="cell" label={say.cell} maxLength={longestText} />
          <TextField name="partyPosition" label={say.partyPosition} maxLength={longestText} />
        </FieldRow>
        <FieldRow>
          <DayField name="joinedOn" label={say.joinedOn} max={today} />
          <DayField name="officialOn" label={say.officialOn} max={today} />
        </FieldRow>
      </Card>
      <Learning values={values} today={today} />
    </>
  );
}

function Learning({ values, today }: { values: FormValues; today: Day }) {
  const say = useWords(peopleWords);
  const form = useWords(personFormWords);
  const ofRating = useWords(ratingWords);
  return (
    <Card title={say.learning}>
      <LevelFields />
      <FieldRow>
        {ratedYears(values, today).map((year) => (
          <SelectField
            name={`ratings.${year}`}
            label={say.ratingIn(year)}
            choices={choicesOf(ratings, ofRating)}
            blank={form.notRated}
          />
        ))}
      </FieldRow>
    </Card>
  );
}

const yearsAsked = 3;

/** The last years, and whichever else somebody was rated in, the latest first. */
export function ratedYears(values: FormValues, today: Day): readonly string[] {
  const rated = Object.keys(values).flatMap((field) => /^ratings\.(20\d\d)$/.exec(field)?.[1] ?? []);
  const last = Array.from({ length: yearsAsked }, (_, back) => String(Number(today.slice(0, 4)) - back));
  return [...new Set([...last, ...rated])].sort().reverse();
}
