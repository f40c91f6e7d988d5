import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LettersByTheirNumbers1764547200377 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of "012-CV/ĐU" it is 12: what people know a letter by. The signs behind it are compared with the few that have it.
      CREATE FUNCTION letter_sequence(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
        RETURN ltrim(substring(number FROM '[0-9]+'), '0');
      CREATE INDEX nominations_by_letter_sequence ON nominations (letter_sequence(letter_number), letter_date, unit_id)
        WHERE letter_number IS NOT NULL AND letter_date IS NOT NULL;
      CREATE INDEX group_letters_by_sequence ON group_letters (letter_sequence(number), date);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX group_letters_by_sequence; DROP INDEX nominations_by_letter_sequence; DROP FUNCTION letter_sequence(text)',
    );
  }
}
