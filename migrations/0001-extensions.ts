import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Extensions1764547200001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE EXTENSION IF NOT EXISTS citext;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP EXTENSION citext;
      DROP EXTENSION pg_trgm;
      DROP EXTENSION btree_gist;
    `);
  }
}
