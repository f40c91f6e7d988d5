import { JournalSeals } from '../../src/platform/journal/journal-seals';
import type { TestApp } from '../app';

async function unsealed(app: TestApp): Promise<number> {
  const [row] = await app.sql<{ left: number }>(
    `SELECT count(*)::int AS left FROM journal_lines l WHERE NOT EXISTS (SELECT FROM journal_seals s WHERE s.line_id = l.id)`,
  );
  return row!.left;
}

/** A transaction still open anywhere on the server holds sealing back: goes on until every line has its seal. */
export async function sealEverything(app: TestApp): Promise<void> {
  while ((await unsealed(app)) > 0) await app.get(JournalSeals).seal();
}
