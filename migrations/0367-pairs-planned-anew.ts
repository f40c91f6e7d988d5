import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PairsPlannedAnew1764547200367 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A plan made while hardly anybody was there reads everybody for each, and is kept until the table is next counted: the rosters
    // of a first morning took a second each, then ten. Made anew it sees how large the table is by now; a year that is
    // reckoned leaves it the index of names, and not that of everybody born in one.
    await runner.query(
      pairing(
        'SET plan_cache_mode = force_custom_plan',
        `q.folded_name = p.folded_name AND extract(year FROM q.birth_date) = extract(year FROM p.birth_date)`,
      ),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      pairing('', `q.folded_name = p.folded_name AND q.birth_date >= ${year} AND q.birth_date < ${next}`),
    );
  }
}

const year = `date_trunc('year', p.birth_date)::date`;
const next = `(date_trunc('year', p.birth_date) + interval '1 year')::date`;

const pairing = (setting: string, isAlike: string) => `
  CREATE OR REPLACE FUNCTION pair_people_alike(ids uuid[]) RETURNS void LANGUAGE sql ${setting} AS $$
    INSERT INTO alike_people (one_id, other_id, likeness, sort_name, birth_date, one_unit_id, other_unit_id)
    SELECT o.id, t.id, CASE WHEN o.birth_date = t.birth_date THEN 'certain' ELSE 'perhaps' END, o.sort_name, o.birth_date, o.unit_id, t.unit_id
    FROM (
      SELECT DISTINCT least(p.id, q.id) AS one, greatest(p.id, q.id) AS other
      FROM unnest(ids) AS asked (id) JOIN persons p ON p.id = asked.id
      JOIN persons q ON ${isAlike} AND q.id <> p.id AND q.same_as_id IS NULL
      WHERE p.same_as_id IS NULL
        AND (q.birth_date = p.birth_date OR 1 IN (extract(doy FROM p.birth_date), extract(doy FROM q.birth_date)))) alike
    JOIN persons o ON o.id = alike.one JOIN persons t ON t.id = alike.other ORDER BY 1, 2
    ON CONFLICT (one_id, other_id) DO UPDATE
      SET likeness = excluded.likeness, sort_name = excluded.sort_name, birth_date = excluded.birth_date,
        one_unit_id = excluded.one_unit_id, other_unit_id = excluded.other_unit_id
  $$`;
