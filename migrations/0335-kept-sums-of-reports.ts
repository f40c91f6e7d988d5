import type { MigrationInterface, QueryRunner } from 'typeorm';

export class KeptSumsOfReports1764547200335 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What reports over everybody say, counted by the clock; all of it can be counted anew from the facts.
      CREATE TABLE report_sums (
        year integer NOT NULL,
        course_id uuid NOT NULL CONSTRAINT report_sums_course REFERENCES courses ON DELETE CASCADE,
        unit_id uuid CONSTRAINT report_sums_unit REFERENCES units ON DELETE CASCADE,
        measure text NOT NULL,
        count bigint NOT NULL,
        CONSTRAINT report_sums_once UNIQUE NULLS NOT DISTINCT (year, course_id, unit_id, measure)
      );
      CREATE INDEX report_sums_by_unit ON report_sums (unit_id, year);
      CREATE TABLE report_studies (
        year integer NOT NULL,
        position integer NOT NULL,
        unit_id uuid NOT NULL CONSTRAINT report_studies_unit REFERENCES units ON DELETE CASCADE,
        participation jsonb NOT NULL,
        PRIMARY KEY (year, position)
      );
      CREATE TABLE report_needs (
        id text PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT report_needs_person REFERENCES persons ON DELETE CASCADE,
        unit_id uuid NOT NULL CONSTRAINT report_needs_unit REFERENCES units ON DELETE CASCADE,
        unit_code text NOT NULL,
        sort_name text COLLATE "vi-x-icu" NOT NULL,
        kind text NOT NULL,
        course_id uuid,
        due date NOT NULL,
        need jsonb NOT NULL
      );
      CREATE INDEX report_needs_of_person ON report_needs (person_id);
      CREATE INDEX report_needs_of_unit ON report_needs (unit_id, kind);
      CREATE INDEX report_needs_by_due ON report_needs (due, id);
      CREATE INDEX report_needs_by_kind_and_due ON report_needs (kind, due, id);
      CREATE INDEX report_needs_by_name ON report_needs (sort_name, id);
      CREATE INDEX report_needs_by_unit_code ON report_needs (unit_code, sort_name, id);
      -- People who lack something of a kind, by how many months ahead one has to look to see it.
      CREATE TABLE report_need_sums (
        unit_id uuid NOT NULL CONSTRAINT report_need_sums_unit REFERENCES units ON DELETE CASCADE,
        kind text NOT NULL,
        within integer NOT NULL,
        people bigint NOT NULL,
        PRIMARY KEY (unit_id, kind, within)
      );
      -- How far the counting has come; of a count of everything that goes on, whose needs were counted last.
      CREATE TABLE report_counts (
        is_one boolean PRIMARY KEY DEFAULT true CONSTRAINT report_counts_one CHECK (is_one),
        people integer NOT NULL DEFAULT 0,
        counted_at timestamptz,
        whole_from timestamptz,
        whole_after uuid,
        whole_done_at timestamptz
      );
      INSERT INTO report_counts DEFAULT VALUES;
      CREATE INDEX persons_key_cadres ON persons (unit_id, theory_level, left_on) WHERE is_key_cadre(key_by_post, key_cadre);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX persons_key_cadres;
      DROP TABLE report_counts, report_need_sums, report_needs, report_studies, report_sums;
    `);
  }
}
