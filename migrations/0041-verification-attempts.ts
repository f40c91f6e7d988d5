import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VerificationAttempts1764547200041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The columns are those rate-limiter-flexible expects; the key is a hash of an address, not the address.
    await runner.query(`
      CREATE TABLE verification_attempts (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE verification_attempts;`);
  }
}
