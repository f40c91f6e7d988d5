import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const attendanceMarks = ['present', 'excused', 'unexcused', 'unmarked'] as const;
export type AttendanceMark = (typeof attendanceMarks)[number];
export const isAbsence = (mark: AttendanceMark) => mark === 'excused' || mark === 'unexcused';

/** Where a mark was taken: on a phone in the room, from the paper list, by the code in the hall, from a sheet, by an approved leave, at a half-day of another class. */
export const attendanceSources = ['phone', 'paper', 'qr', 'sheet', 'leave', 'carried'] as const;
export type AttendanceSource = (typeof attendanceSources)[number];

export const directions = ['in', 'out'] as const;
export type Direction = (typeof directions)[number];

/** Somebody coming in or going out, and when they were seen to. */
export interface Passage {
  readonly direction: Direction;
  readonly at: Date;
}

/** What recording a mark came to; a correction without its reason is refused by the caller, who knows the whole sheet. */
export type Recording = 'unchanged' | 'first' | 'corrected' | 'reason_missing' | 'not_expected';

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

  /** Whether the person had joined the class when the half-day began; the database says so. */
  @Column({ type: 'boolean', default: true, insert: false, update: false })
  readonly expected: boolean;

  /** Whether it counts for this person: they were expected, or came all the same. */
  @Column({ type: 'boolean', default: true, insert: false, update: false })
  readonly counted: boolean;

  @Column('text', { default: 'unmarked' })
  readonly mark: AttendanceMark;

  /** Whether the mark comes from a half-day of another class, which its line of the trail names. */
  @Column('boolean', { default: false })
  readonly carried: boolean;

  /** Of a guest: the line of their own class it stands for. */
  @Column('uuid', { nullable: true })
  readonly forLineId: string | null;

  /** When the person came in, as far as it was noted; only of somebody present. */
  @Column('timestamptz', { nullable: true })
  readonly inAt: Date | null;

  @Column('timestamptz', { nullable: true })
  readonly outAt: Date | null;

  /** The first mark needs no reason; changing one that was set does. Nobody is absent from what they had not joined yet. */
  record(mark: AttendanceMark, reason: string | null, passage: Passage | null = null): Recording {
    if (mark === this.mark) return mark === 'present' && passage ? this.pass(passage, reason) : 'unchanged';
    if (!this.expected && isAbsence(mark)) return 'not_expected';
    const isCorrection = this.mark !== 'unmarked';
    if (isCorrection && !reason) return 'reason_missing';
    const seen = (direction: Direction) => (mark === 'present' && passage?.direction === direction ? passage.at : null);
    Object.assign(this, { mark, carried: false, inAt: seen('in'), outAt: seen('out') });
    return isCorrection ? 'corrected' : 'first';
  }

  /** What was marked at a half-day of another class stands for this one. */
  carry(mark: AttendanceMark): void {
    Object.assign(this, { mark, carried: true, inAt: null, outAt: null });
  }

  /** Somebody present comes in or goes out. Coming in after having gone out takes the going back, so it needs a reason. */
  private pass({ direction, at }: Passage, reason: string | null): Recording {
    if (direction === 'out') {
      if (this.outAt) return 'unchanged';
      Object.assign(this, { outAt: at });
      return 'first';
    }
    if (this.outAt) {
      if (!reason) return 'reason_missing';
      Object.assign(this, { inAt: this.inAt ?? at, outAt: null });
      return 'corrected';
    }
    if (this.inAt) return 'unchanged';
    Object.assign(this, { inAt: at });
    return 'first';
  }
}
