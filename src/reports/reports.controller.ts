import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import { scorecardReaders, unitComparers } from './reports.policy';
import { JointReportRequest, ScorecardPaperRequest, ScorecardRequest } from './reports.requests';
import { UnitNotNamed } from './reports.refusals';
import { ScorecardPapersService } from './scorecard-papers.service';
import { type JointReport, ReportsService, type UnitScorecard } from './reports.service';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly papers: ScorecardPapersService,
  ) {}

  /** The joint report of a year: classes, seats, nominations, learners and results per course and per unit. */
  @Get('joint')
  @Access(unitComparers)
  async joint(@CurrentActor() actor: Actor, @Query() { year }: JointReportRequest): Promise<JointReport> {
    return this.reports.joint(actor, year);
  }

  /** The scorecard of one unit: its year per course, and its key cadres by theory level. */
  @Get('unit')
  @Access(scorecardReaders)
  async unit(@CurrentActor() actor: Actor, @Query() { year, unitId }: ScorecardRequest): Promise<UnitScorecard> {
    const scorecard = await this.reports.scorecard(actor, unitId, year);
    if (!scorecard) throw new UnitNotNamed();
    return scorecard;
  }

  /** The scorecard under letterhead, in Vietnamese. */
  @Get('unit/paper')
  @Access(scorecardReaders)
  async unitPaper(@CurrentActor() actor: Actor, @Query() query: ScorecardPaperRequest): Promise<StreamableFile> {
    return download(await this.papers.print(actor, query));
  }
}
