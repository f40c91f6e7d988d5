import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { rosterReaders } from '../enrollments/enrollments.policy';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { download } from '../platform/downloads';
import type { PageOf } from '../platform/paging';
import { PathId } from '../platform/requests';
import type { StudyTotals } from './participation';
import { pageOfUnits } from './participation-list';
import type { Participation } from './participation.queries';
import { CorrectionOfPersonRequest, ExemptionRequest, ParticipationQuery, RollQuery } from './participation.requests';
import { type CorrectionItem, type RollItem, RollsQueries } from './rolls.queries';
import { RollsService } from './rolls.service';
import { registrars, studyArrangers } from './study-sessions.policy';
import { UnitRolls } from './unit-rolls';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
type UnitAnswer = PageOf<RollItem> & { readonly unit: Participation; readonly corrections: readonly CorrectionItem[] };

@ApiTags('study sessions')
@Controller('api/v1/classes/:id')
export class ParticipationController {
  constructor(
    private readonly unitRolls: UnitRolls,
    private readonly queries: RollsQueries,
    private readonly rolls: RollsService,
  ) {}

  /** How the called units take part, with totals over all the caller may see. */
  @Get('participation')
  @Access(rosterReaders)
  async units(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: ParticipationQuery,
  ): Promise<PageOf<Participation> & { totals: StudyTotals }> {
    const { units, totals } = await this.unitRolls.overview(actor, classId);
    return { ...pageOfUnits(units, query), totals };
  }

  @Get('participation/workbook')
  @Access(rosterReaders)
  @ApiProduces(xlsx)
  async workbook(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Query() query: ParticipationQuery,
  ): Promise<StreamableFile> {
    return download({ name: 'tham-gia.xlsx', content: await this.unitRolls.workbook(actor, classId, query) });
  }

  /** The people of one called unit: who is obliged, exempt or apart, who attended, and what was corrected since. */
  @Get('participation/:unitId')
  @Access(rosterReaders)
  async unit(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @Query() query: RollQuery,
  ): Promise<UnitAnswer> {
    const { unit } = await this.unitRolls.unit(actor, classId, unitId);
    const [people, corrections] = await Promise.all([
      this.queries.people(classId, unitId, query),
      this.queries.corrections(classId, unitId),
    ]);
    return { unit, ...people, corrections };
  }

  @Get('participation/:unitId/workbook')
  @Access(rosterReaders)
  @ApiProduces(xlsx)
  async unitWorkbook(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
  ): Promise<StreamableFile> {
    return download({ name: 'danh-sach.xlsx', content: await this.unitRolls.unitWorkbook(actor, classId, unitId) });
  }

  /** Records that a member need not attend, until the roll is frozen. */
  @Put('obliged-units/:unitId/exemptions/:personId')
  @Access(registrars)
  async exempt(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @PathId('personId') personId: string,
    @Body() exemption: ExemptionRequest,
  ): Promise<{ personId: string }> {
    await this.rolls.exempt(actor, { classId, unitId, personId }, exemption);
    return { personId };
  }

  @Delete('obliged-units/:unitId/exemptions/:personId')
  @Access(registrars)
  @HttpCode(204)
  async liftExemption(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @PathId('personId') personId: string,
  ): Promise<void> {
    await this.rolls.liftExemption(actor, { classId, unitId, personId });
  }

  /** Puts right how one person stands on a frozen roll, by a line with decision and reason. */
  @Post('obliged-units/:unitId/roll-corrections')
  @Access(studyArrangers)
  async correct(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @PathId('unitId') unitId: string,
    @Body() { personId, ...correction }: CorrectionOfPersonRequest,
  ): Promise<{ personId: string }> {
    await this.rolls.correct(actor, { classId, unitId, personId }, correction);
    return { personId };
  }
}
