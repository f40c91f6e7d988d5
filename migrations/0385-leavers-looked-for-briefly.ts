import type { MigrationInterface, QueryRunner } from 'typeorm';

const key = 'class_id, person_id, unit_id, now_of_unit_id, left_on';

const flag = (declared: string, first: string) => `
  CREATE OR REPLACE FUNCTION flag_leavers() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    who uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    ${declared}
  BEGIN
    ${first}
    UPDATE leavers l SET back_since = moment FROM persons p
    WHERE p.id = who AND l.person_id = who AND l.back_since IS NULL
      AND p.left_on IS NULL AND p.unit_id IN (l.unit_id, unit_it_became(l.unit_id));
    INSERT INTO leavers (class_id, person_id, unit_id, now_of_unit_id, left_on, flagged_at)
    SELECT a.class_id, a.person_id, a.unit_id, a.now_of_unit_id, a.left_on, moment FROM people_away a WHERE a.person_id = who
    ON CONFLICT (${key}) WHERE back_since IS NULL DO NOTHING;
    RETURN NULL;
  END $$`;

const lastSaid = 'coalesce((SELECT at FROM journal_lines ORDER BY id DESC LIMIT 1), now())';

export class LeaversLookedForBriefly1764547200385 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever is of the unit in whose name they get a place, as nearly all are, is no leaver by it.
      ${flag(
        'moment timestamptz;',
        `IF TG_TABLE_NAME <> 'persons'
           AND EXISTS (SELECT FROM persons p WHERE p.id = who AND p.unit_id = NEW.unit_id AND p.left_on IS NULL)
           AND NOT EXISTS (SELECT FROM leavers l WHERE l.person_id = who) THEN
           RETURN NULL;
         END IF;
         moment := ${lastSaid};`,
      )};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(flag(`moment timestamptz := ${lastSaid};`, ''));
  }
}
