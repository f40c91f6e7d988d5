import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Leavers1764547200201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What a unit is part of by now: itself, unless it was merged.
      CREATE FUNCTION unit_it_became(unit uuid) RETURNS uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE became (id, merged_into_id) AS (
          SELECT id, merged_into_id FROM units WHERE id = unit
          UNION
          SELECT u.id, u.merged_into_id FROM became b JOIN units u ON u.id = b.merged_into_id
        )
        SELECT id FROM became WHERE merged_into_id IS NULL
      $$;

      -- Who has a place in a class that has not ended, in the name of which unit.
      CREATE VIEW places_in_classes AS
        SELECT n.class_id, n.person_id, n.unit_id, n.id AS nomination_id, e.id AS enrollment_id
        FROM nominations n JOIN classes c ON c.id = n.class_id AND NOT class_has_ended(c.state)
        LEFT JOIN enrollments e ON e.nomination_id = n.id AND e.ended_at IS NULL
        WHERE n.ended_at IS NULL
        UNION ALL
        SELECT e.class_id, e.person_id, e.unit_id, NULL, e.id
        FROM enrollments e JOIN classes c ON c.id = e.class_id AND NOT class_has_ended(c.state)
        WHERE e.ended_at IS NULL AND e.nomination_id IS NULL;

      -- Those of them who left that unit, or the Bloc, since.
      CREATE VIEW people_away AS
        SELECT h.*, p.unit_id AS now_of_unit_id, p.left_on
        FROM places_in_classes h JOIN persons p ON p.id = h.person_id
        WHERE p.same_as_id IS NULL
          AND (p.left_on IS NOT NULL OR (p.unit_id <> h.unit_id AND unit_it_became(h.unit_id) <> p.unit_id));

      -- One line for each time that somebody with a place in a class left or moved: flagged until it is said that they stay.
      CREATE TABLE leavers (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT leavers_class REFERENCES classes,
        person_id uuid NOT NULL CONSTRAINT leavers_person REFERENCES persons,
        unit_id uuid NOT NULL CONSTRAINT leavers_unit REFERENCES units,
        now_of_unit_id uuid NOT NULL CONSTRAINT leavers_now_of_unit REFERENCES units,
        left_on date,
        flagged_at timestamptz NOT NULL,
        stays_since timestamptz,
        stays_by uuid,
        stays_reason text,
        CONSTRAINT leavers_once UNIQUE NULLS NOT DISTINCT (class_id, person_id, unit_id, now_of_unit_id, left_on),
        CONSTRAINT leavers_stay_by_somebody CHECK (num_nonnulls(stays_since, stays_by) IN (0, 2)),
        CONSTRAINT leavers_stay_with_reason CHECK (stays_reason IS NULL OR stays_since IS NOT NULL)
      );
      CREATE INDEX leavers_by_person ON leavers (person_id);
      CREATE INDEX leavers_open ON leavers (flagged_at, id) WHERE stays_since IS NULL;
      CREATE TRIGGER leavers_stays_by_another BEFORE INSERT OR UPDATE OF stays_by, person_id ON leavers
        FOR EACH ROW WHEN (NEW.stays_by IS NOT NULL) EXECUTE FUNCTION refuse_deciding_about_oneself('stays_by');
      CREATE TRIGGER leavers_of_nobody_merged BEFORE INSERT OR UPDATE OF person_id ON leavers
        FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION refuse_who_was_merged();

      CREATE VIEW open_leavers AS
        SELECT l.id, a.class_id, a.person_id, a.unit_id, a.nomination_id, a.enrollment_id, a.now_of_unit_id, a.left_on, l.flagged_at
        FROM leavers l JOIN people_away a ON a.class_id = l.class_id AND a.person_id = l.person_id AND a.unit_id = l.unit_id
          AND a.now_of_unit_id = l.now_of_unit_id AND a.left_on IS NOT DISTINCT FROM l.left_on
        WHERE l.stays_since IS NULL;

      -- Whoever writes it, a roster, a move or a merger: the flag is there when the transaction is. What the journal said last is the time.
      CREATE FUNCTION flag_leavers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO leavers (class_id, person_id, unit_id, now_of_unit_id, left_on, flagged_at)
        SELECT a.class_id, a.person_id, a.unit_id, a.now_of_unit_id, a.left_on,
               coalesce((SELECT at FROM journal_lines ORDER BY id DESC LIMIT 1), now())
        FROM people_away a WHERE a.person_id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid
        ON CONFLICT ON CONSTRAINT leavers_once DO NOTHING;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER persons_who_leave_are_flagged AFTER UPDATE OF unit_id, left_on ON persons
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.unit_id <> NEW.unit_id OR OLD.left_on IS DISTINCT FROM NEW.left_on)
        EXECUTE FUNCTION flag_leavers('id');
      CREATE CONSTRAINT TRIGGER nominations_of_leavers_are_flagged AFTER INSERT OR UPDATE OF person_id ON nominations
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.ended_at IS NULL) EXECUTE FUNCTION flag_leavers('person_id');
      CREATE CONSTRAINT TRIGGER enrollments_of_leavers_are_flagged AFTER INSERT OR UPDATE OF person_id ON enrollments
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.ended_at IS NULL AND NEW.nomination_id IS NULL)
        EXECUTE FUNCTION flag_leavers('person_id');

      INSERT INTO leavers (class_id, person_id, unit_id, now_of_unit_id, left_on, flagged_at)
      SELECT class_id, person_id, unit_id, now_of_unit_id, left_on, now() FROM people_away;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER enrollments_of_leavers_are_flagged ON enrollments;
      DROP TRIGGER nominations_of_leavers_are_flagged ON nominations;
      DROP TRIGGER persons_who_leave_are_flagged ON persons;
      DROP FUNCTION flag_leavers();
      DROP VIEW open_leavers;
      DROP TABLE leavers;
      DROP VIEW people_away;
      DROP VIEW places_in_classes;
      DROP FUNCTION unit_it_became(uuid);
    `);
  }
}
