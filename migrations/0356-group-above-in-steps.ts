import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GroupAboveInSteps1764547200356 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Asked of each nomination that waits: a recursive query is set up anew each time, which takes seven times as long as going up.
      CREATE OR REPLACE FUNCTION group_above(unit uuid, on_day date) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
        DECLARE
          here uuid := unit;
          is_group boolean;
        BEGIN
          -- No tree is so high; one in a circle would have no end.
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

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION group_above(unit uuid, on_day date) RETURNS uuid LANGUAGE sql STABLE AS $$
        WITH RECURSIVE above (id) AS (
          SELECT unit
          UNION
          SELECT p.parent_id FROM unit_parents p JOIN above a ON p.unit_id = a.id WHERE p.valid @> on_day
        )
        SELECT u.id FROM above JOIN units u ON u.id = above.id WHERE u.kind = 'group' LIMIT 1
      $$;
    `);
  }
}
