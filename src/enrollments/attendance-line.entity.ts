import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const attendanceMarks = ['present', 'excused', 'unexcused', 'unmarked'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];

/** Where a mark was taken: on a phone in the room, from the paper list, by the person's own code, from a sheet. */
export const attendanceSources = ['phone', 'paper', 'qr', 'sheet'] as const;
export type AttendanceSource = (typeof attendanceSources)[number];

/** What recording a mark came to; a correction without its reason is refused by the caller, who knows the whole sheet. */
export type Recording = 'unchanged' | 'first' | 'corrected' | 'reason_missing';

/** One person at one half-day. The mark here is the current one; how it came about is the trail in `attendance_marks`. */
@Entity('attendance_lines')
export class AttendanceLine {
  @PrimaryGeneratedColumn('uuid')
  readonly id: string;

  @Column('uuid')
  readonly enrollmentId: string;

  @Column('uuid')
  readonly halfDayId: string;

  @Column('uuid')
  readonly personId: string;

  @Column('tstzrange')
  readonly during: string;

  /** Whether the time is taken: not once the enrollment ended or the half-day was cancelled. */
  @Column('boolean', { default: true })
  readonly live: boolean;

  /** Why this person may be in two places at this hour (I3). */
  @Column('text', { nullable: true })
  readonly overlapReason: string | null;

  @Column('text', { default: 'unmarked' })
  readonly mark: AttendanceMark;

  /** The first mark needs no reason; changing one that was set does. */
  record(mark: AttendanceMark, reason: string | null): Recording {
    if (mark === this.mark) return 'unchanged';
    const isCorrection = this.mark !== 'unmarked';
    if (isCorrection && !reason) return 'reason_missing';
    Object.assign(this, { mark });
    return isCorrection ? 'corrected' : 'first';
  }
}
