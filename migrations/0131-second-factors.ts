import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SecondFactors1764547200131 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `last_step` is the time step of the last code that was taken: no code is taken twice.
    await runner.query(`
      CREATE TABLE second_factors (
        account_id uuid PRIMARY KEY CONSTRAINT second_factors_account REFERENCES accounts,
        secret text NOT NULL,
        made_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        last_step bigint NOT NULL DEFAULT 0
      );
      CREATE TABLE recovery_codes (
        account_id uuid NOT NULL CONSTRAINT recovery_codes_second_factor REFERENCES second_factors ON DELETE CASCADE,
        code_hash text NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (account_id, code_hash)
      );
      -- The columns are those rate-limiter-flexible expects.
      CREATE TABLE second_factor_attempts (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE second_factor_attempts;
      DROP TABLE recovery_codes;
      DROP TABLE second_factors;
    `);
  }
}
