import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CourseRetirement1764547200126 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE courses
        ADD COLUMN retired_from date,
        ADD COLUMN version integer NOT NULL DEFAULT 1
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE courses DROP COLUMN retired_from, DROP COLUMN version');
  }
}
