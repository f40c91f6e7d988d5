import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleWhoAreOne1764547200146 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A record found to be of somebody who has another: that one goes on. Having left, it is nowhere among the people of today.
      ALTER TABLE persons ADD COLUMN same_as_id uuid CONSTRAINT persons_same_as REFERENCES persons,
        ADD CONSTRAINT persons_merged_have_left CHECK (same_as_id IS NULL OR left_on IS NOT NULL),
        ADD CONSTRAINT persons_not_same_as_themselves CHECK (same_as_id <> id);
      CREATE INDEX persons_by_same_as ON persons (same_as_id) WHERE same_as_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE persons DROP COLUMN same_as_id');
  }
}
