import { nominationFollowers } from '../nominations/nominations.policy';
import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import type { ScanKind } from '../scans/scan-kinds';
import { type Paper, PapersOfRoom } from '../scans/scanned-papers';
import { mayLiftBars } from './theory-classes.policy';

/** The decision by which somebody sits examinations; one for several modules. */
export class PapersOfExaminations extends PapersOfRoom {
  readonly kinds: readonly ScanKind[] = ['exam_permission'];

  async find(tx: Tx, kind: ScanKind, id: string): Promise<Paper | null> {
    const [paper] = await tx.rows<Paper>(
      `SELECT $2 AS kind, $1::uuid AS id, x.decision_number AS number, x.decided_on AS date, NULL AS authority,
         p.full_name || ' – ' || c.name AS about, e.unit_id, e.class_id, e.person_id, false AS is_used, '/enrollments/' || e.id || '/marks' AS href
       FROM exam_permissions x JOIN enrollments e ON e.id = x.enrollment_id JOIN persons p ON p.id = e.person_id JOIN classes c ON c.id = e.class_id
       WHERE paper_id(x.enrollment_id, x.decision_number, x.decided_on) = $1 LIMIT 1`,
      [id, kind],
    );
    return paper ?? null;
  }

  maySee(actor: Actor, { unitId }: Paper): boolean {
    return actor.reaches(nominationFollowers, unitId!);
  }

  mayKeep(actor: Actor, { personId }: Paper): boolean {
    return mayLiftBars(actor) && !actor.is(personId);
  }
}
