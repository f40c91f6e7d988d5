import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReminderOfLearnersMoved1764547200191 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days)
      VALUES ('learner_moved', '{0}', true, 7, false, false, false)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'learner_moved';
      DELETE FROM reminder_rule_exceptions WHERE rule = 'learner_moved';
      DELETE FROM reminder_texts WHERE rule = 'learner_moved';
      DELETE FROM reminder_rules WHERE code = 'learner_moved';
    `);
  }
}
