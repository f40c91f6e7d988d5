import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CertificatesChangeHands1764547200149 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A certificate whose holder turned out to have another record says the same, and is of that record by now.
      ALTER TABLE certificate_register_lines DROP CONSTRAINT certificate_register_lines_event,
        ADD CONSTRAINT certificate_register_lines_event CHECK (event IN ('issued', 'corrected', 'replaced', 'revoked', 'reassigned'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE certificate_register_lines DROP CONSTRAINT certificate_register_lines_event,
        ADD CONSTRAINT certificate_register_lines_event CHECK (event IN ('issued', 'corrected', 'replaced', 'revoked'));
    `);
  }
}
