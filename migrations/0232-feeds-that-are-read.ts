import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FeedsThatAreRead1764547200232 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- When a program last read it, by the hour: whose telephone follows a feed needs no half-days by mail.
      ALTER TABLE calendar_feeds ADD COLUMN read_at timestamptz;
      CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id, read_at) WHERE revoked_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX calendar_feeds_by_person;
      ALTER TABLE calendar_feeds DROP COLUMN read_at;
    `);
  }
}
