import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { CarriedExams, CarriedMarks } from '../carried-facts';
import { EnrollmentsService } from '../enrollments.service';
import { halfDaysAlike } from '../../classes/timetable/half-days-alike';

/** People of one class who go on in another one of the course as part of it, by their enrollments. */
export interface LearnersPassing {
  readonly fromClassId: string;
  readonly classId: string;
  readonly learners: readonly {
    readonly enrollmentId: string;
    /** What makes the new enrollment (I6): the nomination there, or else the office's entry. */
    readonly nominationId?: string | undefined;
    readonly officeEntryId?: string | undefined;
    /** The group there they come into. */
    readonly groupNumber?: number | undefined;
  }[];
  readonly reason: string;
  /** Whether they belong to the other class since they joined this one, because the two were one until now. */
  readonly keepsJoining: boolean;
  /** The decision by which people may be in two classes at one time there. */
  readonly overlapReason?: string | undefined;
}

/** What came along, beside the people. */
export interface LearningPassed {
  readonly attendance: number;
  readonly marks: number;
  readonly leave: number;
  readonly essays: number;
  readonly permissions: number;
  /** Half-days that are to be made up elsewhere. */
  readonly visits: number;
  /** Places on lists of examinations to come: those that go along, and those for which there is none people are free at. */
  readonly exams: number;
  readonly examsLost: number;
}

interface Visit {
  readonly enrollmentId: string;
  readonly forHalfDayId: string;
  readonly atHalfDayId: string;
}

/** Unlike a transfer a passage leaves nothing behind but what the other class has no place for. */
@Injectable()
export class LearnersPassages {
  constructor(
    private readonly enrollments: EnrollmentsService,
    private readonly marks: CarriedMarks,
    private readonly exams: CarriedExams,
    private readonly clock: Clock,
  ) {}

  /** @throws PersonBusy | AlreadyEnrolled */
  async pass(tx: Tx, actor: Actor, passing: LearnersPassing): Promise<LearningPassed> {
    const { fromClassId, classId, learners, reason, keepsJoining, overlapReason } = passing;
    const leaving = learners.map(({ enrollmentId }) => enrollmentId);
    const visits = await this.visits(tx, leaving, classId);
    const before = await this.stand(tx, leaving);
    const examPlaces = await this.exams.toCome(tx, leaving);
    for (const id of leaving) await this.enrollments.end(tx, actor, id, reason);
    const arriving = learners.map(({ enrollmentId, nominationId, officeEntryId, groupNumber }) => {
      const { personId, unitId, enrolledAt, allowed } = before.get(enrollmentId)!;
      return {
        ...{ personId, unitId, nominationId, officeEntryId, continuesId: enrollmentId, isPassage: true },
        groupNumber,
        enrolledAt: keepsJoining ? enrolledAt : undefined,
        overlapReason: allowed ?? overlapReason,
      };
    });
    const ids = await this.enrollments.enrollAll(tx, actor, classId, arriving);
    const counted = await tx.row<{ attendance: number; marks: number }>(
      `SELECT coalesce(sum((j.facts ->> 'halfDays')::int), 0)::int AS attendance, coalesce(sum((j.facts ->> 'marks')::int), 0)::int AS marks
       FROM journal_lines j WHERE j.action = 'enrollments.carried' AND j.subject_id = ANY ($1::uuid[])`,
      [ids],
    );
    const exams = await this.exams.pass(tx, actor, examPlaces, ids, keepsJoining);
    return {
      ...counted,
      exams,
      examsLost: examPlaces.length - exams,
      leave: await this.passLeave(tx, ids, fromClassId, classId),
      essays: await this.passEssays(tx, ids),
      permissions: await this.marks.passPermissions(tx, ids),
      visits: await this.passVisits(tx, ids, visits, fromClassId, classId),
    };
  }

  /** Until when essays are due is said of the class that was split off as well. */
  async copyTerms(tx: Tx, fromClassId: string, classId: string): Promise<void> {
    await tx.execute(
      `INSERT INTO essay_terms (class_id, due_at, set_at, set_by) SELECT $2, due_at, set_at, set_by FROM essay_terms WHERE class_id = $1`,
      [fromClassId, classId],
    );
  }

  /** Half-days of a class that ended take nobody's time any more, guests' neither. Returns how many guests were to come. */
  async endVisits(tx: Tx, classId: string): Promise<number> {
    return tx.execute(
      `UPDATE attendance_lines l SET live = false FROM half_days h
       WHERE h.id = l.half_day_id AND h.class_id = $1 AND h.cancelled_at IS NOT NULL AND l.live AND l.for_line_id IS NOT NULL`,
      [classId],
    );
  }

