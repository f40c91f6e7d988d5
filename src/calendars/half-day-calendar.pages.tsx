import { Get, Query } from '@nestjs/common';
import { courseChoices } from '../classes/course-choices';
import { LecturersQueries } from '../classes/places/lecturers.queries';
import { lecturerChoices, roomChoices } from '../classes/places/choices';
import { PublicHolidaysQueries } from '../classes/holidays/holidays.queries';
import { RoomsQueries } from '../classes/places/rooms.queries';
import { CoursesQueries } from '../courses/courses.queries';
import { UnitChoices } from '../organization/unit-choices.queries';
import { unitsVisibleTo } from '../people/people.policy';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { readRequest } from '../platform/requests';
import { calendarScopeOf, mayReadLoad, mayReadRoomBoard } from './half-day-calendar.policy';
import { HalfDayCalendarQueries } from './half-day-calendar.queries';
import { CalendarPageQuery } from './half-day-calendar.requests';
import { monthOf, weekOf, weeksOfMonth } from './month-calendar';
import { type CalendarChoices, HalfDayCalendar, titleOf } from './views/half-day-calendar';
import { calendarWords } from './half-day-calendar.words';

@Pages('calendar')
export class HalfDayCalendarPages {
  constructor(
    private readonly calendar: HalfDayCalendarQueries,
    private readonly courses: CoursesQueries,
    private readonly rooms: RoomsQueries,
    private readonly holidays: PublicHolidaysQueries,
    private readonly lecturers: LecturersQueries,
    private readonly units: UnitChoices,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Help(calendarWords, 'help')
  @Access('signed_in')
  async show(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const today = this.clock.today();
    const { view = 'month', day = today, ...filters } = readRequest(CalendarPageQuery, query);
    const { actor, locale } = page;
    const weeks = weeksOfMonth(day);
    const shown = view === 'week' ? weekOf(day) : { from: weeks[0]![0]!, to: weeks.at(-1)![6]! };
    const period = view === 'week' ? shown : monthOf(day);
    const isOwn = calendarScopeOf(actor).onlyOf !== null;
    return page.render(
      titleOf(view, period, locale),
      <HalfDayCalendar
        halfDays={await this.calendar.between({ ...filters, ...shown, actor })}
        view={view}
        day={day}
        period={period}
        today={today}
        offOn={await this.holidays.daysOff(shown.from, false)}
        filters={filters}
        choices={isOwn ? null : await this.choices(page, filters.unitId)}
        mayReadRoomBoard={mayReadRoomBoard(actor)}
        mayReadLoad={mayReadLoad(actor)}
      />,
    );
  }

  private async choices({ actor, locale }: PageRequest, chosen: string | undefined): Promise<CalendarChoices> {
    return {
      courses: courseChoices(await this.courses.list(), locale),
      rooms: await roomChoices(this.rooms, locale),
      lecturers: await lecturerChoices(this.lecturers),
      units: await this.units.among(unitsVisibleTo(actor), locale, { of: 'base', chosen }),
    };
  }
}
