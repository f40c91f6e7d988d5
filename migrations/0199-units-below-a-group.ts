import type { MigrationInterface, QueryRunner } from 'typeorm';

const inReview = (asksGroup: string) => `
  CREATE OR REPLACE VIEW nominations_in_review AS
    SELECT n.id, n.class_id, n.person_id, n.unit_id, t.turn, coalesce(n.endorsed_at, n.submitted_at) AS since
    FROM nominations n JOIN classes c ON c.id = n.class_id JOIN courses k ON k.id = c.course_id
    CROSS JOIN LATERAL (SELECT CASE WHEN n.state = 'submitted' AND ${asksGroup} THEN 'group'
      WHEN n.rank IS NULL THEN 'office' END AS turn) t
    WHERE n.state IN ('submitted', 'endorsed') AND NOT class_has_ended(c.state) AND t.turn IS NOT NULL`;

export class UnitsBelowAGroup1764547200199 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The Group a unit belongs to on a day; null for the Bloc's own units.
      CREATE FUNCTION group_above(unit uuid, on_day date) RETURNS uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE above (id) AS (
          SELECT unit
          UNION
          SELECT p.parent_id FROM unit_parents p JOIN above a ON p.unit_id = a.id WHERE p.valid @> on_day
        )
        SELECT u.id FROM above JOIN units u ON u.id = above.id WHERE u.kind = 'group' LIMIT 1
      $$;
      ${inReview(`'group' = ANY (k.approval_steps) AND group_above(n.unit_id, c.opens_on) IS NOT NULL`)};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${inReview(`'group' = ANY (k.approval_steps)`)};
      DROP FUNCTION group_above(uuid, date);
    `);
  }
}
