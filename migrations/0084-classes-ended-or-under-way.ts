import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassesEndedOrUnderWay1764547200084 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a state means wherever it is asked in SQL; as the table of states has it.
      CREATE FUNCTION class_has_ended(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        $$ SELECT state IN ('cancelled', 'closed') $$;
      CREATE FUNCTION class_is_under_way(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        $$ SELECT state IN ('announced', 'confirmed') $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION class_is_under_way(text);
      DROP FUNCTION class_has_ended(text);
    `);
  }
}
