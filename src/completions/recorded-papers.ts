import { nominationFollowers } from '../nominations/nominations.policy';
import type { Actor } from '../platform/access/actor';
import type { Tx } from '../platform/database/database';
import type { ScanKind } from '../scans/scan-kinds';
import { type Paper, PapersOfRoom } from '../scans/scanned-papers';
import { mayAmendResult, mayCloseClasses } from './completions.policy';

type Kind = Extract<ScanKind, 'completion_decision' | 'completion_amendment' | 'class_reopening'>;

const ofPerson = `p.full_name || ' – ' || k.name AS about, e.unit_id, e.class_id, e.person_id, false AS is_used`;
const joined = `JOIN enrollments e ON e.id = c.enrollment_id JOIN persons p ON p.id = e.person_id JOIN classes k ON k.id = e.class_id`;

const papers: Readonly<Record<Kind, string>> = {
  completion_decision: `SELECT $1::uuid AS id, c.override_decision AS number, c.override_decided_on AS date, NULL AS authority, ${ofPerson},
    '/classes/' || e.class_id || '/completion' AS href
    FROM completions c ${joined} WHERE c.override_decision IS NOT NULL AND paper_id(c.enrollment_id, c.override_decision, c.override_decided_on) = $1`,
  completion_amendment: `SELECT c.id, c.decision AS number, c.decided_on AS date, c.authority, ${ofPerson}, '/completions/' || c.completion_id AS href
    FROM completion_amendments c ${joined} WHERE c.id = $1`,
  class_reopening: `SELECT r.id, r.decision AS number, r.decided_on AS date, r.authority, k.name AS about, NULL AS unit_id, r.class_id,
    NULL AS person_id, false AS is_used, '/classes/' || r.class_id || '/reopening' AS href
    FROM class_reopenings r JOIN classes k ON k.id = r.class_id WHERE r.id = $1 AND r.decision IS NOT NULL`,
};

/** Decisions about results: that somebody completes, that a result was another, that a class goes on. */
export class PapersOfCompletions extends PapersOfRoom {
  readonly kinds = Object.keys(papers) as Kind[];

  async find(tx: Tx, kind: Kind, id: string): Promise<Paper | null> {
    const [paper] = await tx.rows<Omit<Paper, 'kind'>>(papers[kind], [id]);
    return paper ? { ...paper, kind } : null;
  }

  maySee(actor: Actor, { unitId }: Paper): boolean {
    return unitId === null ? mayCloseClasses(actor) : actor.reaches(nominationFollowers, unitId);
  }

  mayKeep(actor: Actor, { personId }: Paper): boolean {
    return personId === null ? mayCloseClasses(actor) : mayAmendResult(actor, { personId });
  }
}
