import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { planReaders } from '../classes/classes.policy';
import { etagOf, versionIn } from '../classes/etags';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { NotFound } from '../platform/problems/refusals';
import { IdPipe } from '../platform/requests';
import { planKeepers } from './training-plans.policy';
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
export class TrainingPlansController {
  constructor(
    private readonly service: TrainingPlansService,
    private readonly plans: TrainingPlansQueries,
  ) {}

  /** The plan of a year with what was done of it, line by line and together. */
  @Get('training-plans/:year')
  @Access(planReaders)
  async show(@Param('year', YearPipe) year: number): Promise<TrainingPlan> {
    return this.plans.plan(year);
  }

  /** Adds a line: one course in one quarter. */
  @Post('training-plans/:year/lines')
  @Access(planKeepers)
  async add(
    @CurrentActor() actor: Actor,
    @Param('year', YearPipe) year: number,
    @Body() line: NewPlanLineRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanLineItem> {
    return this.answer(await this.service.add(actor, year, line), reply);
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
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiBody({ type: ChangePlanLineRequest })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() sent: object,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanLineItem> {
    await this.service.change(actor, id, readPlanLineChanges(sent ?? {}), versionIn(ifMatch));
    return this.answer(id, reply);
  }

  /** Removes a line no class counts against. */
  @Delete('training-plan-lines/:id')
  @Access(planKeepers)
  @HttpCode(204)
  @ApiHeader({ name: 'If-Match', required: false })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.service.remove(actor, id, versionIn(ifMatch));
  }

  /** Lets a class of the same course and year count against the line. */
  @Post('training-plan-lines/:id/classes')
  @Access(planKeepers)
  async attach(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { classId }: CountedClassRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanLineItem> {
    await this.service.attach(actor, id, classId);
    return this.answer(id, reply);
  }

  /** The class stays; it only counts against the line no more. */
  @Delete('training-plan-lines/:id/classes/:classId')
  @Access(planKeepers)
  @HttpCode(204)
  async detach(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('classId', IdPipe) classId: string,
  ): Promise<void> {
    await this.service.detach(actor, id, classId);
  }

  private async answer(id: string, reply: FastifyReply): Promise<PlanLineItem> {
    const line = await this.plans.line(id);
    if (!line) throw new NotFound();
    void reply.header('ETag', etagOf(line.version));
    return line;
  }
}
