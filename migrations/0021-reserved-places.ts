import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReservedPlaces1764547200021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE nominations
        -- Returned and not sent again by the day given: seat or rank went to others.
        ADD COLUMN place_given_up_at timestamptz,
        -- The last time a seat was free for this reserve and went by, and why.
        ADD COLUMN passed_over_at timestamptz,
        ADD COLUMN passed_over_because jsonb,
        ADD CONSTRAINT nominations_place_given_up CHECK (place_given_up_at IS NULL OR rank IS NULL),
        ADD CONSTRAINT nominations_passed_over CHECK ((passed_over_at IS NULL) = (passed_over_because IS NULL));
      CREATE INDEX nominations_to_give_up ON nominations (correct_by) WHERE state = 'returned' AND place_given_up_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE nominations
        DROP COLUMN place_given_up_at,
        DROP COLUMN passed_over_at,
        DROP COLUMN passed_over_because;
    `);
  }
}
