import { Get, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { download } from '../platform/downloads';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { NotFound } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { NeedsPageQuery, NeedsQuery } from './coverage.requests';
import { CoverageService } from './coverage.service';
import { coverageWords } from './coverage.words';
import { mayRecount, scorecardReaders } from './reports.policy';
import { CoveragePage } from './views/coverage';
import { TrainingNeedsPage } from './views/training-needs';

@Pages()
export class CoveragePages {
  constructor(
    private readonly coverage: CoverageService,
    private readonly clock: Clock,
  ) {}

  @Get('reports/coverage')
  @Help(coverageWords, 'help')
  @Access(scorecardReaders)
  async show(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { cursor, unitsAfter, ...filter } = readRequest(NeedsPageQuery, query);
    const [{ coverage, needs }, units] = await Promise.all([
      this.coverage.overview(page.actor, filter, cursor),
      this.coverage.units(page.actor),
    ]);
    return page.render(
      coverageWords[page.locale].title,
      <CoveragePage
        {...{ coverage, needs, units, filter, unitsAfter }}
        isFirstPage={cursor === undefined}
        mayRecount={mayRecount(page.actor)}
      />,
    );
  }

  @Get('reports/coverage/workbook')
  @Access(scorecardReaders)
  async workbook(@Page() page: PageRequest, @Query() query: unknown): Promise<StreamableFile> {
    return download(await this.coverage.workbook(page.actor, readRequest(NeedsQuery, query)));
  }

  @Get('my-training-needs')
  @Help(coverageWords, 'helpOfMine')
  @Access('signed_in')
  async mine(@Page() page: PageRequest): Promise<string> {
    if (page.actor.personId === null) throw new NotFound();
    return this.needsPage(page, page.actor.personId);
  }

  @Get('people/:id/training-needs')
  @Help(coverageWords, 'helpOfPerson')
  @Access('signed_in')
  async ofPerson(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.needsPage(page, id);
  }

  private async needsPage(page: PageRequest, id: string): Promise<string> {
    const found = await this.coverage.ofPerson(page.actor, id);
    const isMine = page.actor.personId === id;
    const say = coverageWords[page.locale];
    return page.render(
      isMine ? say.mine : say.ofPerson,
      <TrainingNeedsPage {...found} isMine={isMine} today={this.clock.today()} />,
    );
  }
}
