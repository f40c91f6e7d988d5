import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvigilatorsKnownSince1764547200255 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Since when somebody keeps watch: what changed before is no news of theirs.
    await runner.query(`
      ALTER TABLE exam_invigilators ADD COLUMN listed_at timestamptz;
      UPDATE exam_invigilators i SET listed_at = x.changed_at FROM exams x WHERE x.id = i.exam_id;
      ALTER TABLE exam_invigilators ALTER COLUMN listed_at SET NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE exam_invigilators DROP COLUMN listed_at`);
  }
}
