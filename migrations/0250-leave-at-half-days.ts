import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeaveAtHalfDays1764547200250 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How leave from a half-day stands, and by which request; what was allowed counts before what waits.
      CREATE VIEW leave_at_half_days AS
        SELECT DISTINCT ON (q.enrollment_id, d.half_day_id) q.enrollment_id, d.half_day_id, q.id AS leave_request_id,
          CASE WHEN q.state <> 'approved' THEN q.state
            WHEN q.paper_seen_at IS NULL AND leave_needs_paper(e.class_id, q.kind) THEN 'paper_awaited' ELSE 'allowed' END AS standing
        FROM leave_requests q JOIN leave_request_half_days d ON d.leave_request_id = q.id JOIN enrollments e ON e.id = q.enrollment_id
        WHERE q.state IN ('asked', 'reopened', 'approved')
        ORDER BY q.enrollment_id, d.half_day_id, q.state = 'approved' DESC, q.state, q.asked_at, q.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW leave_at_half_days`);
  }
}
