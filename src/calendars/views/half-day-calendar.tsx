import type { DaysOff } from '../../classes/holidays/holidays.queries';
import { addDays, addMonths, type Day, showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { EmptyState, PageHeader } from '../../platform/pages/blocks';
import { type Choice, SelectField } from '../../platform/pages/choices';
import { LinkButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { CalendarEntry } from '../half-day-calendar.queries';
import type { CalendarPageQuery, CalendarView } from '../half-day-calendar.requests';
import { calendarWords } from '../half-day-calendar.words';
import type { Period } from '../month-calendar';
import { MonthCalendar } from './month-calendar';
import { WeekCalendar } from './week-calendar';
import { type Choices, isNone, SearchedField } from '../../platform/pages/searched/searched-field';

export interface CalendarChoices {
  readonly courses: readonly Choice[];
  readonly rooms: readonly Choice[];
  readonly lecturers: readonly Choice[];
  /** Empty for whoever sees the people of no unit. */
  readonly units: Choices;
}

type CalendarFilters = Pick<CalendarPageQuery, 'courseId' | 'roomId' | 'lecturerId' | 'unitId'>;

interface Props {
  readonly halfDays: readonly CalendarEntry[];
  readonly view: CalendarView;
  readonly day: Day;
  /** The month or the week itself, without the days of other months around it. */
  readonly period: Period;
  readonly today: Day;
  readonly offOn: DaysOff;
  readonly filters: CalendarFilters;
  /** Null for whoever finds only their own classes: those few need no filter. */
  readonly choices: CalendarChoices | null;
  readonly mayReadRoomBoard: boolean;
  readonly mayReadLoad: boolean;
}

export function titleOf(view: CalendarView, { from, to }: Period, locale: Locale): string {
  const say = calendarWords[locale];
  return view === 'week' ? say.weekTitle(showDay(from), showDay(to)) : say.monthTitle(showDay(from).slice(3));
}

/** The half-days of a month or a week, and the ways to other ones. */
export function HalfDayCalendar(props: Props) {
  const { halfDays, view, day, period, today, offOn, filters, choices } = props;
  const say = useWords(calendarWords);
  const title = titleOf(view, period, useLocale());
  const inPeriod = halfDays.filter((halfDay) => halfDay.day >= period.from && halfDay.day <= period.to);
  const within = inPeriod.filter(({ examId }) => !examId);
  const exams = new Set(inPeriod.flatMap(({ examId, cancelledAt }) => (examId && !cancelledAt ? examId : []))).size;
  const cancelled = within.filter(({ cancelledAt }) => cancelledAt !== null).length;
  const isFiltered = Object.values(filters).some((value) => value !== undefined);
  const actions = (
    <>
      {props.mayReadRoomBoard && <LinkButton href="/rooms/today" label={say.roomBoard} />}
      {props.mayReadLoad && <LinkButton href="/calendar/load" label={say.load} />}
    </>
  );
  const next = isFiltered ? say.nothingFiltered : choices ? say.nothingYet : say.nothingOwn;
  return (
    <>
      <PageHeader title={title} actions={actions} />
      {choices && <CalendarFilter view={view} day={day} filters={filters} choices={choices} />}
      <OtherPeriods view={view} day={day} period={period} today={today} filters={filters} />
      {inPeriod.length > 0 && (
        <p>
          {say.count(within.length - cancelled)} {cancelled > 0 && say.cancelledCount(cancelled)}{' '}
          {exams > 0 && say.examCount(exams)}
        </p>
      )}
      {inPeriod.length === 0 && (
        <EmptyState title={say.nothing} next={next} action={<LinkButton href="/classes" label={say.classes} />} />
      )}
      {view === 'week' ? (
        <WeekCalendar title={title} halfDays={halfDays} monday={period.from} today={today} offOn={offOn} />
      ) : (
        <MonthCalendar
          title={title}
          halfDays={halfDays}
          day={day}
          today={today}
          offOn={offOn}
          toWeekOf={(other) => linkTo('/calendar', { view: 'week', day: other, ...filters })}
        />
      )}
    </>
  );
}

function CalendarFilter({
  view,
  day,
  filters,
  choices,
}: Pick<Props, 'view' | 'day' | 'filters'> & { choices: CalendarChoices }) {
  const say = useWords(calendarWords);
  return (
    <Filters action="/calendar" values={{ ...filters }} hidden={{ view, day }}>
      <SelectField name="courseId" label={say.course} choices={choices.courses} blank={say.allCourses} />
      <SelectField name="roomId" label={say.room} choices={choices.rooms} blank={say.allRooms} />
      <SelectField name="lecturerId" label={say.lecturer} choices={choices.lecturers} blank={say.allLecturers} />
      {!isNone(choices.units) && (
        <SearchedField name="unitId" label={say.unit} choices={choices.units} blank={say.allUnits} />
      )}
    </Filters>
  );
}

/** Addresses of their own, so that any month can be kept, sent and come back to. */
function OtherPeriods({
  view,
  day,
  period,
  today,
  filters,
}: Pick<Props, 'view' | 'day' | 'period' | 'today' | 'filters'>) {
  const say = useWords(calendarWords);
  const to = (other: { view?: CalendarView; day?: Day }) => linkTo('/calendar', { view, day, ...filters, ...other });
  const isMonth = view === 'month';
  const before = isMonth ? addMonths(period.from, -1) : addDays(period.from, -7);
  const after = isMonth ? addMonths(period.from, 1) : addDays(period.from, 7);
  return (
    <div class="calendar-ways">
      <nav class="actions" aria-label={say.periods}>
        <a class="btn" href={to({ day: before })} rel="prev">
          {isMonth ? say.previousMonth : say.previousWeek}
        </a>
        <a class="btn" href={to({ day: today })}>
          {say.today}
        </a>
        <a class="btn" href={to({ day: after })} rel="next">
          {isMonth ? say.nextMonth : say.nextWeek}
        </a>
      </nav>
      <nav class="actions" aria-label={say.views}>
        <a class="btn" href={to({ view: 'month' })} aria-current={isMonth ? 'true' : undefined}>
          {say.month}
        </a>
        <a class="btn" href={to({ view: 'week' })} aria-current={isMonth ? undefined : 'true'}>
          {say.week}
        </a>
      </nav>
    </div>
  );
}
