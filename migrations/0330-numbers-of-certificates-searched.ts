import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NumbersOfCertificatesSearched1764547200330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Part of a number is enough to find a certificate.
      CREATE INDEX certificates_to_search ON certificates USING gin (number gin_trgm_ops);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX certificates_to_search');
  }
}
