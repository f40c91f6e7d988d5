import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DecisionsInTheJournal1764547200172 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What is asked of two people before they become one, and of all by the doctor: few lines of the longest table.
    await runner.query(`
      CREATE INDEX journal_lines_of_decisions ON journal_lines (person_id)
      WHERE action IN ('certificates.corrected', 'certificates.replaced', 'certificates.revoked', 'completions.override_withdrawn')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX journal_lines_of_decisions');
  }
}
