import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GuestsAtHalfDays1764547200192 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody comes to a half-day of another class for one of their own: the line there names the line it stands for.
      ALTER TABLE attendance_lines ADD COLUMN for_line_id uuid CONSTRAINT attendance_lines_for REFERENCES attendance_lines;
      CREATE UNIQUE INDEX attendance_lines_one_guest ON attendance_lines (for_line_id) WHERE live;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE attendance_lines SET live = false WHERE for_line_id IS NOT NULL;
      DROP INDEX attendance_lines_one_guest;
      ALTER TABLE attendance_lines DROP COLUMN for_line_id;
    `);
  }
}
