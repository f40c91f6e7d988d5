import { Injectable } from '@nestjs/common';
import { type ClassState, isUnderWay } from '../../classes/training-class.states';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { found, NotAllowed, NotFound } from '../../platform/problems/refusals';
import type { AttendanceMark } from '../attendance-line.entity';
import { Enrollment } from '../enrollment.entity';
import { mayArrangeGuests, maySeeEnrollment } from '../enrollments.policy';
import { AttendedAlready, GuestCameAlready, notAParallelHalfDay, OnThatSheetAlready } from './guests.refusals';
import { guestActions } from './guests.words';

interface Place {
  readonly classId: string;
  readonly classState: ClassState;
  readonly courseId: string;
  readonly cancelledAt: Date | null;
  readonly ofGroup: boolean;
}

/** A half-day of their own that somebody makes up at one of another class of the course, or of another group of theirs. */
@Injectable()
export class GuestsService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
  ) {}

  /** Puts the person on the sheet of the other half-day; being present there counts here. @throws AttendedAlready | OnThatSheetAlready | PersonBusy | InvalidInput */
  async arrange(
    actor: Actor,
    enrollmentId: string,
    halfDayId: string,
    { atHalfDayId, reason }: { readonly atHalfDayId: string; readonly reason: string },
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const enrollment = await this.load(tx, actor, enrollmentId, [halfDayId, atHalfDayId]);
      const own = await this.place(tx, halfDayId);
      const there = await this.place(tx, atHalfDayId);
      if (!own || own.classId !== enrollment.classId) throw new NotFound();
      const isParallel =
        there?.courseId === own.courseId && (there.classId !== own.classId || (own.ofGroup && there.ofGroup));
      if (!there || !isParallel || there.cancelledAt !== null || !isUnderWay(there.classState))
        throw notAParallelHalfDay();
      const [line] = await tx.rows<{ id: string; mark: AttendanceMark }>(
        `SELECT id, mark FROM attendance_lines WHERE enrollment_id = $1 AND half_day_id = $2 AND live FOR UPDATE`,
        [enrollmentId, halfDayId],
      );
      if (!line) throw new NotFound();
      if (line.mark === 'present') throw new AttendedAlready();
      const added = await tx.execute(
        `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, for_line_id)
         SELECT $1, h.id, $3, h.during, $4 FROM half_days h WHERE h.id = $2
         ON CONFLICT ON CONSTRAINT attendance_lines_once DO UPDATE SET live = true, for_line_id = excluded.for_line_id, during = excluded.during
         WHERE NOT attendance_lines.live AND attendance_lines.mark = 'unmarked'`,
        [enrollmentId, atHalfDayId, enrollment.personId, line.id],
      );
      if (added === 0) throw new OnThatSheetAlready();
      await this.write(tx, actor, guestActions.guest_arranged, enrollment, reason, {
        halfDayId,
        atHalfDayId,
        atClassId: there.classId,
      });
    });
  }

  /** Takes the person off the other sheet again, as long as nobody marked them there. @throws GuestCameAlready */
  async callOff(actor: Actor, enrollmentId: string, halfDayId: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const enrollment = await this.load(tx, actor, enrollmentId, [halfDayId]);
      const [guest] = await tx.rows<{ id: string; halfDayId: string; mark: AttendanceMark }>(
        `SELECT g.id, g.half_day_id, g.mark FROM attendance_lines g JOIN attendance_lines l ON l.id = g.for_line_id
         WHERE l.enrollment_id = $1 AND l.half_day_id = $2 AND g.live FOR UPDATE OF g`,
        [enrollmentId, halfDayId],
      );
      if (!guest) throw new NotFound();
      if (guest.mark !== 'unmarked') throw new GuestCameAlready();
      await tx.execute(`UPDATE attendance_lines SET live = false WHERE id = $1`, [guest.id]);
      const facts = { halfDayId, atHalfDayId: guest.halfDayId };
      await this.write(tx, actor, guestActions.guest_called_off, enrollment, reason, facts);
    });
  }

  /** The classes before lines, as everywhere, by their ids. @throws NotFound | NotAllowed | AboutOneself | EnrollmentEnded */
  private async load(tx: Tx, actor: Actor, enrollmentId: string, halfDayIds: readonly string[]): Promise<Enrollment> {
    await tx.execute(
      `SELECT FROM classes WHERE id IN (SELECT class_id FROM half_days WHERE id = ANY ($1)) ORDER BY id FOR SHARE`,
      [halfDayIds],
    );
    const enrollment = found(await tx.findOneBy(Enrollment, { id: enrollmentId }), (one) =>
      maySeeEnrollment(actor, one),
    );
    if (!mayArrangeGuests(actor, enrollment.classId)) throw new NotAllowed();
    assertNotAboutOneself(actor, enrollment);
    enrollment.assertLive();
    return enrollment;
  }

  private async place(tx: Tx, halfDayId: string): Promise<Place | null> {
    const [place] = await tx.rows<Place>(
      `SELECT c.id AS class_id, c.state AS class_state, c.course_id, h.cancelled_at, h.group_numbers IS NOT NULL AS of_group
       FROM half_days h JOIN classes c ON c.id = h.class_id WHERE h.id = $1`,
      [halfDayId],
    );
    return place ?? null;
  }

  private async write(
    tx: Tx,
    actor: Actor,
    action: Action,
    { id, classId, personId, unitId }: Enrollment,
    reason: string,
    facts: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const subject = { type: 'enrollment', id };
    await this.journal.write(tx, actor, { action, subject, classId, personId, unitId, reason, facts });
  }
}
