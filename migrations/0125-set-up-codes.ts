import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetUpCodes1764547200125 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Several processes print links of their own at once: each of them opens until it ends or somebody used one.
    await runner.query(`
      CREATE TABLE set_up_codes (
        code_hash text PRIMARY KEY,
        made_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CONSTRAINT set_up_codes_end CHECK (ends_at > made_at)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE set_up_codes');
  }
}
