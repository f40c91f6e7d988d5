import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EarlierCertificates1764547200195 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Certificates of classes held before this service, or elsewhere: of a course it knows, with no class of its own.
      ALTER TABLE training_records
        DROP CONSTRAINT training_records_kind,
        ADD CONSTRAINT training_records_kind
          CHECK (kind IN ('completion', 'external_diploma', 'equivalence', 'earlier_certificate')),
        DROP CONSTRAINT training_records_entered_with_document,
        ADD CONSTRAINT training_records_entered_with_document CHECK
          (kind = 'completion' OR (completion_id IS NULL AND num_nonnulls(award_number, issued_on, issued_by) = 3)),
        ADD CONSTRAINT training_records_document_of_a_level CHECK
          (kind IN ('completion', 'earlier_certificate') OR theory_level IS NOT NULL),
        ADD CONSTRAINT training_records_earlier_certificate_of_a_course CHECK
          (kind <> 'earlier_certificate' OR course_id IS NOT NULL);
      -- Whether a number is entered already is asked of all people.
      CREATE INDEX training_records_by_number ON training_records (lower(award_number));
      CREATE INDEX training_records_ending ON training_records (valid_until) WHERE kind = 'earlier_certificate';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX training_records_ending;
      DROP INDEX training_records_by_number;
      ALTER TABLE training_records DISABLE TRIGGER training_records_are_kept;
      DELETE FROM training_records WHERE kind = 'earlier_certificate';
      ALTER TABLE training_records ENABLE TRIGGER training_records_are_kept;
      ALTER TABLE training_records
        DROP CONSTRAINT training_records_earlier_certificate_of_a_course,
        DROP CONSTRAINT training_records_document_of_a_level,
        DROP CONSTRAINT training_records_entered_with_document,
        ADD CONSTRAINT training_records_entered_with_document CHECK
          (kind = 'completion' OR (completion_id IS NULL AND num_nonnulls(award_number, issued_on, issued_by, theory_level) = 4)),
        DROP CONSTRAINT training_records_kind,
        ADD CONSTRAINT training_records_kind CHECK (kind IN ('completion', 'external_diploma', 'equivalence'));
    `);
  }
}
