import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleOfALevelAndThoseWhoLeft1764547200360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In list order, for what few have among many.
      CREATE INDEX persons_of_a_level ON persons (theory_level, sort_name, id) WHERE same_as_id IS NULL;
      CREATE INDEX persons_who_left ON persons (sort_name, id) WHERE left_on IS NOT NULL AND same_as_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX persons_who_left; DROP INDEX persons_of_a_level');
  }
}
