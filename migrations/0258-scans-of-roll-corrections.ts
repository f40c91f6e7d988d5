import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'unit_letter', 'group_letter', 'opening_decision', 'admission_override', 'deferral', 'exam_permission', 'completion_decision',
  'completion_amendment', 'class_reopening'`;

export class ScansOfRollCorrections1764547200258 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE scans DROP CONSTRAINT scans_kind;
      ALTER TABLE scans ADD CONSTRAINT scans_kind CHECK (kind IN (${before}, 'roll_correction'));
      -- A decision may correct the rolls of many people of a study; its day stands in its text.
      CREATE INDEX roll_corrections_by_decision ON roll_corrections (paper_id(class_id, decision, NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX roll_corrections_by_decision;
      ALTER TABLE scans DROP CONSTRAINT scans_kind;
      ALTER TABLE scans ADD CONSTRAINT scans_kind CHECK (kind IN (${before}));
    `);
  }
}
