import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CoursesCompleted1764547200087 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose certificate was revoked has completed the course no more, and may take it again.
      CREATE VIEW courses_completed AS
        SELECT person_id, course_id, ended_on, award_holds_until FROM training_records_in_force
        WHERE course_id IS NOT NULL AND award_revoked_on IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW courses_completed`);
  }
}
