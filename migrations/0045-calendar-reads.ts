import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarReads1764547200045 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How often an address was read, and addresses that do not exist were asked for; keys are hashes.
      CREATE TABLE calendar_reads (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      -- For finding what was told by mail that the mail server refused for good.
      CREATE INDEX calendar_invitations_by_mail ON calendar_invitations (mail_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX calendar_invitations_by_mail;
      DROP TABLE calendar_reads;
    `);
  }
}
