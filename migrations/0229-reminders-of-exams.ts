import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RemindersOfExams1764547200229 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Two weeks before, to prepare, and the day before; a change like one of the timetable.
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty) VALUES
        ('exam_near', '{14,1}', true, 1, false, true),
        ('exam_changed', '{0}', true, 2, true, true)
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM reminders WHERE rule IN ('exam_near', 'exam_changed');
      DELETE FROM reminder_rules WHERE code IN ('exam_near', 'exam_changed')
    `);
  }
}
