import type { FormOfAddress } from '../platform/messages/address';
import { Injectable } from '@nestjs/common';
import type { Bilingual, Locale } from '../platform/messages/words';
import type { Tx } from '../platform/database/database';
import type { Day } from '../platform/clock';
import { type TheoryLevel, theoryLevels } from '../people/person.values';
import type { Grade } from '../training-records/training-record.labels';
import { lastLineOf } from '../training-records/training-records.queries';

/** Somebody found to have completed, under the names of the day, with the award they hold by now. */
export interface Graduate {
  readonly completionId: string;
  readonly enrollmentId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly unitName: string;
  readonly position: string | null;
  readonly courseId: string;
  readonly courseName: string;
  readonly className: string;
  readonly startedOn: Day;
  readonly endedOn: Day;
  readonly grade: Grade | null;
  /** Of the certificate in force, or of the school's diploma; null while there is neither. */
  readonly awardNumber: string | null;
  readonly issuedOn: Day | null;
  /** The school of a diploma it has issued; certificates are the Bloc's. */
  readonly issuedBy: string | null;
  readonly validUntil: Day | null;
  /** What the course leads to; a diploma leads there once the school has issued it. */
  readonly theoryLevel: TheoryLevel | null;
}

/** Somebody who was judged and not told of it, and where they can be told. */
export interface Untold {
  readonly completionId: string;
  readonly fullName: string;
  readonly completed: boolean;
  readonly missing: readonly Bilingual[];
  readonly certificateNumber: string | null;
  readonly to: string | null;
  readonly accountId: string | null;
  readonly locale: Locale;
  readonly formOfAddress: FormOfAddress;
}

/** How somebody came out, and of which class. */
export interface ToldResult extends Untold {
  readonly trainingClass: { readonly id: string; readonly code: string; readonly name: string };
}

/**
 * Looked up person by person: as joins, these tables are thought to be as small as they were when last analysed, and a
 * closing that fills them is compared row against row.
 */
const none = (of: string) => `(SELECT 1 FROM ${of} LIMIT 1) IS NULL`;

/** Nobody gets another while one is in force, nor after one was revoked by itself, which the record keeps, withdrawn or not. */
const noCertificate = `${none('certificates_in_force t WHERE t.completion_id = c.id')}
  AND (SELECT r.award_revoked_on FROM ${lastLineOf('c.id')}) IS NULL`;

/** What somebody who completed `c` may still be owed; `enough` are the levels from which on nothing is to be raised. */
const lacks = {
  certificate: noCertificate,
  diploma: none('diplomas d WHERE d.enrollment_id = c.enrollment_id'),
  record: none('training_records_in_force r WHERE r.completion_id = c.id'),
  level: `coalesce(p.theory_level_earned, '') <> ALL (l.enough)`,
} as const;
export type Owed = keyof typeof lacks;

const graduates = (
  owed: Owed,
) => `FROM completions c JOIN persons p ON p.id = c.person_id CROSS JOIN (SELECT $2::text[] AS enough) l
  WHERE c.class_id = $1 AND c.completed AND c.closing_id IS NOT NULL AND ${lacks[owed]}`;
const graduate = `c.id AS completion_id, c.enrollment_id, c.person_id, c.class_id, c.grade, p.full_name, p.sort_name, p.position`;
/** Of the people \`g\`. */
const graduateItem = `g.*, unit_name_on(e.unit_id, k.closes_on) AS unit_name, o.id AS course_id, o.name_vi AS course_name, k.name AS class_name,
  k.opens_on AS started_on, k.closes_on AS ended_on, coalesce(t.number, d.number) AS award_number, coalesce(t.issued_on, d.issued_on) AS issued_on,
  CASE WHEN d.number IS NOT NULL THEN d.school END AS issued_by, t.valid_until,
  CASE WHEN o.award <> 'diploma' OR d.number IS NOT NULL THEN o.raises_to END AS theory_level`;
const graduateJoins = `JOIN enrollments e ON e.id = g.enrollment_id JOIN classes k ON k.id = g.class_id JOIN courses o ON o.id = k.course_id
  LEFT JOIN certificates_in_force t ON t.completion_id = g.completion_id LEFT JOIN diplomas d ON d.enrollment_id = g.enrollment_id`;
