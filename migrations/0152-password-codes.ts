import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PasswordCodes1764547200152 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What a person types from paper is short: its hash is that of a password, and it is looked for by whose it is.
    await allow(runner, `'invitation', 'password', 'sign_in', 'code'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM account_links WHERE purpose = 'code'`);
    await allow(runner, `'invitation', 'password', 'sign_in'`);
  }
}

async function allow(runner: QueryRunner, purposes: string): Promise<void> {
  await runner.query(`
    ALTER TABLE account_links
      DROP CONSTRAINT account_links_purpose,
      ADD CONSTRAINT account_links_purpose CHECK (purpose IN (${purposes}));
  `);
}
