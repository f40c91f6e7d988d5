import { Body, Get, Post, Query } from '@nestjs/common';
import { mayRunClass, maySeeClass } from '../classes/classes.policy';
import { ClassesQueries, type ClassItem } from '../classes/classes.queries';
import { Access, InPerson } from '../platform/access/access';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { PathId, readRequest } from '../platform/requests';
import { feedKinds, mayMakeFeed } from './calendar-feeds.policy';
import { CalendarFeedsQueries } from './calendar-feeds.queries';
import { ListFeedsRequest, MakeFeedRequest } from './calendar-feeds.requests';
import { CalendarFeedsService } from './calendar-feeds.service';
import { feedWords } from './calendar-feeds.words';
import { InvitationsQueries } from './invitations.queries';
import { CalendarFeeds } from './views/calendar-feeds';

const pathOf = (classId: string | null) => `/me/calendar${classId ? `?classId=${classId}` : ''}`;

/** Where the addresses are read, made and revoked; a class is named in the address of the page. */
@Pages('me/calendar')
@Access('signed_in')
export class CalendarFeedsPages {
  constructor(
    private readonly feeds: CalendarFeedsService,
    private readonly queries: CalendarFeedsQueries,
    private readonly classes: ClassesQueries,
    private readonly invitations: InvitationsQueries,
  ) {}

  @Get()
  @Help(feedWords, 'help')
  @InPerson()
  async show(@Page() page: PageRequest, @Query() { classId }: ListFeedsRequest): Promise<string> {
    return this.feedsPage(page, classId ?? null, null);
  }

  @Post()
  @InPerson()
  @Refused<CalendarFeedsPages>((on, refusal, page) => on.feedsPage(page, null, refusal))
  async make(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { kind, classId = null } = readRequest(MakeFeedRequest, body);
    await this.feeds.make(page.actor, { kind, classId });
    return page.done(pathOf(classId), feedWords[page.locale].madeDone);
  }

  @Post(':id/revocation')
  @InPerson()
  @Refused<CalendarFeedsPages>((on, refusal, page) => on.feedsPage(page, null, refusal))
  async revoke(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.feeds.revoke(page.actor, id);
    return page.done(pathOf(readRequest(ListFeedsRequest, body).classId ?? null), feedWords[page.locale].revokedDone);
  }

  private async feedsPage(page: PageRequest, classId: string | null, refusal: Refusal | null): Promise<string> {
    const { actor } = page;
    const item = classId ? await this.seen(page, classId) : null;
    const feeds = await this.queries.list(actor, item?.id ?? null);
    const refused = item && mayRunClass(actor, item.id) ? await this.invitations.refused(item.id) : [];
    const makeable = feedKinds.filter((kind) => mayMakeFeed(actor, { kind, classId: item?.id ?? null }));
    return page.render(
      feedWords[page.locale].title,
      <CalendarFeeds feeds={feeds} makeable={makeable} inClass={item} refused={refused} refusal={refusal} />,
      refusal,
    );
  }

  private async seen({ actor }: PageRequest, classId: string): Promise<ClassItem | null> {
    const item = await this.classes.class(classId);
    return item && maySeeClass(actor, item) ? item : null;
  }
}
