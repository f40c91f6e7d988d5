import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import type { LeaveKind } from '../../courses/course-rules';
import type { Actor } from '../../platform/access/actor';
import { Clock, type Day, zone } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { AttendanceMark } from '../attendance-line.entity';
import type { LeavePaper } from './leave-request.entity';
import type { LeaveRequestState } from './leave-request.states';
import { leaveVisibleTo } from './leave.policy';
import { isAskedFor } from './leave.service';
import { type Settling, type WaitsFor, waitsFor } from '../scans-waiting.queries';
import type { Place } from '../../platform/finding';

export interface LeaveHalfDay {
  readonly id: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly mark: AttendanceMark;
  readonly isCancelled: boolean;
  /** The day the half-day was on before, and when it began, `HH:mm`, when leave was asked for it then. */
  readonly movedFrom: Day | null;
  readonly movedFromTime: string | null;
}

export interface LeaveRequestItem {
  readonly id: string;
  readonly enrollmentId: string;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly reason: string;
  readonly kind: LeaveKind;
  /** The paper that proves it, as the person names it. */
  readonly paper: LeavePaper | null;
  readonly paperSeenAt: Date | null;
  readonly paperSeenByName: string | null;
  /** Whether the course asks for a paper: until it was seen, nothing is excused. */
  readonly needsPaper: boolean;
  /** The days it is for, with all half-days of the class within; what was asked for at once has one id. */
  readonly period: { readonly id: string; readonly from: Day; readonly to: Day } | null;
  readonly state: LeaveRequestState;
  readonly askedAt: Date;
  /** As the cursor of a list needs it, to the last digit. */
  readonly askedAtText: string;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly decisionReason: string | null;
  /** When it was reopened, because a half-day was moved. */
  readonly reopenedAt: Date | null;
  readonly halfDays: readonly LeaveHalfDay[];
}

/** A half-day a cadre may ask leave for. */
export interface OwnHalfDay {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
}

export const leaveOrders = ['askedAt', '-askedAt'] as const;
export type LeaveOrder = (typeof leaveOrders)[number];

const orders: Orders<LeaveOrder, LeaveRequestItem> = {
  askedAt: [
    { column: 'q.asked_at', type: 'timestamptz', value: ({ askedAtText }) => askedAtText },
    { column: 'q.id', type: 'uuid', value: ({ id }) => id },
  ],
};

export interface LeaveFilter {
  readonly sort?: LeaveOrder | undefined;
  readonly waitsFor?: WaitsFor | undefined;
  readonly state?: LeaveRequestState | undefined;
  readonly classId?: string | undefined;
  readonly periodId?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

const columns = `q.id, q.enrollment_id, c.id AS class_id, c.code AS class_code, c.name AS class_name,
  p.id AS person_id, p.full_name, e.unit_id, unit_name_on(e.unit_id, c.closes_on) AS unit_name,
  q.reason, q.kind, leave_needs_paper(c.id, q.kind) AS needs_paper,
  CASE WHEN q.paper_number IS NOT NULL THEN jsonb_build_object('number', q.paper_number, 'on', q.paper_on) END AS paper,
  q.paper_seen_at, (SELECT name FROM accounts WHERE id = q.paper_seen_by) AS paper_seen_by_name,
  CASE WHEN q.period_id IS NOT NULL THEN jsonb_build_object('id', q.period_id, 'from', q.from_day, 'to', q.to_day) END AS period,
  q.state, q.asked_at, q.asked_at::text AS asked_at_text, q.decided_at, a.name AS decided_by_name,
  q.decision_reason, q.reopened_at, (
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'day', h.day, 'part', h.part, 'mark', l.mark, 'isCancelled', h.cancelled_at IS NOT NULL, 'movedFrom', d.moved_from, 'movedFromTime', to_char(d.moved_from_at AT TIME ZONE '${zone}', 'HH24:MI')) ORDER BY lower(h.during)), '[]')
    FROM leave_request_half_days d JOIN half_days h ON h.id = d.half_day_id
    JOIN attendance_lines l ON l.half_day_id = h.id AND l.enrollment_id = q.enrollment_id WHERE d.leave_request_id = q.id) AS half_days`;
const joins = `leave_requests q JOIN enrollments e ON e.id = q.enrollment_id JOIN classes c ON c.id = e.class_id
  JOIN persons p ON p.id = e.person_id LEFT JOIN accounts a ON a.id = q.decided_by`;

/**
 * Whether leave `q` of an enrollment `e` in a class `c` is for somebody to decide on: that of who still learns there, and what was
 * reopened only while a half-day of it is to come.
 */
export const leaveWaitsFor = (settling: Settling, place: Place): string =>
  `e.ended_at IS NULL AND class_is_under_way(c.state) AND ${waitsFor(settling, { classId: 'e.class_id', personId: 'e.person_id' }, place)}
   AND (q.state <> 'reopened' OR EXISTS (SELECT FROM leave_request_half_days d JOIN half_days h ON h.id = d.half_day_id
     WHERE d.leave_request_id = q.id AND upper(h.during) > ${place(settling.now)}::timestamptz))`;

@Injectable()
export class LeaveRequestsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async request(id: string): Promise<LeaveRequestItem | null> {
    const [found] = await this.database.read<LeaveRequestItem>(`SELECT ${columns} FROM ${joins} WHERE q.id = $1`, [id]);
    return found ?? null;
  }

  /** What the actor may see, newest first unless told. */
  async list(
    actor: Actor,
    { state, waitsFor: as, classId, periodId, sort = '-askedAt', limit, after }: LeaveFilter,
  ): Promise<PageOf<LeaveRequestItem>> {
    const visible = leaveVisibleTo(actor);
    const parameters: unknown[] = [];
    const place = (value: unknown) => `$${parameters.push(value)}`;
    // Only what is asked is said, so that a learner's own few are found by an index of their class, unit or person.
    const conditions = [
      visible &&
        `(e.class_id = ANY (${place(visible.classIds)}::uuid[]) OR e.unit_id = ANY (${place(visible.unitIds)}::uuid[]) OR e.person_id = ${place(visible.personId)}::uuid)`,
      state && `q.state = ${place(state)}::text`,
      classId && `e.class_id = ${place(classId)}::uuid`,
      as && leaveWaitsFor({ as, actor, now: this.clock.now() }, place),
      periodId && `q.period_id = ${place(periodId)}::uuid`,
    ].filter((condition) => typeof condition === 'string');
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const rows = await this.database.read<LeaveRequestItem>(
      `SELECT ${columns} FROM ${joins} WHERE ${[page.condition, ...conditions].join(' AND ')} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  /** The half-days a person may still ask leave for, from `earliest` on. */
  async toAskFor(personId: string, earliest: Day, limit: number): Promise<OwnHalfDay[]> {
    return this.database.read(
      `SELECT h.id, c.id AS class_id, c.name AS class_name, h.day, h.part
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN classes c ON c.id = h.class_id
       WHERE l.person_id = $1 AND l.live AND l.for_line_id IS NULL AND h.day >= $2 AND h.cancelled_at IS NULL AND NOT class_has_ended(c.state)
         AND l.expected AND l.mark IN ('unmarked', 'unexcused') AND NOT ${isAskedFor}
       ORDER BY lower(h.during) LIMIT $3`,
      [personId, earliest, limit],
    );
  }
}
