import { Body, Get, Post, Query } from '@nestjs/common';
import { Access } from '../platform/access/access';
import { Clock } from '../platform/clock';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { type RuleCode, ruleCodes } from './course-rules';
import { courseKeepers } from './courses.policy';
import { CoursesQueries } from './courses.queries';
import { readNewRule, RuleEndingFormRequest, RuleKindQuery } from './courses.requests';
import { CoursesService } from './courses.service';
import { ruleFormWords, ruleWords } from './rules.words';
import { RuleForm } from './views/rule-form';

/** Where rules are changed: each kind of rule has its form. */
@Pages('courses/:id/rules')
@Access(courseKeepers)
export class CourseRulesPages {
  constructor(
    private readonly service: CoursesService,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  @Get('new')
  @Help(ruleFormWords, 'help')
  async choose(@Page() page: PageRequest, @PathId() id: string, @Query() { rule }: RuleKindQuery): Promise<string> {
    return this.form(page, id, rule, null);
  }

  @Post()
  @Refused<CourseRulesPages>((on, refusal, page, id) => on.form(page, id, kindTyped(page), { form: 'rule', refusal }))
  async putInForce(@Page() page: PageRequest, @PathId() id: string, @Body() body: object): Promise<Redirect> {
    const rule = readNewRule(body);
    await this.service.putRuleInForce(page.actor, id, rule);
    return page.done(`/courses/${id}?on=${rule.validFrom}`, ruleFormWords[page.locale].saved);
  }

  @Post(':ruleId/ending')
  @Refused<CourseRulesPages>((on, refusal, page, id) => on.form(page, id, kindTyped(page), { form: 'ending', refusal }))
  async end(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('ruleId') ruleId: string,
    @Body() body: unknown,
  ): Promise<Redirect> {
    const { lastDay, reason } = readRequest(RuleEndingFormRequest, body);
    await this.service.endRule(page.actor, id, ruleId, { lastDay, reason });
    return page.done(`/courses/${id}`, ruleFormWords[page.locale].ended);
  }

  private async form(
    page: PageRequest,
    courseId: string,
    rule: RuleCode,
    refused: { form: 'rule' | 'ending'; refusal: Refusal } | null,
  ): Promise<string> {
    const course = found(await this.courses.course(courseId));
    const inForce = await this.courses.allRulesInForce(courseId, this.clock.today());
    return page.render(
      ruleWords[page.locale][rule],
      <RuleForm
        course={course}
        rule={rule}
        current={inForce.find((current) => current.rule === rule) ?? null}
        refused={refused && { ...refused, values: page.typed }}
      />,
      refused?.refusal,
    );
  }
}

/** Which rule a refused form is about; without one there is no form to show. */
function kindTyped(page: PageRequest): RuleCode {
  return found(ruleCodes.find((code) => code === page.typed['rule']));
}
