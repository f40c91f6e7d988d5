import type { TestApp } from '../app';
import type { BuiltPerson } from './people';
import type { Rows } from './rows';

export type Mark = 'present' | 'excused' | 'unexcused' | 'unmarked';

export interface EnrollmentWords {
  readonly in: { readonly id: string };
  readonly person: BuiltPerson;
  readonly since: Date;
  /** How its half-days were attended, in their order; unmarked beyond. */
  readonly marks?: readonly Mark[];
  /** By which nomination; by an entry of the office unless told. */
  readonly by?: { readonly id: string };
}

/** Somebody on the roster of a class, with a line at each half-day it holds together; in none of its groups yet. */
export class BuiltEnrollment {
  constructor(
    private readonly rows: Rows,
    readonly id: string,
    readonly person: BuiltPerson,
  ) {}

  static async build(app: TestApp, rows: Rows, { in: inClass, person, since, marks = [], by }: EnrollmentWords) {
    const entry = { classId: inClass.id, reason: 'Bổ sung', enteredAt: since };
    const origin = by ? { nominationId: by.id } : { officeEntryId: await rows.insert('office_entries', entry) };
    const who = { personId: person.id, unitId: person.unitId };
    const id = await rows.insert('enrollments', { classId: inClass.id, ...who, ...origin, enrolledAt: since });
    const halfDays = await app.sql<{ id: string; during: string; number: number }>(
      'SELECT id, during, number FROM half_days WHERE class_id = $1 AND cancelled_at IS NULL AND group_numbers IS NULL',
      inClass.id,
    );
    await rows.insertAll(
      'attendance_lines',
      halfDays.map(({ id: halfDayId, during, number }) => ({
        enrollmentId: id,
        halfDayId,
        personId: person.id,
        during,
        mark: marks[number - 1] ?? 'unmarked',
      })),
    );
    return new BuiltEnrollment(rows, id, person);
  }

  async ends(at: Date, reason = 'Chuyển công tác'): Promise<void> {
    await this.rows.change('enrollments', { id: this.id }, { endedAt: at, endedReason: reason });
  }

  /** As if somebody had taken the attendance, of one half-day or of all. */
  async isMarked(mark: Mark, at?: { readonly id: string }): Promise<void> {
    await this.rows.change(
      'attendance_lines',
      { enrollmentId: this.id, ...(at ? { halfDayId: at.id } : {}) },
      { mark },
    );
  }
}
