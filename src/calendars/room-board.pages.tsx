import { Get, Query } from '@nestjs/common';
import { PublicHolidaysQueries } from '../classes/holidays/holidays.queries';
import { RoomsQueries } from '../classes/places/rooms.queries';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { readRequest } from '../platform/requests';
import { roomBoardReaders } from './half-day-calendar.policy';
import { HalfDayCalendarQueries } from './half-day-calendar.queries';
import { RoomBoardQuery } from './half-day-calendar.requests';
import { RoomBoard, titleOf } from './views/room-board';

/** More than a hall screen can show. */
const mostRooms = 200;

@Pages('rooms/today')
export class RoomBoardPages {
  constructor(
    private readonly calendar: HalfDayCalendarQueries,
    private readonly rooms: RoomsQueries,
    private readonly holidays: PublicHolidaysQueries,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Access(roomBoardReaders)
  async show(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const today = this.clock.today();
    const { day = today } = readRequest(RoomBoardQuery, query);
    return page.render(
      titleOf(day, today, page.locale),
      <RoomBoard
        rooms={await this.rooms.list({ limit: mostRooms })}
        halfDays={await this.calendar.inRoomsOn(day)}
        day={day}
        today={today}
        holiday={(await this.holidays.daysOff(day, false))(day)?.holiday ?? null}
      />,
    );
  }
}
