import { Injectable } from '@nestjs/common';
import type { DayPart } from '../classes/day-parts';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { AttendanceMark, AttendanceSource } from './attendance-line.entity';
import { lastMark, type LeaveAt, leaveAt } from './attendance.queries';
import { type Attended, attendedOf } from './attended';
import { type EnrollmentItem, joinedEnrollment, namedEnrollment } from './enrollments.queries';
import { type Origin, originOf, originOfMark } from './origin';
import { earlierClasses, type OtherClass, otherClasses } from './other-class';

/** A half-day of the class and how it went for one person. */
export interface LearnedHalfDay {
  readonly id: string;
  readonly number: number;
  readonly day: Day;
  readonly part: DayPart;
  readonly topic: string | null;
  readonly mark: AttendanceMark;
  /** Whether they had joined the class when it began. */
  readonly expected: boolean;
  /** How it came to be marked so, by the last line of its trail; null where nobody marked it. */
  readonly source: AttendanceSource | null;
  readonly markedAt: Date | null;
  readonly markedByName: string | null;
  readonly reason: string | null;
  /** Leave that was asked for or allowed, where they were not present. */
  readonly leave: LeaveAt | null;
  /** The half-day of another class that stands for it; null when it is their own. */
  readonly origin: Origin | null;
  /** The half-day of another class at which it is to be made up, or was. */
  readonly visit: Origin | null;
}

/** What one person learned in a class, where from and where they went on; of those who left it, too. */
export interface Learning extends EnrollmentItem {
  readonly endedReason: string | null;
  readonly continues: OtherClass | null;
  readonly continuedBy: OtherClass | null;
  /** Earlier classes of the course with which it could go on; empty once it does. */
  readonly earlier: readonly OtherClass[];
  /** Until when they may learn on in a later class, by which decision; null unless deferred. */
  readonly deferral: { readonly until: Day; readonly decisionNumber: string; readonly decidedOn: Day } | null;
  /** What counts so far; whether half-days from before joining count as missed, the rule of the course says. */
  readonly attended: Attended;
  readonly halfDays: readonly LearnedHalfDay[];
}

@Injectable()
export class LearningQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async ofEnrollment(id: string): Promise<Learning | null> {
    const [enrollment] = await this.database.read<Omit<Learning, 'halfDays'>>(
      `SELECT ${namedEnrollment}, e.ended_reason, ${otherClasses}, ${earlierClasses} AS earlier, (
         SELECT jsonb_build_object('until', d.until, 'decisionNumber', d.decision_number, 'decidedOn', d.decided_on)
         FROM deferrals d WHERE d.enrollment_id = e.id) AS deferral, (
         SELECT jsonb_build_object('present', a.present, 'excused', a.excused, 'unexcused', a.unexcused, 'unmarked', a.unmarked,
           'missedBefore', a.missed_before, 'beforeJoining', a.before_joining)
         FROM (${attendedOf('e', '$3::timestamptz')}) a) AS attended
       FROM ${joinedEnrollment} WHERE e.id = $1`,
      [id, this.clock.today(), this.clock.now()],
    );
    if (!enrollment) return null;
    const halfDays = await this.database.read<LearnedHalfDay>(
      `SELECT h.id, h.number, h.day, h.part, h.topic, l.mark, l.expected, t.source, t.marked_at, a.name AS marked_by_name, t.reason, ${leaveAt} AS leave, ${originOfMark} AS origin,
         ${originOf('(SELECT v.id FROM attendance_lines v WHERE v.for_line_id = l.id AND v.live)')} AS visit
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN enrollments e ON e.id = l.enrollment_id AND is_for_group(h.group_numbers, e.group_number)
       ${lastMark}
       WHERE l.enrollment_id = $1 AND l.for_line_id IS NULL AND h.cancelled_at IS NULL ORDER BY h.day, lower(h.during), h.number`,
      [id],
    );
    return { ...enrollment, halfDays };
  }
}
