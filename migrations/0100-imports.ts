import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Imports1764547200100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Files of every kind that are tried out before they are stored.
      CREATE TABLE imports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        class_id uuid CONSTRAINT imports_class REFERENCES classes,
        unit_id uuid CONSTRAINT imports_unit REFERENCES units,
        file_name text NOT NULL,
        content bytea,
        sha256 text NOT NULL,
        read jsonb NOT NULL DEFAULT '{}',
        outcome jsonb,
        state text NOT NULL CONSTRAINT imports_state CHECK (state IN ('previewed', 'applied', 'reversed')),
        uploaded_at timestamptz NOT NULL,
        uploaded_by uuid,
        applied_at timestamptz,
        applied_by uuid,
        reversed_at timestamptz,
        reversed_by uuid,
        CONSTRAINT imports_dated CHECK ((applied_at IS NULL) = (state = 'previewed') AND (reversed_at IS NOT NULL) = (state = 'reversed'))
      );
      CREATE INDEX imports_of_class ON imports (class_id, kind, uploaded_at DESC, id DESC);
      CREATE INDEX imports_of_unit ON imports (unit_id, kind, uploaded_at DESC, id DESC);
      -- What was seen in a row and what was shown of it. Null is seen where a dry run from before kept only what it showed.
      CREATE TABLE import_rows (
        import_id uuid NOT NULL CONSTRAINT import_rows_import REFERENCES imports,
        position integer NOT NULL,
        seen jsonb,
        shown jsonb NOT NULL,
        verdict text NOT NULL GENERATED ALWAYS AS (shown->>'verdict') STORED,
        person_id uuid GENERATED ALWAYS AS ((shown->>'personId')::uuid) STORED CONSTRAINT import_rows_person REFERENCES persons,
        PRIMARY KEY (import_id, position)
      );
      CREATE INDEX import_rows_by_person ON import_rows (person_id) WHERE person_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE import_rows;
      DROP TABLE imports;
    `);
  }
}
