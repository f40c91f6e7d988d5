import type { Tx } from '../platform/database/database';
import type { ScanKind } from '../scans/scan-kinds';
import { type Paper, PapersOfRoom } from '../scans/scanned-papers';
import { mayArrangeStudies } from './study-sessions.policy';

/** The decision by which frozen rolls of a study are corrected; it may name people of several units. */
export class PapersOfStudies extends PapersOfRoom {
  readonly kinds: readonly ScanKind[] = ['roll_correction'];

  async find(tx: Tx, kind: ScanKind, id: string): Promise<Paper | null> {
    const [paper] = await tx.rows<Paper>(
      `SELECT $2 AS kind, $1::uuid AS id, k.decision AS number, NULL AS date, NULL AS authority, c.name AS about, NULL AS unit_id, k.class_id,
         NULL AS person_id, false AS is_used, '/classes/' || k.class_id || '/participation/' || k.unit_id AS href
       FROM roll_corrections k JOIN classes c ON c.id = k.class_id WHERE paper_id(k.class_id, k.decision, NULL) = $1 ORDER BY k.id DESC LIMIT 1`,
      [id, kind],
    );
    return paper ?? null;
  }

  readonly maySee = mayArrangeStudies;
  readonly mayKeep = mayArrangeStudies;
}
