import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { scorecardReaders, unitComparers } from './reports.policy';
import { JointReportRequest, ScorecardRequest } from './reports.requests';
import { UnitNotNamed } from './reports.refusals';
import { type JointReport, ReportsService, type UnitScorecard } from './reports.service';

@ApiTags('reports')
@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

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
}
