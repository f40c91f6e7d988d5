import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database';

/** A place in the journal, which is read in the order of transactions: behind this line of this transaction. */
interface JournalPlace {
  readonly transactionId: string;
  readonly lineId: number;
}

export const startOfJournal: JournalPlace = { transactionId: '0', lineId: 0 };

interface Reading<Line> {
  readonly lines: readonly Line[];
  readonly upTo: JournalPlace;
  readonly isMore: boolean;
}

interface Wanted {
  /** SQL: what to know of a line `l`. */
  readonly columns: string;
  /** SQL: which lines; all unless told. */
  readonly only?: string;
  readonly count: number;
}

/**
 * What is new in the journal since somebody last read it. Reading stops before the first transaction that is not over, so
 * no line can still appear behind a place that was read: ids are drawn early and committed late, and would not do.
 */
@Injectable()
export class JournalReadings {
  /** The next lines; null when `reader` never read, or read on another server: a restore brings the place along. */
  async next<Line>(tx: Tx, reader: string, { columns, only = 'true', count }: Wanted): Promise<Reading<Line> | null> {
    const [read] = await tx.rows<JournalPlace & { over: string }>(
      `SELECT u.transaction_id::text AS transaction_id, u.line_id, ${firstUnderWay}::text AS over
       FROM journal_read_up_to u JOIN pg_control_system() s ON s.system_identifier = u.system_identifier WHERE u.reader = $1`,
      [reader],
    );
    if (!read) return null;
    const lines = await tx.rows<Line & { transactionId: string; lineId: number }>(
      `SELECT l.transaction_id::text AS transaction_id, l.id AS line_id, ${columns} FROM journal_lines l
       WHERE (l.transaction_id, l.id) > ($1::xid8, $2::bigint) AND l.transaction_id < $3::xid8 AND ${only}
       ORDER BY l.transaction_id, l.id LIMIT $4`,
      [read.transactionId, read.lineId, read.over, count],
    );
    const isMore = lines.length === count;
    return { lines, upTo: isMore ? lines.at(-1)! : { transactionId: read.over, lineId: 0 }, isMore };
  }

  async readUpTo(tx: Tx, reader: string, { transactionId, lineId }: JournalPlace): Promise<void> {
    await tx.execute(
      `INSERT INTO journal_read_up_to (reader, system_identifier, transaction_id, line_id)
       SELECT $1, system_identifier, $2::xid8, $3 FROM pg_control_system()
       ON CONFLICT (reader) DO UPDATE SET system_identifier = excluded.system_identifier, transaction_id = excluded.transaction_id, line_id = excluded.line_id`,
      [reader, transactionId, lineId],
    );
  }

  /** Where the journal is read up to by now. */
  async end(tx: Tx): Promise<JournalPlace> {
    const { over } = await tx.row<{ over: string }>(`SELECT ${firstUnderWay}::text AS over`);
    return { transactionId: over, lineId: 0 };
  }
}

const firstUnderWay = 'pg_snapshot_xmin(pg_current_snapshot())';
