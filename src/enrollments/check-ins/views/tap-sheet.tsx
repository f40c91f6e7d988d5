import { leftOutWords } from '../../../platform/access/oneself';
import { EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { ActionButton, HiddenFields, LinkButton } from '../../../platform/pages/forms';
import { Filters, Pager } from '../../../platform/pages/lists';
import { linkTo } from '../../../platform/pages/links';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useIsOwn, useLocale, useWords } from '../../../platform/pages/page-context';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { Direction } from '../../attendance-line.entity';
import type { HalfDaySheet, SheetRow } from '../../attendance.queries';
import { attendanceWords } from '../../attendance.words';
import type { TapRequest } from '../check-ins.requests';
import { tapWords } from '../check-ins.words';
import type { RosterUnit } from '../../enrollments.queries';
import { enrollmentWords } from '../../enrollments.words';
import { halfDayTitle } from '../../half-day-title';
import { Counts } from '../../views/attendance-sheet';
import { Standing } from './check-in';
import { JoinedLaterApart } from '../../views/joined-later';
import { LeaveStanding } from '../../views/leave-at';
import { PresenceFlags } from '../../views/presence-flags';
import { TrailLink } from '../../views/marking-form';

export interface TapView {
  readonly sheet: HalfDaySheet;
  readonly rows: PageOf<SheetRow>;
  readonly units: readonly RosterUnit[];
  readonly direction: Direction;
  readonly query: { readonly unitId?: string | undefined; readonly cursor?: string | undefined };
  /** Why attendance cannot be taken now; null while it can. */
  readonly closed: Pick<Refusal, 'sentence'> | null;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
}

/** At the door with a phone: one tap marks one person. */
export function TapSheet({ sheet, rows, units, direction, query, closed, refusal }: TapView) {
  const say = useWords(tapWords);
  const attendance = useWords(attendanceWords);
  const people = useWords(enrollmentWords);
  const locale = useLocale();
  const path = `/half-days/${sheet.id}/check-ins`;
  return (
    <>
      <PageHeader
        back={{ href: `/half-days/${sheet.id}/attendance`, label: attendance.backToSheet }}
        title={say.of(halfDayTitle(sheet, locale))}
        subtitle={`${sheet.classCode} – ${sheet.className}`}
      />
      <Problem refusal={refusal} />
      {closed && !refusal && (
        <Notice tone="info">
          <p>{closed.sentence[locale]}</p>
        </Notice>
      )}
      <TapCounts sheet={sheet} />
      <nav class="tap-directions" aria-label={say.comingOrGoing}>
        {(['in', 'out'] as const).map((one) => (
          <a
            class={one === direction ? 'btn btn-primary' : 'btn'}
            aria-current={one === direction ? 'page' : undefined}
            href={linkTo(path, { direction: one, unitId: query.unitId })}
          >
            {one === 'in' ? say.nowIn : say.nowOut}
          </a>
        ))}
      </nav>
      {units.length > 1 && (
        <Filters action={path} values={{ unitId: query.unitId ?? '' }} hidden={{ direction }}>
          <SelectField
            name="unitId"
            label={people.unit}
            blank={people.allUnits}
            choices={units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))}
          />
        </Filters>
      )}
      {rows.items.length === 0 && <EmptyState title={attendance.nobodyOnSheet} />}
      <JoinedLaterApart
        rows={rows.items}
        list={(some) => (
          <ol class="mark-sheet">
            {some.map((row) => (
              <TapRow row={row} sheetId={sheet.id} direction={direction} query={query} isOpen={!closed} />
            ))}
          </ol>
        )}
      />
      <Pager path={path} query={{ direction, unitId: query.unitId }} next={rows.next} isFirstPage={!query.cursor} />
      {!closed && sheet.unmarked > 0 && (
        <ActionButton
          action={`${path}/absences`}
          label={say.restAbsent(sheet.unmarked)}
          confirm={say.restAbsentConfirm(sheet.unmarked)}
          tone="danger"
        />
      )}
      <LinkButton href={`/half-days/${sheet.id}/attendance`} label={attendance.backToSheet} />
    </>
  );
}

/** What a tap sends back: the row as it is now, and the numbers above. */
export function TapAnswer({
  sheet,
  row,
  direction,
  query,
}: Omit<TapView, 'rows' | 'units' | 'closed' | 'refusal'> & { row: SheetRow }) {
  return (
    <>
      <TapRow row={row} sheetId={sheet.id} direction={direction} query={query} isOpen />
      <TapCounts sheet={sheet} isBeside />
    </>
  );
}

function TapCounts({ sheet, isBeside }: { sheet: HalfDaySheet; isBeside?: boolean }) {
  return (
    <div id="tap-counts" role="status" hx-swap-oob={isBeside ? 'true' : undefined}>
      <Counts sheet={sheet} />
    </div>
  );
}

interface RowProps {
  readonly row: SheetRow;
  readonly sheetId: string;
  readonly direction: Direction;
  readonly query: TapView['query'];
  readonly isOpen: boolean;
}

function TapRow({ row, sheetId, direction, query, isOpen }: RowProps) {
  const say = useWords(tapWords);
  const { enrollmentId, fullName, unitName, inAt, outAt, mark } = row;
  const oneself = useWords(leftOutWords);
  const isOwn = useIsOwn(row);
  const path = `/half-days/${sheetId}/check-ins`;
  const todo = isOwn ? null : nextTap(row, direction);
  const label = { in: say.present, came_after_all: say.present, out: say.left, undo: say.undo, undo_out: say.undo };
  return (
    <li class="tap-row" id={`person-${enrollmentId}`}>
      <div>
        <span class="mark-name">{fullName}</span> <span class="quiet">{unitName}</span>
        <LeaveStanding leave={row.leave} />
        {isOpen && isOwn && <p class="mark-origin quiet">{oneself.ownRow}</p>}
        {mark !== 'unmarked' && (
          <p class="mark-origin">
            <Standing of={row} /> <PresenceFlags row={row} /> <TrailLink row={row} sheetId={sheetId} />
          </p>
        )}
      </div>
      {isOpen && todo && (
        <form method="post" action={path} hx-post={path} hx-target="closest li" hx-swap="outerHTML">
          <HiddenFields fields={{ enrollmentId, direction, unitId: query.unitId, cursor: query.cursor }} />
          <button
            type="submit"
            id={`tap-${enrollmentId}`}
            name="do"
            value={todo}
            class={todo === 'undo' || todo === 'undo_out' ? 'btn tap' : 'btn btn-primary tap'}
          >
            {label[todo]}
            <span class="visually-hidden"> – {fullName}</span>
          </button>
        </form>
      )}
      {!isOpen && inAt && !outAt && <span class="quiet">{say.notOut}</span>}
    </li>
  );
}

/** The one thing a tap on this person does now; somebody who had leave or is away has no going out. */
function nextTap({ mark, outAt }: SheetRow, direction: Direction): TapRequest['do'] | null {
  if (direction === 'in') return mark === 'unmarked' ? 'in' : mark === 'excused' ? 'came_after_all' : 'undo';
  if (mark !== 'present') return null;
  return outAt ? 'undo_out' : 'out';
}
