import { dayOf, showDay } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { controlId, type FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Locale } from '../../../platform/messages/words';
import type { Refusal } from '../../../platform/problems/refusal';
import type { PersonItem } from '../../people.queries';
import { peopleWords } from '../../people.words';
import { differences, factNames } from '../../person.facts';
import { ratingWords } from '../../person.labels';
import { factWords } from '../../person.present';
import type { PersonFacts } from '../../person.entity';
import type { Comparison } from '../duplicates.service';
import type { Held, Hindrance } from '../merged-parts';
import { comparisonWords, duplicateWords } from '../mergers.words';

/** Which form was refused, and with what in it. */
export interface RefusedForm {
  readonly refusal: Refusal;
  readonly values: FormValues;
}

/** Two records side by side, and what may be done: make them one, or say that they are two. */
export function ComparisonPage({ comparison, refused }: { comparison: Comparison; refused: RefusedForm | null }) {
  const say = useWords(comparisonWords);
  const list = useWords(duplicateWords);
  const { one, other, held, hindrances, distinction } = comparison;
  const path = `/people/${one.id}/duplicates/${other.id}`;
  return (
    <>
      <PageHeader
        title={say.title}
        subtitle={one.fullName}
        back={{ href: '/people/duplicates', label: list.title }}
        actions={<LinkButton href={`/people/${other.id}/duplicates/${one.id}`} label={say.swap} />}
      />
      <Problem refusal={refused?.refusal ?? null} formId={controlId('do', 'merger')} />
      <Facts one={one} other={other} />
      <HeldThings held={held} one={one} other={other} />
      {distinction ? (
        <Notice tone="info" heading={say.isApart(showDay(dayOf(distinction.saidAt)), distinction.saidByName)}>
          <ActionButton action={`${path}/distinction/withdrawal`} label={say.withdraw} />
        </Notice>
      ) : (
        <>
          {hindrances.length > 0 ? (
            <Hindrances heading={say.inTheWay} hindrances={hindrances} />
          ) : (
            <MergeForm path={path} one={one} other={other} refused={refused} />
          )}
          <Card title={say.apart}>
            <p>{say.apartWhat}</p>
            <ActionButton action={`${path}/distinction`} label={say.doApart} />
          </Card>
        </>
      )}
    </>
  );
}

/** What must be settled first, each with the way there. */
export function Hindrances({ heading, hindrances }: { heading: string; hindrances: readonly Hindrance[] }) {
  const say = useWords(comparisonWords);
  const locale = useLocale();
  return (
    <Notice tone="warning" heading={heading}>
      <ul>
        {hindrances.map(({ sentence, href }) => (
          <li>
            {sentence[locale]} {href && <a href={href}>{say.settle}</a>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What differs, side by side; the rest in one line. */
function Facts({ one, other }: { one: PersonItem; other: PersonItem }) {
  const say = useWords(comparisonWords);
  const people = useWords(peopleWords);
  const locale = useLocale();
  const differing = differences(one, other);
  const rows = [
    { name: people.code, one: one.code, other: other.code },
    ...(one.unitId === other.unitId ? [] : [{ name: people.unit, one: one.unitName, other: other.unitName }]),
    ...differing.map((fact) => ({
      name: people[fact],
      one: shown(one, fact, locale),
      other: shown(other, fact, locale),
    })),
  ];
  const same = factNames
    .filter((fact) => !differing.includes(fact))
    .map((fact) => ({ term: people[fact], value: shown(one, fact, locale) }))
    .filter(({ value }) => value !== people.blank);
  return (
    <>
      <Table
        caption={say.differences}
        rows={rows}
        empty={{ title: say.holdsNothing }}
        columns={[
          { label: say.fact, isRowName: true, cell: ({ name }) => name },
          { label: say.stays, cell: (row) => row.one },
          { label: say.goes, cell: (row) => row.other },
        ]}
      />
      <Card title={say.same}>
        <DescriptionList items={same} />
      </Card>
    </>
  );
}

function HeldThings({ held, one, other }: { held: readonly Held[]; one: PersonItem; other: PersonItem }) {
  const say = useWords(comparisonWords);
  const locale = useLocale();
  return (
    <>
      {[one, other].map(({ id, code }) => {
        const things = held.filter(({ personId }) => personId === id);
        return (
          <Card title={say.holdsOf(code)}>
            {things.length === 0 && <p>{say.holdsNothing}</p>}
            <ul>
              {things.map(({ what, text, href }) => (
                <li>
                  {what[locale]}: {href ? <a href={href}>{text}</a> : text}
                </li>
              ))}
            </ul>
          </Card>
        );
      })}
    </>
  );
}

function MergeForm({
  path,
  one,
  other,
  refused,
}: {
  path: string;
  one: PersonItem;
  other: PersonItem;
  refused: RefusedForm | null;
}) {
  const say = useWords(comparisonWords);
  const people = useWords(peopleWords);
  const locale = useLocale();
  const differing = differences(one, other);
  const usual = Object.fromEntries(differing.map((fact) => [`facts.${fact}`, 'stays']));
  return (
    <Card title={say.merge}>
      <p>{say.mergeWhat}</p>
      <Form
        action={`${path}/merger`}
        id={controlId('do', 'merger')}
        values={{ ...usual, ...refused?.values }}
        errors={refused?.refusal.fields ?? []}
        hidden={{ version: String(one.version), otherVersion: String(other.version) }}
      >
        {differing.length > 0 && <p>{say.chooseFacts}</p>}
        {differing.map((fact) => (
          <ChoiceField
            name={`facts.${fact}`}
            label={people[fact]}
            isInline
            choices={[
              { value: 'stays', label: shown(one, fact, locale), hint: say.ofRecord(one.code) },
              { value: 'goes', label: shown(other, fact, locale), hint: say.ofRecord(other.code) },
            ]}
          />
        ))}
        <TextField name="reason" label={say.reason} maxLength={500} autocomplete="off" required />
        <SubmitButton label={say.doMerge} />
      </Form>
    </Card>
  );
}

function shown(person: PersonItem, fact: keyof PersonFacts, locale: Locale): string {
  const { value } = factWords(locale);
  if (fact !== 'ratings') return value(person, fact);
  const given = Object.entries(person.ratings).toSorted(([a], [b]) => b.localeCompare(a));
  const rated = given.map(([year, rating]) => peopleWords[locale].ratingOf(year, ratingWords[locale][rating]));
  return rated.join(', ') || peopleWords[locale].blank;
}
