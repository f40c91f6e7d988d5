import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleWhoLeft1764547200088 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who leaves on a day is gone on that day.
      CREATE FUNCTION has_left(left_on date, on_day date) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        $$ SELECT left_on IS NOT NULL AND left_on <= on_day $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION has_left(date, date)`);
  }
}
