import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ReopeningsTold1764547200187 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days) VALUES
        -- A certificate somebody may have in hand counts no more.
        ('class_reopened', '{0}', true, 14, false, true, false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'class_reopened';
      DELETE FROM reminder_rule_exceptions WHERE rule = 'class_reopened';
      DELETE FROM reminder_texts WHERE rule = 'class_reopened';
      DELETE FROM reminder_rules WHERE code = 'class_reopened';
    `);
  }
}
