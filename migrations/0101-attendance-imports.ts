import type { MigrationInterface, QueryRunner } from 'typeorm';

export class AttendanceImports1764547200101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO imports (id, kind, class_id, file_name, sha256, read, outcome, state, uploaded_at, uploaded_by, applied_at, applied_by)
      SELECT id, 'attendance_import', class_id, file_name, sha256, sheet - 'rows', outcome,
             CASE WHEN applied_at IS NULL THEN 'previewed' ELSE 'applied' END, uploaded_at, uploaded_by, applied_at, applied_by
      FROM attendance_imports;
      -- What the rows would do was judged whenever it was looked at; it still is.
      INSERT INTO import_rows (import_id, position, seen, shown)
      SELECT i.id, r.position, r.seen, jsonb_build_object('row', r.seen->'row', 'code', r.seen->'code', 'name', r.seen->'name',
             'verdict', 'unchanged', 'changes', '[]'::jsonb, 'sentences', '[]'::jsonb)
      FROM attendance_imports i CROSS JOIN jsonb_array_elements(i.sheet->'rows') WITH ORDINALITY r (seen, position);
      DROP TABLE attendance_imports;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attendance_imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT attendance_imports_class REFERENCES classes,
        file_name text NOT NULL,
        sha256 text NOT NULL,
        sheet jsonb NOT NULL,
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        applied_at timestamptz,
        applied_by uuid,
        outcome jsonb
      );
      CREATE INDEX attendance_imports_of_class ON attendance_imports (class_id, uploaded_at DESC, id DESC);
      INSERT INTO attendance_imports (id, class_id, file_name, sha256, sheet, uploaded_at, uploaded_by, applied_at, applied_by, outcome)
      SELECT i.id, i.class_id, i.file_name, i.sha256,
             i.read || jsonb_build_object('rows', (SELECT coalesce(jsonb_agg(seen ORDER BY position), '[]') FROM import_rows WHERE import_id = i.id)),
             i.uploaded_at, i.uploaded_by, i.applied_at, i.applied_by, i.outcome
      FROM imports i WHERE i.kind = 'attendance_import';
      DELETE FROM import_rows r USING imports i WHERE i.id = r.import_id AND i.kind = 'attendance_import';
      DELETE FROM imports WHERE kind = 'attendance_import';
    `);
  }
}
