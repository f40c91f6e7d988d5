import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OneBlocOrganises1764547200071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Looked at when the transaction ends, so that a Bloc may be founded and take the old one in together.
      ALTER TABLE units ADD CONSTRAINT units_one_bloc EXCLUDE USING gist (kind WITH =)
        WHERE (kind = 'bloc' AND merged_into_id IS NULL) DEFERRABLE INITIALLY DEFERRED;
      -- The Bloc that organises: to it belongs whatever is no unit's own.
      CREATE FUNCTION organizing_bloc() RETURNS uuid LANGUAGE sql STABLE AS $$
        SELECT id FROM units WHERE kind = 'bloc' AND merged_into_id IS NULL
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION organizing_bloc();
      ALTER TABLE units DROP CONSTRAINT units_one_bloc;
    `);
  }
}
