import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersOfPlans1764547200239 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A fortnight before the last day, a week, the day before, and on it.
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty)
      VALUES ('plan_answer_due', '{14,7,1,0}', true, 7, false, false)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'plan_answer_due';
      DELETE FROM reminder_rules WHERE code = 'plan_answer_due'
    `);
  }
}
