import { Injectable } from '@nestjs/common';
import type { DayPart } from '../../classes/day-parts';
import type { ClassState } from '../../classes/training-class.states';
import type { Day } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { AttendanceMark } from '../attendance-line.entity';

/** A hall whose code is or was shown, with the half-day it is bound to. */
export interface CheckInHall {
  readonly id: string;
  readonly halfDayId: string;
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly key: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly day: Day;
  readonly part: DayPart;
  readonly cancelledAt: Date | null;
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly classState: ClassState;
}

/** Where a code may be shown at a half-day: its sites, or the one hall of a class without sites. */
export interface HallChoice {
  readonly siteId: string | null;
  readonly siteName: string | null;
  readonly hallId: string | null;
  readonly isOpen: boolean;
}

/** A half-day of the day, as the cadre who is to attend it sees it. */
export interface OwnCheckIn {
  readonly halfDayId: string;
  readonly classCode: string;
  readonly className: string;
  readonly day: Day;
  readonly part: DayPart;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mark: AttendanceMark;
  readonly expected: boolean;
  readonly inAt: Date | null;
  readonly outAt: Date | null;
}

const hallColumns = `k.id, k.half_day_id, k.site_id, s.name AS site_name, k.key, k.opened_at,
  k.closed_at, h.day, h.part, h.cancelled_at, c.id AS class_id, c.code AS class_code,
  c.name AS class_name, c.state AS class_state`;
const hallJoins = `check_in_halls k JOIN half_days h ON h.id = k.half_day_id JOIN classes c ON c.id = h.class_id
  LEFT JOIN sites s ON s.id = k.site_id`;

@Injectable()
export class CheckInsQueries {
  constructor(private readonly database: Database) {}

  async hall(id: string): Promise<CheckInHall | null> {
    const [hall] = await this.database.read<CheckInHall>(`SELECT ${hallColumns} FROM ${hallJoins} WHERE k.id = $1`, [
      id,
    ]);
    return hall ?? null;
  }

  /** The hall while somebody checks in: its class cannot be closed meanwhile. */
  async heldHall(tx: Tx, id: string): Promise<CheckInHall | null> {
    const sql = `SELECT ${hallColumns} FROM ${hallJoins} WHERE k.id = $1 FOR SHARE OF c`;
    const [hall] = await this.database.read<CheckInHall>(sql, [id], tx);
    return hall ?? null;
  }

  async hallChoices(halfDayId: string): Promise<HallChoice[]> {
    return this.database.read(
      `SELECT s.id AS site_id, s.name AS site_name, k.id AS hall_id, k.id IS NOT NULL AND k.closed_at IS NULL AS is_open
       FROM half_days h LEFT JOIN sites s ON s.class_id = h.class_id
       LEFT JOIN check_in_halls k ON k.half_day_id = h.id AND k.site_id IS NOT DISTINCT FROM s.id
       WHERE h.id = $1 ORDER BY s.central DESC, s.name`,
      [halfDayId],
    );
  }

  /** The site at which the unit that sent somebody attends; null where the class has none for it. */
  async siteOf(tx: Tx, enrollmentId: string): Promise<{ id: string; name: string } | null> {
    const [site] = await this.database.read<{ id: string; name: string }>(
      `SELECT s.id, s.name FROM enrollments e JOIN obliged_units o ON o.class_id = e.class_id AND o.unit_id = e.unit_id
       JOIN sites s ON s.id = o.site_id WHERE e.id = $1`,
      [enrollmentId],
      tx,
    );
    return site ?? null;
  }

  async ownOn(personId: string, day: Day): Promise<OwnCheckIn[]> {
    return this.database.read(
      `SELECT h.id AS half_day_id, c.code AS class_code, c.name AS class_name, h.day, h.part, lower(h.during) AS starts_at,
              upper(h.during) AS ends_at, l.mark, l.expected, l.in_at, l.out_at
       FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN classes c ON c.id = h.class_id
       WHERE l.person_id = $1 AND l.live AND h.day = $2 AND h.cancelled_at IS NULL ORDER BY lower(h.during)`,
      [personId, day],
    );
  }
}
