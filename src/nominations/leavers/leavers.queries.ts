import { Injectable } from '@nestjs/common';
import { Leavers } from '../../enrollments/leavers';
import { Clock, type Day } from '../../platform/clock';
import { type Broken, findBroken } from '../../platform/database/broken';
import { Database, type Tx } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import { type Reach, within } from '../../platform/access/reach';

/** Flagged until somebody says that they stay, or their place in the class or their absence from the unit is over. */
type LeaverState = 'open' | 'stays' | 'over';

/** Somebody with a place in a class who is no longer of the unit that sent them. */
export interface LeaverItem {
  readonly id: string;
  readonly state: LeaverState;
  readonly classId: string;
  readonly className: string;
  readonly personId: string;
  readonly fullName: string;
  /** The unit in whose name they have the place. */
  readonly unitId: string;
  readonly unitName: string;
  /** The unit they belong to now; the same when they left it for none we know. */
  readonly nowOfUnitId: string;
  readonly nowOfUnitName: string;
  /** Since when they belong to no unit; null for who moved. */
  readonly leftOn: Day | null;
  readonly flaggedAt: Date;
  /** Null for who was entered by the office, and once it is over. */
  readonly nominationId: string | null;
  /** Null until accepted, and once it is over. */
  readonly enrollmentId: string | null;
  readonly maySubstitute: boolean;
  readonly staysReason: string | null;
}

export interface LeaverFilter {
  /** Those these units sent or have now. */
  readonly visibleUnits: Reach;
  readonly classId?: string | undefined;
  /** Whose place it is. */
  readonly unitId?: string | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** `$1` is today. */
const items = `
  SELECT l.id, CASE WHEN o.id IS NOT NULL THEN 'open' WHEN a.class_id IS NULL THEN 'over' ELSE 'stays' END AS state,
    l.class_id, c.name AS class_name, l.person_id, p.full_name, l.unit_id, unit_name_on(l.unit_id, $1) AS unit_name,
    l.now_of_unit_id, unit_name_on(l.now_of_unit_id, $1) AS now_of_unit_name, l.left_on, l.flagged_at, a.nomination_id, a.enrollment_id,
    a.nomination_id IS NOT NULL AND $1::date <= coalesce(c.substitute_until, c.opens_on - 1) AS may_substitute, l.stays_reason
  FROM leavers l JOIN classes c ON c.id = l.class_id JOIN persons p ON p.id = l.person_id
  LEFT JOIN people_away a ON a.class_id = l.class_id AND a.person_id = l.person_id AND a.unit_id = l.unit_id
    AND a.now_of_unit_id = l.now_of_unit_id AND a.left_on IS NOT DISTINCT FROM l.left_on AND l.back_since IS NULL
  LEFT JOIN open_leavers o ON o.id = l.id`;

const orders: Orders<'flaggedAt', LeaverItem> = {
  flaggedAt: [
    { column: 'l.flagged_at', type: 'timestamptz', value: ({ flaggedAt }) => flaggedAt.toISOString() },
    { column: 'l.id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class LeaversQueries extends Leavers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Whom it is still to be decided about, the longest flagged first. */
  async open({ visibleUnits, classId, unitId, limit, after }: LeaverFilter): Promise<PageOf<LeaverItem>> {
    const parameters: unknown[] = [this.clock.today(), visibleUnits, classId ?? null, unitId ?? null];
    const page = keysetPage(orders, { sort: 'flaggedAt', limit, after }, parameters);
    const rows = await this.database.read<LeaverItem>(
      `${items} WHERE o.id IS NOT NULL AND (${within('l.unit_id', visibleUnits, '$2')} OR ${within('l.now_of_unit_id', visibleUnits, '$2')}) AND ($3::uuid IS NULL OR l.class_id = $3)
         AND ($4::uuid IS NULL OR l.unit_id = $4)
         AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async leaver(id: string, tx?: Tx): Promise<LeaverItem | null> {
    const [row] = await this.database.read<LeaverItem>(`${items} WHERE l.id = $2`, [this.clock.today(), id], tx);
    return row ?? null;
  }

  /** How many places in classes people have who are of the unit no more; flagged as the transaction ends. */
  async awayFrom(tx: Tx, unitId: string): Promise<number> {
    const { count } = await tx.row<{ count: number }>(
      'SELECT count(*)::int AS count FROM people_away WHERE unit_id = $1',
      [unitId],
    );
    return count;
  }

  async openIn(classId: string): Promise<ReadonlySet<string>> {
    const rows = await this.database.read<{ personId: string }>(
      'SELECT person_id FROM open_leavers WHERE class_id = $1',
      [classId],
    );
    return new Set(rows.map(({ personId }) => personId));
  }

  /** I13: whoever is away and not flagged. @param people whom to look at alone; everybody unless told */
  async unflagged(people: readonly string[] | null = null): Promise<Broken> {
    return findBroken(
      this.database.reader,
      `SELECT a.class_id || ' person ' || a.person_id AS id FROM people_away a WHERE ${people ? 'a.person_id = ANY ($1::uuid[])' : 'true'} AND NOT EXISTS (
         SELECT FROM leavers l WHERE l.class_id = a.class_id AND l.person_id = a.person_id AND l.unit_id = a.unit_id
           AND l.now_of_unit_id = a.now_of_unit_id AND l.left_on IS NOT DISTINCT FROM a.left_on AND l.back_since IS NULL)`,
      people ? [people] : [],
    );
  }
}
