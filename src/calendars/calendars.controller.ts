import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Access } from '../platform/access/access';
import { NotFound } from '../platform/problems/refusals';
import { feedText } from './calendar-text';
import { CalendarFeedsQueries } from './calendar-feeds.queries';
import { feedWords } from './calendar-feeds.words';

/** What calendar programs read. They cannot sign in: the address itself is the key, and it is never logged. */
@ApiTags('calendars')
@Access('public')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly feeds: CalendarFeedsQueries) {}

  /** The timetable as iCalendar (RFC 5545). */
  @Get(':token.ics')
  @ApiProduces('text/calendar')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'inline; filename="lich-hoc.ics"')
  @Header('Cache-Control', 'private, no-cache')
  @Header('X-Robots-Tag', 'noindex, noarchive')
  async read(@Param('token') token: string): Promise<string> {
    const feed = /^[\w-]+$/.test(token) ? await this.feeds.live(token) : null;
    if (!feed) throw new NotFound();
    const say = feedWords[feed.locale];
    const name = feed.className ?? (feed.kind === 'person' ? say.myTraining : say.myClasses);
    return feedText(name, await this.feeds.events(feed), feed.locale);
  }
}
