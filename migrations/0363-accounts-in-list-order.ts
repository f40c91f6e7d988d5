import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AccountsInListOrder1764547200363 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By words of a name and parts of an address; in the order of their making; and what few of them are.
      CREATE INDEX accounts_in_list_to_search ON accounts USING gin (folded_text(name) gin_trgm_ops, (email::text) gin_trgm_ops) WITH (gin_pending_list_limit = 64);
      CREATE INDEX accounts_by_creation ON accounts (created_at, id);
      CREATE INDEX accounts_invited ON accounts (id) WHERE accepted_at IS NULL AND disabled_at IS NULL;
      CREATE INDEX accounts_locked ON accounts (id) WHERE disabled_at IS NOT NULL;
      CREATE INDEX accounts_of_nobody ON accounts (id) WHERE person_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX accounts_of_nobody, accounts_locked, accounts_invited, accounts_by_creation, accounts_in_list_to_search',
    );
  }
}
