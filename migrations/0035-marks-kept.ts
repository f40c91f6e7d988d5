import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarksKept1764547200035 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A mark once entered stays: a correction is a further line, and so is taking it back.
      ALTER TABLE module_marks
        ADD COLUMN revision integer NOT NULL DEFAULT 1 CONSTRAINT module_marks_revision CHECK (revision > 0),
        ADD COLUMN reason text,
        ALTER COLUMN mark DROP NOT NULL,
        DROP CONSTRAINT module_marks_pkey,
        ADD PRIMARY KEY (enrollment_id, module_id, attempt, revision),
        ADD CONSTRAINT module_marks_begin_with_a_mark CHECK (mark IS NOT NULL OR revision > 1),
        ADD CONSTRAINT module_marks_change_with_reason CHECK (reason IS NOT NULL OR revision = 1);
      CREATE TRIGGER module_marks_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON module_marks EXECUTE FUNCTION refuse_change();
      CREATE VIEW marks_in_force AS
        SELECT m.enrollment_id, m.module_id, m.attempt, m.mark, m.entered_at, m.entered_by FROM module_marks m
        WHERE m.mark IS NOT NULL AND NOT EXISTS (
          SELECT FROM module_marks newer WHERE newer.enrollment_id = m.enrollment_id AND newer.module_id = m.module_id
            AND newer.attempt = m.attempt AND newer.revision > m.revision);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TEMPORARY TABLE kept ON COMMIT DROP AS SELECT * FROM marks_in_force;
      DROP VIEW marks_in_force;
      DROP TRIGGER module_marks_are_kept ON module_marks;
      DELETE FROM module_marks;
      ALTER TABLE module_marks
        DROP CONSTRAINT module_marks_change_with_reason,
        DROP CONSTRAINT module_marks_begin_with_a_mark,
        DROP CONSTRAINT module_marks_pkey,
        DROP COLUMN reason,
        DROP COLUMN revision,
        ALTER COLUMN mark SET NOT NULL,
        ADD PRIMARY KEY (enrollment_id, module_id, attempt);
      INSERT INTO module_marks (enrollment_id, module_id, attempt, mark, entered_at, entered_by)
        SELECT enrollment_id, module_id, attempt, mark, entered_at, entered_by FROM kept;
    `);
  }
}
