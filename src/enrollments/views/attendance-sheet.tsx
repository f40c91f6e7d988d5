import { groupNameWords } from '../../classes/groups/groups.words';
import { isWithin } from '../../platform/access/reach';
import { Badge, type Tone } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import type { FormValues } from '../../platform/pages/form-scope';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters, Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { FieldError, Refusal } from '../../platform/problems/refusal';
import type { AttendanceMark } from '../attendance-line.entity';
import type { Kept } from '../sites';
import type { HalfDaySheet, SheetRow } from '../attendance.queries';
import {
  attendanceWords,
  beforeJoiningWords,
  flagWords,
  guestOf,
  joinedLaterWords,
  markWords,
} from '../attendance.words';
import type { ScansWaiting } from '../scans-waiting.queries';
import type { RosterUnit } from '../enrollments.queries';
import { enrollmentWords } from '../enrollments.words';
import { originSentence } from '../origin';
import { halfDayTitle } from '../half-day-title';
import { hours } from './attendance-days';
import { JoinedLaterApart } from './joined-later';
import { LeaveStanding } from './leave-at';
import { MarkingForm, TrailLink } from './marking-form';
import { PresenceFlags } from './presence-flags';
import { ScansWaitingNotice } from './scans-waiting';

export interface SheetView {
  readonly sheet: HalfDaySheet;
  readonly rows: PageOf<SheetRow>;
  readonly units: readonly RosterUnit[];
  readonly query: { readonly unitId?: string | undefined; readonly cursor?: string | undefined };
  /** Why attendance cannot be taken now; null while it can. */
  readonly closed: Pick<Refusal, 'sentence'> | null;
  /** Whom the reader marks here; null for somebody who only reads. */
  readonly kept: Kept | null;
  /** Whether the reader runs the class, and so has all ways to its attendance. */
  readonly runs: boolean;
  /** For whoever runs it: how many scans wait to be looked at. */
  readonly waiting: ScansWaiting | null;
  /** The form as it is to be shown: what is stored, or what was typed over it. */
  readonly values: FormValues;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
  /** As in the refusal, without the names it adds for the list of problems. */
  readonly errors: readonly FieldError[];
  /** How many the button filled in, when it was pressed. */
  readonly filled: number | null;
}

