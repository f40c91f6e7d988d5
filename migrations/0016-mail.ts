import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Mail1764547200016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mail_messages (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        message_id text NOT NULL CONSTRAINT mail_messages_one_message_id UNIQUE,
        to_address citext NOT NULL,
        to_account_id uuid CONSTRAINT mail_messages_account REFERENCES accounts,
        subject text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL,
        delivered_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        last_error text
      );
      CREATE INDEX mail_messages_newest ON mail_messages (written_at DESC, id);
      CREATE INDEX mail_messages_to_deliver ON mail_messages (written_at) WHERE delivered_at IS NULL;
      CREATE INDEX mail_messages_given_up ON mail_messages (id) WHERE delivered_at IS NULL AND attempts >= 10;
      CREATE INDEX mail_messages_by_account ON mail_messages (to_account_id, written_at DESC, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_messages;
    `);
  }
}
