import type { Day } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, choicesOf, SelectField, yesOrNo } from '../../../platform/pages/choices';
import { DayField, TextArea, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { formFactNames, formFacts, formFactWords } from '../../by-hand/person-form';
import { ratedYears } from '../../by-hand/views/person-form';
import type { PersonItem } from '../../people.queries';
import { peopleWords } from '../../people.words';
import { longestText } from '../../person.contradictions';
import { factTypes } from '../../person.facts';
import { educationWords, ratingWords, sexWords, standingWords, theoryLevelWords } from '../../person.labels';
import { educations, ratings, sexes, standings, theoryLevels } from '../../person.values';
import { mayBeBlank } from '../asked-fact';
import type { CorrectionItem } from '../corrections.queries';
import { correctionWords } from '../corrections.words';
import { CorrectionStateBadge } from './correction-list';

const path = '/correction-requests/new';

interface Props {
  readonly person: PersonItem;
  readonly refusal: Refusal | null;
  readonly today: Day;
}

/** Every fact of one's record, each with a way to say that it is wrong. */
export function ChooseFact({ person, open, refusal, today }: Props & { readonly open: readonly CorrectionItem[] }) {
  const say = useWords(correctionWords);
  const locale = useLocale();
  const stored = formFacts(person);
  const waits = (fact: string) => open.some((request) => request.fact === fact);
  const facts = [...formFactNames, ...ratedYears(stored, today).map((year) => `ratings.${year}`)];
  return (
    <>
      <PageHeader
        title={say.report}
        back={{ href: `/people/${person.id}`, label: useWords(peopleWords).backToPerson }}
      />
      <Problem refusal={refusal} />
      <Table
        caption={say.helpToReport}
        hidesCaption
        rows={facts}
        empty={{ title: say.none }}
        columns={[
          {
            label: say.fact,
            isRowName: true,
            cell: (fact) => <a href={linkTo(path, { fact })}>{formFactWords(locale, fact).label}</a>,
          },
          {
            label: say.stood,
            cell: (fact) => <span class="text-break">{formFactWords(locale, fact).value(stored[fact] ?? '')}</span>,
          },
          { label: say.state, cell: (fact) => waits(fact) && <CorrectionStateBadge state="open" /> },
        ]}
      />
    </>
  );
}

export function AskCorrection({
  person,
  fact,
  typed,
  refusal,
  today,
}: Props & { readonly fact: string; readonly typed: FormValues }) {
  const say = useWords(correctionWords);
  const { label, value } = formFactWords(useLocale(), fact);
  return (
    <>
      <PageHeader title={say.report} subtitle={label} back={{ href: path, label: say.otherFact }} />
      <Problem refusal={refusal} />
      <Card>
        <DescriptionList items={[{ term: say.stood, value: value(formFacts(person)[fact] ?? '') }]} />
      </Card>
      <Card>
        <Form action="/correction-requests" values={typed} errors={refusal?.fields ?? []} hidden={{ fact }}>
          <RightValue fact={fact} today={today} />
          <TextArea name="note" label={say.note} hint={say.noteHint} maxLength={1_000} rows={3} />
          <SubmitButton label={say.send} />
        </Form>
      </Card>
    </>
  );
}

/** The one control that fits the fact. */
function RightValue({ fact, today }: { fact: string; today: Day }) {
  const say = useWords(correctionWords);
  const choices = useChoices(fact);
  const isOptional = mayBeBlank(fact);
  const field = {
    name: 'value',
    label: say.asked,
    required: !isOptional,
    ...(isOptional && { hint: say.blankHint }),
  };
  if (choices) return <SelectField {...field} choices={choices} />;
  if (factTypes[fact as keyof typeof factTypes] === 'date') return <DayField {...field} max={today} />;
  return <TextField {...field} maxLength={longestText} inputMode={fact === 'phone' ? 'tel' : 'text'} />;
}

function useChoices(fact: string): readonly Choice[] | null {
  const say = useWords(peopleWords);
  const ofRating = useWords(ratingWords);
  const known: Readonly<Record<string, readonly Choice[]>> = {
    sex: choicesOf(sexes, useWords(sexWords)),
    standing: choicesOf(standings, useWords(standingWords)),
    education: choicesOf(educations, useWords(educationWords)),
    theoryLevel: choicesOf(theoryLevels, useWords(theoryLevelWords)),
    keyCadre: yesOrNo(say.yes, say.no),
    planned: yesOrNo(say.yes, say.no),
  };
  return fact.startsWith('ratings.') ? choicesOf(ratings, ofRating) : (known[fact] ?? null);
}
