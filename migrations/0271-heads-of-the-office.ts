import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HeadsOfTheOffice1764547200271 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who of the training officers hears what the office left lying; nobody named, all of them do.
      CREATE TABLE office_heads (
        account_id uuid PRIMARY KEY CONSTRAINT office_heads_account REFERENCES accounts,
        named_at timestamptz NOT NULL,
        named_by uuid
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE office_heads`);
  }
}
