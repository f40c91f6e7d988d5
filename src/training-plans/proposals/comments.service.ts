import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { planShownTo } from '../training-plans.policy';
import { TrainingPlansQueries } from '../training-plans.queries';
import { planActions } from '../training-plans.words';
import { proposalsShownTo } from './proposals.policy';
import { PlanProposalsQueries } from './proposals.queries';
import { speaksFor } from './speakers';

/** What is talked about: a line of the plan, or a proposal for it. */
export type Talk = { readonly lineId: string } | { readonly proposalId: string };

export interface CommentItem {
  readonly id: string;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenByName: string | null;
  readonly unitNameVi: string;
  readonly unitNameEn: string;
}

/** The thread under a line or a proposal: whoever may read it may write in it, and everybody there reads who wrote for whom. */
@Injectable()
export class PlanCommentsService {
  constructor(
    private readonly database: Database,
    private readonly plans: TrainingPlansQueries,
    private readonly proposals: PlanProposalsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  async of(actor: Actor, talk: Talk): Promise<CommentItem[]> {
    await this.assertMayRead(actor, talk);
    return this.under(talk);
  }

  /** For whoever was shown the line or proposal already. */
  async under(talk: Talk): Promise<CommentItem[]> {
    return this.database.read(
      `SELECT c.id::text AS id, c.text, c.written_at, a.name AS written_by_name, n.name_vi AS unit_name_vi, n.name_en AS unit_name_en
       FROM training_plan_comments c JOIN unit_names n ON n.unit_id = c.unit_id AND n.valid @> $1::date
       LEFT JOIN accounts a ON a.id = c.written_by WHERE ${'lineId' in talk ? 'c.line_id' : 'c.proposal_id'} = $2 ORDER BY c.id`,
      [this.clock.today(), 'lineId' in talk ? talk.lineId : talk.proposalId],
    );
  }

  /** @throws NotFound */
  async add(actor: Actor, talk: Talk, text: string): Promise<void> {
    await this.assertMayRead(actor, talk);
    const unitId = speaksFor(actor, await this.plans.bodies());
    const [lineId, proposalId] = 'lineId' in talk ? [talk.lineId, null] : [null, talk.proposalId];
    await this.database.inTransaction(async (tx) => {
      await tx.execute(
        `INSERT INTO training_plan_comments (line_id, proposal_id, unit_id, text, written_at, written_by) VALUES ($1, $2, $3, $4, $5, $6)`,
        [lineId, proposalId, unitId, text, this.clock.now(), actor.accountId],
      );
      const subject = lineId
        ? { type: 'training_plan_line', id: lineId }
        : { type: 'training_plan_proposal', id: proposalId! };
      await this.journal.write(tx, actor, { action: planActions.commented, subject, unitId });
    });
  }

  private async assertMayRead(actor: Actor, talk: Talk): Promise<void> {
    if ('lineId' in talk) found(await this.plans.line(talk.lineId, planShownTo(actor)));
    else found(await this.proposals.proposal(talk.proposalId, proposalsShownTo(actor)));
  }
}
