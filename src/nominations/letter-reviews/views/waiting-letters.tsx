import { dayOf, showDay } from '../../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, SelectField } from '../../../platform/pages/choices';
import { LinkButton } from '../../../platform/pages/forms';
import type { Query } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import { letterReviewWords } from '../letter-reviews.words';
import type { WaitingLetter, WaitingLetterFilter } from '../waiting-letters.queries';
import { letterAnchor, letterPath } from './letter-paths';

interface Props {
  readonly letters: readonly WaitingLetter[];
  readonly next: string | null;
  /** The classes and units that have some. */
  readonly classes: readonly Choice[];
  readonly units: readonly Choice[];
  readonly filter: WaitingLetterFilter;
  /** What the address narrows the queue to, and where this page of it starts. */
  readonly query: Query;
}

export function WaitingLetters(props: Props) {
  const { letters, next, filter, query } = props;
  const say = useWords(letterReviewWords);
  const [first] = letters;
  const isFiltered = filter.classId !== undefined || filter.unitId !== undefined;
  return (
    <>
      <PageHeader
        title={say.queue}
        actions={first && <LinkButton href={letterPath(first, query)} label={say.begin} tone="primary" />}
      />
      <QueueFilters {...props} />
      {letters.length === 0 && (
        <EmptyState
          title={isFiltered ? say.noneFound : say.none}
          next={isFiltered ? say.noneFoundNext : say.noneNext}
        />
      )}
      {byClass(letters).map((ofClass) => (
        <Card title={`${ofClass[0]!.className} (${ofClass[0]!.classCode})`}>
          <OfClass letters={ofClass} query={query} />
        </Card>
      ))}
      <Pager path="/waiting-letters" query={{ ...filter }} next={next} isFirstPage={query['cursor'] === undefined} />
    </>
  );
}

function QueueFilters({ classes, units, filter }: Props) {
  const say = useWords(letterReviewWords);
  if (classes.length + units.length < 3) return null;
  return (
    <Filters action="/waiting-letters" values={{ ...filter }}>
      <SelectField name="classId" label={say.trainingClass} blank={say.allClasses} choices={classes} />
      <SelectField name="unitId" label={say.unit} blank={say.allUnits} choices={units} />
    </Filters>
  );
}

function OfClass({ letters, query }: { letters: readonly WaitingLetter[]; query: Query }) {
  const say = useWords(letterReviewWords);
  return (
    <Table
      caption={letters[0]!.className}
      hidesCaption
      isLong
      rows={letters}
      empty={{ title: say.none }}
      columns={[
        {
          label: say.letter,
          isRowName: true,
          cell: (letter) => (
            <a id={letterAnchor(letter)} href={letterPath(letter, query)}>
              {say.numbered(letter.number, showDay(letter.date))}
            </a>
          ),
        },
        { label: say.unit, cell: ({ unitCode, unitName }) => `${unitCode} – ${unitName}` },
        { label: say.waiting, isNumber: true, cell: ({ waiting }) => waiting },
        { label: say.noted, isNumber: true, cell: ({ noted }) => noted },
        { label: say.since, isNamed: true, cell: ({ since }) => showDay(dayOf(since)) },
        { label: say.scan, isNamed: true, cell: ({ scans }) => (scans > 0 ? say.hasScan : say.noScan) },
      ]}
    />
  );
}

/** In their order, which is by class. */
function byClass(letters: readonly WaitingLetter[]): WaitingLetter[][] {
  const groups: WaitingLetter[][] = [];
  for (const letter of letters) {
    const last = groups.at(-1);
    if (last?.[0]!.classId === letter.classId) last.push(letter);
    else groups.push([letter]);
  }
  return groups;
}
