import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersFoundByDay1764547200051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Rules are planned every few minutes: what they find by its day is not to be searched for in all there ever was.
      CREATE INDEX journal_lines_of_promotions ON journal_lines (at) WHERE action = 'nominations.promoted';
      CREATE INDEX certificates_expiring ON certificates (valid_until) WHERE state = 'issued' AND valid_until IS NOT NULL;
      CREATE INDEX persons_on_probation ON persons (joined_on) WHERE standing = 'probationary';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX persons_on_probation;
      DROP INDEX certificates_expiring;
      DROP INDEX journal_lines_of_promotions;
    `);
  }
}