/** The page of a class manager with a phone in the hall; for everybody else the same sheet to read. */
export function AttendanceSheet({ sheet, rows, units, query, closed, kept, runs, waiting, ...form }: SheetView) {
  const say = useWords(attendanceWords);
  const people = useWords(enrollmentWords);
  const locale = useLocale();
  const names = useWords(groupNameWords);
  const groups = sheet.groupNumbers && names.ofGroups(sheet.groupNumbers);
  const joining = useWords(beforeJoiningWords);
  const path = `/half-days/${sheet.id}/attendance`;
  const title = say.sheetOf(halfDayTitle(sheet, locale));
  const isOpen = kept !== null && !closed;
  const [marked, read] = shared(rows.items, ({ unitId }) => isOpen && isWithin(kept.unitIds, unitId));
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${sheet.classId}/attendance`, label: say.backToList }}
        title={title}
        subtitle={[`${sheet.classCode} – ${sheet.className}`, hours(sheet), groups, sheet.topic]
          .filter(Boolean)
          .join(' · ')}
      />
      <OtherWays sheetId={sheet.id} keeps={kept !== null} runs={runs} isOpen={!closed} />
      <Problem refusal={form.refusal} />
      {closed && !form.refusal && (
        <Notice tone="info">
          <p>{closed.sentence[locale]}</p>
        </Notice>
      )}
      {waiting && <ScansWaitingNotice waiting={waiting} halfDayId={sheet.id} />}
      <Counts sheet={sheet} />
      {sheet.joinedLater > 0 && <p class="quiet">{joining.ofSheet(sheet.joinedLater, sheet.isMissedByThem)}</p>}
      {units.length > 1 && (
        <Filters action={path} values={{ unitId: query.unitId ?? '' }}>
          <SelectField
            name="unitId"
            label={people.unit}
            blank={people.allUnits}
            choices={units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          />
        </Filters>
      )}
      {kept?.byHost && (
        <Notice tone="info">
          <p>{kept.unitIds === null ? say.hostsRoom : say.hostsSite}</p>
        </Notice>
      )}
      {isOpen && <MarkingForm action={linkTo(path, query)} rows={marked} sheetId={sheet.id} {...form} />}
      {(read.length > 0 || !isOpen) && (
        <JoinedLaterApart
          rows={read}
          list={(some) => <ReadOnlySheet rows={some} sheetId={sheet.id} caption={title} />}
        />
      )}
      <Pager path={path} query={{ unitId: query.unitId }} next={rows.next} isFirstPage={query.cursor === undefined} />
    </>
  );
}

const shared = (rows: readonly SheetRow[], isFirst: (row: SheetRow) => boolean) =>
  [rows.filter(isFirst), rows.filter((row) => !isFirst(row))] as const;

/** The other ways in which marks reach this sheet, and how all of them came about. */
function OtherWays({
  sheetId,
  keeps,
  runs,
  isOpen,
}: {
  sheetId: string;
  keeps: boolean;
  runs: boolean;
  isOpen: boolean;
}) {
  const say = useWords(attendanceWords);
  const path = `/half-days/${sheetId}`;
  return (
    <div class="actions sheet-ways">
      {keeps && isOpen && <LinkButton href={`${path}/check-ins`} label={say.oneTap} tone="primary" />}
      {runs && isOpen && <LinkButton href={`${path}/check-in-halls`} label={say.showCode} />}
      {runs && <LinkButton href={`${path}/attendance-print`} label={say.printSheet} />}
      {runs && <LinkButton href={`${path}/attendance-workbook`} label={say.workbook} />}
      <LinkButton href={`${path}/attendance-trail`} label={say.wholeTrail} />
    </div>
  );
}

export function Counts({ sheet }: { sheet: HalfDaySheet }) {
  const say = useWords(attendanceWords);
  const marks = useWords(markWords);
  const joinedLater = useWords(joinedLaterWords);
  const flags = useWords(flagWords);
  return (
    <ul class="mark-counts">
      {shownMarks.map(({ mark, tone }) => (
        <li>
          <Badge tone={tone} text={`${marks[mark]}: ${sheet[mark]}`} />
        </li>
      ))}
      {sheet.joinedLater > 0 && (
        <li>
          <Badge text={`${joinedLater.badge}: ${sheet.joinedLater}`} />
        </li>
      )}
      {sheet.shortStays > 0 && (
        <li>
          <Badge tone="warning" text={flags.shortStays(sheet.shortStays)} />
        </li>
      )}
      {sheet.cameIn > 0 && (
        <li>
          <Badge text={say.seen(sheet.cameIn, sheet.wentOut, sheet.people)} />
        </li>
      )}
    </ul>
  );
}

export const toneOf = (mark: AttendanceMark): Tone => shownMarks.find((shown) => shown.mark === mark)!.tone;

const shownMarks: readonly { readonly mark: AttendanceMark; readonly tone: Tone }[] = [
  { mark: 'present', tone: 'success' },
  { mark: 'excused', tone: 'info' },
  { mark: 'unexcused', tone: 'danger' },
  { mark: 'unmarked', tone: 'neutral' },
];

function ReadOnlySheet({ rows, sheetId, caption }: { rows: readonly SheetRow[]; sheetId: string; caption: string }) {
  const say = useWords(attendanceWords);
  const people = useWords(enrollmentWords);
  const marks = useWords(markWords);
  const joinedLater = useWords(joinedLaterWords);
  const guests = useWords(guestOf);
  const locale = useLocale();
  const trail: Column<SheetRow> = {
    label: say.trail,
    cell: (row) => row.markedAt && <TrailLink row={row} sheetId={sheetId} />,
  };
  return (
    <Table
      caption={caption}
      hidesCaption
      isLong
      rows={rows}
      columns={[
        {
          label: people.name,
          isRowName: true,
          cell: ({ fullName, guestFrom }) => (
            <>
              {fullName}
              {guestFrom && <small class="choice-hint">{guests.guest(guestFrom)}</small>}
            </>
          ),
        },
        { label: people.unit, cell: ({ unitName }) => unitName },
        {
          label: say.attendance,
          cell: (row) => (
            <>
              <Badge
                tone={toneOf(row.mark)}
                text={row.mark === 'unmarked' && !row.expected ? joinedLater.badge : marks[row.mark]}
              />{' '}
              <PresenceFlags row={row} /> <LeaveStanding leave={row.leave} />
              {row.origin && <small class="choice-hint">{originSentence(row.origin, locale)}</small>}
            </>
          ),
        },
        ...(rows.some(({ markedAt }) => markedAt !== null) ? [trail] : []),
      ]}
      empty={{ title: say.nobodyOnSheet }}
    />
  );
}
