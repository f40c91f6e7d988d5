import { mayMoveLearner } from '../../enrollments/enrollments.policy';
import type { Actor } from '../../platform/access/actor';
import type { Tx } from '../../platform/database/database';
import type { ScanKind } from '../../scans/scan-kinds';
import { type Paper, PapersOfRoom } from '../../scans/scanned-papers';
import {
  deciders,
  mayEndorseOrReview,
  mayEnterOutsiders,
  mayNominateFor,
  nominationFollowers,
  reviewers,
} from '../nominations.policy';

type Kind = Extract<ScanKind, 'unit_letter' | 'group_letter' | 'admission_override' | 'deferral'>;

const latest = (condition: string) =>
  `(SELECT '/classes/' || n.class_id || '/letters' FROM nominations n WHERE ${condition} ORDER BY n.created_at DESC LIMIT 1)`;
const nothing = 'NULL::uuid AS class_id, NULL::uuid AS person_id';
const named = 'l.id, l.number, l.date, NULL AS authority';

const papers: Readonly<Record<Kind, string>> = {
  unit_letter: `SELECT ${named}, unit_name_on(l.unit_id, l.date) AS about, l.unit_id, ${nothing}, l.is_used,
    ${latest('paper_id(n.unit_id, n.letter_number, n.letter_date) = l.id')} AS href
    FROM unit_letters l WHERE l.id = $1`,
  group_letter: `SELECT ${named}, unit_name_on(l.group_id, l.date) AS about, l.group_id AS unit_id, ${nothing},
    EXISTS (SELECT FROM nominations n WHERE n.group_letter_id = l.id AND n.decided_at IS NOT NULL) AS is_used,
    coalesce(${latest('n.group_letter_id = l.id')}, '/classes') AS href
    FROM group_letters l WHERE l.id = $1`,
  admission_override: `SELECT o.id, o.decision_number AS number, o.decision_date AS date, o.authority, p.full_name || ' – ' || c.name AS about,
    p.unit_id, o.class_id, o.person_id, false AS is_used, '/classes/' || o.class_id || '/overrides' AS href
    FROM admission_overrides o JOIN persons p ON p.id = o.person_id JOIN classes c ON c.id = o.class_id WHERE o.id = $1`,
  deferral: `SELECT e.id, d.decision_number AS number, d.decided_on AS date, NULL AS authority, p.full_name || ' – ' || c.name AS about,
    e.unit_id, e.class_id, e.person_id, false AS is_used, '/enrollments/' || e.id AS href
    FROM deferrals d JOIN enrollments e ON e.id = d.enrollment_id JOIN persons p ON p.id = e.person_id JOIN classes c ON c.id = e.class_id
    WHERE e.id = $1`,
};

/** What units, the Group and authorities write of people who are sent to learn. */
export class PapersOfNominations extends PapersOfRoom {
  readonly kinds = Object.keys(papers) as Kind[];

  async find(tx: Tx, kind: Kind, id: string): Promise<Paper | null> {
    const [paper] = await tx.rows<Omit<Paper, 'kind'>>(papers[kind], [id]);
    return paper ? { ...paper, kind } : null;
  }

  /** The Group's letter names people of several units, of which none reads of the others; a body outside may be known since now. */
  maySee(actor: Actor, { kind, unitId }: Paper): boolean {
    if (kind === 'group_letter') return actor.reaches(deciders, unitId!) || actor.reachesBloc(reviewers);
    return actor.reaches(nominationFollowers, unitId!) || mayEnterOutsiders(actor);
  }

  mayKeep(actor: Actor, { kind, unitId, classId, personId }: Paper): boolean {
    if (kind === 'unit_letter') return mayNominateFor(actor, unitId!) || mayEnterOutsiders(actor);
    if (kind === 'deferral') return mayMoveLearner(actor, { unitId: unitId!, classId: classId!, personId: personId! });
    return mayEndorseOrReview(actor, unitId!) && !actor.is(personId);
  }
}
