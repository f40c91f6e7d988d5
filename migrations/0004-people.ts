import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1764547200004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE persons (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        unit_id uuid NOT NULL CONSTRAINT persons_unit REFERENCES units,
        code text NOT NULL CONSTRAINT persons_one_code UNIQUE,
        full_name text NOT NULL,
        folded_name text NOT NULL,
        sort_name text COLLATE "vi-x-icu" NOT NULL,
        sex text NOT NULL CONSTRAINT persons_sex CHECK (sex IN ('male', 'female')),
        birth_date date NOT NULL,
        cell text,
        position text,
        party_position text,
        key_cadre boolean NOT NULL,
        planned boolean NOT NULL,
        standing text NOT NULL CONSTRAINT persons_standing CHECK (standing IN ('non_member', 'probationary', 'official')),
        joined_on date,
        official_on date,
        education text NOT NULL CONSTRAINT persons_education CHECK (education IN
          ('lower_secondary', 'upper_secondary', 'vocational', 'college', 'university', 'master', 'doctor')),
        theory_level text NOT NULL CONSTRAINT persons_theory_level CHECK (theory_level IN ('none', 'elementary', 'intermediate', 'advanced')),
        -- What a class of this service led to: a roster may correct the level, never below this.
        theory_level_earned text CONSTRAINT persons_theory_level_earned CHECK (theory_level_earned IN ('none', 'elementary', 'intermediate', 'advanced')),
        ratings jsonb NOT NULL DEFAULT '{}',
        phone text,
        email citext,
        left_on date,
        CONSTRAINT persons_keep_the_level_earned CHECK (theory_level_earned IS NULL OR
          array_position(ARRAY['none', 'elementary', 'intermediate', 'advanced'], theory_level)
          >= array_position(ARRAY['none', 'elementary', 'intermediate', 'advanced'], theory_level_earned))
      );
      CREATE INDEX persons_by_unit ON persons (unit_id, sort_name, id);
      CREATE INDEX persons_by_sort_name ON persons (sort_name, id);
      CREATE INDEX persons_to_search ON persons USING gin (folded_name gin_trgm_ops, lower(code) gin_trgm_ops);
      CREATE INDEX persons_to_match ON persons (unit_id, folded_name, birth_date);

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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE roster_import_rows;
      DROP TABLE roster_imports;
      DROP TABLE persons;
    `);
  }
}
