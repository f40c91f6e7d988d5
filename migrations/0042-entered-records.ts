import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnteredRecords1764547200042 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Beside what a class of this service led to: a diploma from elsewhere, and an authority's word that something equals a level.
      ALTER TABLE training_records
        ALTER COLUMN course_id DROP NOT NULL,
        ALTER COLUMN unit_name DROP NOT NULL,
        ADD COLUMN kind text NOT NULL DEFAULT 'completion' CONSTRAINT training_records_kind
          CHECK (kind IN ('completion', 'external_diploma', 'equivalence')),
        ADD COLUMN issued_on date,
        ADD COLUMN issued_by text,
        ADD COLUMN recorded_by uuid,
        ADD COLUMN reason text,
        -- A line that says the ones before should never have been.
        ADD COLUMN withdrawn boolean NOT NULL DEFAULT false,
        ADD CONSTRAINT training_records_completion_of_a_course CHECK (kind <> 'completion' OR (course_id IS NOT NULL AND unit_name IS NOT NULL)),
        ADD CONSTRAINT training_records_entered_with_document CHECK
          (kind = 'completion' OR (completion_id IS NULL AND num_nonnulls(award_number, issued_on, issued_by, theory_level) = 4)),
        ADD CONSTRAINT training_records_withdrawn_with_reason CHECK
          (NOT withdrawn OR (kind <> 'completion' AND supersedes_id IS NOT NULL AND reason IS NOT NULL));
      -- What the roster said, kept while what is recorded here stands above it.
      ALTER TABLE persons ADD COLUMN theory_level_claimed text CONSTRAINT persons_theory_level_claimed
        CHECK (theory_level_claimed IN ('none', 'elementary', 'intermediate', 'advanced'));

      -- Which posts call for which theory level: every key cadre, or those whose position has these words (folded).
      CREATE TABLE theory_level_requirements (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        position_words text,
        level text NOT NULL CONSTRAINT theory_level_requirements_level CHECK (level IN ('elementary', 'intermediate', 'advanced')),
        citation_vi text NOT NULL,
        citation_en text NOT NULL,
        verified boolean NOT NULL,
        valid daterange NOT NULL,
        CONSTRAINT theory_level_requirements_one_a_day EXCLUDE USING gist (coalesce(position_words, '') WITH =, level WITH =, valid WITH &&)
      );
      INSERT INTO theory_level_requirements (position_words, level, citation_vi, citation_en, verified, valid) VALUES
        (NULL, 'intermediate', 'Quy định 350-QĐ/TW ngày 29/8/2025: cán bộ chủ chốt đương chức hoặc quy hoạch học trung cấp',
          'Regulation 350-QĐ/TW of 29/08/2025: key cadres in post or planned study at the intermediate level', true, '[2025-08-29,)'),
        ('chu tich hoi dong', 'advanced', 'Quy định 350-QĐ/TW ngày 29/8/2025; chưa đọc được nguyên văn phần cao cấp',
          'Regulation 350-QĐ/TW of 29/08/2025; its text on the advanced level could not be read', false, '[2025-08-29,)'),
        ('thanh vien hoi dong', 'advanced', 'Quy định 350-QĐ/TW ngày 29/8/2025; chưa đọc được nguyên văn phần cao cấp',
          'Regulation 350-QĐ/TW of 29/08/2025; its text on the advanced level could not be read', false, '[2025-08-29,)'),
        ('tong giam doc', 'advanced', 'Quy định 350-QĐ/TW ngày 29/8/2025; chưa đọc được nguyên văn phần cao cấp',
          'Regulation 350-QĐ/TW of 29/08/2025; its text on the advanced level could not be read', false, '[2025-08-29,)');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE theory_level_requirements;
      ALTER TABLE persons DROP COLUMN theory_level_claimed;
      ALTER TABLE training_records DISABLE TRIGGER training_records_are_kept;
      DELETE FROM training_records WHERE kind <> 'completion';
      ALTER TABLE training_records ENABLE TRIGGER training_records_are_kept;
      ALTER TABLE training_records
        DROP CONSTRAINT training_records_withdrawn_with_reason,
        DROP CONSTRAINT training_records_entered_with_document,
        DROP CONSTRAINT training_records_completion_of_a_course,
        DROP COLUMN withdrawn,
        DROP COLUMN reason,
        DROP COLUMN recorded_by,
        DROP COLUMN issued_by,
        DROP COLUMN issued_on,
        DROP COLUMN kind,
        ALTER COLUMN unit_name SET NOT NULL,
        ALTER COLUMN course_id SET NOT NULL;
    `);
  }
}
