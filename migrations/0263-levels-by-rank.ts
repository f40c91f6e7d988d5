import type { MigrationInterface, QueryRunner } from 'typeorm';

const words = ['chu tich hoi dong', 'thanh vien hoi dong', 'tong giam doc'];
const source = `'Quy định 350-QĐ/TW ngày 29/8/2025; chưa đọc được nguyên văn phần cao cấp',
  'Regulation 350-QĐ/TW of 29/08/2025; its text on the advanced level could not be read', false, '[2025-08-29,)'`;

export class LevelsByRank1764547200263 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A level is called for by a rank, whatever words a post is written in.
      DELETE FROM theory_level_requirements WHERE position_words IS NOT NULL;
      ALTER TABLE theory_level_requirements
        DROP CONSTRAINT theory_level_requirements_one_a_day,
        DROP COLUMN position_words,
        -- Every key cadre, or those from this rank on.
        ADD COLUMN from_rank post_rank,
        ADD CONSTRAINT theory_level_requirements_one_a_day EXCLUDE USING gist (level WITH =, valid WITH &&);
      INSERT INTO theory_level_requirements (from_rank, level, citation_vi, citation_en, verified, valid) VALUES ('deputy_unit', 'advanced', ${source});
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM theory_level_requirements WHERE from_rank IS NOT NULL;
      ALTER TABLE theory_level_requirements
        DROP CONSTRAINT theory_level_requirements_one_a_day,
        DROP COLUMN from_rank,
        ADD COLUMN position_words text,
        ADD CONSTRAINT theory_level_requirements_one_a_day EXCLUDE USING gist (coalesce(position_words, '') WITH =, level WITH =, valid WITH &&);
      INSERT INTO theory_level_requirements (position_words, level, citation_vi, citation_en, verified, valid) VALUES
        ${words.map((word) => `('${word}', 'advanced', ${source})`).join(', ')};
    `);
  }
}
