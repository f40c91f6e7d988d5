import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Examinations1764547200036 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE modules
        DROP CONSTRAINT modules_kind,
        ADD CONSTRAINT modules_kind CHECK (kind IN ('module', 'field_report', 'graduation_paper', 'graduation_exam'));
      -- Which half-days teach a module; absence from a module without any is counted over the whole class.
      CREATE TABLE module_half_days (
        half_day_id uuid PRIMARY KEY CONSTRAINT module_half_days_half_day REFERENCES half_days,
        module_id uuid NOT NULL CONSTRAINT module_half_days_module REFERENCES modules
      );
      CREATE INDEX module_half_days_by_module ON module_half_days (module_id);
      -- Decisions that let somebody sit an examination whom absence bars from it.
      CREATE TABLE exam_permissions (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        enrollment_id uuid NOT NULL CONSTRAINT exam_permissions_enrollment REFERENCES enrollments,
        module_id uuid NOT NULL CONSTRAINT exam_permissions_module REFERENCES modules,
        decision_number text NOT NULL,
        decided_on date NOT NULL,
        reason text NOT NULL,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid,
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_reason text,
        CONSTRAINT exam_permissions_withdrawn_with_reason CHECK (num_nonnulls(withdrawn_at, withdrawn_reason) IN (0, 2))
      );
      CREATE UNIQUE INDEX exam_permissions_one_in_force ON exam_permissions (enrollment_id, module_id) WHERE withdrawn_at IS NULL;
      CREATE TABLE mark_imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT mark_imports_class REFERENCES classes,
        file_name text NOT NULL,
        content bytea NOT NULL,
        sha256 text NOT NULL,
        unread_columns text[] NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        applied_at timestamptz,
        applied_by uuid
      );
      CREATE INDEX mark_imports_by_class ON mark_imports (class_id, uploaded_at DESC);
      CREATE TABLE mark_import_rows (
        import_id uuid NOT NULL CONSTRAINT mark_import_rows_import REFERENCES mark_imports,
        row_number integer NOT NULL,
        verdict text NOT NULL CONSTRAINT mark_import_rows_verdict CHECK (verdict IN ('changes', 'same', 'refused')),
        code text,
        full_name text NOT NULL,
        enrollment_id uuid CONSTRAINT mark_import_rows_enrollment REFERENCES enrollments,
        changes jsonb NOT NULL,
        problems jsonb NOT NULL,
        PRIMARY KEY (import_id, row_number)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mark_import_rows;
      DROP TABLE mark_imports;
      DROP TABLE exam_permissions;
      DROP TABLE module_half_days;
      UPDATE modules SET kind = 'graduation_paper' WHERE kind = 'graduation_exam';
      ALTER TABLE modules
        DROP CONSTRAINT modules_kind,
        ADD CONSTRAINT modules_kind CHECK (kind IN ('module', 'field_report', 'graduation_paper'));
    `);
  }
}
