import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReturnedMail1764547200068 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Since when we know that it came back: the address was refused, or it was returned after it had left.
      ALTER TABLE mail_messages ADD COLUMN returned_at timestamptz;
      CREATE INDEX mail_messages_returned ON mail_messages (returned_at) WHERE returned_at IS NOT NULL;

      -- Addresses mail came back from; what is to go there waits until the recipient has another.
      CREATE TABLE bad_mail_addresses (
        address citext PRIMARY KEY,
        since timestamptz NOT NULL,
        reason text NOT NULL,
        mail_id uuid NOT NULL CONSTRAINT bad_mail_addresses_mail REFERENCES mail_messages
      );

      -- At most one row: the mail server takes nothing from us, whatever the recipient, so nothing is tried before "until".
      CREATE TABLE mail_pauses (
        is_only boolean PRIMARY KEY DEFAULT true CONSTRAINT mail_pauses_one CHECK (is_only),
        since timestamptz NOT NULL,
        until timestamptz NOT NULL,
        failures integer NOT NULL,
        reason text NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_pauses;
      DROP TABLE bad_mail_addresses;
      ALTER TABLE mail_messages DROP COLUMN returned_at;
    `);
  }
}
