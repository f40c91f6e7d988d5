import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../platform/clock';
import type { TheoryLevel } from '../people/person.values';
import type { Grade, RecordKind } from './training-record.labels';

/**
 * A line of the lasting ledger: what somebody completed, in the words of its day. It outlives renamed units and changed
 * courses and is never changed; a correction is a new line that supersedes it.
 */
@Entity('training_records')
export class TrainingRecord {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly personId: string;

  @Column('text')
  readonly kind: RecordKind;

  /** Null for what was learned elsewhere. */
  @Column('uuid', { nullable: true })
  readonly courseId: string | null;

  @Column('uuid', { nullable: true })
  readonly completionId: string | null;

  @Column('text')
  readonly holderName: string;

  @Column('text')
  readonly courseName: string;

  @Column('text')
  readonly className: string;

  @Column('text', { nullable: true })
  readonly unitName: string | null;

  @Column('text', { nullable: true })
  readonly position: string | null;

  @Column('date')
  readonly startedOn: Day;

  @Column('date')
  readonly endedOn: Day;

  @Column('text', { nullable: true })
  readonly grade: Grade | null;

  /** Of the certificate or the diploma; a school's diploma gets its number later. */
  @Column('text', { nullable: true })
  readonly awardNumber: string | null;

  /** The theory level this led to. */
  @Column('text', { nullable: true })
  readonly theoryLevel: TheoryLevel | null;

  /** The last day the award holds; null when it lasts, and when there is none: ask `validityOn`. */
  @Column('date', { nullable: true })
  readonly validUntil: Day | null;

  /** The day its certificate was revoked; the line then has neither number nor last day. */
  @Column('date', { nullable: true })
  readonly awardRevokedOn: Day | null;

  /** Of the document of an entered line. */
  @Column('date', { nullable: true })
  readonly issuedOn: Day | null;

  /** The school, or the authority that confirms. */
  @Column('text', { nullable: true })
  readonly issuedBy: string | null;

  @Column('timestamptz')
  readonly recordedAt: Date;

  @Column('uuid', { nullable: true })
  readonly recordedBy: string | null;

  /** Why it supersedes another. */
  @Column('text', { nullable: true })
  readonly reason: string | null;

  /** Says that the line it supersedes should never have been. */
  @Column('boolean')
  readonly withdrawn: boolean;

  @Column('uuid', { nullable: true })
  readonly supersedesId: string | null;
}
