import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PresenceInItsTime1764547200217 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE courses
        -- So long before a half-day begins its attendance opens.
        ADD COLUMN attendance_opens_minutes integer NOT NULL DEFAULT 60
          CONSTRAINT courses_attendance_opens CHECK (attendance_opens_minutes BETWEEN 0 AND 720),
        -- Who was seen to leave sooner after coming than this is shown to the class manager.
        ADD COLUMN short_stay_minutes integer NOT NULL DEFAULT 30
          CONSTRAINT courses_short_stay CHECK (short_stay_minutes BETWEEN 0 AND 240);

      CREATE FUNCTION attendance_opens_at(h half_days) RETURNS timestamptz LANGUAGE sql STABLE AS $$
        SELECT lower(h.during) - make_interval(mins => o.attendance_opens_minutes)
        FROM classes c JOIN courses o ON o.id = c.course_id WHERE c.id = h.class_id
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION attendance_opens_at(half_days);
      ALTER TABLE courses DROP COLUMN short_stay_minutes, DROP COLUMN attendance_opens_minutes;
    `);
  }
}
