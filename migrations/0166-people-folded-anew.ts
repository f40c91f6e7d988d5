import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What only a machine sees in a name: an eth for Đ, a soft hyphen, marks of direction. */
const legible = (column: string) =>
  `translate(regexp_replace(${column}, '[\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u206F\\uFEFF]', '', 'g'), E'\\u00D0\\u0189\\u00F0\\u0256', 'ĐĐđđ')`;

export class PeopleFoldedAnew1764547200166 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Names stored before are found as new ones are; to a reader none of them looks different afterwards.
    await runner.query(`
      UPDATE persons SET full_name = ${legible('full_name')}, sort_name = ${legible('sort_name')}, folded_name = folded_text(full_name)
      WHERE folded_name <> folded_text(full_name) OR full_name <> ${legible('full_name')}
    `);
  }

  async down(): Promise<void> {
    // What was taken out said nothing.
  }
}
