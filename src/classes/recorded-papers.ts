import type { Tx } from '../platform/database/database';
import type { ScanKind } from '../scans/scan-kinds';
import { type Paper, PapersOfRoom } from '../scans/scanned-papers';
import { mayManageClasses } from './classes.policy';

/** The decision that opens a class; those who are summoned are named in it, of whatever unit. */
export class PapersOfClasses extends PapersOfRoom {
  readonly kinds: readonly ScanKind[] = ['opening_decision'];

  async find(tx: Tx, kind: ScanKind, id: string): Promise<Paper | null> {
    const [paper] = await tx.rows<Paper>(
      `SELECT $2 AS kind, id, opening_decision AS number, NULL AS date, NULL AS authority, name AS about, NULL AS unit_id, id AS class_id,
         NULL AS person_id, false AS is_used, '/classes/' || id AS href
       FROM classes WHERE id = $1 AND opening_decision IS NOT NULL`,
      [id, kind],
    );
    return paper ?? null;
  }

  readonly maySee = mayManageClasses;
  readonly mayKeep = mayManageClasses;
}
