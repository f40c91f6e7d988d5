import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../platform/access/access';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { IfMatch, Tagged } from '../platform/etags';
import type { PageOf } from '../platform/paging';
import { found } from '../platform/problems/refusals';
import { PathId } from '../platform/requests';
import { courseKeepers } from './courses.policy';
import { type CourseItem, CoursesQueries, type PurposedRule } from './courses.queries';
import {
  ChangeCourseRequest,
  CourseRetirementRequest,
  CourseReturnRequest,
  NewCourseRequest,
  NewRuleRequest,
  readCourseChanges,
  readNewRule,
  RuleEndingRequest,
  RulesQuery,
} from './courses.requests';
import { CoursesService } from './courses.service';

@ApiTags('courses')
@Controller('api/v1/courses')
export class CoursesController {
  constructor(
    private readonly service: CoursesService,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  /** Every course, in the order offices list them. */
  @Get()
  @Access('signed_in')
  async list(): Promise<PageOf<CourseItem>> {
    return { items: await this.courses.list(), next: null };
  }

  /** Adds a course; its rules are added afterwards. */
  @Post()
  @Access(courseKeepers)
  async create(@CurrentActor() actor: Actor, @Body() { raisesTo, ...course }: NewCourseRequest): Promise<CourseItem> {
    const id = await this.service.create(actor, { ...course, raisesTo: raisesTo ?? null });
    return this.found(id);
  }

  /** The seven programmes with their rules: adds what is missing, and leaves alone what is there. */
  @Post('catalogue')
  @Access(courseKeepers)
  @HttpCode(200)
  async establishCatalogue(@CurrentActor() actor: Actor): Promise<PageOf<CourseItem>> {
    await this.service.establishCatalogue(actor);
    return this.list();
  }

  @Get(':id')
  @Access('signed_in')
  @Tagged()
  async show(@PathId() id: string): Promise<CourseItem> {
    return this.found(id);
  }

  /** Changes what was sent; with `If-Match` only when nobody changed the course meanwhile (412). */
  @Patch(':id')
  @Access(courseKeepers)
  @ApiBody({ type: ChangeCourseRequest })
  @Tagged()
  async change(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
    @IfMatch() version: number | null,
  ): Promise<CourseItem> {
    await this.service.change(actor, id, readCourseChanges(sent ?? {}), version);
    return this.found(id);
  }

  /** From a day on no class of it opens; those planned before go on. */
  @Post(':id/retirement')
  @Access(courseKeepers)
  @HttpCode(200)
  async retire(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() retirement: CourseRetirementRequest,
  ): Promise<CourseItem> {
    await this.service.retire(actor, id, retirement);
    return this.found(id);
  }

  /** Takes a retirement back. */
  @Post(':id/return')
  @Access(courseKeepers)
  @HttpCode(200)
  async bringBack(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: CourseReturnRequest,
  ): Promise<CourseItem> {
    await this.service.bringBack(actor, id, reason);
    return this.found(id);
  }

  /** The rules in force on a day, each with the text it rests on and whether that text was read. */
  @Get(':id/rules')
  @Access('signed_in')
  async rules(@PathId() id: string, @Query() { on = this.clock.today() }: RulesQuery): Promise<PageOf<PurposedRule>> {
    await this.found(id);
    return { items: await this.courses.allRulesInForce(id, on), next: null };
  }

  /** Puts a rule in force from a day on; the one of its kind before it ends the day before. */
  @Post(':id/rules')
  @Access(courseKeepers)
  @ApiBody({ type: NewRuleRequest })
  async putRuleInForce(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() sent: object,
  ): Promise<PageOf<PurposedRule>> {
    const rule = readNewRule(sent ?? {});
    await this.service.putRuleInForce(actor, id, rule);
    return { items: await this.courses.allRulesInForce(id, rule.validFrom), next: null };
  }

  /** The course has no such rule from the day after the last one. */
  @Post(':id/rules/:ruleId/ending')
  @Access(courseKeepers)
  @HttpCode(200)
  async endRule(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @PathId('ruleId') ruleId: string,
    @Body() ending: RuleEndingRequest,
  ): Promise<PageOf<PurposedRule>> {
    await this.service.endRule(actor, id, ruleId, ending);
    return { items: await this.courses.allRulesInForce(id, ending.lastDay), next: null };
  }

  private async found(id: string): Promise<CourseItem> {
    return found(await this.courses.course(id));
  }
}
