import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PersonMergers1764547200148 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Two records found to be of one person, and all that is needed to undo it. Who did it stands by name too, as in the journal.
      CREATE TABLE person_mergers (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        stays_id uuid NOT NULL CONSTRAINT person_mergers_stays REFERENCES persons,
        goes_id uuid NOT NULL CONSTRAINT person_mergers_goes REFERENCES persons,
        reason text NOT NULL,
        merged_at timestamptz NOT NULL,
        merged_by uuid,
        merged_by_name text NOT NULL,
        facts jsonb NOT NULL,
        moved jsonb NOT NULL,
        undone_at timestamptz,
        undone_by uuid,
        undone_by_name text,
        undone_reason text,
        CONSTRAINT person_mergers_of_two CHECK (stays_id <> goes_id),
        CONSTRAINT person_mergers_undone_with_reason CHECK (num_nonnulls(undone_at, undone_by_name, undone_reason) IN (0, 3))
      );
      CREATE UNIQUE INDEX person_mergers_once ON person_mergers (goes_id) WHERE undone_at IS NULL;
      CREATE INDEX person_mergers_by_stays ON person_mergers (stays_id);
      CREATE INDEX person_mergers_by_time ON person_mergers (merged_at, id);

      -- Two people who are alike and not the same; the lesser id first.
      CREATE TABLE person_distinctions (
        one_id uuid NOT NULL CONSTRAINT person_distinctions_one REFERENCES persons ON DELETE CASCADE,
        other_id uuid NOT NULL CONSTRAINT person_distinctions_other REFERENCES persons ON DELETE CASCADE,
        said_at timestamptz NOT NULL,
        said_by uuid,
        said_by_name text NOT NULL,
        PRIMARY KEY (one_id, other_id),
        CONSTRAINT person_distinctions_in_order CHECK (one_id < other_id)
      );
      CREATE INDEX person_distinctions_by_other ON person_distinctions (other_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE person_distinctions;
      DROP TABLE person_mergers;
    `);
  }
}
