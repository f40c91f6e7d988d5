import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassesAndCertificatesFound1764547200359 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX classes_to_search ON classes USING gin (folded_text(name || ' ' || code) gin_trgm_ops) WITH (gin_pending_list_limit = 64);
      -- By the day they end, those that do not expire last.
      CREATE INDEX certificates_by_end ON certificates (coalesce(valid_until, '9999-12-31'), sequence, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX certificates_by_end; DROP INDEX classes_to_search');
  }
}
