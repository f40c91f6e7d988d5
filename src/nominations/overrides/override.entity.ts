import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Day } from '../../platform/clock';
import { ReasonNeeded } from '../nominations.refusals';
import { OverrideRevoked } from './overrides.refusals';

/** The competent authority lets one person into one class although a rule of the course says no. */
@Entity('admission_overrides')
export class AdmissionOverride {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  @Column('uuid')
  readonly personId: string;

  @Column('text')
  readonly rule: string;

  @Column('text')
  readonly decisionNumber: string;

  @Column('date')
  readonly decisionDate: Day;

  @Column('text')
  readonly authority: string;

  @Column('text')
  readonly reason: string;

  @Column('timestamptz')
  readonly recordedAt: Date;

  @Column('uuid', { nullable: true })
  readonly recordedBy: string | null;

  @Column('timestamptz', { nullable: true })
  readonly revokedAt: Date | null;

  @Column('uuid', { nullable: true })
  readonly revokedBy: string | null;

  @Column('text', { nullable: true })
  readonly revokedReason: string | null;

  /** Taken back because it was recorded wrongly; who came in by it stays. */
  revoke(by: string | null, at: Date, reason: string): void {
    if (this.revokedAt !== null) throw new OverrideRevoked();
    if (reason.trim() === '') throw new ReasonNeeded();
    Object.assign(this, { revokedAt: at, revokedBy: by, revokedReason: reason.trim() });
  }
}
