import type { MigrationInterface, QueryRunner } from 'typeorm';

const refuse = (declared: string, look: string, isMerged: string) => `
  CREATE OR REPLACE FUNCTION refuse_who_was_merged() RETURNS trigger LANGUAGE plpgsql AS $$
  ${declared}
  BEGIN
    ${look}
    IF ${isMerged} THEN
      RAISE EXCEPTION 'the record of the person was merged into another'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'merged_people_take_nothing';
    END IF;
    RETURN NEW;
  END $$;`;

export class WhoeverWasMergedIsLookedAtOnce1764547200372 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever waited for a merger under way is shown the row as it left it, so nothing needs to be read once more.
      ${refuse(
        'DECLARE merged_into uuid;',
        'SELECT same_as_id INTO merged_into FROM persons WHERE id = NEW.person_id FOR KEY SHARE;',
        'merged_into IS NOT NULL',
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      refuse(
        '',
        'PERFORM FROM persons WHERE id = NEW.person_id FOR KEY SHARE;',
        'EXISTS (SELECT FROM persons WHERE id = NEW.person_id AND same_as_id IS NOT NULL)',
      ),
    );
  }
}
