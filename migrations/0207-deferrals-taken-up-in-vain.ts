import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DeferralsTakenUpInVain1764547200207 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose class was cancelled, or who withdrew from it, may go on with the same learning in another.
      ALTER TABLE enrollments DROP CONSTRAINT enrollments_continued_once;
      CREATE UNIQUE INDEX enrollments_continued_once ON enrollments (continues_id) WHERE ended_at IS NULL;
      CREATE INDEX enrollments_by_what_they_continue ON enrollments (continues_id);
      -- What goes on with it may be gone on with in turn, by a transfer; a deferral from there takes the place of this one.
      CREATE OR REPLACE VIEW deferrals_waiting AS
        SELECT d.*, e.person_id, e.unit_id, e.class_id, c.course_id
        FROM deferrals d JOIN enrollments e ON e.id = d.enrollment_id JOIN classes c ON c.id = e.class_id
        WHERE NOT EXISTS (
          WITH RECURSIVE later AS (
            SELECT o.id, o.ended_at FROM enrollments o WHERE o.continues_id = d.enrollment_id
            UNION
            SELECT o.id, o.ended_at FROM later JOIN enrollments o ON o.continues_id = later.id)
          SELECT FROM later WHERE ended_at IS NULL OR EXISTS (SELECT FROM deferrals x WHERE x.enrollment_id = later.id));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE VIEW deferrals_waiting AS
        SELECT d.*, e.person_id, e.unit_id, e.class_id, c.course_id
        FROM deferrals d JOIN enrollments e ON e.id = d.enrollment_id JOIN classes c ON c.id = e.class_id
        WHERE NOT EXISTS (SELECT FROM enrollments o WHERE o.continues_id = d.enrollment_id);
      DROP INDEX enrollments_by_what_they_continue, enrollments_continued_once;
      -- Of several the last is the one that goes on with it.
      UPDATE enrollments e SET continues_id = NULL WHERE EXISTS (
        SELECT FROM enrollments o WHERE o.continues_id = e.continues_id AND (o.enrolled_at, o.id) > (e.enrolled_at, e.id));
      ALTER TABLE enrollments ADD CONSTRAINT enrollments_continued_once UNIQUE (continues_id);
    `);
  }
}
