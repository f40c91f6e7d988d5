import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { PaperQuery } from '../../printouts/printouts.requests';
import { unitComparers } from '../reports.policy';
import { ReportsService } from '../reports.service';
import { YearlyPapersService } from './yearly-papers.service';
import { mayReadReport, reportDrawers } from './yearly-reports.policy';
import { type YearlyReportItem, type YearlyReportLine, YearlyReportsQueries } from './yearly-reports.queries';
import {
  NewYearlyReportRequest,
  RemarksRequest,
  ReportConfirmationRequest,
  ReportWithdrawalRequest,
  YearlyReportsQuery,
} from './yearly-reports.requests';
import { YearlyReportsService } from './yearly-reports.service';

@ApiTags('yearly reports')
@Controller('api/v1/yearly-reports')
@Access(unitComparers)
export class YearlyReportsController {
  constructor(
    private readonly service: YearlyReportsService,
    private readonly queries: YearlyReportsQueries,
    private readonly papers: YearlyPapersService,
    private readonly reports: ReportsService,
  ) {}

  /** The editions of a year's report, the latest first. */
  @Get()
  async list(
    @CurrentActor() actor: Actor,
    @Query() { year = this.reports.thisYear }: YearlyReportsQuery,
  ): Promise<{ items: YearlyReportLine[] }> {
    const items = await this.queries.ofYear(year);
    return { items: items.filter(({ groupId }) => mayReadReport(actor, groupId)) };
  }

  /** Draws a report up with the figures of now, for both committees to confirm. */
  @Post()
  @Access(reportDrawers)
  async draw(@CurrentActor() actor: Actor, @Body() sent: NewYearlyReportRequest): Promise<YearlyReportItem> {
    return this.answer(actor, await this.service.draw(actor, sent.year, sent.groupId, sent.remarks ?? null));
  }

  /** With its figures, who confirmed them, and what the register says otherwise today. */
  @Get(':id')
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<YearlyReportItem> {
    return this.answer(actor, id);
  }

  /** The figures of now in place of those before; both committees confirm again. */
  @Post(':id/figures')
  @HttpCode(200)
  @Access(reportDrawers)
  async drawAnew(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { remarks = undefined }: RemarksRequest,
  ): Promise<YearlyReportItem> {
    await this.service.drawAnew(actor, id, remarks ?? null);
    return this.answer(actor, id);
  }

  /** Confirms the figures with that version for the caller's committee; once both have, they are kept. */
  @Post(':id/confirmation')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { version }: ReportConfirmationRequest,
  ): Promise<YearlyReportItem> {
    await this.service.confirm(actor, id, version);
    return this.answer(actor, id);
  }

  /** Takes a draft back. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Access(reportDrawers)
  async withdraw(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: ReportWithdrawalRequest,
  ): Promise<YearlyReportItem> {
    await this.service.withdraw(actor, id, reason);
    return this.answer(actor, id);
  }

  /** The report under letterhead, in Vietnamese, from its own figures. */
  @Get(':id/paper')
  async paper(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Query() { format }: PaperQuery,
  ): Promise<StreamableFile> {
    return download(await this.papers.print(actor, id, format));
  }

  private async answer(actor: Actor, id: string): Promise<YearlyReportItem> {
    return found(await this.queries.report(id), ({ groupId }) => mayReadReport(actor, groupId));
  }
}
