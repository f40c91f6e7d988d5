import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleByTheirContacts1764547200376 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By how they begin, which the order of bytes tells.
      CREATE INDEX persons_by_phone ON persons (phone COLLATE "C") WHERE phone IS NOT NULL;
      CREATE INDEX persons_by_email ON persons (lower(email::text) COLLATE "C") WHERE email IS NOT NULL;
      CREATE INDEX accounts_by_email ON accounts (lower(email::text) COLLATE "C");
      -- Whoever is on no roster is found by name among accounts alone.
      CREATE INDEX accounts_to_search ON accounts USING gin (folded_text(name) gin_trgm_ops) WITH (gin_pending_list_limit = 64) WHERE person_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX accounts_to_search; DROP INDEX accounts_by_email; DROP INDEX persons_by_email; DROP INDEX persons_by_phone',
    );
  }
}
