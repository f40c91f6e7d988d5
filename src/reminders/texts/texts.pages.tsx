import { Body, Get, Param, Post } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { codedName } from '../../classes/coded-name';
import { Access } from '../../platform/access/access';
import { Takes } from '../../platform/limits/largest-body';
import type { FormValues } from '../../platform/pages/form-scope';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import { Refusal } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { reminderKeepers } from '../reminders.policy';
import { placeholdersOf } from './placeholders';
import { type ReminderRule, reminderRules } from '../rules/rule';
import { ReminderTextsQueries } from '../texts.queries';
import { ReminderTextsPreviewRequest, textsIn } from './texts.requests';
import { type Preview, ReminderTextsService } from './texts.service';
import { textWords } from './texts.words';
import { ruleNames } from '../reminders.words';
import { RulePipe } from '../rule.pipe';
import { ReminderTextForm, ReminderTextList } from './views/texts';
import { TextPreview } from './views/preview';

const classesOffered = 100;

@Pages('reminder-texts')
@Access(reminderKeepers)
export class ReminderTextsPages {
  constructor(
    private readonly service: ReminderTextsService,
    private readonly queries: ReminderTextsQueries,
    private readonly classes: ClassesQueries,
  ) {}

  @Get()
  @Help(textWords, 'help')
  async list(@Page() page: PageRequest): Promise<string> {
    const [texts, own] = await Promise.all([this.queries.inForce(), this.queries.changed()]);
    const rows = reminderRules.map((rule) => ({
      rule,
      isOwn: own.includes(rule),
      subject: texts[rule][page.locale].subject,
    }));
    return page.render(textWords[page.locale].title, <ReminderTextList rows={rows} />);
  }

  @Get(':rule')
  @Help(textWords, 'helpOfOne')
  async edit(@Page() page: PageRequest, @Param('rule', RulePipe) rule: ReminderRule): Promise<string> {
    const { vi, en } = (await this.queries.inForce())[rule];
    const values = { subjectVi: vi.subject, bodyVi: vi.body, subjectEn: en.subject, bodyEn: en.body };
    const preview = await this.service.preview(page.actor, rule, { vi, en }, null);
    return this.form(page, rule, values, preview, null);
  }

  @Post(':rule')
  @Takes({ kilobytes: 192 })
  @Refused<ReminderTextsPages, [ReminderRule]>((on, refusal, page, rule) =>
    on.form(page, rule, page.typed, null, refusal),
  )
  async change(
    @Page() page: PageRequest,
    @Param('rule', RulePipe) rule: ReminderRule,
    @Body() body: unknown,
  ): Promise<Redirect> {
    await this.service.change(page.actor, rule, textsIn(readRequest(ReminderTextsPreviewRequest, body)));
    return page.done('/reminder-texts', textWords[page.locale].saved);
  }

  /** What was typed so far, filled in; as a part of the page while typing, as the whole page without script. */
  @Post(':rule/preview')
  @Takes({ kilobytes: 192 })
  async preview(
    @Page() page: PageRequest,
    @Param('rule', RulePipe) rule: ReminderRule,
    @Body() body: unknown,
  ): Promise<string> {
    try {
      const request = readRequest(ReminderTextsPreviewRequest, body);
      const { classId = null } = request;
      const preview = await this.service.preview(page.actor, rule, textsIn(request), classId);
      if (page.isForPart) return page.fragment(<TextPreview preview={preview} asksForClass={classId !== null} />);
      return this.form(page, rule, page.typed, preview, null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (page.isForPart) return page.fragment(<TextPreview preview={null} refusal={error} asksForClass={false} />);
      return this.form(page, rule, page.typed, null, error);
    }
  }

  @Post(':rule/restoration')
  async restore(@Page() page: PageRequest, @Param('rule', RulePipe) rule: ReminderRule): Promise<Redirect> {
    await this.service.restore(page.actor, rule);
    return page.done(`/reminder-texts/${rule}`, textWords[page.locale].restored);
  }

  private async form(
    page: PageRequest,
    rule: ReminderRule,
    values: FormValues,
    preview: Preview | null,
    refusal: Refusal | null,
  ): Promise<string> {
    const [{ items }, own] = await Promise.all([
      this.classes.list({ actor: page.actor, limit: classesOffered }),
      this.queries.changed(),
    ]);
    return page.render(
      ruleNames[page.locale][rule],
      <ReminderTextForm
        rule={rule}
        isOwn={own.includes(rule)}
        values={values}
        placeholders={placeholdersOf(rule)}
        classes={items.map((item) => ({ value: item.id, label: codedName(item) }))}
        preview={preview}
        refusal={refusal}
      />,
      refusal,
    );
  }
}
