import { Injectable } from '@nestjs/common';
import { isLiveUnit } from '../../organization/units-in-sql';
import { Clock } from '../../platform/clock';
import type { Role } from '../../platform/access/actor';
import { Database, type Tx } from '../../platform/database/database';

/** What of a unit is still under way in one class, and goes on or ends as it leaves. */
export interface ClassUnderWay {
  readonly classId: string;
  readonly className: string;
  readonly nominations: number;
  readonly learners: number;
  readonly freeSeats: number;
}

/** What a unit still has: all but its classes keeps it from leaving. */
export interface StandingInTheWay {
  readonly people: number;
  readonly grants: readonly { readonly accountId: string; readonly accountName: string; readonly role: Role }[];
  readonly unitsBelow: readonly { readonly id: string; readonly nameVi: string; readonly nameEn: string }[];
  readonly classes: readonly ClassUnderWay[];
}

/** Whether a unit has to stay for any of it. */
export const isInTheWay = ({ people, grants, unitsBelow }: StandingInTheWay): boolean =>
  people + grants.length + unitsBelow.length > 0;

@Injectable()
export class UnitEndingsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async inTheWay(unitId: string, tx: Tx = this.database.reader): Promise<StandingInTheWay> {
    const asked = [unitId, this.clock.today()];
    const [people] = await this.database.read<{ count: number }>(
      'SELECT count(*)::int AS count FROM persons WHERE unit_id = $1 AND NOT has_left(left_on, $2)',
      asked,
      tx,
    );
    const grants = await this.grantsOn(unitId, tx);
    const unitsBelow = await this.database.read<StandingInTheWay['unitsBelow'][number]>(
      `SELECT u.id, n.name_vi, n.name_en
       FROM units_below($1, $2) b JOIN units u ON u.id = b AND u.id <> $1 JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $2::date
       WHERE ${isLiveUnit('$2')} ORDER BY u.code`,
      asked,
      tx,
    );
    const classes = await this.database.read<ClassUnderWay>(
      `SELECT c.id AS class_id, c.name AS class_name, n.count AS nominations, e.count AS learners, s.count AS free_seats
       FROM classes c
       CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM nominations WHERE class_id = c.id AND unit_id = $1 AND ended_at IS NULL) n
       CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM enrollments WHERE class_id = c.id AND unit_id = $1 AND ended_at IS NULL) e
       CROSS JOIN LATERAL (SELECT count(*)::int AS count FROM seats WHERE class_id = c.id AND unit_id = $1 AND nomination_id IS NULL) s
       WHERE NOT class_has_ended(c.state) AND n.count + e.count + s.count > 0 ORDER BY c.opens_on, c.id`,
      [unitId],
      tx,
    );
    return { people: people!.count, grants, unitsBelow, classes };
  }

  /** Drafts and reserves in classes that have not ended. */
  async withoutSeat(tx: Tx, unitId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT n.id FROM nominations n JOIN classes c ON c.id = n.class_id AND NOT class_has_ended(c.state)
       WHERE n.unit_id = $1 AND n.ended_at IS NULL AND (n.state = 'draft' OR n.rank IS NOT NULL) ORDER BY n.class_id, n.rank DESC`,
      [unitId],
    );
    return rows.map(({ id }) => id);
  }

  async grantsOn(unitId: string, tx?: Tx): Promise<StandingInTheWay['grants']> {
    return this.database.read(
      `SELECT g.account_id, a.name AS account_name, g.role
       FROM own_grants g JOIN accounts a ON a.id = g.account_id WHERE g.unit_id = $1 ORDER BY a.name, g.id`,
      [unitId],
      tx,
    );
  }
}
