import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeaveOfKindsAndPeriods1764547200214 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE leave_requests
        ADD COLUMN kind text NOT NULL DEFAULT 'other'
          CONSTRAINT leave_requests_kind CHECK (kind IN ('sick', 'work', 'family', 'maternity', 'other')),
        -- The paper the person names, and who saw it.
        ADD COLUMN paper_number text,
        ADD COLUMN paper_on date,
        ADD COLUMN paper_seen_at timestamptz,
        ADD COLUMN paper_seen_by uuid,
        -- Leave from day to day takes in all half-days of the class within; what was asked for at once in several classes is one period.
        ADD COLUMN period_id uuid,
        ADD COLUMN from_day date,
        ADD COLUMN to_day date,
        ADD CONSTRAINT leave_requests_paper CHECK (paper_number IS NOT NULL OR (paper_on IS NULL AND paper_seen_at IS NULL)),
        ADD CONSTRAINT leave_requests_period CHECK (num_nonnulls(period_id, from_day, to_day) IN (0, 3) AND from_day <= to_day),
        ADD CONSTRAINT leave_requests_once_a_period UNIQUE (period_id, enrollment_id),
        -- Reopened: its half-day was moved, and the person has not asked for the new hour.
        DROP CONSTRAINT leave_requests_state,
        ADD CONSTRAINT leave_requests_state CHECK (state IN ('asked', 'reopened', 'approved', 'declined', 'withdrawn')),
        DROP CONSTRAINT leave_requests_decided,
        ADD CONSTRAINT leave_requests_decided CHECK ((state IN ('asked', 'reopened')) = (decided_at IS NULL));
      -- When the half-day began before it was moved.
      ALTER TABLE leave_request_half_days ADD COLUMN moved_from_at timestamptz;

      -- From which half-days people have leave.
      CREATE VIEW half_days_on_leave AS
        SELECT q.enrollment_id, d.half_day_id FROM leave_requests q JOIN leave_request_half_days d ON d.leave_request_id = q.id
        WHERE q.state = 'approved';

      -- Whether leave of a kind excuses only once its paper was seen, by the rules of the day the class opens.
      CREATE FUNCTION leave_needs_paper(class_id uuid, kind text) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT EXISTS (
          SELECT FROM classes c JOIN course_rules r ON r.course_id = c.course_id AND r.purpose = 'completion'
            AND r.rule = 'leave_paper' AND r.valid @> c.opens_on AND r.parameters -> 'kinds' ? leave_needs_paper.kind
          WHERE c.id = leave_needs_paper.class_id)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION leave_needs_paper(uuid, text);
      DROP VIEW half_days_on_leave;
      DELETE FROM course_rules WHERE rule = 'leave_paper';
      ALTER TABLE leave_request_half_days DROP COLUMN moved_from_at;
      UPDATE leave_requests SET state = 'asked' WHERE state = 'reopened';
      ALTER TABLE leave_requests
        DROP CONSTRAINT leave_requests_decided,
        ADD CONSTRAINT leave_requests_decided CHECK ((state = 'asked') = (decided_at IS NULL)),
        DROP CONSTRAINT leave_requests_state,
        ADD CONSTRAINT leave_requests_state CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn')),
        DROP COLUMN kind,
        DROP COLUMN paper_number,
        DROP COLUMN paper_on,
        DROP COLUMN paper_seen_at,
        DROP COLUMN paper_seen_by,
        DROP COLUMN period_id,
        DROP COLUMN from_day,
        DROP COLUMN to_day;
    `);
  }
}
