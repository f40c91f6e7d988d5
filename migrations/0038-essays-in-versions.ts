import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EssaysInVersions1764547200038 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Until when the essays of a class are to be handed in.
      CREATE TABLE essay_terms (
        class_id uuid PRIMARY KEY CONSTRAINT essay_terms_class REFERENCES classes,
        due_at timestamptz NOT NULL,
        set_at timestamptz NOT NULL,
        set_by uuid
      );
      -- Apart from the essays, so that lists never carry what is in the files.
      CREATE TABLE essay_files (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        enrollment_id uuid NOT NULL CONSTRAINT essay_files_enrollment REFERENCES enrollments,
        name text NOT NULL,
        kind text NOT NULL CONSTRAINT essay_files_kind CHECK (kind IN ('pdf', 'docx')),
        size integer NOT NULL,
        sha256 text NOT NULL,
        content bytea NOT NULL
      );
      CREATE INDEX essay_files_by_enrollment ON essay_files (enrollment_id);
      ALTER TABLE essays
        ALTER COLUMN body DROP NOT NULL,
        ADD COLUMN file_id uuid CONSTRAINT essays_file REFERENCES essay_files,
        ADD COLUMN number integer NOT NULL DEFAULT 1,
        -- The term in force when it was handed in: a later change makes nobody late, and nobody punctual.
        ADD COLUMN due_at timestamptz,
        ADD COLUMN decision text CONSTRAINT essays_decision CHECK (decision IN ('accepted', 'sent_back')),
        ADD COLUMN decided_at timestamptz,
        ADD COLUMN decided_by uuid,
        ADD COLUMN decision_reason text,
        ADD COLUMN due_again_at timestamptz,
        ADD CONSTRAINT essays_not_empty CHECK (num_nonnulls(body, file_id) > 0),
        ADD CONSTRAINT essays_sent_back_with_reason CHECK (decision IS DISTINCT FROM 'sent_back' OR num_nonnulls(decision_reason, due_again_at) = 2);
      UPDATE essays SET decision = 'accepted', decided_at = marked_at, decided_by = marked_by WHERE mark IS NOT NULL;
      -- What another version took the place of, with what was decided about it.
      CREATE TABLE essay_versions (
        enrollment_id uuid NOT NULL CONSTRAINT essay_versions_enrollment REFERENCES enrollments,
        number integer NOT NULL,
        body text,
        file_id uuid CONSTRAINT essay_versions_file REFERENCES essay_files,
        handed_in_at timestamptz NOT NULL,
        due_at timestamptz,
        decision text,
        decided_at timestamptz,
        decided_by uuid,
        decision_reason text,
        PRIMARY KEY (enrollment_id, number)
      );
      CREATE TRIGGER essay_versions_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON essay_versions EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER essay_files_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON essay_files EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE essay_versions;
      UPDATE essays SET body = '' WHERE body IS NULL;
      ALTER TABLE essays
        ALTER COLUMN body SET NOT NULL,
        DROP COLUMN file_id, DROP COLUMN number, DROP COLUMN due_at, DROP COLUMN decision, DROP COLUMN decided_at,
        DROP COLUMN decided_by, DROP COLUMN decision_reason, DROP COLUMN due_again_at;
      DROP TABLE essay_files;
      DROP TABLE essay_terms;
    `);
  }
}
