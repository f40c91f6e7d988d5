import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeatSettings1764547200020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE classes
        ADD COLUMN release_after date,
        -- The release day that was carried out: another day makes the release due again.
        ADD COLUMN released_after date,
        ADD COLUMN freed_to_pool boolean NOT NULL DEFAULT false,
        ADD COLUMN substitute_until date,
        ADD CONSTRAINT classes_release_within CHECK (release_after <= closes_on),
        ADD CONSTRAINT classes_substitute_within CHECK (substitute_until <= closes_on);
      CREATE INDEX classes_to_release ON classes (release_after) WHERE release_after IS DISTINCT FROM released_after;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE classes
        DROP COLUMN release_after,
        DROP COLUMN released_after,
        DROP COLUMN freed_to_pool,
        DROP COLUMN substitute_until;
    `);
  }
}
