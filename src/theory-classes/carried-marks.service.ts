import { Injectable } from '@nestjs/common';
import type { CarriedMarks } from '../enrollments/carried-marks';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { isSameModule } from './marks.queries';

@Injectable()
export class CarriedMarksService implements CarriedMarks {
  constructor(private readonly clock: Clock) {}

  /** A module of another class is the same by its name and kind. */
  async carry(tx: Tx, actor: Actor, fromEnrollmentId: string, toEnrollmentId: string): Promise<number> {
    return tx.execute(
      `INSERT INTO module_marks (enrollment_id, module_id, attempt, revision, mark, entered_at, entered_by, sat_in_module_id)
       SELECT e.id, m.id, k.attempt, 1, k.mark, $3, $4, coalesce(k.sat_in_module_id, k.module_id)
       FROM enrollments e JOIN modules m ON m.class_id = e.class_id
       JOIN marks_in_force k ON k.enrollment_id = $1
       JOIN modules o ON o.id = k.module_id AND ${isSameModule}
       WHERE e.id = $2`,
      [fromEnrollmentId, toEnrollmentId, this.clock.now(), actor.accountId],
    );
  }
}
