import { Get, Post } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, type Redirect } from '../../platform/pages/page-request';
import { found } from '../../platform/problems/refusals';
import { recounters } from '../reports.policy';
import { ReportsQueries } from '../reports.queries';
import { reportWords } from '../reports.words';
import { CountingService } from './counting.service';
import { HowFar, Recount } from './recount';

@Pages('reports/recount')
@Access(recounters)
export class RecountPages {
  constructor(
    private readonly counting: CountingService,
    private readonly reports: ReportsQueries,
  ) {}

  @Get()
  @Help(reportWords, 'helpToRecount')
  async show(@Page() page: PageRequest): Promise<string> {
    const [countedAt, job] = await Promise.all([this.reports.countedAt(), this.counting.lastAsked()]);
    return page.render(reportWords[page.locale].recount, <Recount countedAt={countedAt} job={job} />);
  }

  /** The moving part of the page, asked for while everything is counted. */
  @Get('progress')
  async progress(@Page() page: PageRequest): Promise<string> {
    return page.fragment(<HowFar job={found(await this.counting.lastAsked())} />);
  }

  @Post()
  async ask(@Page() page: PageRequest): Promise<Redirect> {
    await this.counting.recount(page.actor);
    return page.go('/reports/recount');
  }
}
