import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListImports1764547200104 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO imports (id, kind, class_id, unit_id, file_name, content, sha256, read, outcome, state, uploaded_at, uploaded_by, applied_at, applied_by, reversed_at, reversed_by)
      SELECT i.id, 'list_import', i.class_id, i.unit_id, i.file_name, i.content, i.sha256, l.letter,
             CASE WHEN i.state <> 'previewed' THEN l.letter || jsonb_build_object('nominated',
               (SELECT count(*) FROM list_import_rows WHERE import_id = i.id AND verdict IN ('seat', 'reserve'))) END,
             i.state, i.uploaded_at, i.uploaded_by, i.applied_at, i.applied_by, i.reversed_at, i.reversed_by
      FROM list_imports i CROSS JOIN LATERAL (SELECT jsonb_build_object('letter', CASE WHEN i.letter_number IS NOT NULL THEN
        jsonb_build_object('number', i.letter_number, 'date', i.letter_date) END) AS letter) l;
      -- The nomination of a row is known by its import and its person.
      INSERT INTO import_rows (import_id, position, seen, shown)
      SELECT import_id, row_number() OVER (PARTITION BY import_id ORDER BY row_number), read,
             jsonb_build_object('rowNumber', row_number, 'ordinal', ordinal, 'fullName', full_name, 'verdict', verdict, 'personId', person_id,
               'reserveNumber', reserve_number, 'checks', checks, 'reason', reason)
      FROM list_import_rows;
      ALTER TABLE nominations DROP CONSTRAINT nominations_list_import,
        ADD CONSTRAINT nominations_list_import FOREIGN KEY (list_import_id) REFERENCES imports;
      DROP TABLE list_import_rows;
      DROP TABLE list_imports;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT list_imports_class REFERENCES classes,
        unit_id uuid NOT NULL CONSTRAINT list_imports_unit REFERENCES units,
        file_name text NOT NULL,
        content bytea NOT NULL,
        sha256 text NOT NULL,
        letter_number text,
        letter_date date,
        state text NOT NULL CONSTRAINT list_imports_state CHECK (state IN ('previewed', 'applied', 'reversed')),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        applied_at timestamptz,
        applied_by uuid,
        reversed_at timestamptz,
        reversed_by uuid
      );
      CREATE INDEX list_imports_by_class_and_unit ON list_imports (class_id, unit_id, uploaded_at DESC);
      CREATE TABLE list_import_rows (
        import_id uuid NOT NULL CONSTRAINT list_import_rows_import REFERENCES list_imports,
        row_number integer NOT NULL,
        ordinal text,
        full_name text,
        verdict text NOT NULL CONSTRAINT list_import_rows_verdict CHECK (verdict IN
          ('seat', 'reserve', 'blocked', 'duplicate', 'already_nominated', 'not_on_roster', 'ambiguous', 'unreadable', 'passed_over')),
        person_id uuid CONSTRAINT list_import_rows_person REFERENCES persons,
        nomination_id uuid CONSTRAINT list_import_rows_nomination REFERENCES nominations,
        read jsonb NOT NULL,
        checks jsonb NOT NULL DEFAULT '[]',
        reason jsonb NOT NULL,
        reserve_number integer
          CONSTRAINT list_import_rows_reserve_number CHECK (reserve_number IS NULL OR (reserve_number > 0 AND verdict = 'reserve')),
        PRIMARY KEY (import_id, row_number)
      );
      INSERT INTO list_imports (id, class_id, unit_id, file_name, content, sha256, letter_number, letter_date, state, uploaded_at, uploaded_by,
        applied_at, applied_by, reversed_at, reversed_by)
      SELECT id, class_id, unit_id, file_name, content, sha256, coalesce(outcome, read)->'letter'->>'number',
             (coalesce(outcome, read)->'letter'->>'date')::date, state, uploaded_at, uploaded_by, applied_at, applied_by, reversed_at, reversed_by
      FROM imports WHERE kind = 'list_import';
      INSERT INTO list_import_rows (import_id, row_number, ordinal, full_name, verdict, person_id, nomination_id, read, checks, reason, reserve_number)
      SELECT r.import_id, (r.shown->>'rowNumber')::int, r.shown->>'ordinal', r.shown->>'fullName', r.verdict, r.person_id, n.id, r.seen,
             r.shown->'checks', r.shown->'reason', (r.shown->>'reserveNumber')::int
      FROM import_rows r JOIN imports i ON i.id = r.import_id
      LEFT JOIN nominations n ON n.list_import_id = i.id AND n.person_id = r.person_id AND r.verdict IN ('seat', 'reserve')
      WHERE i.kind = 'list_import';
      ALTER TABLE nominations DROP CONSTRAINT nominations_list_import,
        ADD CONSTRAINT nominations_list_import FOREIGN KEY (list_import_id) REFERENCES list_imports;
      DELETE FROM import_rows r USING imports i WHERE i.id = r.import_id AND i.kind = 'list_import';
      DELETE FROM imports WHERE kind = 'list_import';
    `);
  }
}
