import { Injectable } from '@nestjs/common';
import type { DayPart } from '../classes/day-parts';
import { type LeaveAt, leaveAt } from '../enrollments/attendance.queries';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';

/** A half-day with where it is and how far its attendance is taken. */
export interface DeskHalfDay {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The groups it is for; null when it is for the whole class. */
  readonly groupNumbers: readonly number[] | null;
  readonly roomName: string | null;
  readonly address: string | null;
  /** Names of the managers of its class; null when it has none. */
  readonly managers: string | null;
  readonly people: number;
  readonly unmarked: number;
}

/** Whose half-days are asked for: of these classes whole, and of others those of a group. */
export interface HalfDaysManaged {
  readonly classIds: readonly string[];
  readonly groups?: readonly { readonly classId: string; readonly groupNumber: number }[];
}

/** Where and when a learner goes next. */
export type OwnHalfDay = Omit<DeskHalfDay, 'managers' | 'people' | 'unmarked'>;

export interface NextHalfDay extends OwnHalfDay {
  readonly leave: LeaveAt | null;
}

const halfDay = `SELECT h.id, c.id AS class_id, c.name AS class_name, h.day, h.part, lower(h.during) AS starts_at, upper(h.during) AS ends_at, h.group_numbers`;

/** The half-days on the first pages, for those who look after them and for those who learn there. */
@Injectable()
export class DeskHalfDaysQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async today(of: HalfDaysManaged | null = null): Promise<DeskHalfDay[]> {
    return this.halfDays(`h.day = $1`, of);
  }

  /** Held today in rooms or at sites of these units, whose secretary may take attendance there. */
  async hostedToday(unitIds: readonly string[]): Promise<DeskHalfDay[]> {
    const isHosted = `CASE WHEN EXISTS (SELECT FROM sites s WHERE s.class_id = h.class_id)
      THEN EXISTS (SELECT FROM sites s JOIN obliged_units o ON o.site_id = s.id WHERE s.class_id = h.class_id AND s.host_unit_id = ANY ($5::uuid[]))
      ELSE r.host_unit_id = ANY ($5::uuid[]) END`;
    return this.halfDays(`h.day = $1 AND ${isHosted}`, null, undefined, [unitIds]);
  }

  async next(of: HalfDaysManaged, limit = 3): Promise<DeskHalfDay[]> {
    return this.halfDays(`h.day > $1`, of, limit);
  }

  /** Half-days gone by on which somebody is still unmarked, the oldest first. */
  async unmarked(of: HalfDaysManaged): Promise<DeskHalfDay[]> {
    return this.halfDays(`h.day < $1 AND l.unmarked > 0`, of);
  }

  /** The next half-days of a learner; for a study session the site of their unit. */
  async nextOfPerson(personId: string, limit = 5): Promise<NextHalfDay[]> {
    return this.database.read(
      `${halfDay}, coalesce(t.name, r.name) AS room_name, coalesce(t.address, r.address) AS address, ${leaveAt} AS leave
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN classes c ON c.id = h.class_id JOIN enrollments e ON e.id = l.enrollment_id
       LEFT JOIN rooms r ON r.id = h.held_room_id
       LEFT JOIN obliged_units o ON o.class_id = c.id AND o.unit_id = e.unit_id LEFT JOIN sites t ON t.id = o.site_id
       WHERE l.person_id = $1 AND l.live AND h.cancelled_at IS NULL AND c.state <> 'cancelled' AND upper(h.during) > $2 ORDER BY h.during LIMIT $3`,
      [personId, this.clock.now(), limit],
    );
  }

  private async halfDays(
    when: string,
    of: HalfDaysManaged | null,
    limit = 50,
    more: readonly unknown[] = [],
  ): Promise<DeskHalfDay[]> {
    const whole = `($2::uuid[] IS NULL OR c.id = ANY ($2))`;
    const groups = `jsonb_to_recordset($4::jsonb) AS m ("classId" uuid, "groupNumber" int) WHERE m."classId" = c.id`;
    return this.database.read(
      `${halfDay}, r.name AS room_name, r.address, g.managers, l.people, l.unmarked
       FROM half_days h JOIN classes c ON c.id = h.class_id LEFT JOIN rooms r ON r.id = h.held_room_id
       CROSS JOIN LATERAL (SELECT string_agg(DISTINCT a.name, ', ' ORDER BY a.name) AS managers FROM grants_in_force($1::date) g JOIN accounts a ON a.id = g.account_id
                           WHERE g.class_id = c.id AND g.role = 'class_manager' AND g.group_number IS NULL) g
       CROSS JOIN LATERAL (SELECT count(*) AS people, count(*) FILTER (WHERE mark = 'unmarked') AS unmarked
                           FROM attendance_lines a WHERE a.half_day_id = h.id AND a.live AND a.counted AND (${whole}
                             OR EXISTS (SELECT FROM enrollments e, ${groups} AND e.id = a.enrollment_id AND e.class_id = c.id AND e.group_number = m."groupNumber"))) l
       WHERE h.cancelled_at IS NULL AND class_is_under_way(c.state) AND ${when}
         AND (${whole} OR EXISTS (SELECT FROM ${groups} AND is_for_group(h.group_numbers, m."groupNumber")))
       ORDER BY h.during, h.id LIMIT $3`,
      [this.clock.today(), of?.classIds ?? null, limit, JSON.stringify(of?.groups ?? []), ...more],
    );
  }
}
