import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { CarryingsService, type LineToCarry } from '../carryings.service';
import type { Clash } from '../clashes.queries';
import { isElsewhere } from '../half-day-lines.service';
import { LeaveReopeningsService } from '../leave/reopenings.service';

const joinedLater = 'Buổi đã học trước khi vào tổ';

/** Attendance lines of people who change groups: they stand on the sheets of their own group and on no other's. */
@Injectable()
export class GroupAttendanceService {
  constructor(
    private readonly carryings: CarryingsService,
    private readonly leave: LeaveReopeningsService,
    private readonly clock: Clock,
  ) {}

  /** Who of these is in another class at a half-day still to come of the group they would be in; the first clash of each. */
  async busy(
    tx: Tx,
    moves: readonly { readonly enrollmentId: string; readonly to: number | null }[],
  ): Promise<Clash[]> {
    return tx.rows(
      `SELECT DISTINCT ON (p.sort_name, p.id) p.id AS person_id, p.full_name, c.id AS class_id, c.code AS class_code,
              c.name AS class_name, taken.id AS half_day_id, taken.day, taken.part
       FROM jsonb_to_recordset($1::jsonb) AS w ("enrollmentId" uuid, "to" int) JOIN enrollments e ON e.id = w."enrollmentId"
       JOIN half_days h ON h.class_id = e.class_id AND h.cancelled_at IS NULL AND w."to" = ANY (h.group_numbers) AND upper(h.during) > $2
       JOIN attendance_lines l ON l.person_id = e.person_id AND l.during && h.during AND l.live AND l.overlap_reason IS NULL
         AND l.half_day_id <> h.id AND (l.enrollment_id <> e.id OR l.for_line_id IS NOT NULL)
       JOIN half_days taken ON taken.id = l.half_day_id JOIN classes c ON c.id = taken.class_id JOIN persons p ON p.id = e.person_id
       ORDER BY p.sort_name, p.id, lower(taken.during)`,
      [JSON.stringify(moves), this.clock.now()],
    );
  }

  /**
   * Lines follow people to the groups they are in now. What was attended with the group they came from stands for the same
   * half-day of the new one; what was missed there counts where the new group held it before they came, and may be made up
   * where it is yet to be.
   */
  async follow(
    tx: Tx,
    actor: Actor,
    moved: readonly { readonly enrollmentId: string; readonly from: number | null }[],
  ): Promise<void> {
    const ids = moved.map(({ enrollmentId }) => enrollmentId);
    await tx.execute(
      `UPDATE attendance_lines l SET live = false FROM half_days h, enrollments e
       WHERE h.id = l.half_day_id AND e.id = l.enrollment_id AND e.id = ANY ($1) AND l.live AND l.for_line_id IS NULL
         AND NOT is_for_group(h.group_numbers, e.group_number)`,
      [ids],
    );
    // Where they were guests of the group they are in now, they are its people.
    await tx.execute(
      `UPDATE attendance_lines l SET for_line_id = NULL FROM half_days h, enrollments e
       WHERE h.id = l.half_day_id AND e.id = l.enrollment_id AND e.id = ANY ($1) AND l.for_line_id IS NOT NULL AND l.live
         AND h.class_id = e.class_id AND is_for_group(h.group_numbers, e.group_number)`,
      [ids],
    );
    const added = await tx.rows<{ halfDayId: string }>(
      `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during, overlap_reason)
       SELECT e.id, h.id, e.person_id, h.during, CASE WHEN upper(h.during) <= $2 AND ${isElsewhere('e.person_id')} THEN $3 END
       FROM enrollments e JOIN half_days h ON h.class_id = e.class_id AND h.cancelled_at IS NULL AND e.group_number = ANY (h.group_numbers)
       WHERE e.id = ANY ($1) AND e.ended_at IS NULL
       ON CONFLICT ON CONSTRAINT attendance_lines_once DO UPDATE SET live = true, during = excluded.during, overlap_reason = excluded.overlap_reason
         WHERE NOT attendance_lines.live AND attendance_lines.for_line_id IS NULL
       RETURNING half_day_id`,
      [ids, this.clock.now(), joinedLater],
    );
    const found = await this.linesToCarry(tx, moved);
    if (found.length > 0) await this.carryings.keepCarried(tx, actor, found);
    await this.carryings.carryAttendanceAnew(tx, actor, ids);
    await this.leave.cover(tx, actor, [...new Set(added.map(({ halfDayId }) => halfDayId))]);
  }

  /** Half-days of two groups are the same as those of two classes are: by topic, else by their place in the group. */
  private async linesToCarry(
    tx: Tx,
    moved: readonly { readonly enrollmentId: string; readonly from: number | null }[],
  ): Promise<LineToCarry[]> {
    return tx.rows(
      `WITH known AS (
         SELECT e.id AS enrollment_id, s.is_new, h.id, h.topic,
           row_number() OVER (PARTITION BY e.id, s.is_new, lower(h.topic) ORDER BY lower(h.during), h.id) AS nth,
           row_number() OVER (PARTITION BY e.id, s.is_new ORDER BY lower(h.during), h.id) AS place
         FROM jsonb_to_recordset($1::jsonb) AS m ("enrollmentId" uuid, "from" int) JOIN enrollments e ON e.id = m."enrollmentId"
         CROSS JOIN LATERAL (VALUES (false, m."from"), (true, e.group_number)) s (is_new, number)
         JOIN half_days h ON h.class_id = e.class_id AND h.cancelled_at IS NULL AND s.number = ANY (h.group_numbers))
       SELECT DISTINCT ON (l.id) l.id AS line_id, coalesce(t.from_line_id, f.id) AS from_line_id, f.mark
       FROM known h
       JOIN known g ON g.enrollment_id = h.enrollment_id AND NOT g.is_new AND g.id <> h.id
         AND CASE WHEN h.topic IS NULL OR g.topic IS NULL THEN h.place = g.place ELSE lower(h.topic) = lower(g.topic) AND h.nth = g.nth END
       JOIN attendance_lines l ON l.enrollment_id = h.enrollment_id AND l.half_day_id = h.id AND l.live AND l.mark = 'unmarked'
       JOIN attendance_lines f ON f.enrollment_id = h.enrollment_id AND f.half_day_id = g.id AND f.for_line_id IS NULL AND f.mark <> 'unmarked'
       LEFT JOIN LATERAL (SELECT m.from_line_id FROM attendance_marks m WHERE f.carried AND m.line_id = f.id ORDER BY m.id DESC LIMIT 1) t ON true
       WHERE h.is_new AND (NOT l.expected OR f.mark = 'present' OR (f.mark = 'excused' AND f.during && l.during))
       ORDER BY l.id, (h.topic IS NULL OR g.topic IS NULL)`,
      [JSON.stringify(moved)],
    );
  }
}
