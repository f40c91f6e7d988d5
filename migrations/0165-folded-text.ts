import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FoldedText1764547200165 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // As `foldName` does it, sign by sign: what a search folds and what it looks through lose the same.
    await runner.query(`
      CREATE FUNCTION folded_text(written text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
        btrim(regexp_replace(translate(
          lower(regexp_replace(
            normalize(translate(
              regexp_replace(written, '[\\u00AD\\u0600-\\u0605\\u061C\\u06DD\\u070F\\u0890\\u0891\\u08E2\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF\\uFFF9-\\uFFFB\\U000110BD\\U000110CD\\U00013430-\\U0001343F\\U0001BCA0-\\U0001BCA3\\U0001D173-\\U0001D17A\\U000E0001\\U000E0020-\\U000E007F]', '', 'g'),
              E'\\u00D0\\u0189\\u00F0\\u0256', 'ĐĐđđ'), NFD),
            '[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F]', '', 'g') COLLATE "und-x-icu"),
          E'đ\\u0257\\u0180\\u0253\\u2018\\u2019\\u02BC\\u02BB\\u02B9\\u02C8\\u0060\\u00B4\\u2032\\uFF07', 'ddbb' || repeat('''', 10)),
          '[\\u0009-\\u000D\\u0020\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]+', ' ', 'g'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION folded_text(text)');
  }
}
