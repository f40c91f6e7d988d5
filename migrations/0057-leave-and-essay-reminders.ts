import type { MigrationInterface, QueryRunner } from 'typeorm';

const added = `'leave_waiting', 'leave_decided', 'essay_sent_back'`;

export class LeaveAndEssayReminders1764547200057 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days) VALUES
        -- Leave is often asked for the day before.
        ('leave_waiting', '{0}', true, 7, true, false, false),
        ('leave_decided', '{0}', true, 7, true, false, false),
        ('essay_sent_back', '{0}', true, 7, false, false, false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule IN (${added});
      DELETE FROM reminder_rule_exceptions WHERE rule IN (${added});
      DELETE FROM reminder_texts WHERE rule IN (${added});
      DELETE FROM reminder_rules WHERE code IN (${added});
    `);
  }
}
