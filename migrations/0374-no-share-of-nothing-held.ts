import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoShareOfNothingHeld1764547200374 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of no half-day nobody misses a share, not even none of it.
      ALTER TABLE completions ALTER COLUMN absent_share DROP NOT NULL;
      UPDATE completions c SET absent_share = NULL WHERE absent_share = 0 AND NOT EXISTS (
        SELECT FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id
        WHERE l.enrollment_id = c.enrollment_id AND l.live AND l.counted AND h.cancelled_at IS NULL);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE completions SET absent_share = 0 WHERE absent_share IS NULL;
      ALTER TABLE completions ALTER COLUMN absent_share SET NOT NULL;
    `);
  }
}
