import { Body, Get, Post } from '@nestjs/common';
import { planReaders } from '../../classes/classes.policy';
import { Access } from '../../platform/access/access';
import { readRecordForm } from '../../platform/pages/records/record-form';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { mayEditPlan, planKeepers } from '../training-plans.policy';
import { TrainingPlansQueries } from '../training-plans.queries';
import { planWords } from '../training-plans.words';
import { PlanCommentsService } from './comments.service';
import { proposalsShownTo } from './proposals.policy';
import { PlanProposalsQueries } from './proposals.queries';
import { PlanCommentRequest, ProposalAnswerRequest, readProposalChanges } from './proposals.requests';
import { PlanProposalsService } from './proposals.service';
import { proposalWords } from './proposals.words';
import { type ProposalFormId, ProposalPage } from './views/proposal';

@Pages('training-plan-proposals/:id')
@Access(planReaders)
export class PlanProposalPages {
  constructor(
    private readonly service: PlanProposalsService,
    private readonly queries: PlanProposalsQueries,
    private readonly comments: PlanCommentsService,
    private readonly plans: TrainingPlansQueries,
  ) {}

  @Get()
  @Help(proposalWords, 'helpOfOne')
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.proposal(page, id, null);
  }

  @Post()
  @Refused<PlanProposalPages>((on, refusal, page, id) => on.proposal(page, id, { form: 'change', refusal }))
  async change(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { version, sent } = readRecordForm(body);
    await this.service.change(page.actor, id, readProposalChanges(sent), version);
    return page.done(`/training-plan-proposals/${id}`, proposalWords[page.locale].saved);
  }

  @Post('withdrawal')
  @Refused<PlanProposalPages>((on, refusal, page, id) => on.proposal(page, id, { form: 'withdrawal', refusal }))
  async withdraw(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.service.withdraw(page.actor, id);
    return page.done(`/training-plan-proposals/${id}`, proposalWords[page.locale].withdrawn);
  }

  @Post('answer')
  @Access(planKeepers)
  @Refused<PlanProposalPages>((on, refusal, page, id) => on.proposal(page, id, { form: 'answer', refusal }))
  async answer(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.service.answer(page.actor, id, readRequest(ProposalAnswerRequest, body));
    return page.done(`/training-plan-proposals/${id}`, proposalWords[page.locale].answered);
  }

  @Post('comments')
  @Refused<PlanProposalPages>((on, refusal, page, id) => on.proposal(page, id, { form: 'talk', refusal }))
  async comment(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.comments.add(page.actor, { proposalId: id }, readRequest(PlanCommentRequest, body).text);
    return page.done(`/training-plan-proposals/${id}`, proposalWords[page.locale].commented);
  }

  private async proposal(
    page: PageRequest,
    id: string,
    refused: { readonly form: ProposalFormId; readonly refusal: Refusal } | null,
  ): Promise<string> {
    const { actor, locale } = page;
    const proposal = found(await this.queries.proposal(id, proposalsShownTo(actor)));
    const mayAnswer = mayEditPlan(actor);
    const [comments, planned] = await Promise.all([
      this.comments.under({ proposalId: id }),
      mayAnswer ? this.plans.since(proposal.year) : [],
    ]);
    const say = planWords[locale];
    const lines = planned
      .filter(({ year }) => year === proposal.year)
      .map(({ id: value, nameVi, nameEn, quarter }) => ({
        value,
        label: `${locale === 'vi' ? nameVi : nameEn}, ${say.quarterNumber(quarter).toLowerCase()}`,
      }));
    return page.render(
      proposalWords[locale].proposals,
      <ProposalPage
        {...{ proposal, comments, lines }}
        mayAnswer={mayAnswer}
        refused={refused && { ...refused, typed: page.typed }}
      />,
      refused?.refusal,
    );
  }
}
