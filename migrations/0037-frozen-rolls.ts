import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FrozenRolls1764547200037 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Members of a called unit who need not attend; the unit's own to say until its roll is frozen.
      CREATE TABLE exemptions (
        class_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        person_id uuid NOT NULL CONSTRAINT exemptions_person REFERENCES persons,
        ground text NOT NULL CONSTRAINT exemptions_ground CHECK (ground IN ('old_age', 'poor_health', 'away', 'other')),
        decided_by text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        PRIMARY KEY (class_id, unit_id, person_id),
        CONSTRAINT exemptions_obliged_unit FOREIGN KEY (class_id, unit_id) REFERENCES obliged_units
      );

      -- The roll as it was on the day: whoever is renamed, moves or is admitted later stays as they stood.
      ALTER TABLE roll_entries
        ADD COLUMN full_name text,
        ADD COLUMN sort_name text COLLATE "vi-x-icu",
        ADD COLUMN position text,
        ADD COLUMN exempt_ground text,
        ADD COLUMN exempt_decided_by text,
        ADD CONSTRAINT roll_entries_exempt_whole CHECK (num_nonnulls(exempt_ground, exempt_decided_by) IN (0, 2)),
        ADD CONSTRAINT roll_entries_exempt_members CHECK (exempt_ground IS NULL OR standing <> 'non_member');
      UPDATE roll_entries r SET full_name = p.full_name, sort_name = p.sort_name, position = p.position FROM persons p WHERE p.id = r.person_id;
      ALTER TABLE roll_entries ALTER COLUMN full_name SET NOT NULL, ALTER COLUMN sort_name SET NOT NULL;
      ALTER TABLE obliged_units DROP COLUMN members_on_roll, DROP COLUMN non_members_on_roll;

      -- What was wrong with a frozen roll is put right by a line of its own: how the person stands from then on.
      CREATE TABLE roll_corrections (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        class_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        person_id uuid NOT NULL CONSTRAINT roll_corrections_person REFERENCES persons,
        listed boolean NOT NULL,
        standing text NOT NULL CONSTRAINT roll_corrections_standing CHECK (standing IN ('non_member', 'probationary', 'official')),
        full_name text NOT NULL,
        sort_name text COLLATE "vi-x-icu" NOT NULL,
        position text,
        exempt_ground text,
        decision text NOT NULL,
        reason text NOT NULL,
        corrected_at timestamptz NOT NULL,
        corrected_by uuid,
        CONSTRAINT roll_corrections_exempt_members CHECK (exempt_ground IS NULL OR (listed AND standing <> 'non_member')),
        CONSTRAINT roll_corrections_obliged_unit FOREIGN KEY (class_id, unit_id) REFERENCES obliged_units
      );
      CREATE INDEX roll_corrections_of_person ON roll_corrections (class_id, unit_id, person_id, id);

      -- The frozen rolls as corrected: the last line about a person counts.
      CREATE VIEW frozen_rolls AS
        SELECT class_id, unit_id, person_id, full_name, sort_name, position, standing, exempt_ground, exempt_decided_by, false AS corrected
        FROM roll_entries r
        WHERE NOT EXISTS (SELECT FROM roll_corrections k WHERE k.class_id = r.class_id AND k.unit_id = r.unit_id AND k.person_id = r.person_id)
        UNION ALL
        SELECT class_id, unit_id, person_id, full_name, sort_name, position, standing, exempt_ground,
          CASE WHEN exempt_ground IS NOT NULL THEN decision END, true
        FROM roll_corrections k
        WHERE listed AND NOT EXISTS (
          SELECT FROM roll_corrections l WHERE l.class_id = k.class_id AND l.unit_id = k.unit_id AND l.person_id = k.person_id AND l.id > k.id);

      CREATE FUNCTION refuse_entry_on_frozen_roll() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM obliged_units WHERE class_id = NEW.class_id AND unit_id = NEW.unit_id AND roll_taken_on IS NOT NULL) THEN
          RAISE EXCEPTION 'the roll of the unit is frozen' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER roll_entries_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON roll_entries EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER roll_entries_come_at_once BEFORE INSERT ON roll_entries FOR EACH ROW EXECUTE FUNCTION refuse_entry_on_frozen_roll();
      CREATE TRIGGER roll_corrections_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON roll_corrections EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER obliged_units_stay_frozen BEFORE UPDATE ON obliged_units FOR EACH ROW
        WHEN (OLD.roll_taken_on IS DISTINCT FROM NEW.roll_taken_on AND OLD.roll_taken_on IS NOT NULL) EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER obliged_units_stay_frozen ON obliged_units;
      DROP TRIGGER roll_entries_come_at_once ON roll_entries;
      DROP TRIGGER roll_entries_are_kept ON roll_entries;
      DROP FUNCTION refuse_entry_on_frozen_roll();
      DROP VIEW frozen_rolls;
      DROP TABLE roll_corrections;
      ALTER TABLE obliged_units
        ADD COLUMN members_on_roll integer CONSTRAINT obliged_units_members CHECK (members_on_roll >= 0),
        ADD COLUMN non_members_on_roll integer CONSTRAINT obliged_units_non_members CHECK (non_members_on_roll >= 0);
      UPDATE obliged_units o SET
        members_on_roll = (SELECT count(*) FROM roll_entries r WHERE r.class_id = o.class_id AND r.unit_id = o.unit_id AND r.standing <> 'non_member'),
        non_members_on_roll = (SELECT count(*) FROM roll_entries r WHERE r.class_id = o.class_id AND r.unit_id = o.unit_id AND r.standing = 'non_member')
      WHERE roll_taken_on IS NOT NULL;
      ALTER TABLE obliged_units
        ADD CONSTRAINT obliged_units_roll_whole CHECK (num_nonnulls(roll_taken_on, members_on_roll, non_members_on_roll) IN (0, 3));
      ALTER TABLE roll_entries
        DROP COLUMN full_name, DROP COLUMN sort_name, DROP COLUMN position, DROP COLUMN exempt_ground, DROP COLUMN exempt_decided_by;
      DROP TABLE exemptions;
    `);
  }
}
