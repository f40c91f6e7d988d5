import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { ClassesQueries } from '../../classes/classes.queries';
import { PaperQuery } from '../../printouts/printouts.requests';
import { bodiesOf } from '../../training-plans/proposals/speakers';
import { unitComparers } from '../reports.policy';
import { ReportsService } from '../reports.service';
import { type ReportForm, YearlyReportPage } from './views/yearly-report';
import { YearlyReports } from './views/yearly-reports';
import { YearlyPapersService } from './yearly-papers.service';
import { mayDrawReport, mayReadReport, reportDrawers } from './yearly-reports.policy';
import { YearlyReportsQueries } from './yearly-reports.queries';
import {
  NewYearlyReportRequest,
  RemarksRequest,
  ReportConfirmationRequest,
  ReportWithdrawalRequest,
  YearlyReportQuery,
  YearlyReportsQuery,
} from './yearly-reports.requests';
import { YearlyReportsService } from './yearly-reports.service';
import { yearlyReportWords } from './yearly-reports.words';

type RefusedForm = { readonly form: ReportForm; readonly refusal: Refusal };

@Pages('yearly-reports')
@Access(unitComparers)
export class YearlyReportsPages {
  constructor(
    private readonly service: YearlyReportsService,
    private readonly queries: YearlyReportsQueries,
    private readonly papers: YearlyPapersService,
    private readonly reports: ReportsService,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(yearlyReportWords, 'help')
  async list(@Page() page: PageRequest, @Query() query: unknown): Promise<string> {
    const { year = this.reports.thisYear } = readRequest(YearlyReportsQuery, query);
    return this.ofYear(page, year, null);
  }

  @Post()
  @Access(reportDrawers)
  @Refused<YearlyReportsPages>((on, refusal, page) =>
    on.ofYear(page, Number(page.typed['year']) || on.reports.thisYear, refusal),
  )
  async draw(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const { year, groupId, remarks } = readRequest(NewYearlyReportRequest, body);
    const id = await this.service.draw(page.actor, year, groupId, remarks ?? null);
    return page.done(`/yearly-reports/${id}`, yearlyReportWords[page.locale].drawn);
  }

  @Get(':id')
  @Help(yearlyReportWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string, @Query() query: unknown): Promise<string> {
    return this.report(page, id, null, readRequest(YearlyReportQuery, query).cursor);
  }

  @Get(':id/paper')
  async paper(@Page() page: PageRequest, @PathId() id: string, @Query() query: unknown): Promise<StreamableFile> {
    return download(await this.papers.print(page.actor, id, readRequest(PaperQuery, query).format));
  }

  @Post(':id/figures')
  @Access(reportDrawers)
  @Refused<YearlyReportsPages, [string]>((on, refusal, page, id) => on.report(page, id, { form: 'draw-anew', refusal }))
  async drawAnew(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.drawAnew(page.actor, id, readRequest(RemarksRequest, body).remarks ?? null);
    return page.done(`/yearly-reports/${id}`, yearlyReportWords[page.locale].drawnAnew);
  }

  @Post(':id/confirmation')
  @Refused<YearlyReportsPages, [string]>((on, refusal, page, id) => on.report(page, id, { form: 'confirm', refusal }))
  async confirm(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.confirm(page.actor, id, readRequest(ReportConfirmationRequest, body).version);
    const say = yearlyReportWords[page.locale];
    const { state } = found(await this.queries.report(id));
    return page.done(`/yearly-reports/${id}`, state === 'frozen' ? say.frozen : say.confirmed);
  }

  @Post(':id/withdrawal')
  @Access(reportDrawers)
  @Refused<YearlyReportsPages, [string]>((on, refusal, page, id) => on.report(page, id, { form: 'withdraw', refusal }))
  async withdraw(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.withdraw(page.actor, id, readRequest(ReportWithdrawalRequest, body).reason);
    return page.done(`/yearly-reports/${id}`, yearlyReportWords[page.locale].withdrawn);
  }

  private async ofYear(page: PageRequest, year: number, refusal: Refusal | null): Promise<string> {
    const [reports, groups, years] = await Promise.all([
      this.queries.ofYear(year),
      this.queries.groups(),
      this.classes.years(),
    ]);
    return page.render(
      yearlyReportWords[page.locale].reportsOf(year),
      <YearlyReports
        reports={reports.filter(({ groupId }) => mayReadReport(page.actor, groupId))}
        choice={{ year, thisYear: this.reports.thisYear, years }}
        groups={groups}
        mayDraw={mayDrawReport(page.actor)}
        typed={page.typed}
        refusal={refusal}
      />,
      refusal,
    );
  }

  private async report(page: PageRequest, id: string, refused: RefusedForm | null, cursor?: string): Promise<string> {
    const report = found(await this.queries.report(id), ({ groupId }) => mayReadReport(page.actor, groupId));
    return page.render(
      yearlyReportWords[page.locale].titleOf(report.year, report.edition),
      <YearlyReportPage
        {...{ report, cursor }}
        mayDraw={mayDrawReport(page.actor)}
        body={bodiesOf(page.actor, report.bodies)[0]}
        typed={page.typed}
        refused={refused}
      />,
      refused?.refusal,
    );
  }
}
