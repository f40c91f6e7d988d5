import { Column, Entity, PrimaryColumn } from 'typeorm';
import { dueInThePast, EssayAccepted, EssayMarked } from './essays.refusals';

/** What those who run the class decided about the version that stands; null while nobody did. */
export type EssayDecision = 'accepted' | 'sent_back';

/** One version as it is handed in: text, a file, or both. */
export interface EssayVersion {
  readonly body: string | null;
  readonly fileId: string | null;
  /** Until when it had to come; null when no day was set. */
  readonly dueAt: Date | null;
}

/** The essay of one enrollment: the version that stands, and what was decided about it. Marks are on the 10-point scale. */
@Entity('essays')
export class Essay {
  @PrimaryColumn('uuid')
  readonly enrollmentId: string;

  /** Counts the versions from 1. */
  @Column('integer', { default: 1 })
  readonly number: number;

  @Column('text', { nullable: true })
  readonly body: string | null;

  @Column('uuid', { nullable: true })
  readonly fileId: string | null;

  @Column('timestamptz')
  readonly handedInAt: Date;

  @Column('timestamptz', { nullable: true })
  readonly dueAt: Date | null;

  @Column('text', { nullable: true })
  readonly decision: EssayDecision | null;

  @Column('timestamptz', { nullable: true })
  readonly decidedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly decidedBy: string | null;

  @Column('text', { nullable: true })
  readonly decisionReason: string | null;

  /** Until when a better version is awaited, once one was sent back; it takes the place of the term of the class. */
  @Column('timestamptz', { nullable: true })
  readonly dueAgainAt: Date | null;

  /** `numeric` reaches us as text: '7.50'. */
  @Column('numeric', { precision: 4, scale: 2, nullable: true })
  readonly mark: string | null;

  @Column('timestamptz', { nullable: true })
  readonly markedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly markedBy: string | null;

  /** Whether another version may still take the place of this one. @throws EssayMarked | EssayAccepted */
  assertReplaceable(): void {
    if (this.mark !== null) throw new EssayMarked();
    if (this.decision === 'accepted') throw new EssayAccepted();
  }

  /** @throws EssayMarked | EssayAccepted */
  replace({ body, fileId, dueAt }: EssayVersion, at: Date): void {
    this.assertReplaceable();
    this.become({ body, fileId, dueAt, handedInAt: at, number: this.number + 1 });
    this.become({ decision: null, decidedAt: null, decidedBy: null, decisionReason: null });
  }

  accept(at: Date, by: string | null): void {
    this.become({ decision: 'accepted', decidedAt: at, decidedBy: by, decisionReason: null });
  }

  /** A mark says that the essay is accepted, whatever the mark. */
  giveMark(mark: number, at: Date, by: string | null): void {
    if (this.decision !== 'accepted') this.accept(at, by);
    this.become({ mark: mark.toFixed(2), markedAt: at, markedBy: by });
  }

  /** The writer is asked for a better version; a mark given before is taken back. @throws InvalidInput */
  sendBack(reason: string, dueAgainAt: Date, at: Date, by: string | null): void {
    if (dueAgainAt <= at) throw dueInThePast();
    this.become({ decision: 'sent_back', decidedAt: at, decidedBy: by, decisionReason: reason, dueAgainAt });
    this.become({ mark: null, markedAt: null, markedBy: null });
  }

  private become(changes: Partial<Omit<Essay, 'assertReplaceable' | 'replace' | 'accept' | 'giveMark' | 'sendBack'>>) {
    Object.assign(this, changes);
  }
}
