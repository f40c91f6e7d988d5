import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/access/access';
import { feedText } from './calendar-text';
import { CalendarFeedsQueries } from './calendar-feeds.queries';
import { feedWords } from './calendar-feeds.words';
import { FeedReadsService } from './feed-reads.service';

/** What calendar programs read. They cannot sign in: the address itself is the key, and it is never logged. */
@ApiTags('calendars')
@Access('public')
@Controller('calendars')
export class CalendarsController {
  constructor(
    private readonly reads: FeedReadsService,
    private readonly feeds: CalendarFeedsQueries,
  ) {}

  /** The timetable as iCalendar (RFC 5545); an address that is read too often within an hour is refused for the rest of it. */
  @Get(':token.ics')
  @ApiProduces('text/calendar')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Content-Disposition', 'inline; filename="lich-hoc.ics"')
  @Header('Cache-Control', 'private, no-cache')
  @Header('X-Robots-Tag', 'noindex, noarchive')
  async read(@Param('token') token: string, @Req() request: FastifyRequest): Promise<string> {
    const feed = await this.reads.open(token, request.ip);
    const say = feedWords[feed.locale];
    const name = feed.className ?? (feed.kind === 'person' ? say.myTraining : say.myClasses);
    return feedText(name, await this.feeds.events(feed), feed.locale);
  }
}
