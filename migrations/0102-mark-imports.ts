import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MarkImports1764547200102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO imports (id, kind, class_id, file_name, content, sha256, read, outcome, state, uploaded_at, uploaded_by, applied_at, applied_by)
      SELECT i.id, 'mark_import', i.class_id, i.file_name, i.content, i.sha256, jsonb_build_object('unreadColumns', i.unread_columns),
             CASE WHEN i.applied_at IS NOT NULL THEN jsonb_build_object('changed',
               (SELECT coalesce(sum(jsonb_array_length(changes)), 0) FROM mark_import_rows WHERE import_id = i.id)) END,
             CASE WHEN i.applied_at IS NULL THEN 'previewed' ELSE 'applied' END, i.uploaded_at, i.uploaded_by, i.applied_at, i.applied_by
      FROM mark_imports i;
      INSERT INTO import_rows (import_id, position, shown)
      SELECT import_id, row_number() OVER (PARTITION BY import_id ORDER BY row_number),
             jsonb_build_object('rowNumber', row_number, 'verdict', verdict, 'code', code, 'fullName', full_name, 'enrollmentId', enrollment_id,
               'changes', changes, 'problems', problems)
      FROM mark_import_rows;
      -- What was read was not kept, so a dry run of before can be looked at and no longer applied: the file is sent again.
      UPDATE import_rows r SET seen = jsonb_build_object('rowNumber', shown->'rowNumber', 'code', coalesce(shown->>'code', ''),
        'fullName', shown->'fullName', 'marks', '[]'::jsonb, 'problems', '[]'::jsonb)
      FROM imports i WHERE i.id = r.import_id AND i.kind = 'mark_import';
      DROP TABLE mark_import_rows;
      DROP TABLE mark_imports;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      INSERT INTO mark_imports (id, class_id, file_name, content, sha256, unread_columns, uploaded_at, uploaded_by, applied_at, applied_by)
      SELECT id, class_id, file_name, content, sha256, ARRAY(SELECT jsonb_array_elements_text(read->'unreadColumns')), uploaded_at, uploaded_by, applied_at, applied_by
      FROM imports WHERE kind = 'mark_import';
      INSERT INTO mark_import_rows (import_id, row_number, verdict, code, full_name, enrollment_id, changes, problems)
      SELECT r.import_id, (r.shown->>'rowNumber')::int, r.verdict, r.shown->>'code', r.shown->>'fullName', (r.shown->>'enrollmentId')::uuid,
             r.shown->'changes', r.shown->'problems'
      FROM import_rows r JOIN imports i ON i.id = r.import_id WHERE i.kind = 'mark_import';
      DELETE FROM import_rows r USING imports i WHERE i.id = r.import_id AND i.kind = 'mark_import';
      DELETE FROM imports WHERE kind = 'mark_import';
    `);
  }
}
