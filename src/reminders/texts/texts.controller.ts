import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { Takes } from '../../platform/limits/largest-body';
import { reminderKeepers } from '../reminders.policy';
import { type Placeholder, placeholdersOf } from './placeholders';
import { type ReminderRule, reminderRules } from '../rules/rule';
import { ReminderTextsQueries } from '../texts.queries';
import { ReminderTextsPreviewRequest, ReminderTextsRequest, textsIn, type TextsOfRule } from './texts.requests';
import { type Preview, ReminderTextsService } from './texts.service';
import { RulePipe } from '../rule.pipe';

interface TextsItem {
  readonly rule: ReminderRule;
  /** Whether some of the words are the office's. */
  readonly isOwn: boolean;
  readonly texts: TextsOfRule;
  readonly placeholders: readonly Placeholder[];
}

@ApiTags('reminders')
@Controller('api/v1/reminder-texts')
@Access(reminderKeepers)
export class ReminderTextsController {
  constructor(
    private readonly service: ReminderTextsService,
    private readonly queries: ReminderTextsQueries,
  ) {}

  /** The words of every rule as they are now, and the placeholders they may use. */
  @Get()
  async list(): Promise<{ readonly items: readonly TextsItem[] }> {
    const [texts, own] = await Promise.all([this.queries.inForce(), this.queries.changed()]);
    const items = reminderRules.map((rule) => ({
      rule,
      isOwn: own.includes(rule),
      texts: texts[rule],
      placeholders: placeholdersOf(rule),
    }));
    return { items };
  }

  @Put(':rule')
  @Takes({ kilobytes: 192 })
  @HttpCode(204)
  async change(
    @CurrentActor() actor: Actor,
    @Param('rule', RulePipe) rule: ReminderRule,
    @Body() request: ReminderTextsRequest,
  ): Promise<void> {
    await this.service.change(actor, rule, textsIn(request));
  }

  /** What the words become; changes nothing. */
  @Post(':rule/preview')
  @Takes({ kilobytes: 192 })
  @HttpCode(200)
  async preview(
    @CurrentActor() actor: Actor,
    @Param('rule', RulePipe) rule: ReminderRule,
    @Body() request: ReminderTextsPreviewRequest,
  ): Promise<Preview> {
    return this.service.preview(actor, rule, textsIn(request), request.classId ?? null);
  }

  /** Restore the default text. */
  @Delete(':rule')
  @HttpCode(204)
  async restore(@CurrentActor() actor: Actor, @Param('rule', RulePipe) rule: ReminderRule): Promise<void> {
    await this.service.restore(actor, rule);
  }
}
