import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ClassesQueries } from '../../classes/classes.queries';
import { CoursesQueries } from '../../courses/courses.queries';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { NotFound } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { reminderKeepers } from '../reminders.policy';
import type { ReminderRule } from '../rules/rule';
import { RulePipe } from '../rule.pipe';
import type { RuleInForce, RuleSettings } from './settings';
import { RuleSettingsQueries } from './settings.queries';
import { exceptionOf, RuleExceptionRequest, RuleSettingsRequest, settingsOf } from './settings.requests';
import { RuleSettingsService } from './settings.service';

interface Rules<T> {
  readonly items: readonly T[];
}

@ApiTags('reminders')
@Controller('api/v1')
export class RuleSettingsController {
  constructor(
    private readonly settings: RuleSettingsService,
    private readonly queries: RuleSettingsQueries,
    private readonly classes: ClassesQueries,
    private readonly courses: CoursesQueries,
  ) {}

  /** Days and switches of every rule. */
  @Get('reminder-rules')
  @Access('signed_in')
  async list(): Promise<Rules<RuleSettings>> {
    return { items: await this.queries.everywhere() };
  }

  /** Changes a rule everywhere; switches left out are off. */
  @Put('reminder-rules/:rule')
  @Access(reminderKeepers)
  @HttpCode(204)
  async change(
    @CurrentActor() actor: Actor,
    @Param('rule', RulePipe) rule: ReminderRule,
    @Body() request: RuleSettingsRequest,
  ): Promise<void> {
    await this.settings.change(actor, settingsOf(rule, request), request.reason);
  }

  /** What is in force in a class, and where each part was decided. */
  @Get('classes/:id/reminder-rules')
  @Access('signed_in')
  async ofClass(@CurrentActor() actor: Actor, @PathId() classId: string): Promise<Rules<RuleInForce>> {
    await this.classes.seen(actor, classId);
    return { items: await this.queries.inForce({ classId }) };
  }

  /** What a class has otherwise; what is left out stays as everywhere. */
  @Put('classes/:id/reminder-rules')
  @Access(reminderKeepers)
  @HttpCode(204)
  async exceptClass(
    @CurrentActor() actor: Actor,
    @PathId() classId: string,
    @Body() request: RuleExceptionRequest,
  ): Promise<void> {
    if (!(await this.classes.class(classId))) throw new NotFound();
    await this.settings.except(actor, request.rule, { classId }, exceptionOf(request), request.reason);
  }

  @Get('courses/:id/reminder-rules')
  @Access('signed_in')
  async ofCourse(@PathId() courseId: string): Promise<Rules<RuleInForce>> {
    if (!(await this.courses.course(courseId))) throw new NotFound();
    return { items: await this.queries.inForce({ courseId }) };
  }

  /** What a course has otherwise; what is left out stays as everywhere. */
  @Put('courses/:id/reminder-rules')
  @Access(reminderKeepers)
  @HttpCode(204)
  async exceptCourse(
    @CurrentActor() actor: Actor,
    @PathId() courseId: string,
    @Body() request: RuleExceptionRequest,
  ): Promise<void> {
    if (!(await this.courses.course(courseId))) throw new NotFound();
    await this.settings.except(actor, request.rule, { courseId }, exceptionOf(request), request.reason);
  }
}
