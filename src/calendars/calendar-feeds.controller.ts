import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, InPerson } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import type { PageOf } from '../platform/paging';
import { PathId } from '../platform/requests';
import { type CalendarFeedItem, CalendarFeedsQueries } from './calendar-feeds.queries';
import { ListFeedsRequest, MakeFeedRequest } from './calendar-feeds.requests';
import { CalendarFeedsService } from './calendar-feeds.service';

/** Addresses of one's timetable, for a telephone to read. */
@ApiTags('calendars')
@Controller('api/v1/calendar-feeds')
@Access('signed_in')
export class CalendarFeedsController {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly queries: CalendarFeedsQueries,
  ) {}

  /** The live feeds the caller made; with `classId` also that of a class the caller runs. */
  @Get()
  @InPerson()
  async list(@CurrentActor() actor: Actor, @Query() { classId }: ListFeedsRequest): Promise<PageOf<CalendarFeedItem>> {
    return { items: await this.queries.list(actor, classId ?? null), next: null };
  }

  /** Makes a feed; the one there was for the same timetable is revoked with it. */
  @Post()
  @InPerson()
  async make(
    @CurrentActor() actor: Actor,
    @Body() { kind, classId = null }: MakeFeedRequest,
  ): Promise<CalendarFeedItem> {
    const id = await this.feeds.make(actor, { kind, classId });
    const feeds = await this.queries.list(actor, classId);
    return feeds.find((feed) => feed.id === id)!;
  }

  /** From now on its address answers 404. */
  @Post(':id/revocation')
  @HttpCode(204)
  async revoke(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.feeds.revoke(actor, id);
  }
}
