import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../platform/database/database';

/** The seats of one unit in one class, or of the pool (`unitId` null). */
export interface SeatShare {
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly seats: number;
  readonly held: number;
  readonly free: number;
  /** People of the unit who wait for a seat. */
  readonly reserves: number;
}

interface UnitShare {
  readonly seats: number;
  readonly freeInPool: number;
}

export interface SeatHolder {
  readonly number: number;
  readonly unitId: string | null;
  readonly nominationId: string | null;
  readonly holderUnitId: string | null;
  readonly holderName: string | null;
}

@Injectable()
export class SeatSharesQueries {
  constructor(private readonly database: Database) {}

  /** Each unit's share and the pool last; the seats of all shares add up to the capacity. */
  async of(classId: string, tx?: Tx): Promise<SeatShare[]> {
    return this.database.read(
      `WITH shared AS (
         SELECT unit_id, count(*) AS seats, count(nomination_id) AS held FROM seats WHERE class_id = $1 GROUP BY unit_id
       ), waiting AS (
         SELECT unit_id, count(*) AS reserves FROM nominations WHERE class_id = $1 AND rank IS NOT NULL GROUP BY unit_id
       )
       SELECT coalesce(s.unit_id, w.unit_id) AS unit_id, u.code AS unit_code, n.name_vi AS unit_name, coalesce(s.seats, 0)::int AS seats,
              coalesce(s.held, 0)::int AS held, (coalesce(s.seats, 0) - coalesce(s.held, 0))::int AS free, coalesce(w.reserves, 0)::int AS reserves
       FROM shared s FULL JOIN waiting w ON w.unit_id = s.unit_id
       LEFT JOIN units u ON u.id = coalesce(s.unit_id, w.unit_id)
       LEFT JOIN classes c ON c.id = $1
       LEFT JOIN unit_names n ON n.unit_id = u.id AND n.valid @> c.opens_on
       ORDER BY u.code NULLS LAST`,
      [classId],
      tx,
    );
  }

  /** Of each of these classes that has seats: how many a unit has, and how many are free in the pool. */
  async ofUnit(classIds: readonly string[], unitId: string): Promise<ReadonlyMap<string, UnitShare>> {
    const rows = await this.database.read<UnitShare & { classId: string }>(
      `SELECT class_id, count(*) FILTER (WHERE unit_id = $2) AS seats, count(*) FILTER (WHERE unit_id IS NULL AND nomination_id IS NULL) AS free_in_pool
       FROM seats WHERE class_id = ANY ($1::uuid[]) GROUP BY class_id`,
      [classIds, unitId],
    );
    return new Map(rows.map(({ classId, ...share }) => [classId, share]));
  }

  /** Who sits where, seat by seat. */
  async holders(classId: string): Promise<SeatHolder[]> {
    return this.database.read(
      `SELECT s.number, s.unit_id, s.nomination_id, n.unit_id AS holder_unit_id, p.full_name AS holder_name
       FROM seats s LEFT JOIN nominations n ON n.id = s.nomination_id LEFT JOIN persons p ON p.id = n.person_id
       WHERE s.class_id = $1 ORDER BY s.number`,
      [classId],
    );
  }

  /** Whom to name to somebody who would take their seats away. */
  async holderNames(tx: Tx, classId: string): Promise<string[]> {
    const rows = await tx.rows<{ name: string }>(
      `SELECT p.full_name || ' (' || u.code || ')' AS name FROM seats s JOIN nominations n ON n.id = s.nomination_id
       JOIN persons p ON p.id = n.person_id JOIN units u ON u.id = n.unit_id
       WHERE s.class_id = $1 ORDER BY u.code, p.sort_name`,
      [classId],
    );
    return rows.map(({ name }) => name);
  }
}
