import type { Database } from '../src/platform/database/database';

export interface RowsRead {
  readonly table: string;
  /** Rows and entries of indexes. */
  readonly rows: number;
  /** How often all of the table was gone through. */
  readonly scans: number;
}

/**
 * What `work` reads of each table, by the statistics of PostgreSQL; nobody else may be at work on the database.
 * @param connections as many as the pool holds: each keeps its counts to itself until it is told to hand them over
 */
export async function rowsRead(
  database: Database,
  connections: number,
  work: () => Promise<unknown>,
): Promise<RowsRead[]> {
  const counts = async () => {
    const handOver = () => database.read('SELECT pg_stat_force_next_flush(), pg_sleep(0.05)');
    await Promise.all(Array.from({ length: connections }, handOver));
    return database.read<RowsRead>(
      `SELECT t.relname AS table, t.seq_scan::float8 AS scans,
         t.seq_tup_read + coalesce((SELECT sum(i.idx_tup_read) FROM pg_stat_user_indexes i WHERE i.relid = t.relid), 0)::float8 AS rows
       FROM pg_stat_user_tables t`,
    );
  };
  const before = new Map((await counts()).map((one) => [one.table, one]));
  await work();
  return (await counts()).flatMap(({ table, rows, scans }) => {
    const known = before.get(table);
    const read = { table, rows: rows - (known?.rows ?? 0), scans: scans - (known?.scans ?? 0) };
    return read.rows > 0 || read.scans > 0 ? [read] : [];
  });
}
