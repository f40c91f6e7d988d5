import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { planReaders } from '../classes/classes.policy';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { IfMatch, Tagged } from '../platform/etags';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { AddresseesRequest } from './proposals/proposals.requests';
import { planKeepers, planShownTo } from './training-plans.policy';
import { type PlanLineItem, type TrainingPlan, TrainingPlansQueries } from './training-plans.queries';
import {
  ChangePlanLineRequest,
  CountedClassRequest,
  NewPlanLineRequest,
  PlanCopyRequest,
  readPlanLineChanges,
  YearPipe,
} from './training-plans.requests';
import { TrainingPlansService } from './training-plans.service';

@ApiTags('training plans')
@Controller('api/v1')
@Tagged()
export class TrainingPlansController {
  constructor(
    private readonly service: TrainingPlansService,
    private readonly plans: TrainingPlansQueries,
  ) {}

  /** The plan of a year with what was done of it, line by line and together. */
  @Get('training-plans/:year')
  @Access(planReaders)
  async show(@CurrentActor() actor: Actor, @Param('year', YearPipe) year: number): Promise<TrainingPlan> {
    return this.plans.plan(year, planShownTo(actor));
  }

  /** One line, as the caller may see it. */
  @Get('training-plan-lines/:id')
  @Access(planReaders)
  async line(@CurrentActor() actor: Actor, @PathId() id: string): Promise<PlanLineItem> {
    return found(await this.plans.line(id, planShownTo(actor)));
  }

  /** Whom the line is for; for all units where none is named. */
  @Put('training-plan-lines/:id/addressees')
  @Access(planKeepers)
  async address(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { unitIds = [] }: AddresseesRequest,
    @IfMatch() version: number | null,
  ): Promise<PlanLineItem> {
    await this.service.address(actor, id, unitIds, version);
    return this.answer(id);
  }

  /** Adds a line: one course in one quarter. */
  @Post('training-plans/:year/lines')
  @Access(planKeepers)
  async add(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() line: NewPlanLineRequest,
  ): Promise<PlanLineItem> {
    return this.answer(await this.service.add(actor, year, line));
  }

  /** Copies the lines of another year into one that has none; says how many. */
  @Post('training-plans/:year/copies')
  @Access(planKeepers)
  async copy(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() { fromYear }: PlanCopyRequest,
  ): Promise<{ readonly copied: number }> {
    return { copied: await this.service.copy(actor, year, fromYear) };
  }

  /** Changes what was sent; with `If-Match` only when nobody changed the line meanwhile (412). Course and year stay. */
  @Patch('training-plan-lines/:id')
  @Access(planKeepers)
  @ApiBody({ type: ChangePlanLineRequest })
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<PlanLineItem> {
    await this.service.change(actor, id, readPlanLineChanges(sent ?? {}), version);
    return this.answer(id);
  }

  /** Removes a line no class counts against. */
  @Delete('training-plan-lines/:id')
  @Access(planKeepers)
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @PathId() id: string, @IfMatch() version: number | null): Promise<void> {
    await this.service.remove(actor, id, version);
  }

  /** Lets a class of the same course and year count against the line. */
  @Post('training-plan-lines/:id/classes')
  @Access(planKeepers)
  async attach(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { classId }: CountedClassRequest,
  ): Promise<PlanLineItem> {
    await this.service.attach(actor, id, classId);
    return this.answer(id);
  }

  /** The class stays; it only counts against the line no more. */
  @Delete('training-plan-lines/:id/classes/:classId')
  @Access(planKeepers)
  @HttpCode(204)
  async detach(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('classId') classId: string): Promise<void> {
    await this.service.detach(actor, id, classId);
  }

  private async answer(id: string): Promise<PlanLineItem> {
    return found(await this.plans.line(id, null));
  }
}
