import { Injectable } from '@nestjs/common';
import type { HalfDay } from '../../classes/timetable/half-day.entity';
import type { MovedFrom } from '../../classes/timetable/timetable.service';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { LeaveExcusesService } from './excuses.service';
import { LeaveRequest } from './leave-request.entity';
import { leaveActions } from './leave.words';

interface StandingLeave {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  /** Whether it asks for more than this half-day, or for a period. */
  readonly isLongRequest: boolean;
}

/**
 * Leave belongs to a time. A half-day that moves to another takes its requests along, which wait for the person to ask
 * again, and excuses nobody; leave of a period covers what lies within its days, whenever it came to lie there.
 */
@Injectable()
export class LeaveReopeningsService {
  constructor(
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly excuses: LeaveExcusesService,
  ) {}

  /** Reopens what was asked or allowed for the time the half-day was at before; its class must be locked. */
  async afterMove(tx: Tx, actor: Actor, halfDay: HalfDay, movedFrom: MovedFrom | null): Promise<void> {
    if (movedFrom === null) return;
    const { id: halfDayId, classId, day, startsAt } = halfDay;
    const standing = await tx.rows<StandingLeave & { enrollmentId: string }>(
      `SELECT q.id, q.enrollment_id, e.person_id, e.unit_id,
              q.period_id IS NOT NULL OR (SELECT count(*) FROM leave_request_half_days o WHERE o.leave_request_id = q.id) > 1 AS is_long_request
       FROM leave_request_half_days d JOIN leave_requests q ON q.id = d.leave_request_id JOIN enrollments e ON e.id = q.enrollment_id
       WHERE d.half_day_id = $1 AND q.state IN ('asked', 'reopened', 'approved') AND e.ended_at IS NULL
         AND NOT coalesce($2::date BETWEEN q.from_day AND q.to_day, false) ORDER BY q.id FOR UPDATE OF q`,
      [halfDayId, day],
    );
    const enrollmentIds = standing.map(({ enrollmentId }) => enrollmentId);
    if (standing.length > 0) await this.excuses.excuseNot(tx, actor, halfDayId, enrollmentIds);
    const covered = await this.cover(tx, actor, [halfDayId]);
    for (const { id, personId, unitId, isLongRequest, enrollmentId } of standing) {
      const request = await tx.findOneByOrFail(LeaveRequest, { id });
      const own = isLongRequest ? await this.apart(tx, request, halfDayId) : request;
      own.reopen(this.clock.now());
      // The period of another request covers the new time, so there is nothing to ask again.
      const isCovered = covered.includes(enrollmentId);
      if (isCovered) own.withdraw(actor.accountId, this.clock.now());
      await tx.save(own);
      await tx.execute(
        `UPDATE leave_request_half_days SET moved_from = $3, moved_from_at = $4 WHERE leave_request_id = $1 AND half_day_id = $2`,
        [own.id, halfDayId, movedFrom.day, movedFrom.startsAt],
      );
      await this.journal.write(tx, actor, {
        action: isCovered ? leaveActions.covered : leaveActions.reopened,
        subject: { type: 'leave_request', id: own.id },
        ...{ classId, personId, unitId },
        facts: {
          halfDayId,
          movedFrom: movedFrom.day,
          movedFromAt: movedFrom.startsAt,
          day,
          startsAt,
          ...(isLongRequest && { apartFrom: id }),
        },
      });
    }
  }

