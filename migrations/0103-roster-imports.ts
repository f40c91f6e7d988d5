import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RosterImports1764547200103 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO imports (id, kind, unit_id, file_name, content, sha256, read, outcome, state, uploaded_at, uploaded_by, applied_at, applied_by, reversed_at, reversed_by)
      SELECT i.id, 'roster_import', i.unit_id, i.file_name, i.content, i.sha256,
             jsonb_build_object('unreadColumns', i.unread_columns, 'notInFile', i.not_in_file),
             CASE WHEN i.state <> 'previewed' THEN (
               SELECT jsonb_build_object('new', count(*) FILTER (WHERE verdict = 'new'), 'changed', count(*) FILTER (WHERE verdict = 'changed'),
                        'same', count(*) FILTER (WHERE verdict = 'same'), 'refused', count(*) FILTER (WHERE verdict = 'refused'),
                        'notInFile', cardinality(i.not_in_file))
               FROM roster_import_rows WHERE import_id = i.id) END,
             i.state, i.uploaded_at, i.uploaded_by, i.applied_at, i.applied_by, i.reversed_at, i.reversed_by
      FROM roster_imports i;
      -- What was read was not kept, so a dry run of before can be looked at and no longer applied: the file is sent again.
      INSERT INTO import_rows (import_id, position, seen, shown)
      SELECT import_id, row_number() OVER (PARTITION BY import_id ORDER BY row_number),
             jsonb_build_object('rowNumber', row_number, 'code', code, 'fullName', coalesce(full_name, ''), 'ratings', '{}'::jsonb,
               'problems', '[{"field": "code", "code": "not_kept", "message": {"vi": "", "en": ""}}]'::jsonb),
             jsonb_build_object('rowNumber', row_number, 'verdict', verdict, 'code', code, 'fullName', full_name, 'personId', person_id,
               'before', before, 'after', after, 'problems', problems)
      FROM roster_import_rows;
      DROP TABLE roster_import_rows;
      DROP TABLE roster_imports;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE roster_imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL CONSTRAINT roster_imports_unit REFERENCES units,
        file_name text NOT NULL,
        content bytea NOT NULL,
        sha256 text NOT NULL,
        unread_columns text[] NOT NULL,
        not_in_file uuid[] NOT NULL,
        state text NOT NULL CONSTRAINT roster_imports_state CHECK (state IN ('previewed', 'applied', 'reversed')),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        applied_at timestamptz,
        applied_by uuid,
        reversed_at timestamptz,
        reversed_by uuid
      );
      CREATE INDEX roster_imports_by_unit ON roster_imports (unit_id, uploaded_at DESC);
      CREATE TABLE roster_import_rows (
        import_id uuid NOT NULL CONSTRAINT roster_import_rows_import REFERENCES roster_imports,
        row_number integer NOT NULL,
        verdict text NOT NULL CONSTRAINT roster_import_rows_verdict CHECK (verdict IN ('new', 'changed', 'same', 'refused')),
        code text,
        full_name text,
        person_id uuid CONSTRAINT roster_import_rows_person REFERENCES persons,
        before jsonb,
        after jsonb,
        problems jsonb NOT NULL DEFAULT '[]',
        PRIMARY KEY (import_id, row_number)
      );
      CREATE INDEX roster_import_rows_by_person ON roster_import_rows (person_id) WHERE person_id IS NOT NULL;
      INSERT INTO roster_imports (id, unit_id, file_name, content, sha256, unread_columns, not_in_file, state, uploaded_at, uploaded_by,
        applied_at, applied_by, reversed_at, reversed_by)
      SELECT id, unit_id, file_name, content, sha256, ARRAY(SELECT jsonb_array_elements_text(read->'unreadColumns')),
             ARRAY(SELECT jsonb_array_elements_text(read->'notInFile')::uuid), state, uploaded_at, uploaded_by, applied_at, applied_by, reversed_at, reversed_by
      FROM imports WHERE kind = 'roster_import';
      INSERT INTO roster_import_rows (import_id, row_number, verdict, code, full_name, person_id, before, after, problems)
      SELECT r.import_id, (r.shown->>'rowNumber')::int, r.verdict, r.shown->>'code', r.shown->>'fullName', r.person_id,
             nullif(r.shown->'before', 'null'), nullif(r.shown->'after', 'null'), r.shown->'problems'
      FROM import_rows r JOIN imports i ON i.id = r.import_id WHERE i.kind = 'roster_import';
      DELETE FROM import_rows r USING imports i WHERE i.id = r.import_id AND i.kind = 'roster_import';
      DELETE FROM imports WHERE kind = 'roster_import';
    `);
  }
}
