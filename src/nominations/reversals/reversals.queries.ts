import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import { Clock, type Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { NominationState } from '../nomination.states';

/** Why a half-day that the cancellation took away does not come back. */
export type HalfDayLost = 'past' | 'room' | 'lecturer' | 'manager';

export interface HalfDayBack {
  readonly id: string;
  readonly day: Day;
  readonly part: DayPart;
  /** Null when it comes back. */
  readonly lost: HalfDayLost | null;
}

export interface PersonBack {
  readonly personId: string;
  readonly fullName: string;
  /** Null of somebody the office entered without one. */
  readonly nominationId: string | null;
  readonly enrollmentId: string | null;
  readonly state: NominationState | null;
  readonly rank: number | null;
  readonly seatNumber: number | null;
  readonly reason: string | null;
  /** Whether another class has their time meanwhile, or goes on with what this one went on with: they do not come back. */
  readonly isBusy: boolean;
}

/** What taking a cancellation back would bring back, and what not. */
export interface WouldComeBack {
  readonly halfDays: readonly HalfDayBack[];
  readonly people: readonly PersonBack[];
  /** Nominations that ended with a cancellation from before their places were kept. */
  readonly unknown: number;
}

@Injectable()
export class ReversalsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async wouldComeBack(classId: string, tx: Tx = this.database.reader): Promise<WouldComeBack> {
    const halfDays = await this.halfDays(tx, classId);
    const back = halfDays.filter(({ lost }) => lost === null).map(({ id }) => id);
    return { halfDays, people: await this.people(tx, classId, back), unknown: await this.unknown(tx, classId) };
  }

  private async halfDays(tx: Tx, classId: string): Promise<HalfDayBack[]> {
    const taken = (by: string) =>
      `EXISTS (SELECT FROM half_days o WHERE o.id <> h.id AND o.cancelled_at IS NULL AND o.during && h.during AND ${by})`;
    return tx.rows(
      `SELECT h.id, h.day, h.part, CASE WHEN lower(h.during) <= $2 THEN 'past'
         WHEN h.room_shared_reason IS NULL AND ${taken('o.held_room_id = h.held_room_id AND o.room_shared_reason IS NULL')} THEN 'room'
         WHEN ${taken('o.lecturer_id = h.lecturer_id')} THEN 'lecturer'
         WHEN h.manager_overlap_reason IS NULL AND EXISTS (
           SELECT FROM grants_in_force(h.day) g JOIN manager_hours m ON m.account_id = g.account_id AND m.class_id <> h.class_id
           WHERE g.role = 'class_manager' AND g.group_number IS NULL AND g.class_id = h.class_id AND m.during && h.during AND NOT m.decided) THEN 'manager'
         END AS lost
       FROM half_days h JOIN classes c ON c.id = h.class_id AND c.cancelled_at = h.cancelled_at WHERE h.class_id = $1 ORDER BY h.during, h.id`,
      [classId, this.clock.now()],
    );
  }

  /** Those with a seat first, then the reserves in their order; of somebody who had two records, one place: where they learned, or the seat. */
  private async people(tx: Tx, classId: string, halfDayIds: readonly string[]): Promise<PersonBack[]> {
    return tx.rows(
      `WITH back AS (
         SELECT n.person_id, p.nomination_id, e.id AS enrollment_id, p.state, p.rank, p.seat_number, p.reason
         FROM classes c JOIN places_before_cancellation p ON p.class_id = c.id AND p.cancelled_at = c.cancelled_at
         JOIN nominations n ON n.id = p.nomination_id
         LEFT JOIN enrollments e ON e.nomination_id = n.id AND e.ended_at >= c.cancelled_at
         WHERE c.id = $1
         UNION ALL
         SELECT e.person_id, NULL, e.id, NULL, NULL, NULL, NULL
         FROM classes c JOIN enrollments e ON e.class_id = c.id AND e.office_entry_id IS NOT NULL AND e.ended_at >= c.cancelled_at
         WHERE c.id = $1)
       SELECT b.*, x.full_name, EXISTS (
         SELECT FROM attendance_lines own JOIN attendance_lines l ON l.person_id = own.person_id AND l.during && own.during
           AND l.live AND l.overlap_reason IS NULL AND l.enrollment_id <> own.enrollment_id
         WHERE own.enrollment_id = b.enrollment_id AND own.half_day_id = ANY ($2::uuid[]) AND own.overlap_reason IS NULL)
         OR EXISTS (SELECT FROM enrollments own JOIN enrollments o ON o.continues_id = own.continues_id AND o.ended_at IS NULL
           WHERE own.id = b.enrollment_id) AS is_busy
       FROM (SELECT DISTINCT ON (person_id) * FROM back
         ORDER BY person_id, enrollment_id IS NULL, seat_number, rank, nomination_id) b JOIN persons x ON x.id = b.person_id ORDER BY b.rank NULLS FIRST, x.sort_name, x.id`,
      [classId, halfDayIds],
    );
  }

  /** Free seats of units that became part of another one while nobody moved the seats of this class. */
  async seatsLeftBehind(tx: Tx, classId: string): Promise<{ from: string; to: string; count: number }[]> {
    return tx.rows(
      `SELECT s.unit_id AS "from", t.id AS "to", count(*)::int AS count
       FROM seats s JOIN units t ON t.id = unit_it_became(s.unit_id) AND t.id <> s.unit_id AND t.left_on IS NULL
       WHERE s.class_id = $1 AND s.nomination_id IS NULL GROUP BY 1, 2 ORDER BY 1`,
      [classId],
    );
  }

  private async unknown(tx: Tx, classId: string): Promise<number> {
    const row = await tx.row<{ count: number }>(
      `SELECT count(*) FROM classes c JOIN nominations n ON n.class_id = c.id AND n.state = 'class_cancelled' AND n.ended_at >= c.cancelled_at
       WHERE c.id = $1 AND NOT EXISTS (SELECT FROM places_before_cancellation p WHERE p.class_id = c.id AND p.cancelled_at = c.cancelled_at)`,
      [classId],
    );
    return row.count;
  }
}
