import { Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { NoticesService } from '../../platform/notices/notices.service';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../../platform/pages/page-request';
import { PathId } from '../../platform/requests';
import { NoticesQueries } from './notices.queries';
import { NoticesPageRequest } from './notices.requests';
import { noticeWords } from '../reminders.words';
import { Notices } from './views/notices';

@Pages('notices')
@Access('signed_in')
export class NoticesPages {
  constructor(
    private readonly notices: NoticesService,
    private readonly queries: NoticesQueries,
  ) {}

  @Get()
  @Help(noticeWords, 'help')
  async show(@Page() page: PageRequest, @Query() { show, sort, cursor }: NoticesPageRequest): Promise<string> {
    const unread = show === 'unread';
    const list = await this.queries.mine(page.actor, { unread, sort, ...(cursor ? { after: cursor } : {}) });
    return page.render(
      noticeWords[page.locale].title,
      <Notices list={list} isUnread={unread} sort={sort} isFirstPage={cursor === undefined} />,
    );
  }

  @Post('reading')
  async readAll(@Page() page: PageRequest): Promise<Redirect> {
    await this.notices.readAll(page.actor);
    return page.done('/notices', noticeWords[page.locale].allRead);
  }

  /** Marks the notice as read and goes to what it is about. */
  @Post(':id/reading')
  async read(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    const { link } = await this.notices.read(page.actor, id);
    return page.go(link ?? '/notices');
  }
}
