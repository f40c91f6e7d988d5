import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersNotTold1764547200327 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In list order, for the few lines among many that reached nobody.
      CREATE INDEX reminders_missed ON reminders (due_on DESC, id DESC) WHERE state = 'missed';
      CREATE INDEX reminders_suppressed ON reminders (due_on DESC, id DESC) WHERE state = 'suppressed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reminders_missed, reminders_suppressed');
  }
}
