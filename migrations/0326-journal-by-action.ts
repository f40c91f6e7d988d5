import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JournalByAction1764547200326 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In list order within an action, and by how names of actions begin.
      CREATE INDEX journal_lines_by_action ON journal_lines (action COLLATE "C", id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX journal_lines_by_action');
  }
}
