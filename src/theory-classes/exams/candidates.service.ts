import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { type DecisionToLift, ExamPermissionsService } from '../exam-permissions.service';
import { type AdmissionRow, AdmissionQueries } from './admission.queries';
import { seatedIn } from './exam';
import { mayPlanExams } from './exams.policy';
import {
  ExamCandidateBusy,
  ExamHeld,
  invigilatesThemselves,
  notAdmitted,
  notOfTheCourse,
  placesMissing,
} from './exams.refusals';
import { examActions } from './exams.words';
import { type HeldExam, holdExam } from './held-exam';

/** Who sits an examination: drawn up by rule, with numbers and rooms in the order of a Vietnamese list. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly admission: AdmissionQueries,
    private readonly permissions: ExamPermissionsService,
  ) {}

  /**
   * Makes these people the list; all of the class who are admitted where none are told. Guests of another class of the
   * course may stand among them.
   * @throws ExamHeld | ExamCandidateBusy | InvalidInput naming `enrollmentIds`, `rooms` or `invigilators`
   */
  async list(actor: Actor, examId: string, enrollmentIds?: readonly string[]): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      const exam = await holdExam(tx, actor, examId, mayPlanExams);
      return this.listWith(tx, actor, exam, enrollmentIds);
    });
  }

  /** Lets somebody sit it in spite of absence, by a decision, and puts them on the list. */
  async permit(
    actor: Actor,
    examId: string,
    enrollmentId: string,
    decision: Omit<DecisionToLift, 'moduleIds'>,
  ): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const exam = await holdExam(tx, actor, examId, mayPlanExams);
      const rows = await this.admission.of(exam, tx);
      const row = rows.find((one) => one.enrollmentId === enrollmentId);
      if (!row || row.moduleId === null) throw notOfTheCourse();
      await this.permissions.recordWith(tx, actor, enrollmentId, { ...decision, moduleIds: [row.moduleId] });
      const listed = await this.listed(tx, examId);
      await this.listWith(tx, actor, exam, [...listed, enrollmentId]);
    });
  }

  /** As {@link list}, inside a transaction under way that holds the examination. */
  async listWith(tx: Tx, actor: Actor, exam: HeldExam, enrollmentIds?: readonly string[]): Promise<number> {
    if (exam.minutesAt !== null) throw new ExamHeld();
    const rows = await this.admission.of(exam, tx);
    const ids = new Set(
      enrollmentIds ??
        rows
          .filter(({ isGuest, admission }) => admission === 'listed' || (!isGuest && admission === 'admitted'))
          .map(({ enrollmentId }) => enrollmentId),
    );
    const wanted = rows.filter(({ enrollmentId }) => ids.has(enrollmentId));
    if (wanted.length < ids.size) throw notOfTheCourse();
    await this.assertMaySit(tx, exam, wanted);
    const removed = await tx.execute(`DELETE FROM exam_candidates WHERE exam_id = $1 AND enrollment_id <> ALL ($2)`, [
      exam.id,
      [...ids],
    ]);
    const seats = await this.seats(tx, exam.id, wanted.length);
    await tx.execute(
      `INSERT INTO exam_candidates (exam_id, enrollment_id, number, room_id, listed_at)
       SELECT $1, "enrollmentId", number, "roomId", $3 FROM jsonb_to_recordset($2::jsonb) AS c ("enrollmentId" uuid, number int, "roomId" uuid)
       ON CONFLICT ON CONSTRAINT exam_candidates_once DO UPDATE SET number = excluded.number, room_id = excluded.room_id`,
      [
        exam.id,
        JSON.stringify(
          wanted.map(({ enrollmentId }, index) => ({ enrollmentId, number: index + 1, roomId: seats[index] })),
        ),
        this.clock.now(),
      ],
    );
    await this.journal.write(tx, actor, {
      action: examActions.listed,
      subject: { type: 'exam', id: exam.id },
      classId: exam.classId,
      facts: { people: wanted.length, removed, guests: wanted.filter(({ isGuest }) => isGuest).length },
    });
    return wanted.length;
  }

  /** Rooms anew for the numbers there are, after the rooms changed. */
  async seatAgain(tx: Tx, examId: string): Promise<void> {
    const listed = await tx.rows<{ enrollmentId: string }>(
      `SELECT enrollment_id FROM exam_candidates WHERE exam_id = $1 ORDER BY number`,
      [examId],
    );
    const seats = await this.seats(tx, examId, listed.length);
    await tx.execute(
      `UPDATE exam_candidates c SET room_id = s."roomId" FROM jsonb_to_recordset($2::jsonb) AS s ("enrollmentId" uuid, "roomId" uuid)
       WHERE c.exam_id = $1 AND c.enrollment_id = s."enrollmentId"`,
      [examId, JSON.stringify(listed.map(({ enrollmentId }, index) => ({ enrollmentId, roomId: seats[index] })))],
    );
  }

  private async listed(tx: Tx, examId: string): Promise<string[]> {
    const rows = await tx.rows<{ enrollmentId: string }>(
      `SELECT enrollment_id FROM exam_candidates WHERE exam_id = $1`,
      [examId],
    );
    return rows.map(({ enrollmentId }) => enrollmentId);
  }

  private async assertMaySit(tx: Tx, { id }: HeldExam, wanted: readonly AdmissionRow[]): Promise<void> {
    const named = (which: (row: AdmissionRow) => boolean) => wanted.filter(which).map(({ fullName }) => fullName);
    const barred = named(({ admission }) => admission === 'barred');
    if (barred.length > 0) throw notAdmitted(barred);
    const busy = named(({ admission }) => admission === 'busy');
    if (busy.length > 0) throw new ExamCandidateBusy(busy);
    const watching = await tx.rows<{ personId: string }>(
      `SELECT person_id FROM exam_invigilators WHERE exam_id = $1 AND person_id = ANY ($2)`,
      [id, wanted.map(({ personId }) => personId)],
    );
    const both = wanted.find(({ personId }) => watching.some((one) => one.personId === personId));
    if (both) throw invigilatesThemselves(both.fullName);
  }

  private async seats(tx: Tx, examId: string, people: number): Promise<(string | null)[]> {
    const rooms = await tx.rows<{ roomId: string; places: number }>(
      `SELECT t.room_id, coalesce(t.places, r.capacity) AS places FROM exam_rooms t JOIN rooms r ON r.id = t.room_id
       WHERE t.exam_id = $1 ORDER BY t.position`,
      [examId],
    );
    const places = rooms.reduce((sum, room) => sum + room.places, 0);
    if (rooms.length > 0 && places < people) throw placesMissing(people, places);
    return seatedIn(rooms, people);
  }
}
