import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../platform/database/database';

/** Whether a class has a free seat, its units' or the pool's, in SQL. */
export const someSeatIsFree = (classId: string) =>
  `EXISTS (SELECT FROM seats WHERE class_id = ${classId} AND nomination_id IS NULL)`;

@Injectable()
export class SeatsQueries {
  constructor(private readonly database: Database) {}

  /** How many seats a unit could take now: its own free ones, and the pool's where the class allows. */
  async freeFor(
    classId: string,
    unitId: string,
    poolToo: boolean,
    tx?: Tx,
  ): Promise<{ readonly own: number; readonly pool: number }> {
    const [row] = await this.database.read<{ own: number; pool: number }>(
      `SELECT count(*) FILTER (WHERE unit_id = $2) AS own, count(*) FILTER (WHERE unit_id IS NULL AND $3) AS pool
       FROM seats WHERE class_id = $1 AND nomination_id IS NULL AND (unit_id = $2 OR ($3 AND unit_id IS NULL))`,
      [classId, unitId, poolToo],
      tx,
    );
    return row!;
  }

  /** Whether a unit has seats of its own in the class. */
  async areAllocated(classId: string): Promise<boolean> {
    const sql = `SELECT EXISTS (SELECT FROM seats WHERE class_id = $1 AND unit_id IS NOT NULL) AS allocated`;
    const [row] = await this.database.read<{ allocated: boolean }>(sql, [classId]);
    return row!.allocated;
  }
}
