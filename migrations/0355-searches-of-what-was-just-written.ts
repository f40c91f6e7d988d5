import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SearchesOfWhatWasJustWritten1764547200355 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Entries of such an index wait in a list, 4 MB of it unless told, which each search reads whole until a vacuum; after a roster was
      -- brought in PostgreSQL rather read everybody. 64 kB is the least it takes: without the list writing takes ten times as long, with this half as long again.
      ALTER INDEX persons_to_search SET (gin_pending_list_limit = 64);
      ALTER INDEX certificates_to_search SET (gin_pending_list_limit = 64);
      -- What waits by now.
      SELECT gin_clean_pending_list('persons_to_search'), gin_clean_pending_list('certificates_to_search');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER INDEX persons_to_search RESET (gin_pending_list_limit);
      ALTER INDEX certificates_to_search RESET (gin_pending_list_limit);
    `);
  }
}
