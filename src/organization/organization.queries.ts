import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import type { UnitKind } from './unit-facts';
import { isLiveUnit, treeRank } from './units-in-sql';

/** A unit with the name and parent it has today. */
export interface UnitToday {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly parentId: string | null;
  readonly address: string | null;
  /** The unit it became part of. */
  readonly mergedIntoId: string | null;
  /** From this day on it belongs to the Bloc no more. */
  readonly leftOn: Day | null;
  /** Whether it is there today: neither part of another nor gone. */
  readonly isLive: boolean;
}

/** A name and the days it was borne. */
export interface UnitName {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly since: Day;
  /** The last day; null while no end is known. */
  readonly until: Day | null;
}

/** A unit above, by its name of today, and the days. */
export interface UnitParent extends UnitName {
  readonly parentId: string;
}

const unitToday = `SELECT u.id, u.code, u.kind, u.address, u.merged_into_id, u.left_on,
    ${isLiveUnit('$1')} AS is_live, n.name_vi, n.name_en, p.parent_id
  FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
  LEFT JOIN unit_parents p ON p.unit_id = u.id AND p.valid @> $1::date`;
const treeOrder = `ORDER BY ${treeRank}, u.code`;

/** The Bloc that organises, among all units: one that became part of it stays in the tree. */
export const blocOf = (units: readonly UnitToday[]): UnitToday | undefined =>
  units.find(({ kind, isLive }) => kind === 'bloc' && isLive);

@Injectable()
export class OrganizationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every unit of the tree, the Bloc first. */
  async units(tx?: Tx): Promise<UnitToday[]> {
    return this.database.read(`${unitToday} ${treeOrder}`, [this.clock.today()], tx);
  }

  /** The units that nominate: the base units that neither became part of another nor left. */
  async baseUnits(): Promise<UnitToday[]> {
    return (await this.units()).filter(({ kind, isLive }) => kind === 'base' && isLive);
  }

  /** The names a unit bore and will bear, the newest first. */
  async names(unitId: string): Promise<UnitName[]> {
    return this.database.read(
      `SELECT name_vi, name_en, lower(valid) AS since, upper(valid) - 1 AS until
       FROM unit_names WHERE unit_id = $1 ORDER BY lower(valid) DESC`,
      [unitId],
    );
  }

  /** The units it stood, stands and will stand below, the newest first. */
  async parents(unitId: string): Promise<UnitParent[]> {
    return this.database.read(
      `SELECT p.parent_id, n.name_vi, n.name_en, lower(p.valid) AS since, upper(p.valid) - 1 AS until
       FROM unit_parents p JOIN unit_names n ON n.unit_id = p.parent_id AND n.valid @> $2::date
       WHERE p.unit_id = $1 ORDER BY lower(p.valid) DESC`,
      [unitId, this.clock.today()],
    );
  }

  async unit(id: string): Promise<UnitToday | null> {
    const [unit] = await this.database.read<UnitToday>(`${unitToday} WHERE u.id = $2`, [this.clock.today(), id]);
    return unit ?? null;
  }
}
