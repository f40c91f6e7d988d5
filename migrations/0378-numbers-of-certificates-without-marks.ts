import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NumbersOfCertificatesWithoutMarks1764547200378 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- "012/2026/GCN-ĐUK" is found by "gcn-duk".
      DROP INDEX certificates_to_search;
      CREATE INDEX certificates_to_search ON certificates USING gin (folded_text(number) gin_trgm_ops) WITH (gin_pending_list_limit = 64);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX certificates_to_search;
      CREATE INDEX certificates_to_search ON certificates USING gin (number gin_trgm_ops) WITH (gin_pending_list_limit = 64);
    `);
  }
}
