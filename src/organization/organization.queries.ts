import { Injectable } from '@nestjs/common';
import { Clock, type Day } from '../platform/clock';
import { Database } from '../platform/database/database';
import type { UnitKind } from './unit.entity';

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
}

/** A name and the days it was borne. */
export interface UnitName {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly since: Day;
  /** The last day; null while no end is known. */
  readonly until: Day | null;
}

const unitToday = `SELECT u.id, u.code, u.kind, u.address, u.merged_into_id, n.name_vi, n.name_en, p.parent_id
  FROM units u JOIN unit_names n ON n.unit_id = u.id AND n.valid @> $1::date
  LEFT JOIN unit_parents p ON p.unit_id = u.id AND p.valid @> $1::date`;
const treeOrder = `ORDER BY array_position(ARRAY['bloc', 'group', 'base'], u.kind), u.code`;

@Injectable()
export class OrganizationQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Every unit of the tree, the Bloc first. */
  async units(): Promise<UnitToday[]> {
    return this.database.read(`${unitToday} ${treeOrder}`, [this.clock.today()]);
  }

  /** The units that nominate: the base units that did not become part of another. */
  async baseUnits(): Promise<UnitToday[]> {
    return this.database.read(`${unitToday} WHERE u.kind = 'base' AND u.merged_into_id IS NULL ${treeOrder}`, [
      this.clock.today(),
    ]);
  }

  /** The names a unit bore and will bear, the newest first. */
  async names(unitId: string): Promise<UnitName[]> {
    return this.database.read(
      `SELECT name_vi, name_en, lower(valid) AS since, upper(valid) - 1 AS until
       FROM unit_names WHERE unit_id = $1 ORDER BY lower(valid) DESC`,
      [unitId],
    );
  }

  async unit(id: string): Promise<UnitToday | null> {
    const [unit] = await this.database.read<UnitToday>(`${unitToday} WHERE u.id = $2`, [this.clock.today(), id]);
    return unit ?? null;
  }
}
