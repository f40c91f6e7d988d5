import { Column, Entity, PrimaryGeneratedColumn, VersionColumn } from 'typeorm';
import { isAnswered, type ProposalState } from './plan-proposal.states';
import { ProposalSettled, reasonToDecline } from './proposals.refusals';

/** What a unit or the Group wishes of a course in a quarter. */
export interface ProposalFacts {
  readonly quarter: number;
  readonly people: number;
  readonly note: string | null;
}

/** What a unit, or the Group, proposes for the plan of a year, until the office answers. */
@Entity('training_plan_proposals')
export class PlanProposal {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('integer')
  readonly year: number;

  /** Who proposes: a base unit, or the Group. */
  @Column('uuid')
  readonly unitId: string;

  @Column('uuid')
  readonly courseId: string;

  @Column('integer')
  readonly quarter: number;

  @Column('integer')
  readonly people: number;

  @Column('text', { nullable: true })
  readonly note: string | null;

  @Column('timestamptz')
  readonly proposedAt: Date;

  @Column('text')
  readonly state: ProposalState;

  /** The line it was taken in as, or merged into. */
  @Column('uuid', { nullable: true })
  readonly lineId: string | null;

  @Column('text', { nullable: true })
  readonly answer: string | null;

  @Column('timestamptz', { nullable: true })
  readonly answeredAt: Date | null;

  @VersionColumn()
  readonly version: number;

  /** @throws ProposalSettled */
  change(facts: Partial<ProposalFacts>): void {
    this.assertOpen();
    Object.assign(this, facts);
  }

  /** @throws ProposalSettled */
  withdraw(): void {
    this.assertOpen();
    Object.assign(this, { state: 'withdrawn' });
  }

  /** @throws ProposalSettled */
  enter(how: 'taken_in' | 'merged', lineId: string, at: Date, answer: string | null): void {
    this.assertOpen();
    Object.assign(this, { state: how, lineId, answer, answeredAt: at });
  }

  /** @throws ProposalSettled | InvalidInput without a reason */
  decline(at: Date, reason: string | null): void {
    this.assertOpen();
    if (!reason) throw reasonToDecline();
    Object.assign(this, { state: 'declined', answer: reason, answeredAt: at });
  }

  /** The line it stood in is gone: it waits for an answer again. */
  reopen(): void {
    if (isAnswered(this.state))
      Object.assign(this, { state: 'proposed', lineId: null, answer: null, answeredAt: null });
  }

  private assertOpen(): void {
    if (this.state !== 'proposed') throw new ProposalSettled();
  }
}
