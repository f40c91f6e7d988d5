import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { enrollmentActions } from './enrollments.words';

/** The roster of a class that is cancelled, and that takes place after all. */
@Injectable()
export class CancelledRostersService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Takes everybody off the roster of a class that is cancelled, and guests off its half-days. Returns how many. */
  async end(tx: Tx, actor: Actor, classId: string, reason: string): Promise<number> {
    const ended = await tx.rows<{ id: string; personId: string; unitId: string }>(
      `UPDATE enrollments SET ended_at = $2, ended_reason = $3 WHERE class_id = $1 AND ended_at IS NULL
       RETURNING id, person_id, unit_id`,
      [classId, this.clock.now(), reason],
    );
    await tx.execute(
      `UPDATE attendance_lines SET live = false WHERE enrollment_id = ANY ($1)
         OR half_day_id IN (SELECT id FROM half_days WHERE class_id = $2 AND cancelled_at IS NOT NULL)`,
      [ended.map(({ id }) => id), classId],
    );
    await this.journal.write(
      tx,
      actor,
      ...ended.map(({ id, personId, unitId }) => ({
        action: enrollmentActions.ended,
        subject: { type: 'enrollment', id },
        classId,
        personId,
        unitId,
        reason,
      })),
    );
    return ended.length;
  }

  /**
   * Their class takes place after all: they are on the roster as before, at the half-days there are. As guests only where
   * they were marked: whether a visit was called off is not known any more, and they may be elsewhere then.
   */
  async comeBack(
    tx: Tx,
    actor: Actor,
    classId: string,
    enrollmentIds: readonly string[],
    reason: string,
  ): Promise<void> {
    const back = await tx.rows<{ id: string; personId: string; unitId: string }>(
      `UPDATE enrollments SET ended_at = NULL, ended_reason = NULL WHERE id = ANY ($1) RETURNING id, person_id, unit_id`,
      [enrollmentIds],
    );
    await tx.execute(
      `UPDATE attendance_lines l SET live = true FROM half_days h, enrollments e
       WHERE h.id = l.half_day_id AND h.cancelled_at IS NULL AND e.id = l.enrollment_id AND e.id = ANY ($1)
         AND CASE WHEN l.for_line_id IS NULL THEN is_for_group(h.group_numbers, e.group_number) ELSE l.mark <> 'unmarked' END`,
      [enrollmentIds],
    );
    await this.journal.write(
      tx,
      actor,
      ...back.map(({ id, personId, unitId }) => ({
        action: enrollmentActions.came_back,
        subject: { type: 'enrollment', id },
        classId,
        personId,
        unitId,
        reason,
      })),
    );
  }
}
