import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { ChangedMeanwhile, found, NotAllowed } from '../../platform/problems/refusals';
import { mayEditPlan } from '../training-plans.policy';
import { TrainingPlansService } from '../training-plans.service';
import { planActions } from '../training-plans.words';
import { PlanProposal, type ProposalFacts } from './plan-proposal.entity';
import type { ProposalAnswer } from './plan-proposal.states';
import { assertMaySpeakFor, maySeeProposal } from './proposals.policy';
import { lineNeeded } from './proposals.refusals';
import { PlanSeasonsService } from './seasons.service';

export interface NewProposal extends Omit<ProposalFacts, 'note'> {
  readonly courseId: string;
  readonly note?: string | null | undefined;
}

export interface AnswerOfOffice {
  readonly answer: ProposalAnswer;
  /** The line it is merged into. */
  readonly lineId?: string | undefined;
  /** Of a line it is taken in as; one unless told. */
  readonly plannedClasses?: number | undefined;
  readonly reason?: string | undefined;
}

/** What units and the Group propose for the plan of a year, and what the office answers. */
@Injectable()
export class PlanProposalsService {
  constructor(
    private readonly database: Database,
    private readonly seasons: PlanSeasonsService,
    private readonly plans: TrainingPlansService,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Returns its id. @throws NotFound | SeasonNotOpen | SeasonOver | ProposedAlready | InvalidInput */
  async propose(
    actor: Actor,
    year: number,
    unitId: string,
    { courseId, quarter, people, note = null }: NewProposal,
  ): Promise<string> {
    assertMaySpeakFor(actor, unitId);
    return this.database.inTransaction(async (tx) => {
      await this.seasons.beginAnswer(tx, actor, year, unitId);
      const facts = { year, unitId, courseId, quarter, people };
      const proposedAt = this.clock.now();
      const { id } = await tx.save(tx.create(PlanProposal, { ...facts, note, proposedAt, state: 'proposed' }));
      await this.seasons.takeBackNone(tx, year, unitId);
      await this.write(tx, actor, planActions.proposed, { id, unitId }, facts);
      return id;
    });
  }

  /** @param version the one the change is made upon; null to change whatever is there @throws NotFound | ProposalSettled | SeasonOver | ProposedAlready | ChangedMeanwhile */
  async change(actor: Actor, id: string, changes: Partial<ProposalFacts>, version: number | null): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const proposal = await this.load(tx, actor, id);
      if (version !== null && proposal.version !== version) throw new ChangedMeanwhile();
      await this.seasons.assertOpen(tx, actor, proposal.year);
      proposal.change(changes);
      await tx.save(proposal);
      await this.write(tx, actor, planActions.proposal_changed, proposal, { ...changes });
    });
  }

  /** @throws NotFound | ProposalSettled */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const proposal = await this.load(tx, actor, id);
      proposal.withdraw();
      await tx.save(proposal);
      await this.write(tx, actor, planActions.proposal_withdrawn, proposal, {});
    });
  }

  /** Taken in as a line of its own, merged into one, or declined: what the unit asked for is its number in that line. @throws NotAllowed | NotFound | ProposalSettled | PlanLineExists | InvalidInput */
  async answer(
    actor: Actor,
    id: string,
    { answer, lineId, plannedClasses = 1, reason }: AnswerOfOffice,
  ): Promise<void> {
    if (!mayEditPlan(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const proposal = await this.load(tx, actor, id);
      const { year, courseId, quarter, people, note } = proposal;
      const at = this.clock.now();
      if (answer === 'declined') proposal.decline(at, reason ?? null);
      else {
        const line =
          answer === 'taken_in'
            ? await this.plans.addWith(tx, actor, year, {
                courseId,
                quarter,
                plannedClasses,
                targetPeople: people,
                note,
              })
            : await this.lineOfYear(tx, proposal, lineId);
        proposal.enter(answer, line, at, reason ?? null);
        await this.count(tx, actor, proposal, line);
      }
      await tx.save(proposal);
      await this.write(tx, actor, planActions.proposal_answered, proposal, { answer, lineId: proposal.lineId }, reason);
    });
  }

  /** It is for the unit from now on, whomever it was for before. */
  private async lineOfYear(tx: Tx, { year, unitId }: PlanProposal, lineId: string | undefined): Promise<string> {
    if (!lineId) throw lineNeeded();
    const line = await this.plans.admitWith(tx, lineId, unitId);
    if (line.year !== year) throw lineNeeded();
    return line.id;
  }

  /** A Group proposes for all its units, and sends nobody itself. */
  private async count(tx: Tx, actor: Actor, { unitId, people }: PlanProposal, lineId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO training_plan_needs (line_id, unit_id, people, said_at, said_by)
       SELECT $1, id, $3, $4, $5 FROM units WHERE id = $2 AND kind = 'base'
       ON CONFLICT (line_id, unit_id) DO UPDATE SET people = training_plan_needs.people + excluded.people`,
      [lineId, unitId, people, this.clock.now(), actor.accountId],
    );
  }

  private async load(tx: Tx, actor: Actor, id: string): Promise<PlanProposal> {
    const proposal = await tx.findOne(PlanProposal, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return found(proposal, (one) => maySeeProposal(actor, one));
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, unitId }: Pick<PlanProposal, 'id' | 'unitId'>,
    facts: Readonly<Record<string, unknown>>,
    reason: string | null = null,
  ): Promise<void> {
    const subject = { type: 'training_plan_proposal', id };
    await this.journal.write(tx, actor, { action, subject, unitId, reason, facts });
  }
}
