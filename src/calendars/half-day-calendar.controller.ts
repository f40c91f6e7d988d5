import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { type CalendarHalfDay, HalfDayCalendarQueries } from './half-day-calendar.queries';
import { assertFewDays, HalfDaysQuery } from './half-day-calendar.requests';

@ApiTags('classes')
@Controller('api/v1/half-days')
export class HalfDayCalendarController {
  constructor(private readonly calendar: HalfDayCalendarQueries) {}

  /** The half-days of all classes in time order, the cancelled ones too. Without a role the caller finds their own classes only. */
  @Get()
  @Access('signed_in')
  async list(@CurrentActor() actor: Actor, @Query() query: HalfDaysQuery): Promise<PageOf<CalendarHalfDay>> {
    assertFewDays(query);
    return this.calendar.page({ ...query, actor });
  }
}
