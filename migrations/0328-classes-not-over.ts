import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassesNotOver1764547200328 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where somebody could go on, what is asked of whom comes next: few among all that were held.
      CREATE INDEX classes_not_over ON classes (course_id, opens_on) WHERE NOT class_has_ended(state);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX classes_not_over');
  }
}
