import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AmendmentsTold1764547200185 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days) VALUES
        -- What somebody was told before is no longer so.
        ('result_amended', '{0}', true, 14, false, true, false);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule = 'result_amended';
      DELETE FROM reminder_rule_exceptions WHERE rule = 'result_amended';
      DELETE FROM reminder_texts WHERE rule = 'result_amended';
      DELETE FROM reminder_rules WHERE code = 'result_amended';
    `);
  }
}
