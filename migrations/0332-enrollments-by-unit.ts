import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnrollmentsByUnit1764547200332 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a unit has in all classes, as its leave requests.
      CREATE INDEX enrollments_by_unit ON enrollments (unit_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX enrollments_by_unit');
  }
}
