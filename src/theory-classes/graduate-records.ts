import type { Tx } from '../platform/database/database';

/** A closing, which stands above, writes the record of whoever graduates. */
export abstract class GraduateRecords {
  /** The lines in force, by enrollment; nothing for whom no line was written yet. */
  abstract recordsOf(tx: Tx, enrollmentIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
