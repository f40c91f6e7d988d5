import type { MigrationInterface, QueryRunner } from 'typeorm';

const flag = (first: string, unlessFlagged: string) => `
  CREATE OR REPLACE FUNCTION flag_leavers() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    who uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
    moment timestamptz := coalesce((SELECT at FROM journal_lines ORDER BY id DESC LIMIT 1), now());
  BEGIN
    ${first}
    INSERT INTO leavers (class_id, person_id, unit_id, now_of_unit_id, left_on, flagged_at)
    SELECT a.class_id, a.person_id, a.unit_id, a.now_of_unit_id, a.left_on, moment FROM people_away a WHERE a.person_id = who
    ON CONFLICT ${unlessFlagged} DO NOTHING;
    RETURN NULL;
  END $$`;

const open = (andNotBack: string) => `
  CREATE OR REPLACE VIEW open_leavers AS
    SELECT l.id, a.class_id, a.person_id, a.unit_id, a.nomination_id, a.enrollment_id, a.now_of_unit_id, a.left_on, l.flagged_at
    FROM leavers l JOIN people_away a ON a.class_id = l.class_id AND a.person_id = l.person_id AND a.unit_id = l.unit_id
      AND a.now_of_unit_id = l.now_of_unit_id AND a.left_on IS NOT DISTINCT FROM l.left_on
    WHERE l.stays_since IS NULL ${andNotBack}`;

const isBack = `p.left_on IS NULL AND p.unit_id IN (l.unit_id, unit_it_became(l.unit_id))`;
const key = 'class_id, person_id, unit_id, now_of_unit_id, left_on';

export class LeaversWhoComeBack1764547200210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Since when they are of the unit again that sent them: the flag, and what was decided, hold no longer.
      ALTER TABLE leavers ADD COLUMN back_since timestamptz;
      UPDATE leavers l SET back_since = now() FROM persons p WHERE p.id = l.person_id AND ${isBack};
      ALTER TABLE leavers DROP CONSTRAINT leavers_once;
      CREATE UNIQUE INDEX leavers_once ON leavers (${key}) NULLS NOT DISTINCT WHERE back_since IS NULL;
      ${open('AND l.back_since IS NULL')};
      ${flag(
        `UPDATE leavers l SET back_since = moment FROM persons p
         WHERE p.id = who AND l.person_id = who AND l.back_since IS NULL AND ${isBack};`,
        `(${key}) WHERE back_since IS NULL`,
      )};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${flag('', 'ON CONSTRAINT leavers_once')};
      ${open('')};
      DROP INDEX leavers_once;
      -- One line for each move is all there is room for: the latest.
      DELETE FROM leavers l USING leavers o WHERE (o.class_id, o.person_id, o.unit_id, o.now_of_unit_id) = (l.class_id, l.person_id, l.unit_id, l.now_of_unit_id)
        AND o.left_on IS NOT DISTINCT FROM l.left_on AND (o.flagged_at, o.id) > (l.flagged_at, l.id);
      ALTER TABLE leavers ADD CONSTRAINT leavers_once UNIQUE NULLS NOT DISTINCT (${key}), DROP COLUMN back_since;
    `);
  }
}
