import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttendanceByPerson1764547200325 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether somebody is taken at an hour, overlaps that were allowed too: the lines that end after it, not their years.
      CREATE INDEX attendance_lines_by_person ON attendance_lines (person_id, upper(during)) WHERE live;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX attendance_lines_by_person');
  }
}
