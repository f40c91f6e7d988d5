import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ScansToSettle1764547200218 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A person may check in by another device than before; that is taken until the class manager accepts or refuses it.
      ALTER TABLE check_in_devices
        DROP CONSTRAINT check_in_devices_pkey,
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid() CONSTRAINT check_in_devices_pkey PRIMARY KEY,
        ADD COLUMN standing text NOT NULL DEFAULT 'first'
          CONSTRAINT check_in_devices_standing CHECK (standing IN ('first', 'known', 'provisional', 'accepted', 'refused')),
        ADD COLUMN settled_at timestamptz,
        ADD COLUMN settled_by uuid,
        ADD COLUMN reason text,
        ADD CONSTRAINT check_in_devices_settled CHECK ((standing IN ('accepted', 'refused')) = (settled_at IS NOT NULL)),
        ADD CONSTRAINT check_in_devices_refused_why CHECK (standing <> 'refused' OR reason IS NOT NULL);
      CREATE UNIQUE INDEX check_in_devices_first_once ON check_in_devices (half_day_id, person_id) WHERE standing = 'first';
      CREATE INDEX check_in_devices_of_person ON check_in_devices (person_id, half_day_id);
      ALTER TABLE attendance_marks
        -- Of a scan by another device than before.
        ADD COLUMN device_id uuid CONSTRAINT attendance_marks_device REFERENCES check_in_devices,
        -- Of a scan told later: what the phone's own clock said, which decides nothing.
        ADD COLUMN scan_told_at timestamptz;

      -- A scan that was not taken, kept for who runs the class; what is tried again for the same reason is one line.
      CREATE TABLE refused_scans (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        half_day_id uuid NOT NULL CONSTRAINT refused_scans_half_day REFERENCES half_days,
        hall_id uuid NOT NULL CONSTRAINT refused_scans_hall REFERENCES check_in_halls,
        person_id uuid NOT NULL CONSTRAINT refused_scans_person REFERENCES persons,
        direction text NOT NULL CONSTRAINT refused_scans_direction CHECK (direction IN ('in', 'out')),
        why text NOT NULL,
        scanned_at timestamptz NOT NULL,
        told_later boolean NOT NULL,
        times integer NOT NULL DEFAULT 1,
        last_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'open' CONSTRAINT refused_scans_state CHECK (state IN ('open', 'taken', 'dismissed')),
        settled_at timestamptz,
        settled_by uuid,
        reason text,
        CONSTRAINT refused_scans_settled CHECK ((state = 'open') = (settled_at IS NULL)),
        CONSTRAINT refused_scans_taken_why CHECK (state <> 'taken' OR reason IS NOT NULL)
      );
      CREATE UNIQUE INDEX refused_scans_open_once ON refused_scans (half_day_id, person_id, direction, why) WHERE state = 'open';
      CREATE INDEX refused_scans_of_person ON refused_scans (person_id);
      CREATE INDEX refused_scans_newest ON refused_scans (last_at DESC, id DESC);
      CREATE TRIGGER refused_scans_of_nobody_merged BEFORE INSERT OR UPDATE OF person_id ON refused_scans
        FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION refuse_who_was_merged();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE refused_scans;
      ALTER TABLE attendance_marks DROP COLUMN scan_told_at, DROP COLUMN device_id;
      -- One device of a person at a half-day again, the earliest.
      DELETE FROM check_in_devices d USING check_in_devices o
        WHERE o.half_day_id = d.half_day_id AND o.person_id = d.person_id AND (o.bound_at, o.id) < (d.bound_at, d.id);
      DROP INDEX check_in_devices_of_person, check_in_devices_first_once;
      ALTER TABLE check_in_devices
        DROP CONSTRAINT check_in_devices_refused_why,
        DROP CONSTRAINT check_in_devices_settled,
        DROP COLUMN reason,
        DROP COLUMN settled_by,
        DROP COLUMN settled_at,
        DROP COLUMN standing,
        DROP CONSTRAINT check_in_devices_pkey,
        DROP COLUMN id,
        ADD CONSTRAINT check_in_devices_pkey PRIMARY KEY (half_day_id, person_id);
    `);
  }
}
