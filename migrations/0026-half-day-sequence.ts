import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HalfDaySequence1764547200026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What calendars tell an old version of a half-day from a new one by. The database keeps both, so that no way of
      -- changing a timetable can forget them. A number that shifts because a half-day was added before it moves nobody.
      ALTER TABLE half_days
        ADD COLUMN sequence integer NOT NULL DEFAULT 0,
        ADD COLUMN changed_at timestamptz NOT NULL DEFAULT now();

      CREATE FUNCTION count_half_day_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.sequence := OLD.sequence + 1;
        NEW.changed_at := now();
        RETURN NEW;
      END $$;
      CREATE TRIGGER half_days_count_their_changes BEFORE UPDATE ON half_days FOR EACH ROW
        WHEN ((OLD.day, OLD.during, OLD.room_id, OLD.lecturer_id, OLD.topic, OLD.cancelled_at)
          IS DISTINCT FROM (NEW.day, NEW.during, NEW.room_id, NEW.lecturer_id, NEW.topic, NEW.cancelled_at))
        EXECUTE FUNCTION count_half_day_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER half_days_count_their_changes ON half_days;
      DROP FUNCTION count_half_day_change();
      ALTER TABLE half_days
        DROP COLUMN changed_at,
        DROP COLUMN sequence;
    `);
  }
}
