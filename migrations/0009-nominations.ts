import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Nominations1764547200009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
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
      CREATE UNIQUE INDEX list_imports_applied_once ON list_imports (class_id, unit_id, sha256) WHERE state = 'applied';

      CREATE TABLE nominations (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT nominations_class REFERENCES classes,
        person_id uuid NOT NULL CONSTRAINT nominations_person REFERENCES persons,
        unit_id uuid NOT NULL CONSTRAINT nominations_unit REFERENCES units,
        state text NOT NULL CONSTRAINT nominations_state CHECK (state IN
          ('draft', 'submitted', 'endorsed', 'accepted', 'returned', 'rejected', 'withdrawn', 'substituted')),
        rank integer CONSTRAINT nominations_rank CHECK (rank > 0),
        letter_number text,
        letter_date date,
        list_import_id uuid CONSTRAINT nominations_list_import REFERENCES list_imports,
        late_reason text,
        checks jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid,
        submitted_at timestamptz,
        submitted_by uuid,
        endorsed_at timestamptz,
        endorsed_by uuid,
        decided_at timestamptz,
        decided_by uuid,
        reason text,
        correct_by date,
        ended_at timestamptz,
        substitutes_id uuid CONSTRAINT nominations_substitutes REFERENCES nominations CONSTRAINT nominations_substituted_once UNIQUE,
        version integer NOT NULL,
        CONSTRAINT nominations_submitted_with_letter CHECK (state IN ('draft', 'withdrawn') OR letter_number IS NOT NULL),
        CONSTRAINT nominations_ended_when_over CHECK ((ended_at IS NULL) = (state IN ('draft', 'submitted', 'endorsed', 'accepted', 'returned'))),
        CONSTRAINT nominations_rank_only_while_waiting CHECK (rank IS NULL OR state IN ('submitted', 'endorsed', 'returned'))
      );
      CREATE UNIQUE INDEX nominations_one_live_per_person ON nominations (class_id, person_id) WHERE ended_at IS NULL;
      CREATE UNIQUE INDEX nominations_one_rank ON nominations (class_id, unit_id, rank) WHERE rank IS NOT NULL;
      CREATE INDEX nominations_in_list_order ON nominations (class_id, id);
      CREATE INDEX nominations_by_unit ON nominations (unit_id, class_id);
      CREATE INDEX nominations_by_person ON nominations (person_id);

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
        PRIMARY KEY (import_id, row_number)
      );

      -- A unit's answer that it nominates nobody this time.
      CREATE TABLE unit_answers (
        class_id uuid NOT NULL CONSTRAINT unit_answers_class REFERENCES classes,
        unit_id uuid NOT NULL CONSTRAINT unit_answers_unit REFERENCES units,
        answered_at timestamptz NOT NULL,
        answered_by uuid,
        note text,
        PRIMARY KEY (class_id, unit_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE unit_answers;
      DROP TABLE list_import_rows;
      DROP TABLE nominations;
      DROP TABLE list_imports;
    `);
  }
}
