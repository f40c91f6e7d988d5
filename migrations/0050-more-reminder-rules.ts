import type { MigrationInterface, QueryRunner } from 'typeorm';

const added = `'deadline_passed', 'nomination_accepted', 'nomination_reserve', 'nomination_promoted', 'nomination_rejected',
  'endorsement_waiting', 'review_overdue', 'half_day_near', 'absence_marked', 'absence_limit_near', 'essay_near', 'essay_overdue',
  'completion_ready', 'certificate_expiring', 'probation_ending'`;

export class MoreReminderRules1764547200050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO reminder_rules (code, days_before, enabled, too_late_after_days, urgent, duty, working_days) VALUES
        ('deadline_passed', '{-1}', true, 7, false, false, true),
        ('nomination_accepted', '{0}', true, 7, false, false, false),
        ('nomination_reserve', '{0}', true, 7, false, false, false),
        ('nomination_promoted', '{0}', true, 7, false, false, false),
        ('nomination_rejected', '{0}', true, 7, false, false, false),
        ('endorsement_waiting', '{-8}', true, 30, false, false, true),
        ('review_overdue', '{-15}', true, 30, false, false, true),
        ('half_day_near', '{1}', true, 1, false, false, false),
        ('absence_marked', '{-1}', true, 7, false, false, false),
        ('absence_limit_near', '{-1}', true, 7, false, true, false),
        ('essay_near', '{7,1}', true, 1, false, false, false),
        -- A week apart, for twelve weeks.
        ('essay_overdue', '{-1,-8,-15,-22,-29,-36,-43,-50,-57,-64,-71,-78}', true, 5, false, false, true),
        ('completion_ready', '{0}', true, 14, false, false, false),
        -- Six months are 184 days at most, three 92.
        ('certificate_expiring', '{184}', true, 30, false, false, false),
        ('probation_ending', '{184,92}', true, 30, false, false, true);
      -- The Group had been told under the office's rule; what it was told once is not told again.
      UPDATE reminders r SET rule = 'endorsement_waiting' WHERE rule = 'review_waiting'
        AND EXISTS (SELECT FROM grants g WHERE g.account_id = r.account_id AND g.role = 'group_officer')
        AND NOT EXISTS (SELECT FROM grants g WHERE g.account_id = r.account_id AND g.role = 'training_officer');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE reminders SET rule = 'review_waiting' WHERE rule = 'endorsement_waiting';
      DELETE FROM reminders WHERE rule IN (${added});
      DELETE FROM reminder_rule_exceptions WHERE rule IN (${added});
      DELETE FROM reminder_texts WHERE rule IN (${added});
      DELETE FROM reminder_rules WHERE code IN (${added});
    `);
  }
}
