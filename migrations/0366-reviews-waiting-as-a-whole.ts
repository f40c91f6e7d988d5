import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReviewsWaitingAsAWhole1764547200366 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What stands below a unit is found from it.
      CREATE INDEX unit_parents_by_parent ON unit_parents (parent_id);
      -- Below which Group a unit stands, and when: for whoever asks of many. Of one unit and day group_above tells the same.
      CREATE VIEW units_of_groups AS
        WITH RECURSIVE below (unit_id, group_id, valid) AS (
          SELECT id, id, daterange(NULL, NULL) FROM units WHERE kind = 'group'
          UNION ALL
          SELECT p.unit_id, b.group_id, p.valid * b.valid FROM unit_parents p JOIN below b ON p.parent_id = b.unit_id
          WHERE NOT isempty(p.valid * b.valid)
        )
        SELECT unit_id, group_id, valid FROM below;
      -- The lines of nominations_in_review for whoever counts all of them: the Groups are looked up once, not for each.
      CREATE VIEW reviews_waiting AS
        SELECT n.id, n.class_id, n.person_id, n.unit_id, t.turn, coalesce(n.endorsed_at, n.submitted_at) AS since
        FROM nominations n JOIN classes c ON c.id = n.class_id JOIN courses k ON k.id = c.course_id
        LEFT JOIN units_of_groups g ON g.unit_id = n.unit_id AND g.valid @> c.opens_on
        CROSS JOIN LATERAL (SELECT CASE WHEN n.state = 'submitted' AND 'group' = ANY (k.approval_steps) AND g.group_id IS NOT NULL THEN 'group'
          WHEN n.rank IS NULL THEN 'office' END AS turn) t
        WHERE n.state IN ('submitted', 'endorsed') AND NOT class_has_ended(c.state) AND t.turn IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW reviews_waiting;
      DROP VIEW units_of_groups;
      DROP INDEX unit_parents_by_parent;
    `);
  }
}
