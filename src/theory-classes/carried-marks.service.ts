import { Injectable } from '@nestjs/common';
import { AmendedFacts, type CarriedMarks } from '../enrollments/carried-facts';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { isSameModule } from './same-module';

@Injectable()
export class CarriedMarksService implements CarriedMarks {
  constructor(
    private readonly amended: AmendedFacts,
    private readonly clock: Clock,
  ) {}

  /** One that has a mark here keeps it, re-sit and all. */
  async carry(tx: Tx, actor: Actor, fromEnrollmentId: string, toEnrollmentId: string): Promise<number> {
    return tx.execute(
      `WITH amended AS (SELECT * FROM jsonb_to_recordset($5::jsonb) AS k ("moduleId" uuid, attempt smallint, mark numeric)),
       counted AS (
         SELECT "moduleId" AS module_id, attempt, mark, "moduleId" AS sat_in_module_id FROM amended
         UNION ALL
         SELECT k.module_id, k.attempt, k.mark, coalesce(k.sat_in_module_id, k.module_id) FROM marks_in_force k
         WHERE k.enrollment_id = $1 AND NOT EXISTS (SELECT FROM amended y WHERE y."moduleId" = k.module_id AND y.attempt = k.attempt))
       INSERT INTO module_marks (enrollment_id, module_id, attempt, revision, mark, entered_at, entered_by, sat_in_module_id)
       SELECT e.id, m.id, k.attempt, 1, k.mark, $3, $4, k.sat_in_module_id
       FROM enrollments e JOIN enrollments f ON f.id = $1 AND f.class_id <> e.class_id JOIN modules m ON m.class_id = e.class_id
       JOIN modules o ON o.class_id = f.class_id AND ${isSameModule}
       JOIN counted k ON k.module_id = o.id
       WHERE e.id = $2 AND NOT EXISTS (SELECT FROM module_marks own WHERE own.enrollment_id = e.id AND own.module_id = m.id)`,
      [
        fromEnrollmentId,
        toEnrollmentId,
        this.clock.now(),
        actor.accountId,
        JSON.stringify(await this.amended.marks(tx, fromEnrollmentId)),
      ],
    );
  }

  async passPermissions(tx: Tx, toEnrollmentIds: readonly string[]): Promise<number> {
    return tx.execute(
      `WITH passing AS (
         SELECT n.id, n.continues_id, b.class_id AS from_class_id, n.class_id FROM enrollments n JOIN enrollments b ON b.id = n.continues_id WHERE n.id = ANY ($1::uuid[]))
       UPDATE exam_permissions p SET enrollment_id = n.id, module_id = m.id
       FROM passing n JOIN modules m ON m.class_id = n.class_id
       JOIN modules o ON o.class_id = n.from_class_id AND ${isSameModule}
       WHERE p.enrollment_id = n.continues_id AND p.module_id = o.id`,
      [toEnrollmentIds],
    );
  }

  async withoutPartner(tx: Tx, fromClassId: string, toClassId: string): Promise<readonly string[]> {
    const rows = await tx.rows<{ name: string }>(
      `SELECT o.name FROM modules o WHERE o.class_id = $1
         AND NOT EXISTS (SELECT FROM modules m WHERE m.class_id = $2 AND ${isSameModule}) ORDER BY o.number`,
      [fromClassId, toClassId],
    );
    return rows.map(({ name }) => name);
  }
}
