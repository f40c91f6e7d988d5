import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NominationsInReview1764547200085 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The nominations somebody is to decide on, whose turn it is and since when. The Group speaks of reserves too; the
      -- office decides on who holds a seat; nobody decides on what is left of a class that has ended.
      CREATE VIEW nominations_in_review AS
        SELECT n.id, n.class_id, n.person_id, n.unit_id, t.turn, coalesce(n.endorsed_at, n.submitted_at) AS since
        FROM nominations n JOIN classes c ON c.id = n.class_id JOIN courses k ON k.id = c.course_id
        CROSS JOIN LATERAL (SELECT CASE WHEN n.state = 'submitted' AND 'group' = ANY (k.approval_steps) THEN 'group'
          WHEN n.rank IS NULL THEN 'office' END AS turn) t
        WHERE n.state IN ('submitted', 'endorsed') AND NOT class_has_ended(c.state) AND t.turn IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW nominations_in_review`);
  }
}
