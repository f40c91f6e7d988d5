import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CursorKeys1764547200075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Cursors hold what a list is sorted by, which may be a name: they are sealed with the one row's key.
      CREATE TABLE cursor_keys (key bytea PRIMARY KEY CONSTRAINT cursor_keys_length CHECK (length(key) = 32));
      INSERT INTO cursor_keys VALUES (decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE cursor_keys`);
  }
}
