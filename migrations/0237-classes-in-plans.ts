import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassesInPlans1764547200237 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A class counts in each of its years: on the line it names, and afterwards on the first line of its course.
      CREATE VIEW classes_in_plans AS
        SELECT c.plan_line_id AS line_id, c.id AS class_id, false AS continues FROM classes c WHERE c.plan_line_id IS NOT NULL
        UNION ALL
        SELECT l.id, c.id, true
        FROM training_plan_lines l JOIN classes c ON c.course_id = l.course_id AND c.plan_line_id IS NOT NULL
          AND c.opens_on < make_date(l.year, 1, 1) AND c.closes_on >= make_date(l.year, 1, 1) AND c.state NOT IN ('draft', 'cancelled')
        WHERE NOT EXISTS (SELECT FROM training_plan_lines f WHERE f.year = l.year AND f.course_id = l.course_id AND f.quarter < l.quarter);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW classes_in_plans');
  }
}