  /**
   * Half-days that came to lie within a period somebody has leave for, or asked for, belong to it; their class must be
   * locked. Returns whose they are.
   */
  async cover(tx: Tx, actor: Actor, halfDayIds: readonly string[]): Promise<string[]> {
    const requests = await tx.rows<{ id: string; enrollmentId: string }>(
      `WITH added AS (
         INSERT INTO leave_request_half_days (leave_request_id, half_day_id)
         SELECT DISTINCT ON (h.id, e.id) q.id, h.id
         FROM half_days h JOIN attendance_lines l ON l.half_day_id = h.id AND l.live AND l.for_line_id IS NULL
         JOIN enrollments e ON e.id = l.enrollment_id
         JOIN leave_requests q ON q.enrollment_id = e.id AND q.state IN ('asked', 'approved') AND h.day BETWEEN q.from_day AND q.to_day
         WHERE h.id = ANY ($1) AND h.cancelled_at IS NULL AND NOT EXISTS (
           SELECT FROM leave_request_half_days d JOIN leave_requests o ON o.id = d.leave_request_id
           WHERE d.half_day_id = h.id AND o.enrollment_id = e.id AND o.period_id IS NOT NULL AND o.state IN ('asked', 'approved')
             AND h.day BETWEEN o.from_day AND o.to_day)
         ORDER BY h.id, e.id, q.asked_at
         ON CONFLICT DO NOTHING
         RETURNING leave_request_id)
       SELECT DISTINCT q.id, q.enrollment_id FROM added JOIN leave_requests q ON q.id = added.leave_request_id ORDER BY q.id`,
      [halfDayIds],
    );
    for (const { id } of requests) await this.excuses.excuse(tx, actor, id);
    return requests.map(({ enrollmentId }) => enrollmentId);
  }

  /** Somebody asks for a period, which takes in what waited for them to ask again; the class must be locked. */
  async endCovered(
    tx: Tx,
    actor: Actor,
    { enrollmentId, halfDayIds }: { readonly enrollmentId: string; readonly halfDayIds: readonly string[] },
  ): Promise<void> {
    await this.end(tx, actor, leaveActions.covered_by_period, `q.state = 'reopened' AND e.id = $2`, [
      halfDayIds,
      enrollmentId,
    ]);
  }

  /** Leave nobody has decided on ends with the last half-day it is for; that of a period waits for others. */
  async afterCancellation(tx: Tx, actor: Actor, halfDayId: string): Promise<void> {
    const isForNothing = `q.state IN ('asked', 'reopened') AND q.period_id IS NULL AND NOT EXISTS (
      SELECT FROM leave_request_half_days o JOIN half_days h ON h.id = o.half_day_id WHERE o.leave_request_id = q.id AND h.cancelled_at IS NULL)`;
    await this.end(tx, actor, leaveActions.half_day_cancelled, isForNothing, [[halfDayId]]);
  }

  /** @param values `$1` the half-days the requests `q` of enrollments `e` are for, and what `which` asks for besides */
  private async end(tx: Tx, actor: Actor, action: Action, which: string, values: readonly unknown[]): Promise<void> {
    const ended = await tx.rows<{ id: string; classId: string; personId: string; unitId: string }>(
      `SELECT q.id, e.class_id, e.person_id, e.unit_id FROM leave_requests q JOIN enrollments e ON e.id = q.enrollment_id
       WHERE q.id IN (SELECT leave_request_id FROM leave_request_half_days WHERE half_day_id = ANY ($1::uuid[])) AND ${which}
       ORDER BY q.id FOR UPDATE OF q`,
      values,
    );
    for (const { id, ...owner } of ended) {
      const request = await tx.findOneByOrFail(LeaveRequest, { id });
      request.withdraw(actor.accountId, this.clock.now());
      await tx.save(request);
      await this.journal.write(tx, actor, { action, subject: { type: 'leave_request', id }, ...owner, facts: {} });
    }
  }

  /** What the request says of its other days stands; the one that moved gets a request of its own. */
  private async apart(tx: Tx, long: LeaveRequest, halfDayId: string): Promise<LeaveRequest> {
    const { enrollmentId, reason, kind, paperNumber, paperOn, paperSeenAt, paperSeenBy, askedAt, askedBy } = long;
    const undecided = { state: 'asked', decidedAt: null, decidedBy: null, decisionReason: null } as const;
    const noPeriod = { periodId: null, fromDay: null, toDay: null } as const;
    const paper = { paperNumber, paperOn, paperSeenAt, paperSeenBy };
    const own = await tx.save(
      tx.create(LeaveRequest, { enrollmentId, reason, kind, ...paper, askedAt, askedBy, ...undecided, ...noPeriod }),
    );
    await tx.execute(
      `UPDATE leave_request_half_days SET leave_request_id = $3 WHERE leave_request_id = $1 AND half_day_id = $2`,
      [long.id, halfDayId, own.id],
    );
    return own;
  }
}
