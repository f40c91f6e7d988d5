import { dayPartWords } from '../../classes/classes.labels';
import { type DayPart, dayParts } from '../../classes/day-parts';
import { groupNameWords } from '../../classes/groups/groups.words';
import type { DaysOff } from '../../classes/holidays/holidays.queries';
import { DayWords } from '../../classes/views/day-words';
import { type Day, showTime } from '../../platform/clock';
import type { Bilingual } from '../../platform/messages/words';
import { Badge } from '../../platform/pages/badges';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { CalendarEntry } from '../half-day-calendar.queries';
import { calendarWords } from '../half-day-calendar.words';
import { byDay, daysOfWeek } from '../month-calendar';

interface Props {
  readonly title: string;
  readonly halfDays: readonly CalendarEntry[];
  readonly monday: Day;
  readonly today: Day;
  readonly offOn: DaysOff;
}

/** The seven days as rows, morning, afternoon and evening as columns. */
export function WeekCalendar({ title, halfDays, monday, today, offOn }: Props) {
  const say = useWords(calendarWords);
  const parts = useWords(dayPartWords);
  const onDay = byDay(halfDays);
  const inPart = (day: Day, part: DayPart) => (onDay.get(day) ?? []).filter((halfDay) => halfDay.part === part);
  return (
    <div class="week-calendar">
      <Table
        caption={title}
        hidesCaption
        rows={daysOfWeek(monday)}
        empty={{ title: say.nothing }}
        columns={[
          {
            label: say.day,
            isRowName: true,
            cell: (day) => <WeekDay day={day} isToday={day === today} holiday={offOn(day)?.holiday ?? null} />,
          },
          ...dayParts.map((part) => ({
            label: parts[part],
            cell: (day: Day) => {
              const found = inPart(day, part);
              return found.length > 0 && <HalfDays halfDays={found} />;
            },
          })),
        ]}
      />
    </div>
  );
}

function WeekDay({ day, isToday, holiday }: { day: Day; isToday: boolean; holiday: Bilingual | null }) {
  const say = useWords(calendarWords);
  const locale = useLocale();
  return (
    <>
      <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
        <DayWords day={day} />
      </time>
      {isToday && (
        <div>
          <Badge tone="info" text={say.today} />
        </div>
      )}
      {holiday && <div class="month-holiday">{say.holiday(holiday[locale])}</div>}
    </>
  );
}

function HalfDays({ halfDays }: { halfDays: readonly CalendarEntry[] }) {
  return (
    <ul>
      {halfDays.map((halfDay) => (
        <li>
          <HalfDayInWeek halfDay={halfDay} />
        </li>
      ))}
    </ul>
  );
}

function HalfDayInWeek({ halfDay }: { halfDay: CalendarEntry }) {
  const say = useWords(calendarWords);
  const { ofGroups } = useWords(groupNameWords);
  const { classId, classCode, className, classState, startsAt, endsAt, topic, lecturerName, roomName } = halfDay;
  const isCancelled = halfDay.cancelledAt !== null;
  const groups = halfDay.groupNumbers && ofGroups(halfDay.groupNumbers);
  const details = [groups, topic, lecturerName, roomName].filter((detail) => detail !== null).join(' · ');
  const name = (
    <>
      {classCode} {className}
    </>
  );
  return (
    <>
      <span class="one-line">
        {showTime(startsAt)}–{showTime(endsAt)}
      </span>{' '}
      <a href={`/classes/${classId}`}>{isCancelled ? <s>{name}</s> : name}</a>
      {halfDay.examId && (
        <>
          {' '}
          <Badge tone="warning" text={halfDay.isResit ? say.resit : say.exam} />
        </>
      )}
      {classState === 'draft' && (
        <>
          {' '}
          <Badge text={say.draft} />
        </>
      )}
      {details && <div class="quiet">{details}</div>}
      {isCancelled && <div>{say.cancelled(halfDay.cancelledReason ?? '')}</div>}
    </>
  );
}
