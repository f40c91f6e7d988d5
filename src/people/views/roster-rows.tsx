import { showDay } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { peopleWords } from '../people.words';
import type { PersonFacts } from '../person.entity';
import { differences } from '../person.facts';
import { educationWords, ratingWords, sexWords, standingWords, theoryLevelWords } from '../person.labels';
import type { ComparedRow, RosterVerdict } from '../roster-comparison';
import { rosterWords } from '../roster-imports.words';

const tones: Readonly<Record<RosterVerdict, Tone>> = {
  new: 'success',
  changed: 'info',
  same: 'neutral',
  refused: 'danger',
};

/** The rows of a roster, each with what would become of it. */
export function RosterRows({ title, rows }: { title: string; rows: readonly ComparedRow[] }) {
  const say = useWords(rosterWords);
  return (
    <Table
      caption={title}
      columns={[
        { label: say.row, isNumber: true, cell: ({ rowNumber }) => rowNumber },
        {
          label: say.fullName,
          isRowName: true,
          cell: ({ personId, fullName }) =>
            personId ? <a href={`/people/${personId}`}>{fullName}</a> : fullName || say.nameless,
        },
        { label: say.code, cell: ({ code }) => <span class="text-nowrap">{code}</span> },
        { label: say.verdict, cell: ({ verdict }) => <Badge tone={tones[verdict]} text={say[verdict]} /> },
        { label: say.details, cell: (row) => <Details row={row} /> },
      ]}
      rows={rows}
      empty={{ title: say.noRows }}
    />
  );
}

function Details({ row: { verdict, before, after, problems } }: { row: ComparedRow }) {
  const say = useWords(rosterWords);
  const locale = useLocale();
  const show = useFactWords();
  const facts = after ?? before;
  return (
    <>
      {problems.map(({ message }) => (
        <div>{message[locale]}</div>
      ))}
      {verdict === 'changed' &&
        show.changes(before!, after!).map(([what, from, to]) => <div>{say.became(what, from, to)}</div>)}
      {verdict === 'new' && (
        <div>
          {[showDay(facts!.birthDate), facts!.position, show.value(facts!, 'standing')].filter(Boolean).join(' · ')}
        </div>
      )}
    </>
  );
}

/** Facts in the reader's words. */
function useFactWords() {
  const { blank } = useWords(rosterWords);
  const say = useWords(peopleWords);
  const ofSex = useWords(sexWords);
  const ofStanding = useWords(standingWords);
  const ofEducation = useWords(educationWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const ofRating = useWords(ratingWords);

  const value = (facts: PersonFacts, fact: Exclude<keyof PersonFacts, 'ratings'>): string => {
    switch (fact) {
      case 'sex':
        return ofSex[facts.sex];
      case 'standing':
        return ofStanding[facts.standing];
      case 'education':
        return ofEducation[facts.education];
      case 'theoryLevel':
        return ofTheoryLevel[facts.theoryLevel];
      case 'keyCadre':
      case 'planned':
        return facts[fact] ? say.yes : say.no;
      case 'birthDate':
      case 'joinedOn':
      case 'officialOn':
      case 'leftOn': {
        const day = facts[fact];
        return day === null ? blank : showDay(day);
      }
      default:
        return facts[fact] ?? blank;
    }
  };
  const rating = (facts: PersonFacts, year: string): string => {
    const given = facts.ratings[year];
    return given ? ofRating[given] : blank;
  };

  /** What differs, from what, to what. */
  const changes = (before: PersonFacts, after: PersonFacts): readonly (readonly [string, string, string])[] =>
    differences(before, after).flatMap((fact) => {
      if (fact !== 'ratings') return [[say[fact], value(before, fact), value(after, fact)] as const];
      const years = Object.keys(after.ratings).filter((year) => before.ratings[year] !== after.ratings[year]);
      return years.map((year) => [say.ratingIn(year), rating(before, year), rating(after, year)] as const);
    });
  return { value, changes };
}
