import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersOfHolidays1764547200274 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // On 1 October, and once more in each of the two months after.
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days)
      VALUES ('holidays_to_settle', '{0,-31,-61}', true, 20, false, false, true)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'holidays_to_settle';
      DELETE FROM reminder_rule_exceptions WHERE rule = 'holidays_to_settle';
      DELETE FROM reminder_texts WHERE rule = 'holidays_to_settle';
      DELETE FROM reminder_rules WHERE code = 'holidays_to_settle';
    `);
  }
}
