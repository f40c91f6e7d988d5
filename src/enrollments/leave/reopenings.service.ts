import { Injectable } from '@nestjs/common';
import type { HalfDay } from '../../classes/timetable/half-day.entity';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { AttendanceService } from '../attendance.service';
import { LeaveRequest } from './leave-request.entity';
import { leaveActions } from './leave.words';

const becauseMoved = 'Buổi học dời sang ngày khác, đơn xin nghỉ được xét lại';

interface StandingLeave {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly isLongRequest: boolean;
}

/** Leave belongs to a day. A half-day that moves to another takes its requests along undecided, and excuses nobody. */
@Injectable()
export class LeaveReopeningsService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
  ) {}

  /** Reopens what was asked or allowed for the day the half-day was on before; its class must be locked. */
  async afterMove(tx: Tx, actor: Actor, { id: halfDayId, classId, day }: HalfDay, movedFrom: Day): Promise<void> {
    if (day === movedFrom) return;
    const standing = await tx.rows<StandingLeave>(
      `SELECT q.id, e.person_id, e.unit_id,
              (SELECT count(*) FROM leave_request_half_days o WHERE o.leave_request_id = q.id) > 1 AS is_long_request
       FROM leave_request_half_days d JOIN leave_requests q ON q.id = d.leave_request_id JOIN enrollments e ON e.id = q.enrollment_id
       WHERE d.half_day_id = $1 AND q.state IN ('asked', 'approved') AND e.ended_at IS NULL ORDER BY q.id FOR UPDATE OF q`,
      [halfDayId],
    );
    if (standing.length === 0) return;
    await this.excuseNobody(tx, actor, halfDayId);
    for (const { id, personId, unitId, isLongRequest } of standing) {
      const request = await tx.findOneByOrFail(LeaveRequest, { id });
      const reopened = isLongRequest ? await this.apart(tx, request, halfDayId) : request;
      reopened.reopen(this.clock.now());
      await tx.save(reopened);
      await tx.execute(
        `UPDATE leave_request_half_days SET moved_from = $3 WHERE leave_request_id = $1 AND half_day_id = $2`,
        [reopened.id, halfDayId, movedFrom],
      );
      await this.journal.write(tx, actor, {
        action: leaveActions.reopened,
        subject: { type: 'leave_request', id: reopened.id },
        ...{ classId, personId, unitId },
        facts: { halfDayId, movedFrom, day, ...(isLongRequest && { apartFrom: id }) },
      });
    }
  }

  private async excuseNobody(tx: Tx, actor: Actor, halfDayId: string): Promise<void> {
    const excused = await tx.rows<{ enrollmentId: string }>(
      `SELECT enrollment_id FROM attendance_lines WHERE half_day_id = $1 AND live AND mark = 'excused' ORDER BY id FOR UPDATE`,
      [halfDayId],
    );
    const entries = excused.map(({ enrollmentId }) => ({
      enrollmentId,
      mark: 'unmarked' as const,
      reason: becauseMoved,
    }));
    await this.attendance.markIn(tx, actor, halfDayId, entries, 'leave');
  }

  /** What the request says of its other days stands; the one that moved gets a request of its own. */
  private async apart(
    tx: Tx,
    { id, enrollmentId, reason, askedAt, askedBy }: LeaveRequest,
    halfDayId: string,
  ): Promise<LeaveRequest> {
    const undecided = { state: 'asked', decidedAt: null, decidedBy: null, decisionReason: null } as const;
    const own = await tx.save(tx.create(LeaveRequest, { enrollmentId, reason, askedAt, askedBy, ...undecided }));
    await tx.execute(
      `UPDATE leave_request_half_days SET leave_request_id = $3 WHERE leave_request_id = $1 AND half_day_id = $2`,
      [id, halfDayId, own.id],
    );
    return own;
  }
}
