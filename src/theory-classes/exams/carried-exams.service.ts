import { Injectable } from '@nestjs/common';
import type { CarriedExams, ExamPlace, ExamWithoutMinutes } from '../../enrollments/carried-facts';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { isSameModule } from '../same-module';
import { examActions } from './exams.words';

/** Lists of examinations as classes are split and merged. */
@Injectable()
export class CarriedExamsService implements CarriedExams {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async toCome(tx: Tx, enrollmentIds: readonly string[]): Promise<readonly ExamPlace[]> {
    return tx.rows(
      `SELECT c.enrollment_id, c.exam_id, c.number, c.room_id FROM exam_candidates c
       JOIN exams e ON e.id = c.exam_id AND e.cancelled_at IS NULL AND upper(e.during) > $2
       WHERE c.enrollment_id = ANY ($1::uuid[]) AND c.outcome IS NULL ORDER BY c.exam_id, c.number`,
      [enrollmentIds, this.clock.now()],
    );
  }

  async pass(
    tx: Tx,
    actor: Actor,
    places: readonly ExamPlace[],
    toEnrollmentIds: readonly string[],
    formerGoesOn: boolean,
  ): Promise<number> {
    if (places.length === 0) return 0;
    const now = this.clock.now();
    const listed = await tx.rows<{ examId: string; classId: string }>(
      `WITH passing AS (
         SELECT n.id AS enrollment_id, n.person_id, p.sort_name, c."examId" AS from_exam_id, c.number, c."roomId" AS room_id, x.id AS exam_id, x.class_id, x.during, x.half_day_id
         FROM jsonb_to_recordset($1::jsonb) AS c ("enrollmentId" uuid, "examId" uuid, number int, "roomId" uuid)
         JOIN enrollments n ON n.continues_id = c."enrollmentId" AND n.id = ANY ($2::uuid[]) JOIN persons p ON p.id = n.person_id
         JOIN exams f ON f.id = c."examId" LEFT JOIN modules o ON o.id = f.module_id
         JOIN LATERAL (
           SELECT x.* FROM exams x LEFT JOIN modules m ON m.id = x.module_id
           WHERE x.cancelled_at IS NULL AND x.minutes_at IS NULL AND CASE WHEN $4 THEN x.id = f.id
             ELSE x.class_id = n.class_id AND x.attempt = f.attempt AND lower(x.during) > $3
               AND (o.id IS NULL AND m.id IS NULL OR ${isSameModule}) END
           ORDER BY lower(x.during), x.id LIMIT 1) x ON true
         WHERE NOT EXISTS (SELECT FROM attendance_lines l WHERE l.person_id = n.person_id AND l.live AND l.overlap_reason IS NULL AND l.during && x.during
             AND l.half_day_id IS DISTINCT FROM x.half_day_id)
           AND NOT EXISTS (SELECT FROM exam_hours t WHERE t.what = 'person' AND t.subject_id = n.person_id AND t.during && x.during))
       INSERT INTO exam_candidates (exam_id, enrollment_id, number, room_id, listed_at)
       SELECT exam_id, enrollment_id,
         CASE WHEN $4 THEN number ELSE (coalesce((SELECT max(d.number) FROM exam_candidates d WHERE d.exam_id = passing.exam_id), 0)
           + row_number() OVER (PARTITION BY exam_id ORDER BY sort_name, enrollment_id))::int END,
         CASE WHEN $4 THEN room_id END, $3
       FROM passing ORDER BY exam_id, enrollment_id
       RETURNING exam_id, (SELECT class_id FROM exams x WHERE x.id = exam_id) AS class_id`,
      [JSON.stringify(places), toEnrollmentIds, now, formerGoesOn],
    );
    for (const [examId, classId] of new Map(listed.map(({ examId: id, classId: of }) => [id, of])))
      await this.journal.write(tx, actor, {
        action: examActions.taken_over,
        subject: { type: 'exam', id: examId },
        classId,
        facts: { people: listed.filter((one) => one.examId === examId).length },
      });
    return listed.length;
  }

  async withoutMinutes(tx: Tx, classId: string): Promise<readonly ExamWithoutMinutes[]> {
    return tx.rows(
      `SELECT x.id, m.name AS module_name, lower(x.during) AS starts_at FROM exams x LEFT JOIN modules m ON m.id = x.module_id
       WHERE x.class_id = $1 AND x.cancelled_at IS NULL AND x.minutes_at IS NULL AND lower(x.during) <= $2 ORDER BY lower(x.during), x.id`,
      [classId, this.clock.now()],
    );
  }
}
