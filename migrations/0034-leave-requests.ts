import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeaveRequests1764547200034 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE leave_requests (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        enrollment_id uuid NOT NULL CONSTRAINT leave_requests_enrollment REFERENCES enrollments,
        reason text NOT NULL,
        state text NOT NULL CONSTRAINT leave_requests_state CHECK (state IN ('asked', 'approved', 'declined', 'withdrawn')),
        asked_at timestamptz NOT NULL,
        asked_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        decision_reason text,
        CONSTRAINT leave_requests_decided CHECK ((state = 'asked') = (decided_at IS NULL)),
        CONSTRAINT leave_requests_declined CHECK (state <> 'declined' OR decision_reason IS NOT NULL)
      );
      CREATE INDEX leave_requests_newest ON leave_requests (asked_at DESC, id DESC);
      CREATE TABLE leave_request_half_days (
        leave_request_id uuid NOT NULL CONSTRAINT leave_request_half_days_request REFERENCES leave_requests,
        half_day_id uuid NOT NULL CONSTRAINT leave_request_half_days_half_day REFERENCES half_days,
        PRIMARY KEY (leave_request_id, half_day_id)
      );
      CREATE INDEX leave_request_half_days_by_half_day ON leave_request_half_days (half_day_id);
      CREATE INDEX leave_requests_by_enrollment ON leave_requests (enrollment_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE leave_request_half_days;
      DROP TABLE leave_requests;
    `);
  }
}
