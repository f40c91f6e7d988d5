import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { codedName } from '../../classes/coded-name';
import { ClassesQueries } from '../../classes/classes.queries';
import { CoursesQueries } from '../../courses/courses.queries';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { type ReminderRule, reminderRules } from '../rules/rule';
import { RulePipe } from '../rule.pipe';
import { mayManageReminders, reminderKeepers } from '../reminders.policy';
import { ruleNames } from '../reminders.words';
import { type Place, RuleSettingsQueries } from './settings.queries';
import {
  exceptionOf,
  RuleExceptionRequest,
  RuleSettingsRequest,
  RulesOfPlaceQuery,
  settingsOf,
} from './settings.requests';
import { RuleSettingsService } from './settings.service';
import { settingWords } from './settings.words';
import { RuleForm, Rules } from './views/settings';
import { RulesOfPlace } from './views/rules-of-place';

interface SeenPlace {
  readonly place: Place;
  readonly name: string;
  readonly path: string;
  readonly back: string;
}

/** Everybody may read by which rules the service reminds; the office changes them. */
@Pages()
@Access('signed_in')
export class RuleSettingsPages {
  constructor(
    private readonly settings: RuleSettingsService,
    private readonly queries: RuleSettingsQueries,
    private readonly classes: ClassesQueries,
    private readonly courses: CoursesQueries,
  ) {}

  @Get('reminder-rules')
  @Help(settingWords, 'help')
  async show(@Page() page: PageRequest, @Query() { courseId }: RulesOfPlaceQuery): Promise<string | Redirect> {
    if (courseId) return page.go(`/courses/${courseId}/reminder-rules`);
    const { locale, actor } = page;
    const [rules, exceptions, courses] = await Promise.all([
      this.queries.everywhere(),
      this.queries.exceptions(null),
      this.courses.list(),
    ]);
    return page.render(
      settingWords[locale].title,
      <Rules
        rules={rules}
        exceptions={exceptions}
        courses={courses.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }))}
        mayChange={mayManageReminders(actor)}
      />,
    );
  }

  @Get('reminder-rules/:rule')
  @Help(settingWords, 'helpOfRule')
  @Access(reminderKeepers)
  async edit(@Page() page: PageRequest, @Param('rule', RulePipe) rule: ReminderRule): Promise<string> {
    return this.ruleForm(page, rule, null);
  }

  @Post('reminder-rules/:rule')
  @Access(reminderKeepers)
  @Refused<RuleSettingsPages, [ReminderRule]>((on, refusal, page, rule) => on.ruleForm(page, rule, refusal))
  async change(
    @Page() page: PageRequest,
    @Param('rule', RulePipe) rule: ReminderRule,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const request = readRequest(RuleSettingsRequest, body);
    await this.settings.change(page.actor, settingsOf(rule, request), request.reason);
    return page.done('/reminder-rules', settingWords[page.locale].saved);
  }

  @Get('classes/:id/reminder-rules')
  @Help(settingWords, 'helpOfClass')
  async ofClass(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { rule }: RulesOfPlaceQuery,
  ): Promise<string> {
    return this.rulesOf(page, await this.seenClass(page, id), rule ?? null, null);
  }

  @Post('classes/:id/reminder-rules')
  @Access(reminderKeepers)
  async exceptClass(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.except(page, await this.seenClass(page, id), body);
  }

  @Get('courses/:id/reminder-rules')
  @Help(settingWords, 'helpOfCourse')
  async ofCourse(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Query() { rule }: RulesOfPlaceQuery,
  ): Promise<string> {
    return this.rulesOf(page, await this.seenCourse(page, id), rule ?? null, null);
  }

  @Post('courses/:id/reminder-rules')
  @Access(reminderKeepers)
  async exceptCourse(
    @Page() page: PageRequest,
    @PathId() id: string,
    @Body() body: unknown,
  ): Promise<Redirect | string> {
    return this.except(page, await this.seenCourse(page, id), body);
  }

  private async except(page: PageRequest, seen: SeenPlace, body: unknown): Promise<Redirect | string> {
    return page.attempt(
      async () => {
        const request = readRequest(RuleExceptionRequest, body);
        await this.settings.except(page.actor, request.rule, seen.place, exceptionOf(request), request.reason);
        return page.done(seen.path, settingWords[page.locale].saved);
      },
      (refusal) => this.rulesOf(page, seen, reminderRules.find((rule) => rule === page.typed['rule']) ?? null, refusal),
    );
  }

  private async ruleForm(page: PageRequest, rule: ReminderRule, refusal: Refusal | null): Promise<string> {
    const [settings, exceptions] = await Promise.all([this.queries.everywhere(), this.queries.exceptions(rule)]);
    const stored = settings.find((one) => one.rule === rule)!;
    const values = refusal ? page.typed : { ...stored, daysBefore: stored.daysBefore.join(', ') };
    return page.render(
      ruleNames[page.locale][rule],
      <RuleForm rule={rule} values={values} exceptions={exceptions} refusal={refusal} />,
      refusal,
    );
  }

  /** @param rule the one whose exception is being written; null shows no form */
  private async rulesOf(page: PageRequest, seen: SeenPlace, rule: ReminderRule | null, refusal: Refusal | null) {
    const mayChange = mayManageReminders(page.actor);
    const [rules, own] = await Promise.all([
      this.queries.inForce(seen.place),
      rule ? this.queries.exception(rule, seen.place) : null,
    ]);
    const stored = own && {
      daysBefore: own.daysBefore?.join(', ') ?? '',
      enabled: own.enabled === null ? 'same' : own.enabled ? 'on' : 'off',
      tooLateAfterDays: own.tooLateAfterDays ?? '',
    };
    return page.render(
      settingWords[page.locale].titleOf(seen.name),
      <RulesOfPlace
        {...seen}
        rules={rules}
        chosen={mayChange ? rule : null}
        values={refusal ? page.typed : (stored ?? {})}
        refusal={refusal}
        mayChange={mayChange}
      />,
      refusal,
    );
  }

  private async seenClass({ actor }: PageRequest, id: string): Promise<SeenPlace> {
    const item = await this.classes.seen(actor, id);
    const path = `/classes/${id}/reminder-rules`;
    return { place: { classId: id }, name: codedName(item), path, back: `/classes/${id}/reminders` };
  }

  private async seenCourse({ locale }: PageRequest, id: string): Promise<SeenPlace> {
    const course = found(await this.courses.course(id));
    const name = locale === 'vi' ? course.nameVi : course.nameEn;
    return { place: { courseId: id }, name, path: `/courses/${id}/reminder-rules`, back: '/reminder-rules' };
  }
}
