import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CertificatesInForce1764547200086 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What was issued and neither replaced nor revoked since; its last day may have passed.
      CREATE VIEW certificates_in_force AS SELECT * FROM certificates WHERE state = 'issued';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW certificates_in_force`);
  }
}
