import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/database';
import { AttendanceService } from '../attendance.service';

/** The trail is read by more people than the request, where the cadre's own words stay. */
const byLeave = 'Đơn xin nghỉ học được duyệt';
const becauseMoved = 'Buổi học dời sang giờ khác, đơn xin nghỉ là cho giờ cũ';

/** What leave does to the sheets: one that is approved excuses, each time by a line in the trail. */
@Injectable()
export class LeaveExcusesService {
  constructor(private readonly attendance: AttendanceService) {}

  /**
   * Excuses the half-days of an approved request, except where the person was present after all; nothing while the course
   * asks for a paper that nobody saw. Returns how many.
   * @param halfDayId only this one of them
   */
  async excuse(tx: Tx, actor: Actor, requestId: string, halfDayId: string | null = null): Promise<number> {
    // Who is checking in at this moment is waited for.
    const excused = await tx.rows<{ enrollmentId: string; halfDayId: string }>(
      `SELECT l.enrollment_id, l.half_day_id FROM leave_requests q
       JOIN leave_request_half_days d ON d.leave_request_id = q.id
       JOIN half_days h ON h.id = d.half_day_id
       JOIN attendance_lines l ON l.half_day_id = h.id AND l.enrollment_id = q.enrollment_id AND l.live
       WHERE q.id = $1 AND ($2::uuid IS NULL OR h.id = $2) AND q.state = 'approved' AND l.expected AND l.mark IN ('unmarked', 'unexcused')
         AND (q.paper_seen_at IS NOT NULL OR NOT leave_needs_paper(h.class_id, q.kind))
       ORDER BY l.id FOR UPDATE OF l`,
      [requestId, halfDayId],
    );
    for (const { enrollmentId, halfDayId: at } of excused) {
      const entry = { enrollmentId, mark: 'excused' as const, reason: byLeave };
      await this.attendance.markIn(tx, actor, at, [entry], 'leave');
    }
    return excused.length;
  }

  /** Of people who were taken for present and were not: whoever had leave from the half-day has it still. */
  async excuseAgain(tx: Tx, actor: Actor, halfDayId: string, enrollmentIds: readonly string[]): Promise<void> {
    const allowed = await tx.rows<{ leaveRequestId: string }>(
      `SELECT leave_request_id FROM leave_at_half_days WHERE half_day_id = $1 AND enrollment_id = ANY ($2) AND standing = 'allowed' ORDER BY 1`,
      [halfDayId, enrollmentIds],
    );
    for (const { leaveRequestId } of allowed) await this.excuse(tx, actor, leaveRequestId, halfDayId);
  }

  /** A half-day that moved excuses none of these people any more. */
  async excuseNot(tx: Tx, actor: Actor, halfDayId: string, enrollmentIds: readonly string[]): Promise<void> {
    const excused = await tx.rows<{ enrollmentId: string }>(
      `SELECT enrollment_id FROM attendance_lines
       WHERE half_day_id = $1 AND enrollment_id = ANY ($2) AND live AND mark = 'excused' ORDER BY id FOR UPDATE`,
      [halfDayId, enrollmentIds],
    );
    const entries = excused.map(({ enrollmentId }) => ({
      enrollmentId,
      mark: 'unmarked' as const,
      reason: becauseMoved,
    }));
    await this.attendance.markIn(tx, actor, halfDayId, entries, 'leave');
  }
}
