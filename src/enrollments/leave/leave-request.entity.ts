import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { LeaveKind } from '../../courses/course-rules';
import type { Day } from '../../platform/clock';
import { LeaveDecided, NoPaperNamed, PaperSeen } from './leave.refusals';
import { type LeaveRequestState, leaveRequestStates } from './leave-request.states';

/** A paper by its number and day, such as that of a hospital or of a mission. */
export interface LeavePaper {
  readonly number: string;
  readonly on: Day | null;
}

/** Why somebody asks to be away. */
export interface LeaveGiven {
  readonly reason: string;
  readonly kind: LeaveKind;
  readonly paper: LeavePaper | null;
}

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

  /** Since when it waits for the person to ask again, because its half-day was moved to another time. */
  @Column('timestamptz', { nullable: true })
  readonly reopenedAt: Date | null;

  @Column('text')
  readonly kind: LeaveKind;

  /** The paper the person names as proof; it is shown to who runs the class, not kept here. */
  @Column('text', { nullable: true })
  readonly paperNumber: string | null;

  @Column('date', { nullable: true })
  readonly paperOn: Day | null;

  @Column('timestamptz', { nullable: true })
  readonly paperSeenAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly paperSeenBy: string | null;

  /** What was asked for at once in all classes of the person; with it, the days that all half-days within are asked for. */
  @Column('uuid', { nullable: true })
  readonly periodId: string | null;

  @Column('date', { nullable: true })
  readonly fromDay: Day | null;

  @Column('date', { nullable: true })
  readonly toDay: Day | null;

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

  /** What was asked or allowed for one time says nothing of another. @throws LeaveDecided when it came to nothing before */
  reopen(at: Date): void {
    this.assertMayBecome('reopened');
    Object.assign(this, { state: 'reopened', decidedAt: null, decidedBy: null, decisionReason: null, reopenedAt: at });
  }

  /** The person asks for the new time. @throws LeaveDecided */
  askAgain(by: string | null, at: Date): void {
    this.assertMayBecome('asked');
    Object.assign(this, { state: 'asked', askedAt: at, askedBy: by });
  }

  /** @throws LeaveDecided once it came to nothing | PaperSeen once it was seen */
  namePaper({ number, on }: LeavePaper): void {
    if (this.state === 'declined' || this.state === 'withdrawn') throw new LeaveDecided();
    if (this.paperSeenAt) throw new PaperSeen();
    Object.assign(this, { paperNumber: number, paperOn: on });
  }

  /** @throws LeaveDecided once it came to nothing | PaperSeen | NoPaperNamed */
  seePaper(by: string | null, at: Date): void {
    if (this.state === 'declined' || this.state === 'withdrawn') throw new LeaveDecided();
    if (this.paperSeenAt) throw new PaperSeen();
    if (this.paperNumber === null) throw new NoPaperNamed();
    Object.assign(this, { paperSeenAt: at, paperSeenBy: by });
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