  private async stand(tx: Tx, enrollmentIds: readonly string[]) {
    const rows = await tx.rows<{
      id: string;
      personId: string;
      unitId: string;
      enrolledAt: Date;
      allowed: string | null;
    }>(
      `SELECT e.id, e.person_id, e.unit_id, e.enrolled_at,
         (SELECT max(l.overlap_reason) FROM attendance_lines l WHERE l.enrollment_id = e.id AND l.live AND lower(l.during) > $2) AS allowed
       FROM enrollments e WHERE e.id = ANY ($1::uuid[])`,
      [enrollmentIds, this.clock.now()],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** What they were to make up at half-days of third classes. */
  private async visits(tx: Tx, enrollmentIds: readonly string[], classId: string): Promise<Visit[]> {
    return tx.rows(
      `SELECT l.enrollment_id, l.half_day_id AS for_half_day_id, g.half_day_id AS at_half_day_id
       FROM attendance_lines g JOIN attendance_lines l ON l.id = g.for_line_id JOIN half_days h ON h.id = g.half_day_id
       WHERE l.enrollment_id = ANY ($1::uuid[]) AND g.live AND g.mark = 'unmarked' AND h.class_id <> $2`,
      [enrollmentIds, classId],
    );
  }

  /** Leave is for an hour: where the other class meets at another one it is to be asked for anew. */
  private async passLeave(tx: Tx, ids: readonly string[], fromClassId: string, classId: string): Promise<number> {
    const passed = await tx.rows<{ id: string; halfDayId: string; toId: string }>(
      `SELECT DISTINCT ON (q.id, f.half_day_id) q.id, f.half_day_id, a.to_id
       FROM enrollments n JOIN enrollments b ON b.id = n.continues_id JOIN leave_requests q ON q.enrollment_id = b.id
       JOIN leave_request_half_days f ON f.leave_request_id = q.id JOIN half_days g ON g.id = f.half_day_id
       JOIN LATERAL ${alikeForThem('$2', '$3')} a ON a.from_id = g.id JOIN half_days h ON h.id = a.to_id AND h.during && g.during
       WHERE n.id = ANY ($1::uuid[]) ORDER BY q.id, f.half_day_id, a.to_id`,
      [ids, fromClassId, classId],
    );
    const requests = [...new Set(passed.map(({ id }) => id))];
    await tx.execute(
      `UPDATE leave_requests q SET enrollment_id = n.id FROM enrollments n
       WHERE n.id = ANY ($1::uuid[]) AND q.enrollment_id = n.continues_id AND q.id = ANY ($2::uuid[])`,
      [ids, requests],
    );
    await tx.execute(
      `UPDATE leave_request_half_days f SET half_day_id = w."toId" FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, "halfDayId" uuid, "toId" uuid)
       WHERE f.leave_request_id = w.id AND f.half_day_id = w."halfDayId"`,
      [JSON.stringify(passed)],
    );
    await tx.execute(
      `DELETE FROM leave_request_half_days f USING half_days h WHERE h.id = f.half_day_id AND f.leave_request_id = ANY ($1::uuid[]) AND h.class_id = $2`,
      [requests, fromClassId],
    );
    return requests.length;
  }

  /** The essay itself goes; of its earlier versions, which are never changed, a copy does. */
  private async passEssays(tx: Tx, ids: readonly string[]): Promise<number> {
    await tx.execute(
      `INSERT INTO essay_versions (enrollment_id, number, body, file_id, handed_in_at, due_at, decision, decided_at, decided_by, decision_reason)
       SELECT n.id, v.number, v.body, v.file_id, v.handed_in_at, v.due_at, v.decision, v.decided_at, v.decided_by, v.decision_reason
       FROM enrollments n JOIN essay_versions v ON v.enrollment_id = n.continues_id WHERE n.id = ANY ($1::uuid[])`,
      [ids],
    );
    return tx.execute(
      `UPDATE essays s SET enrollment_id = n.id FROM enrollments n WHERE n.id = ANY ($1::uuid[]) AND s.enrollment_id = n.continues_id`,
      [ids],
    );
  }

  private async passVisits(
    tx: Tx,
    ids: readonly string[],
    visits: readonly Visit[],
    fromClassId: string,
    classId: string,
  ): Promise<number> {
    if (visits.length === 0) return 0;
    return tx.execute(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, for_line_id)
       SELECT n.id, h.id, n.person_id, h.during, l.id
       FROM jsonb_to_recordset($2::jsonb) AS v ("enrollmentId" uuid, "forHalfDayId" uuid, "atHalfDayId" uuid)
       JOIN enrollments n ON n.id = ANY ($1::uuid[]) AND n.continues_id = v."enrollmentId" JOIN enrollments b ON b.id = n.continues_id
       JOIN LATERAL ${alikeForThem('$3', '$4')} a ON a.from_id = v."forHalfDayId"
       JOIN attendance_lines l ON l.enrollment_id = n.id AND l.half_day_id = a.to_id
       JOIN half_days h ON h.id = v."atHalfDayId"`,
      [ids, JSON.stringify(visits), fromClassId, classId],
    );
  }
}

/** In SQL: half-days alike for somebody who learned as `b` there and learns as `n` here, each in their group. */
const alikeForThem = (from: string, to: string) =>
  halfDaysAlike(from, to, { from: 'b.group_number', to: 'n.group_number' });
