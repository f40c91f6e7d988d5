import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersOfLeavers1764547200202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // On the day it is known, a week after, and a fortnight after.
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty)
      VALUES ('nominee_left', '{0,-7,-14}', true, 7, false, false)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'nominee_left';
      DELETE FROM reminder_rules WHERE code = 'nominee_left'
    `);
  }
}
