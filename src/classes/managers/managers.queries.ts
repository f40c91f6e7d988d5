import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Clash } from '../timetable/clash';

export interface ClassManager {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly since: Date;
  /** Who stands in for them today. */
  readonly deputies: readonly string[];
}

@Injectable()
export class ClassManagersQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Who runs a class, in the order they were appointed. */
  async of(classId: string): Promise<ClassManager[]> {
    return this.database.read(
      `SELECT a.id AS account_id, a.name, a.email::text AS email, g.granted_at AS since, coalesce((
         SELECT array_agg(d.name ORDER BY d.name) FROM grants_in_force($2::date) lent JOIN accounts d ON d.id = lent.account_id AND d.disabled_at IS NULL
         WHERE lent.lent_from = g.id), '{}') AS deputies
       FROM own_grants g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
       WHERE g.class_id = $1 AND g.role = 'class_manager' AND g.group_number IS NULL
       ORDER BY g.granted_at, a.name`,
      [classId, this.clock.today()],
    );
  }

  /** Half-days to come of the class at which an account has another class to run; each with the half-day of this class. */
  async clashes(tx: Tx, classId: string, accountId: string): Promise<(Clash & { readonly halfDayId: string })[]> {
    return tx.rows(
      `SELECT own.id AS half_day_id, 'manager' AS what, a.name, c.name AS class_name, other.day, other.part,
              lower(other.during) AS starts_at, upper(other.during) AS ends_at, other.manager_overlap_reason AS shared_reason
       FROM half_days own
       JOIN manager_hours taken ON taken.account_id = $2 AND taken.class_id <> own.class_id AND taken.during && own.during AND NOT taken.decided
       JOIN half_days other ON other.id = taken.half_day_id
       JOIN classes c ON c.id = other.class_id
       JOIN accounts a ON a.id = taken.account_id
       WHERE own.class_id = $1 AND own.cancelled_at IS NULL AND own.manager_overlap_reason IS NULL AND upper(own.during) > $3
       ORDER BY own.during`,
      [classId, accountId, this.clock.now()],
    );
  }
}
