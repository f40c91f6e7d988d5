import { showDay, showTime } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { useWords } from '../../../platform/pages/page-context';
import { type Column, Table } from '../../../platform/pages/tables';
import { groupNameWords } from '../../groups/groups.words';
import { dayPartWords } from '../../classes.labels';
import type { HalfDayItem } from '../../classes.queries';
import type { DayPart } from '../../day-parts';
import { DayWords } from '../../views/day-words';
import { timetableWords } from '../timetable.words';

/** The half-days in time order, a table a month. */
export function TimetableByMonth({
  halfDays,
  now,
  isEditable,
}: {
  halfDays: readonly HalfDayItem[];
  now: Date;
  /** Each half-day then leads to where it is moved or cancelled. */
  isEditable: boolean;
}) {
  const say = useWords(timetableWords);
  const columns = useColumns(halfDays, isEditable);
  const held = halfDays.filter(({ cancelledAt }) => cancelledAt === null);
  const next = held.find(({ endsAt }) => endsAt > now);
  const months = [...new Set(halfDays.map(({ day }) => day.slice(0, 7)))];
  return (
    <>
      {held.length > 0 && <p>{say.summary(held.length, showDay(held[0]!.day), showDay(held.at(-1)!.day))}</p>}
      {next && (
        <p>
          <strong>{say.nextHalfDay}</strong> <WhenAndWhere halfDay={next} />
        </p>
      )}
      {months.map((month) => {
        const inMonth = halfDays.filter(({ day }) => day.startsWith(month));
        const count = inMonth.filter(({ cancelledAt }) => cancelledAt === null).length;
        return (
          <Table caption={say.month(showMonth(month), count)} columns={columns} rows={inMonth} empty={{ title: '' }} />
        );
      })}
    </>
  );
}

function WhenAndWhere({ halfDay }: { halfDay: HalfDayItem }) {
  const say = useWords(timetableWords);
  const { roomName } = halfDay;
  return (
    <>
      <DayWords day={halfDay.day} />, <TimeWords {...halfDay} />
      {roomName && <> {say.at(roomName)}</>}
    </>
  );
}

/** Columns nobody filled in are left out. */
function useColumns(halfDays: readonly HalfDayItem[], isEditable: boolean): readonly Column<HalfDayItem>[] {
  const say = useWords(timetableWords);
  const groups = useWords(groupNameWords);
  const has = (...fields: readonly (keyof HalfDayItem)[]) =>
    halfDays.some((halfDay) => fields.some((field) => halfDay[field] !== null));
  const optional: readonly [boolean, Column<HalfDayItem>][] = [
    [
      has('groupNumbers'),
      {
        label: groups.forWhom,
        cell: ({ groupNumbers }) => (groupNumbers ? groups.ofGroups(groupNumbers) : groups.wholeClass),
      },
    ],
    [has('topic'), { label: say.topic, cell: ({ topic }) => topic }],
    [has('lecturerName'), { label: say.lecturer, cell: ({ lecturerName }) => lecturerName }],
    [has('roomName'), { label: say.room, cell: (halfDay) => <RoomWords {...halfDay} /> }],
    [
      has('cancelledAt', 'managerOverlapReason'),
      {
        label: say.note,
        cell: ({ cancelledAt, cancelledReason, managerOverlapReason }) =>
          cancelledAt ? (
            <>
              <Badge tone="danger" text={say.cancelled} /> {cancelledReason}
            </>
          ) : (
            managerOverlapReason && say.sharedManager(managerOverlapReason)
          ),
      },
    ],
    [
      isEditable,
      {
        label: say.change,
        hidesLabel: true,
        cell: ({ id, number, cancelledAt }) =>
          !cancelledAt && (
            <a href={`/half-days/${id}/edit`}>
              {say.change}
              <span class="visually-hidden"> {number}</span>
            </a>
          ),
      },
    ],
  ];
  return [
    {
      label: say.halfDay,
      isRowName: true,
      cell: ({ number, day }) => (
        <>
          {number}. <DayWords day={day} />
        </>
      ),
    },
    { label: say.time, cell: (halfDay) => <TimeWords {...halfDay} /> },
    ...optional.flatMap(([isFilled, column]) => (isFilled ? [column] : [])),
  ];
}

function RoomWords({ roomName, roomSharedReason }: Pick<HalfDayItem, 'roomName' | 'roomSharedReason'>) {
  const say = useWords(timetableWords);
  return (
    <>
      {roomName}
      {roomSharedReason && ` (${say.sharedRoom(roomSharedReason)})`}
    </>
  );
}

/** "Sáng 07:30–11:30" */
export function TimeWords({ part, startsAt, endsAt }: { part: DayPart; startsAt: Date; endsAt: Date }) {
  const parts = useWords(dayPartWords);
  return (
    <>
      {parts[part]} {showTime(startsAt)}–{showTime(endsAt)}
    </>
  );
}

const showMonth = (month: string) => `${month.slice(5, 7)}/${month.slice(0, 4)}`;
