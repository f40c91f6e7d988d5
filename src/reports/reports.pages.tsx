import { Get, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { download } from '../platform/downloads';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { readRequest } from '../platform/requests';
import { ClassesQueries } from '../classes/classes.queries';
import { mayCompareUnits, mayRecount, scorecardReaders, unitComparers } from './reports.policy';
import { JointPageQuery, ScorecardPaperRequest, ScorecardRequest } from './reports.requests';
import { ScorecardPapersService } from './scorecard-papers.service';
import { ReportsService } from './reports.service';
import { reportWords } from './reports.words';
import { JointReport } from './views/joint-report';
import { ChooseUnit, UnitScorecard } from './views/unit-scorecard';
import type { YearChoice } from './views/year-filter';

@Pages('reports')
export class ReportsPages {
  constructor(
    private readonly reports: ReportsService,
    private readonly papers: ScorecardPapersService,
    private readonly classes: ClassesQueries,
  ) {}

  @Get('joint')
  @Help(reportWords, 'help')
  @Access(unitComparers)
  async joint(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { year, cursor } = readRequest(JointPageQuery, query);
    const report = await this.reports.joint(page.actor, year);
    const choice = await this.choiceOf(year);
    return page.render(
      reportWords[page.locale].jointOf(report.year),
      <JointReport {...{ report, choice, cursor }} mayRecount={mayRecount(page.actor)} />,
    );
  }

  @Get('unit')
  @Help(reportWords, 'helpOfUnit')
  @Access(scorecardReaders)
  async unit(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { year, unitId } = readRequest(ScorecardRequest, query);
    const [scorecard, choice, units] = await Promise.all([
      this.reports.scorecard(page.actor, unitId, year),
      this.choiceOf(year),
      this.reports.scorecardUnits(page.actor),
    ]);
    const view = scorecard ? (
      <UnitScorecard
        {...{ scorecard, choice, units }}
        mayCompare={mayCompareUnits(page.actor)}
        mayRecount={mayRecount(page.actor)}
      />
    ) : (
      <ChooseUnit choice={choice} units={units} />
    );
    return page.render(reportWords[page.locale].scorecard, view);
  }

  @Get('unit/paper')
  @Access(scorecardReaders)
  async unitPaper(@Page() page: PageRequest, @Query() query: unknown): Promise<StreamableFile> {
    return download(await this.papers.print(page.actor, readRequest(ScorecardPaperRequest, query)));
  }

  private async choiceOf(year: number | undefined): Promise<YearChoice> {
    const { thisYear } = this.reports;
    return { year: year ?? thisYear, thisYear, years: await this.classes.years() };
  }
}