const untold = `FROM completions c JOIN persons p ON p.id = c.person_id
  WHERE c.class_id = $1 AND c.closing_id IS NOT NULL AND c.told_at IS NULL`;

/** What somebody is told, of completions `u`. */
const judged = `c.id AS completion_id, c.completed, p.id AS person_id, p.full_name, p.sort_name, p.email,
  jsonb_path_query_array(c.reasons, '$[*] ? (@.ok == false && @.severity == "block").sentence') AS missing`;
const toldColumns = `u.*, coalesce(a.email::text, u.email::text) AS "to", a.id AS account_id, coalesce(a.locale, 'vi') AS locale,
  address_of((SELECT standing FROM persons WHERE id = u.person_id)) AS form_of_address, t.number AS certificate_number`;
const toldJoins = `LEFT JOIN accounts a ON a.person_id = u.person_id AND a.disabled_at IS NULL
  LEFT JOIN certificates_in_force t ON t.completion_id = u.completion_id`;

/** What is left to do for the people of a class who were judged. */
@Injectable()
export class ClosingWorkQueries {
  /** The completions of whom it is owed, in the order of a Vietnamese list: certificates are numbered in it. */
  async owed(tx: Tx, classId: string, owed: Owed, level: TheoryLevel | null): Promise<string[]> {
    return idsOf(
      await tx.rows(`SELECT c.id ${graduates(owed)} ORDER BY p.sort_name, c.enrollment_id`, [
        classId,
        levelsFrom(level),
      ]),
    );
  }

  /** Those of these completions of whom it is still owed, in the same order. */
  async graduates(
    tx: Tx,
    classId: string,
    owed: Owed,
    level: TheoryLevel | null,
    completionIds: readonly string[],
  ): Promise<Graduate[]> {
    return tx.rows(
      `SELECT ${graduateItem} FROM (SELECT ${graduate} ${graduates(owed)} AND c.id = ANY ($3::uuid[])) g
       ${graduateJoins} ORDER BY g.sort_name, g.enrollment_id`,
      [classId, levelsFrom(level), completionIds],
    );
  }

  /** One of them, whatever is owed. */
  async graduate(tx: Tx, completionId: string): Promise<Graduate> {
    return tx.row(
      `SELECT ${graduateItem} FROM (SELECT ${graduate} FROM completions c JOIN persons p ON p.id = c.person_id WHERE c.id = $1) g ${graduateJoins}`,
      [completionId],
    );
  }

  /** The completions nobody was told of. */
  async untold(tx: Tx, classId: string): Promise<string[]> {
    return idsOf(await tx.rows(`SELECT c.id ${untold} ORDER BY p.sort_name, c.id`, [classId]));
  }

  /** Those of these completions that nobody was told of yet. */
  async ofUntold(tx: Tx, classId: string, completionIds: readonly string[]): Promise<Untold[]> {
    return tx.rows(
      `SELECT ${toldColumns} FROM (SELECT ${judged} ${untold} AND c.id = ANY ($2::uuid[])) u ${toldJoins} ORDER BY u.sort_name, u.completion_id`,
      [classId, completionIds],
    );
  }

  /** What these completions come to now, each with its class; nothing for those of a class that was reopened. */
  async told(tx: Tx, completionIds: readonly string[]): Promise<ToldResult[]> {
    return tx.rows(
      `SELECT ${toldColumns}, jsonb_build_object('id', k.id, 'code', k.code, 'name', k.name) AS training_class
       FROM (SELECT ${judged}, c.class_id FROM completions c JOIN persons p ON p.id = c.person_id WHERE c.id = ANY ($1::uuid[]) AND c.closing_id IS NOT NULL) u
       JOIN classes k ON k.id = u.class_id ${toldJoins}`,
      [completionIds],
    );
  }
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);

const levelsFrom = (level: TheoryLevel | null) =>
  level === null ? [] : theoryLevels.slice(theoryLevels.indexOf(level));
