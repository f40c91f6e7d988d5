import { classModeWords } from '../../../classes/classes.labels';
import { educationWords, ratingWords, theoryLevelWords } from '../../../people/person.labels';
import { showDay } from '../../../platform/clock';
import { Badge, type Tone, Verdict } from '../../../platform/pages/badges';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { ListImportRow } from '../imports.queries';
import { listWords, verdictWords } from '../imports.words';
import { isSettled, type ListVerdict, nominates } from '../verdicts';
import type { NominationListRow } from '../sheet';
import { hasWarning } from '../../checks';
import { Sentences } from '../../views/checks';
import { Unfold } from '../../../platform/pages/unfold';

export const verdictTones: Readonly<Record<ListVerdict, Tone>> = {
  seat: 'success',
  reserve: 'info',
  blocked: 'danger',
  duplicate: 'neutral',
  already_nominated: 'neutral',
  not_on_roster: 'danger',
  ambiguous: 'warning',
  unreadable: 'danger',
  passed_over: 'neutral',
};

/** People of the file, each with what would become of them. */
export function ListRows({ title, rows }: { title: string; rows: readonly ListImportRow[] }) {
  const say = useWords(listWords);
  const names = useWords(verdictWords);
  return (
    <Table
      caption={title}
      rows={rows}
      empty={{ title: say.noPeople, next: say.noPeopleNext }}
      isLong
      columns={[
        { label: say.name, isRowName: true, cell: (row) => <Name row={row} /> },
        {
          label: say.verdict,
          isState: true,
          cell: ({ verdict }) => <Badge tone={verdictTones[verdict]} text={names[verdict]} />,
        },
        { label: say.read, cell: (row) => <Read row={row} /> },
        {
          label: say.toKnow,
          cell: (row) => <ToKnow row={row} />,
          hasOwnLines: (row) => urgencyOf(row) < 2 || say.moreRead,
        },
      ]}
    />
  );
}

/** What needs a decision comes first, then what is to be noted; the order of the file otherwise. */
export function byUrgency(one: ListImportRow, other: ListImportRow): number {
  return urgencyOf(one) - urgencyOf(other);
}

function urgencyOf({ verdict, checks }: ListImportRow): 0 | 1 | 2 {
  if (!nominates(verdict)) return isSettled(verdict) ? 2 : 0;
  return hasWarning(checks) ? 1 : 2;
}

function Name({ row: { ordinal, fullName, personId, nominationId } }: { row: ListImportRow }) {
  const say = useWords(listWords);
  const page = nominationId ? `/nominations/${nominationId}` : personId && `/people/${personId}`;
  return (
    <>
      {ordinal && `${ordinal}. `}
      {page ? <a href={page}>{fullName}</a> : fullName || say.noName}
    </>
  );
}

/** The two things one recognises people by, and where they stand if no number beside the name tells it. */
function Read({ row: { ordinal, rowNumber, sheet, read } }: { row: ListImportRow }) {
  const say = useWords(listWords);
  const { birth, position } = asPerson(read);
  const born = birth && say.born('day' in birth ? showDay(birth.day) : String(birth.year));
  const place = [sheet, ordinal === null && say.rowNumber(rowNumber)].filter(Boolean).join(', ');
  return <>{[born, position, place].filter(Boolean).join(' · ')}</>;
}

/** Why, what is to be noted or was not understood, and what else the row says. */
function ToKnow({ row: { verdict, reason, checks, personId, read } }: { row: ListImportRow }) {
  const locale = useLocale();
  const say = useWords(listWords);
  const rest = useRest(asPerson(read));
  return (
    <>
      <div>{reason[locale]}</div>
      <Sentences checks={checks.filter(({ outcome }) => outcome === 'warn')} />
      {/* Of somebody who was found they are warnings, and of an unreadable row they are the reason. */}
      {personId === null &&
        verdict !== 'unreadable' &&
        asPerson(read).problems.map(({ message }) => <Verdict outcome="warn" sentence={message[locale]} />)}
      {rest.length > 0 && (
        <Unfold label={say.moreRead}>
          {rest.map(([term, value]) => (
            <div>
              {term}: {value}
            </div>
          ))}
        </Unfold>
      )}
    </>
  );
}

/** The row was written by the reader of sheets; only rows of people come here. */
const asPerson = (read: ListImportRow['read']) => read as unknown as NominationListRow;

function useRest(read: NominationListRow): [string, string][] {
  const say = useWords(listWords);
  const education = useWords(educationWords);
  const theoryLevel = useWords(theoryLevelWords);
  const rating = useWords(ratingWords);
  const mode = useWords(classModeWords);
  const known: [string, string | null][] = [
    [say.partyPosition, read.partyPosition],
    [say.joinedOn, read.joinedOn && showDay(read.joinedOn)],
    [say.officialOn, read.officialOn && showDay(read.officialOn)],
    [say.education, read.education && education[read.education]],
    [say.theoryLevel, read.theoryLevel && theoryLevel[read.theoryLevel]],
    [say.planned, read.planned === null ? null : read.planned ? say.yes : say.no],
    ...Object.entries(read.ratings).map(([year, of]): [string, string] => [say.rating(year), rating[of]]),
    [say.mode, read.mode && mode[read.mode]],
    [say.phone, read.phone],
    [say.email, read.email],
    [say.remarks, read.remarks],
  ];
  return known.filter((line): line is [string, string] => line[1] !== null);
}

/** Letterhead, groups, blanks, totals and signatures: accounted for, and out of the way. */
export function PassedOverRows({ rows }: { rows: readonly ListImportRow[] }) {
  const locale = useLocale();
  const say = useWords(listWords);
  if (rows.length === 0) return null;
  return (
    <Unfold label={say.passedOver(rows.length)}>
      <Table
        caption={say.passedOverCaption}
        hidesCaption
        rows={rows}
        empty={{ title: say.passedOverCaption }}
        columns={[
          { label: say.row, isRowName: true, cell: ({ rowNumber }) => rowNumber },
          {
            label: say.text,
            cell: ({ read }) => String(read['text'] ?? '') || <span class="quiet">{say.blank}</span>,
          },
          { label: say.verdict, cell: ({ reason }) => reason[locale] },
        ]}
      />
    </Unfold>
  );
}
