import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { LeaveDecided } from './leave.refusals';
import { type LeaveRequestState, leaveRequestStates } from './leave-request.states';

/** A cadre asks to be away from some half-days of a class; who runs the class decides. */
@Entity('leave_requests')
export class LeaveRequest {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly enrollmentId: string;

  @Column('text')
  readonly reason: string;

  @Column('text')
  readonly state: LeaveRequestState;

  @Column('timestamptz')
  readonly askedAt: Date;

  @Column('uuid', { nullable: true })
  readonly askedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly decidedBy: string | null;

  @Column('text', { nullable: true })
  readonly decisionReason: string | null;

  /** Since when it waits again, because its half-day was moved to another day. */
  @Column('timestamptz', { nullable: true })
  readonly reopenedAt: Date | null;

  /** @throws LeaveDecided */
  approve(by: string | null, at: Date): void {
    this.decide('approved', by, at, null);
  }

  /** @throws LeaveDecided */
  decline(by: string | null, at: Date, reason: string): void {
    this.decide('declined', by, at, reason);
  }

  /** @throws LeaveDecided */
  withdraw(by: string | null, at: Date): void {
    this.decide('withdrawn', by, at, null);
  }

  /** What was asked or allowed for one day says nothing of another. @throws LeaveDecided when it came to nothing before */
  reopen(at: Date): void {
    if (this.state !== 'asked') this.assertMayBecome('asked');
    Object.assign(this, { state: 'asked', decidedAt: null, decidedBy: null, decisionReason: null, reopenedAt: at });
  }

  private decide(state: LeaveRequestState, by: string | null, at: Date, reason: string | null): void {
    this.assertMayBecome(state);
    Object.assign(this, { state, decidedAt: at, decidedBy: by, decisionReason: reason });
  }

  private assertMayBecome(state: LeaveRequestState): void {
    const moves: readonly string[] = leaveRequestStates[this.state];
    if (!moves.includes(state)) throw new LeaveDecided();
  }
}
