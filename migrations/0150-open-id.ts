import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OpenId1764547200150 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Of a sign-in under way the browser alone has what opens it: state, nonce and verifier are made of its token, and only
    // the hash of that stands here. Who came back is known once the provider said so; their row is used once.
    await runner.query(`
      CREATE TABLE linked_identities (
        account_id uuid NOT NULL CONSTRAINT linked_identities_account REFERENCES accounts,
        issuer text NOT NULL,
        subject text NOT NULL,
        linked_at timestamptz NOT NULL,
        PRIMARY KEY (account_id, issuer),
        CONSTRAINT linked_identities_one_account UNIQUE (issuer, subject)
      );
      CREATE TABLE open_id_attempts (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        token_hash text NOT NULL CONSTRAINT open_id_attempts_one_token UNIQUE,
        next text NOT NULL,
        ends_at timestamptz NOT NULL,
        came_back_at timestamptz,
        account_id uuid CONSTRAINT open_id_attempts_account REFERENCES accounts,
        subject text,
        CONSTRAINT open_id_attempts_who CHECK ((account_id IS NULL) = (subject IS NULL))
      );
      CREATE INDEX open_id_attempts_over ON open_id_attempts (ends_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE open_id_attempts, linked_identities');
  }
}
