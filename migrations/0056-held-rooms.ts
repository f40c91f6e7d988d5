import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HeldRooms1764547200056 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The room a half-day is held in: its own, else the usual room of its class. Kept by triggers alone.
      ALTER TABLE half_days ADD COLUMN held_room_id uuid CONSTRAINT half_days_held_room REFERENCES rooms;
      UPDATE half_days h SET held_room_id = coalesce(h.room_id, c.room_id) FROM classes c WHERE c.id = h.class_id;
      -- What stood before anybody looked goes on, and says so.
      UPDATE half_days h SET room_shared_reason = 'Đã xếp trước khi hệ thống kiểm tra phòng thường dùng của lớp'
      WHERE room_id IS NULL AND cancelled_at IS NULL AND EXISTS (
        SELECT 1 FROM half_days o WHERE o.held_room_id = h.held_room_id AND o.during && h.during AND o.id <> h.id AND o.cancelled_at IS NULL);
      ALTER TABLE half_days
        DROP CONSTRAINT half_days_room_once,
        ADD CONSTRAINT half_days_room_once EXCLUDE USING gist (held_room_id WITH =, during WITH &&)
          WHERE (cancelled_at IS NULL AND room_shared_reason IS NULL);

      CREATE FUNCTION hold_room_of_half_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.held_room_id := coalesce(NEW.room_id, (SELECT room_id FROM classes WHERE id = NEW.class_id));
        RETURN NEW;
      END $$;
      CREATE TRIGGER half_days_hold_their_room BEFORE INSERT OR UPDATE ON half_days
        FOR EACH ROW EXECUTE FUNCTION hold_room_of_half_day();
      -- A decision to share is for one room: another usual room needs another.
      CREATE FUNCTION hold_usual_room() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE half_days SET room_shared_reason = NULL WHERE class_id = NEW.id AND room_id IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER classes_hold_their_usual_room AFTER UPDATE OF room_id ON classes FOR EACH ROW
        WHEN (OLD.room_id IS DISTINCT FROM NEW.room_id) EXECUTE FUNCTION hold_usual_room();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER classes_hold_their_usual_room ON classes;
      DROP FUNCTION hold_usual_room();
      DROP TRIGGER half_days_hold_their_room ON half_days;
      DROP FUNCTION hold_room_of_half_day();
      ALTER TABLE half_days
        DROP CONSTRAINT half_days_room_once,
        ADD CONSTRAINT half_days_room_once EXCLUDE USING gist (room_id WITH =, during WITH &&)
          WHERE (cancelled_at IS NULL AND room_shared_reason IS NULL);
      ALTER TABLE half_days DROP COLUMN held_room_id;
    `);
  }
}
