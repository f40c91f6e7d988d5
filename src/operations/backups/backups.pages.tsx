import { Get, Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect, Refused } from '../../platform/pages/page-request';
import { PageQuery } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import { PlatformSettings } from '../../platform/settings';
import { operators } from '../operations.policy';
import { BackupsQueries } from './backups.queries';
import { BackupsService } from './backups.service';
import { backupWords } from './backups.words';
import { Backups, BackupUnderWay } from './views/backups';

const path = '/operations/backups';

@Pages('operations/backups')
@Access(operators)
export class BackupsPages {
  constructor(
    private readonly backups: BackupsService,
    private readonly queries: BackupsQueries,
    private readonly settings: PlatformSettings,
  ) {}

  @Get()
  @Help(backupWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: PageQuery): Promise<string> {
    return this.show(page, query, null);
  }

  /** How far the one under way is; the whole list once it is done. */
  @Get('progress')
  async progress(@Page() page: PageRequest): Promise<string> {
    const { underWay } = await this.queries.standing();
    return page.fragment(<BackupUnderWay backup={underWay} />);
  }

  @Post()
  @Refused<BackupsPages>((on, refusal, page) => on.show(page, {}, refusal))
  async request(@Page() page: PageRequest): Promise<Redirect> {
    await this.backups.request(page.actor);
    return page.done(path, backupWords[page.locale].requested);
  }

  private async show(page: PageRequest, query: PageQuery, refusal: Refusal | null): Promise<string> {
    const [list, standing] = await Promise.all([this.queries.list(query), this.queries.standing()]);
    return page.render(
      backupWords[page.locale].title,
      <Backups
        {...{ list, standing, refusal }}
        settings={this.settings.backups}
        isFirstPage={query.after === undefined}
      />,
    );
  }
}
