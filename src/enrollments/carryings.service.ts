import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Carrying } from '../courses/course.entity';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { found } from '../platform/problems/refusals';
import { type ClassState, hasEnded } from '../classes/training-class.states';
import { AttendanceLine, type AttendanceMark } from './attendance-line.entity';
import { keepMarks } from './attendance-trail';
import { AmendedFacts, CarriedMarks } from './carried-facts';
import { Enrollment } from './enrollment.entity';
import { assertMayMoveLearner, maySeeEnrollment } from './enrollments.policy';
import { ClassTakesNobody, GoesOnAlready, notAnEarlierClass } from './enrollments.refusals';
import { enrollmentActions } from './enrollments.words';
import { halfDaysAlike } from '../classes/timetable/half-days-alike';
import { earlierClasses, type OtherClass } from './other-class';

interface Continued {
  readonly continuesId: string;
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly carries: Carrying;
}

export interface LineToCarry {
  readonly lineId: string;
  readonly fromLineId: string;
  readonly mark: AttendanceMark;
}

/** What somebody learned in one class, for the next of the course they learn on in: facts that name where they are from. */
@Injectable()
export class CarryingsService {
  constructor(
    private readonly database: Database,
    private readonly marks: CarriedMarks,
    private readonly amended: AmendedFacts,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Goes on with what somebody learned in an earlier class of the course, such as one they did not complete.
   * @throws NotFound | NotAllowed | AboutOneself | EnrollmentEnded | GoesOnAlready | ClassTakesNobody | InvalidInput
   */
  async goOn(actor: Actor, enrollmentId: string, earlierId: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const enrollment = found(
        await tx.findOne(Enrollment, { where: { id: enrollmentId }, lock: { mode: 'pessimistic_write' } }),
        (one) => maySeeEnrollment(actor, one),
      );
      assertMayMoveLearner(actor, enrollment);
      enrollment.assertLive();
      if (enrollment.continuesId !== null) throw new GoesOnAlready();
      const { state, earlier } = await tx.row<{ state: ClassState; earlier: readonly OtherClass[] }>(
        `SELECT c.state, ${earlierClasses} AS earlier FROM enrollments e JOIN classes c ON c.id = e.class_id WHERE e.id = $1`,
        [enrollmentId],
      );
      if (hasEnded(state)) throw new ClassTakesNobody();
      if (!earlier.some((one) => one.enrollmentId === earlierId)) throw notAnEarlierClass();
      await tx.execute(`UPDATE enrollments SET continues_id = $2 WHERE id = $1`, [enrollmentId, earlierId]);
      await this.carry(tx, actor, enrollmentId, reason);
    });
  }

  /**
   * Brings along what the course carries from the enrollment this one goes on with.
   * @param isWhole whether the class itself goes on, so that everything does whatever the course carries
   */
  async carry(
    tx: Tx,
    actor: Actor,
    enrollmentId: string,
    reason: string | null = null,
    isWhole = false,
  ): Promise<void> {
    const { continuesId, carries, ...about } = await tx.row<Continued>(
      `SELECT e.continues_id, e.class_id, e.person_id, e.unit_id, o.carries
       FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN courses o ON o.id = c.course_id WHERE e.id = $1`,
      [enrollmentId],
    );
    const brings = (part: Carrying) => isWhole || carries === 'all' || carries === part;
    const halfDays = brings('attendance') ? await this.carryHalfDays(tx, actor, continuesId, enrollmentId) : 0;
    const marks = brings('marks') ? await this.marks.carry(tx, actor, continuesId, enrollmentId) : 0;
    await this.journal.write(tx, actor, {
      action: enrollmentActions.carried,
      subject: { type: 'enrollment', id: enrollmentId },
      ...about,
      reason,
      facts: { from: continuesId, halfDays, marks },
    });
  }

  /** Half-days of an earlier class that have their part in this one only now, because the person came into a group of it. */
  async carryAttendanceAnew(tx: Tx, actor: Actor, enrollmentIds: readonly string[]): Promise<void> {
    const continued = await tx.rows<{ id: string; continuesId: string }>(
      `SELECT e.id, e.continues_id FROM enrollments e JOIN classes c ON c.id = e.class_id JOIN courses o ON o.id = c.course_id
       WHERE e.id = ANY ($1) AND e.continues_id IS NOT NULL AND o.carries IN ('all', 'attendance') ORDER BY e.id`,
      [enrollmentIds],
    );
    for (const { id, continuesId } of continued) await this.carryHalfDays(tx, actor, continuesId, id);
  }

  private async carryHalfDays(tx: Tx, actor: Actor, fromEnrollmentId: string, enrollmentId: string): Promise<number> {
    return this.keepCarried(tx, actor, await this.linesToCarry(tx, fromEnrollmentId, enrollmentId));
  }

  /** Marks of other half-days that stand for these lines, each with the line it comes from. Returns how many. */
  async keepCarried(tx: Tx, actor: Actor, found: readonly LineToCarry[]): Promise<number> {
    const lines = await tx.findBy(AttendanceLine, { id: In(found.map(({ lineId }) => lineId)) });
    const of = new Map(lines.map((line) => [line.id, line]));
    for (const { lineId, mark } of found) of.get(lineId)!.carry(mark);
    const said = { source: 'carried', markedAt: this.clock.now(), markedBy: actor.accountId } as const;
    await keepMarks(
      tx,
      lines,
      found.map((line) => ({ ...line, ...said, reason: null, direction: null })),
    );
    return found.length;
  }

  /**
   * By half-days that are alike. Who was absent may still come to one that is yet to begin, unless it is the very hour: leave
   * was given for it, or both classes were one then. What a decision said of one is what comes along.
   */
  private async linesToCarry(tx: Tx, fromEnrollmentId: string, enrollmentId: string): Promise<LineToCarry[]> {
    const amended = await this.amended.attendance(tx, fromEnrollmentId);
    return tx.rows(
      `SELECT l.id AS line_id, coalesce(t.from_line_id, f.id) AS from_line_id, s.mark
       FROM enrollments e JOIN enrollments b ON b.id = e.continues_id
       CROSS JOIN LATERAL ${halfDaysAlike('b.class_id', 'e.class_id', { from: 'b.group_number', to: 'e.group_number' })} a
       JOIN attendance_lines l ON l.enrollment_id = e.id AND l.half_day_id = a.to_id AND l.live AND l.mark = 'unmarked'
       JOIN attendance_lines f ON f.enrollment_id = b.id AND f.half_day_id = a.from_id
       LEFT JOIN jsonb_to_recordset($2::jsonb) AS y ("halfDayId" uuid, mark text) ON y."halfDayId" = a.from_id
       CROSS JOIN LATERAL (SELECT coalesce(y.mark, f.mark) AS mark) s
       LEFT JOIN LATERAL (SELECT m.from_line_id FROM attendance_marks m WHERE f.carried AND m.line_id = f.id ORDER BY m.id DESC LIMIT 1) t ON true
       WHERE e.id = $1 AND s.mark <> 'unmarked' AND (NOT l.expected OR s.mark = 'present' OR f.during && l.during)
       ORDER BY l.id`,
      [enrollmentId, JSON.stringify(amended)],
    );
  }
}
