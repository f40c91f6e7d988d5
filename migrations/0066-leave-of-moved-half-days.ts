import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LeaveOfMovedHalfDays1764547200066 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Leave belongs to a day: when its half-day was moved to another, it waits for a decision again.
      ALTER TABLE leave_requests ADD COLUMN reopened_at timestamptz;
      ALTER TABLE leave_request_half_days ADD COLUMN moved_from date;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE leave_request_half_days DROP COLUMN moved_from;
      ALTER TABLE leave_requests DROP COLUMN reopened_at;
    `);
  }
}
