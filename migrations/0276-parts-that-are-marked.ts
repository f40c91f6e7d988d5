import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartsThatAreMarked1764547200276 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What courses other than theory mark: a test, practice, the examination of the course.
    await runner.query(`
      ALTER TABLE modules DROP CONSTRAINT modules_kind, ADD CONSTRAINT modules_kind CHECK (kind IN
        ('module', 'field_report', 'graduation_paper', 'graduation_exam', 'test', 'practice', 'exam'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE modules SET kind = 'module' WHERE kind IN ('test', 'practice', 'exam');
      ALTER TABLE modules DROP CONSTRAINT modules_kind, ADD CONSTRAINT modules_kind CHECK (kind IN
        ('module', 'field_report', 'graduation_paper', 'graduation_exam'))
    `);
  }
}
