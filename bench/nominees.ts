import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Call } from './callers';

/** The beginning of a statement: a `course` with the code `$1` and the rules of intermediate theory. */
export const newCourse = `model AS (SELECT * FROM courses WHERE code = 'intermediate_theory'),
  course AS (INSERT INTO courses (code, name_vi, name_en, kind, raises_to, approval_steps, award, usual_half_days, position)
    SELECT $1, name_vi, name_en, kind, raises_to, approval_steps, award, usual_half_days, position FROM model RETURNING id),
  rules AS (INSERT INTO course_rules (course_id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified)
    SELECT course.id, purpose, rule, parameters, severity, valid, citation_vi, citation_en, verified
    FROM course, course_rules WHERE course_id = (SELECT id FROM model))`;

/** One nomination to be submitted. */
export interface Submission {
  readonly classId: string;
  readonly unitId: string;
  readonly personId: string;
  readonly accountId: string;
  readonly token: string;
}

/** How it is asked for over HTTP. */
export const nominationOf = ({ classId, personId, token }: Submission): Call => ({
  method: 'POST',
  path: `/api/v1/classes/${classId}/nominations`,
  headers: { authorization: `Bearer ${token}` },
  body: { personId, letter: { number: '1-CV/ĐU', date: '2026-01-05' }, acknowledged: true },
});

/** What the secretaries of one unit still have to submit, in order. */
export type UnitList = readonly Submission[];

export const units = 12;
export const peoplePerUnit = 60;
export const seatsPerClass = 30;
const seatsPerUnit = 2;

interface Unit {
  readonly id: string;
  readonly accountId: string;
  readonly token: string;
  readonly personIds: readonly string[];
}

/** Twelve units with a secretary and sixty eligible key cadres each; written as rows, a table at a time. */
export class Nominees {
  private constructor(
    private readonly pool: Pool,
    private readonly units: readonly Unit[],
  ) {}

  static async create(pool: Pool): Promise<Nominees> {
    const tokens = Array.from({ length: units }, () => randomUUID());
    const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
    await pool.query(
      `WITH bloc AS (INSERT INTO units (code, kind) VALUES ('KHOI', 'bloc') RETURNING id),
       base AS (INSERT INTO units (code, kind) SELECT 'U' || n, 'base' FROM generate_series(1, ${units}) n RETURNING id, code),
       named AS (INSERT INTO unit_names (unit_id, name_vi, name_en, valid)
         SELECT id, 'Đơn vị', 'Unit', '[2000-01-01,)' FROM (TABLE bloc UNION ALL SELECT id FROM base) all_units),
       below AS (INSERT INTO unit_parents (unit_id, parent_id, valid) SELECT base.id, bloc.id, '[2000-01-01,)' FROM base, bloc),
       account AS (INSERT INTO accounts (email, name, password_hash, locale, created_at, accepted_at)
         SELECT code || '@example.vn', 'Bí thư ' || code, 'none', 'vi', now(), now() FROM base RETURNING id, email),
       granted AS (INSERT INTO grants (account_id, role, unit_id, granted_at)
         SELECT account.id, 'unit_secretary', base.id, now() FROM account JOIN base ON account.email = base.code || '@example.vn'),
       token AS (INSERT INTO api_tokens (account_id, token_hash, name, created_at, expires_at)
         SELECT id, ($1::text[])[row_number() OVER (ORDER BY email)], 'bench', now(), '2100-01-01' FROM account)
       INSERT INTO persons (unit_id, code, full_name, folded_name, sort_name, sex, birth_date, position, key_cadre, planned,
         standing, joined_on, official_on, education, theory_level, ratings)
       SELECT id, code || '-' || n, 'Nguyễn Văn Thứ ' || n, 'nguyen van thu ' || n, 'thu ' || n, 'male', '1980-05-12', 'Trưởng phòng',
         true, true, 'official', '2008-06-01', '2009-06-01', 'university', 'elementary',
         (SELECT jsonb_object_agg(year, 'good') FROM generate_series(2020, 2100) year)
       FROM base, generate_series(1, ${peoplePerUnit}) n`,
      [hashes],
    );
    const { rows } = await pool.query<Omit<Unit, 'token'> & { tokenHash: string }>(
      `SELECT g.unit_id AS id, g.account_id AS "accountId", t.token_hash AS "tokenHash",
         (SELECT array_agg(p.id) FROM persons p WHERE p.unit_id = g.unit_id) AS "personIds"
       FROM grants g JOIN api_tokens t USING (account_id)`,
    );
    return new Nominees(
      pool,
      rows.map(({ tokenHash, ...unit }) => ({ ...unit, token: tokens[hashes.indexOf(tokenHash)]! })),
    );
  }

  /** Everybody once, spread evenly over new classes of a new course; a list for each unit. */
  async forNewClasses(count: number, peopleOfUnit = peoplePerUnit): Promise<UnitList[]> {
    const classIds = await this.openClasses(count);
    return this.units.map(({ personIds, ...unit }, index) =>
      personIds.slice(0, peopleOfUnit).map((personId, place) => ({
        classId: classIds[(place * units + index) % count]!,
        unitId: unit.id,
        personId,
        accountId: unit.accountId,
        token: unit.token,
      })),
    );
  }

  /**
   * Announced classes with an open call and thirty seats: two for each unit, the rest in the pool. Their course is new,
   * with the rules of intermediate theory, because nobody is nominated twice in one course.
   */
  private async openClasses(count: number): Promise<string[]> {
    const { rows } = await this.pool.query<{ id: string }>(
      `WITH ${newCourse},
       class AS (INSERT INTO classes (code, course_id, name, mode, state, opens_on, closes_on, capacity, pool_open,
           call_opens_at, call_closes_at, announced_at, created_at, version)
         SELECT $1 || '-' || n, id, 'Lớp ' || n, 'part_time', 'announced', current_date + 60, current_date + 400, ${seatsPerClass}, true,
           now() - interval '1 day', now() + interval '10 days', now(), now(), 1 FROM course, generate_series(1, $2::int) n RETURNING id),
       base AS (SELECT id, row_number() OVER () - 1 AS place FROM units WHERE kind = 'base'),
       seat AS (INSERT INTO seats (class_id, number, unit_id)
         SELECT class.id, number, base.id FROM class CROSS JOIN generate_series(1, ${seatsPerClass}) number
         LEFT JOIN base ON base.place = (number - 1) / ${seatsPerUnit})
       SELECT id FROM class`,
      [randomUUID(), count],
    );
    return rows.map(({ id }) => id);
  }
}
