import { Post, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Page, PageRequest, Pages, type Redirect } from '../../platform/pages/page-request';
import { PathId } from '../../platform/requests';
import { deciders } from '../nominations.policy';
import { DecisionStands } from './decision-reversals.refusals';
import { UndoQuery } from './decision-reversals.requests';
import { decisionReversalWords } from './decision-reversals.words';
import { TakenBackDecisions } from './taken-back.service';

/** What the notice after a decision offers, and the page of a nomination. */
@Pages()
@Access(deciders)
export class DecisionReversalsPages {
  constructor(private readonly decisions: TakenBackDecisions) {}

  @Post('reviews/:id/reversal')
  async takeBackReview(
    @Page() page: PageRequest,
    @PathId() reviewId: string,
    @Query() { to }: UndoQuery,
  ): Promise<Redirect> {
    const say = decisionReversalWords[page.locale];
    const results = await this.decisions.takeBackReview(page.actor, reviewId);
    const refused = results.flatMap(({ refusal }) => refusal ?? []);
    const done = results.length - refused.length;
    if (done === 0) throw refused[0] ?? new DecisionStands(null, null);
    const left = refused[0] ? say.notDone(refused.length, refused[0].sentence[page.locale]) : '';
    return page.done(to ?? '/', say.done(done) + left);
  }

  @Post('nominations/:id/decision/reversal')
  async takeBack(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.decisions.takeBack(page.actor, id);
    return page.done(`/nominations/${id}`, decisionReversalWords[page.locale].done(1));
  }
}
