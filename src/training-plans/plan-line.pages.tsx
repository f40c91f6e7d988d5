import { Body, Get, Post } from '@nestjs/common';
import { planReaders } from '../classes/classes.policy';
import { OrganizationQueries } from '../organization/organization.queries';
import { unitsNamed } from '../organization/unit-choices.queries';
import { Access } from '../platform/access/access';
import type { FormValues } from '../platform/pages/form-scope';
import { versionIn } from '../platform/etags';
import { readRecordForm, recordForm } from '../platform/pages/records/record-form';
import { Help } from '../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import { found } from '../platform/problems/refusals';
import { PathId, readRequest } from '../platform/requests';
import { PlanCommentsService } from './proposals/comments.service';
import { proposalsShownTo } from './proposals/proposals.policy';
import { PlanProposalsQueries } from './proposals/proposals.queries';
import { AddresseesRequest, PlanCommentRequest } from './proposals/proposals.requests';
import { proposalWords } from './proposals/proposals.words';
import { bodiesOf } from './proposals/speakers';
import { talkFormId } from './proposals/views/talk';
import { mayEditPlan, planKeepers, planShownTo } from './training-plans.policy';
import { TrainingPlansQueries } from './training-plans.queries';
import { CountedClassRequest, PlanLineRemovalRequest, readPlanLineChanges } from './training-plans.requests';
import { TrainingPlansService } from './training-plans.service';
import { planWords } from './training-plans.words';
import { addresseesFormId, attachFormId, changeFormId, PlanLinePage } from './views/plan-line-page';

/** One line of the plan: changing it, and the classes that count against it. */
@Pages('training-plan-lines/:id')
@Access(planKeepers)
export class PlanLinePages {
  constructor(
    private readonly service: TrainingPlansService,
    private readonly plans: TrainingPlansQueries,
    private readonly proposals: PlanProposalsQueries,
    private readonly comments: PlanCommentsService,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  @Help(planWords, 'helpOfLine')
  @Access(planReaders)
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.line(page, id);
  }

  @Post()
  @Refused<PlanLinePages>((on, refusal, page, id) => on.line(page, id, { formId: changeFormId, refusal }))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    await this.service.change(page.actor, id, readPlanLineChanges(sent), version);
    return page.done(`/training-plan-lines/${id}`, planWords[page.locale].saved);
  }

  @Post('removal')
  @Refused<PlanLinePages>((on, refusal, page, id) => on.line(page, id, { formId: undefined, refusal }))
  async remove(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version } = readRequest(PlanLineRemovalRequest, body);
    const year = await this.service.remove(page.actor, id, versionIn(version));
    return page.done(`/training-plans/${year}`, planWords[page.locale].removed);
  }

  @Post('classes')
  @Refused<PlanLinePages>((on, refusal, page, id) => on.line(page, id, { formId: attachFormId, refusal }))
  async attach(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.attach(page.actor, id, readRequest(CountedClassRequest, body).classId);
    return page.done(`/training-plan-lines/${id}`, planWords[page.locale].attached);
  }

  @Post('classes/:classId/removal')
  @Refused<PlanLinePages>((on, refusal, page, id) => on.line(page, id, { formId: undefined, refusal }))
  async detach(@Page() page: PageRequest, @PathId() id: string, @PathId('classId') classId: string): Promise<Redirect> {
    await this.service.detach(page.actor, id, classId);
    return page.done(`/training-plan-lines/${id}`, planWords[page.locale].detached);
  }

  @Post('addressees')
  @Refused<PlanLinePages>((on, refusal, page, id) => on.line(page, id, { formId: addresseesFormId, refusal }))
  async address(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    const { unitIds = [] } = readRequest(AddresseesRequest, sent);
    await this.service.address(page.actor, id, unitIds, version);
    return page.done(`/training-plan-lines/${id}`, proposalWords[page.locale].addresseesSaved);
  }

  @Post('comments')
  @Access(planReaders)
  @Refused<PlanLinePages>((on, refusal, page, id) => on.line(page, id, { formId: talkFormId, refusal }))
  async comment(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.comments.add(page.actor, { lineId: id }, readRequest(PlanCommentRequest, body).text);
    return page.done(`/training-plan-lines/${id}`, proposalWords[page.locale].commented);
  }

  private async line(page: PageRequest, id: string, refused: RefusedForm | null = null): Promise<string> {
    const { actor } = page;
    const line = found(await this.plans.line(id, planShownTo(actor)));
    const mayEdit = mayEditPlan(actor);
    const [counted, countable, bodies, needs, proposals, comments, units] = await Promise.all([
      this.plans.counted(id),
      mayEdit ? this.plans.countable(line) : [],
      this.plans.bodies(),
      this.proposals.needs({ lineId: id }, proposalsShownTo(actor)),
      this.proposals.inLine(id, proposalsShownTo(actor)),
      this.comments.under({ lineId: id }),
      this.organization.baseUnits(),
    ]);
    const seen = { counted: mayEdit ? counted : counted.filter(({ state }) => state !== 'draft'), countable };
    const formOf = (formId: string, stored: FormValues) =>
      refused?.formId === formId
        ? recordForm({ ...stored, version: line.version }, page.typed, refused.refusal)
        : recordForm({ ...stored, version: line.version }, null, null);
    return page.render(
      planWords[page.locale].line,
      <PlanLinePage
        {...{ line, ...seen, bodies, needs, proposals, comments, mayEdit, refused }}
        form={formOf(changeFormId, { ...line })}
        addresseesForm={formOf(addresseesFormId, { unitIds: line.addressedTo })}
        units={unitsNamed(units, page.locale).map(({ id, name }) => ({ value: id, label: name }))}
        body={bodiesOf(actor, bodies)[0]}
        typed={page.typed}
      />,
      refused?.refusal,
    );
  }
}

interface RefusedForm {
  readonly formId: string | undefined;
  readonly refusal: Refusal;
}
