import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { EnrollmentEnded } from './enrollments.refusals';

/** A person's place on the roster of a class; it names the nomination, or the office's own entry, that made it (I6). */
@Entity('enrollments')
export class Enrollment {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly classId: string;

  @Column('uuid')
  readonly personId: string;

  @Column('uuid', { nullable: true })
  readonly nominationId: string | null;

  @Column('uuid', { nullable: true })
  readonly officeEntryId: string | null;

  /** The unit that sent the person; it stays when the person moves to another. */
  @Column('uuid')
  readonly unitId: string;

  /** The enrollment in an earlier class which this one goes on with. */
  @Column('uuid', { nullable: true })
  readonly continuesId: string | null;

  @Column('timestamptz')
  readonly enrolledAt: Date;

  /** Which group of the class they learn in; null while they are in none. */
  @Column('integer', { nullable: true })
  readonly groupNumber: number | null;

  /** Since when; they are expected at half-days of the group from then on. */
  @Column('timestamptz', { nullable: true })
  readonly groupedAt: Date | null;

  /** Whether they lead it (tổ trưởng), which gives no rights. */
  @Column('boolean', { default: false })
  readonly leadsGroup: boolean;

  @Column('timestamptz', { nullable: true })
  readonly endedAt: Date | null;

  @Column('text', { nullable: true })
  readonly endedReason: string | null;

  get isLive(): boolean {
    return this.endedAt === null;
  }

  /** @throws EnrollmentEnded */
  assertLive(): void {
    if (!this.isLive) throw new EnrollmentEnded();
  }

  /** @throws EnrollmentEnded when it had ended before */
  end(at: Date, reason: string): void {
    this.assertLive();
    Object.assign(this, { endedAt: at, endedReason: reason });
  }
}
