import { dayPartWords, weekdayWords } from '../../classes/classes.labels';
import { groupNameWords } from '../../classes/groups/groups.words';
import type { DaysOff } from '../../classes/holidays/holidays.queries';
import { weekdayOf, weekdays } from '../../classes/weekdays';
import { type Day, showDay, showTime } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { CalendarEntry } from '../half-day-calendar.queries';
import { calendarWords } from '../half-day-calendar.words';
import { byDay, weeksOfMonth } from '../month-calendar';

/** Beyond these a cell would push the rest of the month off the screen; the week shows every one. */
const mostInCell = 8;

interface Props {
  readonly title: string;
  readonly halfDays: readonly CalendarEntry[];
  /** Any day of the month. */
  readonly day: Day;
  readonly today: Day;
  readonly offOn: DaysOff;
  readonly toWeekOf: (day: Day) => string;
}

/**
 * A table with the weeks as rows; on a phone the days stand below each other, without the bare ones. The roles repeat
 * what the elements mean, because a table whose display is changed by CSS loses its meaning for some screen readers.
 */
export function MonthCalendar({ halfDays, title, day, today, offOn, toWeekOf }: Props) {
  const names = useWords(weekdayWords);
  const onDay = byDay(halfDays);
  const month = day.slice(0, 7);
  const weeks = weeksOfMonth(day);
  const isBare = (cellDay: Day) =>
    !cellDay.startsWith(month) || (!onDay.has(cellDay) && cellDay !== today && !offOn(cellDay));
  return (
    <table class={weeks.flat().every(isBare) ? 'month-calendar is-bare' : 'month-calendar'} role="table">
      <caption class="visually-hidden">{title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {weekdays.map((weekday) => (
            <th scope="col" role="columnheader">
              {names[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {weeks.map((week) => (
          <tr role="row" class={week.every(isBare) ? 'is-bare' : undefined}>
            {week.map((cellDay) => (
              <DayCell
                day={cellDay}
                halfDays={onDay.get(cellDay) ?? []}
                holiday={offOn(cellDay)?.holiday ?? null}
                isToday={cellDay === today}
                isOutside={!cellDay.startsWith(month)}
                isBare={isBare(cellDay)}
                toWeek={toWeekOf(cellDay)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({
  day,
  halfDays,
  holiday,
  isToday,
  isOutside,
  isBare,
  toWeek,
}: {
  day: Day;
  halfDays: readonly CalendarEntry[];
  holiday: Bilingual | null;
  isToday: boolean;
  isOutside: boolean;
  /** Nothing a phone would have to show. */
  isBare: boolean;
  toWeek: string;
}) {
  const say = useWords(calendarWords);
  const locale = useLocale();
  const marks = [isToday && 'is-today', isOutside && 'is-outside', holiday && 'is-holiday', isBare && 'is-bare'];
  return (
    <td role="cell" class={marks.filter(Boolean).join(' ') || undefined}>
      <DayHeading day={day} isToday={isToday} />
      {holiday && <p class="month-holiday">{say.holiday(holiday[locale])}</p>}
      {halfDays.length > 0 && (
        <ul>
          {halfDays.slice(0, mostInCell).map((halfDay) => (
            <li>
              <ShortHalfDay halfDay={halfDay} />
            </li>
          ))}
          {halfDays.length > mostInCell && (
            <li>
              <a href={toWeek}>
                {say.more(halfDays.length - mostInCell)}
                <span class="visually-hidden"> {say.moreOn(showDay(day))}</span>
              </a>
            </li>
          )}
        </ul>
      )}
    </td>
  );
}

/** On paper and wide screens the number alone, because the column says the weekday; read out and on a phone the whole day. */
function DayHeading({ day, isToday }: { day: Day; isToday: boolean }) {
  const say = useWords(calendarWords);
  const names = useWords(weekdayWords);
  return (
    <p class="month-day">
      <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
        <span class="month-day-short" aria-hidden="true">
          {Number(day.slice(8))}
        </span>
        <span class="month-day-long">
          {names[weekdayOf(day)]}, {showDay(day)}
        </span>
      </time>
      {isToday && <strong> {say.today}</strong>}
    </p>
  );
}

function ShortHalfDay({ halfDay }: { halfDay: CalendarEntry }) {
  const say = useWords(calendarWords);
  const parts = useWords(dayPartWords);
  const { ofGroups } = useWords(groupNameWords);
  const { classId, classCode, className, classState, part, groupNumbers, roomName, startsAt, endsAt, examId } = halfDay;
  const isCancelled = halfDay.cancelledAt !== null;
  const short = (
    <>
      <strong>{examId ? say.exam : parts[part]}</strong>
      {groupNumbers && `, ${ofGroups(groupNumbers)}`}
      {roomName && `, ${roomName}`} <span class="month-class">{className}</span>
    </>
  );
  return (
    <>
      <a href={`/classes/${classId}`}>
        {isCancelled ? <s>{short}</s> : short}
        <span class="visually-hidden">
          , {classCode}, {showTime(startsAt)}–{showTime(endsAt)}
        </span>
      </a>
      {classState === 'draft' && <small> {say.draft}</small>}
      {isCancelled && <small> {say.cancelled(halfDay.cancelledReason ?? '')}</small>}
    </>
  );
}
