import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupAboveInFewerSteps1764547200365 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A unit and what stands above it are looked up together: one statement for most units, where there were three.
      CREATE OR REPLACE FUNCTION group_above(unit uuid, on_day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
        DECLARE
          here uuid := unit;
          is_group boolean;
          above uuid;
          is_group_above boolean;
        BEGIN
          -- No tree is so high; one in a circle would have no end.
          FOR step IN 1..100 LOOP
            SELECT u.kind = 'group', g.id, g.kind = 'group' INTO is_group, above, is_group_above FROM units u
              LEFT JOIN unit_parents d ON d.unit_id = u.id AND d.valid @> on_day LEFT JOIN units g ON g.id = d.parent_id WHERE u.id = here;
            IF is_group THEN RETURN here; END IF;
            IF above IS NULL OR is_group_above THEN RETURN above; END IF;
            here := above;
          END LOOP;
          RETURN NULL;
        END
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION group_above(unit uuid, on_day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
        DECLARE
          here uuid := unit;
          is_group boolean;
        BEGIN
          FOR step IN 1..100 LOOP
            SELECT kind = 'group' INTO is_group FROM units WHERE id = here;
            IF is_group THEN RETURN here; END IF;
            SELECT parent_id INTO here FROM unit_parents WHERE unit_id = here AND valid @> on_day;
            IF NOT FOUND THEN RETURN NULL; END IF;
          END LOOP;
          RETURN NULL;
        END
      $$;
    `);
  }
}
