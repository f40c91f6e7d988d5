import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Letters1764547200241 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is one paper: of one sender or about one thing, by number and day; blanks, marks and capitals make no other. A UUID made of a name (RFC 9562, version 3). A letter names many people, for one class or several.
      CREATE FUNCTION paper_id(whose uuid, number text, day date) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN overlay(overlay(md5(whose::text || '|' || replace(folded_text(number), ' ', '') || '|' || coalesce((day - DATE '2000-01-01')::text, ''))
          PLACING '3' FROM 13) PLACING 'a' FROM 17)::uuid;
      CREATE INDEX nominations_by_letter ON nominations (paper_id(unit_id, letter_number, letter_date));
      CREATE VIEW unit_letters AS
        SELECT paper_id(unit_id, letter_number, letter_date) AS id, unit_id, min(letter_number) AS number, letter_date AS date,
          bool_or(endorsed_at IS NOT NULL OR decided_at IS NOT NULL) AS is_used
        FROM nominations WHERE letter_number IS NOT NULL AND letter_date IS NOT NULL
        GROUP BY paper_id(unit_id, letter_number, letter_date), unit_id, letter_date;

      -- The letter by which the Group endorses; the same of many names, of several units and classes.
      CREATE TABLE group_letters (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        group_id uuid NOT NULL CONSTRAINT group_letters_group REFERENCES units,
        number text NOT NULL,
        date date NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by uuid
      );
      CREATE UNIQUE INDEX group_letters_once ON group_letters (paper_id(group_id, number, date));
      ALTER TABLE nominations ADD COLUMN group_letter_id uuid CONSTRAINT nominations_group_letter REFERENCES group_letters;
      CREATE INDEX nominations_by_group_letter ON nominations (group_letter_id) WHERE group_letter_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX nominations_by_group_letter;
      ALTER TABLE nominations DROP COLUMN group_letter_id;
      DROP TABLE group_letters;
      DROP VIEW unit_letters;
      DROP INDEX nominations_by_letter;
      DROP FUNCTION paper_id(uuid, text, date);
    `);
  }
}
