import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassGroups1764547200220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A class may be divided into groups. A group keeps its number, by which its half-days and its people name it.
      CREATE TABLE class_groups (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT class_groups_class REFERENCES classes,
        number integer NOT NULL CONSTRAINT class_groups_number CHECK (number > 0),
        name text,
        room_id uuid CONSTRAINT class_groups_room REFERENCES rooms,
        created_at timestamptz NOT NULL,
        CONSTRAINT class_groups_one_number UNIQUE (class_id, number)
      );

      -- In which group somebody learns, since when, and whether they lead it.
      ALTER TABLE enrollments
        ADD COLUMN group_number integer,
        ADD COLUMN grouped_at timestamptz,
        ADD COLUMN leads_group boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT enrollments_group FOREIGN KEY (class_id, group_number) REFERENCES class_groups (class_id, number),
        ADD CONSTRAINT enrollments_grouped_since CHECK ((group_number IS NULL) = (grouped_at IS NULL)),
        ADD CONSTRAINT enrollments_leader_is_in_a_group CHECK (NOT leads_group OR group_number IS NOT NULL);
      CREATE UNIQUE INDEX enrollments_one_leader ON enrollments (class_id, group_number) WHERE leads_group AND ended_at IS NULL;

      -- The groups a half-day is for; of none it is for the whole class.
      ALTER TABLE half_days ADD COLUMN group_numbers integer[]
        CONSTRAINT half_days_some_groups CHECK (cardinality(group_numbers) > 0);
      -- Whether a half-day for these groups is one of somebody in that group, or in none yet.
      CREATE FUNCTION is_for_group(groups integer[], own integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        'SELECT groups IS NULL OR coalesce(own = ANY (groups), false)';

      -- A half-day of one group is held in its own room, else in that of the group, else in the usual one of the class.
      CREATE OR REPLACE FUNCTION hold_room_of_half_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.held_room_id := coalesce(NEW.room_id,
          (SELECT room_id FROM class_groups g WHERE g.class_id = NEW.class_id AND NEW.group_numbers = ARRAY[g.number]),
          (SELECT room_id FROM classes WHERE id = NEW.class_id));
        RETURN NEW;
      END $$;
      CREATE FUNCTION hold_room_of_group() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE half_days SET room_shared_reason = NULL
        WHERE class_id = NEW.class_id AND group_numbers = ARRAY[NEW.number] AND room_id IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER class_groups_hold_their_room AFTER UPDATE OF room_id ON class_groups FOR EACH ROW
        WHEN (OLD.room_id IS DISTINCT FROM NEW.room_id) EXECUTE FUNCTION hold_room_of_group();

      -- Whoever joins a group is expected at its half-days from then on; what was marked there before stays as it was.
      CREATE FUNCTION expect_from_joining_the_group() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.live AND NEW.expected AND NEW.mark IN ('unmarked', 'present') AND NEW.for_line_id IS NULL AND EXISTS (
          SELECT FROM half_days h JOIN enrollments e ON e.id = NEW.enrollment_id
          WHERE h.id = NEW.half_day_id AND h.group_numbers IS NOT NULL AND e.grouped_at > lower(NEW.during))
        THEN
          NEW.expected := false;
          NEW.counted := NEW.mark <> 'unmarked';
        END IF;
        RETURN NEW;
      END $$;
      -- Fires after the trigger that looks at the enrollment, by its name.
      CREATE TRIGGER attendance_lines_of_a_group BEFORE INSERT OR UPDATE OF live, during, mark ON attendance_lines
        FOR EACH ROW EXECUTE FUNCTION expect_from_joining_the_group();

      -- What dividing the class or moving people changed, so that it can be taken back.
      CREATE TABLE group_moves (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT group_moves_class REFERENCES classes,
        position bigint GENERATED ALWAYS AS IDENTITY,
        moved jsonb NOT NULL,
        moved_at timestamptz NOT NULL,
        moved_by uuid,
        undone_at timestamptz,
        undone_by uuid
      );
      CREATE INDEX group_moves_by_class ON group_moves (class_id, position);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE group_moves;
      DROP TRIGGER attendance_lines_of_a_group ON attendance_lines;
      DROP FUNCTION expect_from_joining_the_group();
      DROP TRIGGER class_groups_hold_their_room ON class_groups;
      DROP FUNCTION hold_room_of_group();
      CREATE OR REPLACE FUNCTION hold_room_of_half_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.held_room_id := coalesce(NEW.room_id, (SELECT room_id FROM classes WHERE id = NEW.class_id));
        RETURN NEW;
      END $$;
      DROP FUNCTION is_for_group(integer[], integer);
      ALTER TABLE half_days DROP COLUMN group_numbers;
      ALTER TABLE enrollments DROP COLUMN leads_group, DROP COLUMN grouped_at, DROP COLUMN group_number;
      DROP TABLE class_groups;
    `);
  }
}
