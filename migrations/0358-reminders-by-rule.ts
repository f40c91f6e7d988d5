import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersByRule1764547200358 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In the order of a list; the rule alone has one already, which goes on by recipient.
      CREATE INDEX reminders_by_rule ON reminders (rule, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX reminders_by_rule');
  }
}
