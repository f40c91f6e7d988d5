import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassesSplitAndMerged1764547200224 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A class that went into another one is neither cancelled nor closed; one that was split off says of which.
      ALTER TABLE classes
        DROP CONSTRAINT classes_state,
        ADD CONSTRAINT classes_state CHECK (state IN ('draft', 'announced', 'confirmed', 'cancelled', 'merged', 'closed')),
        ADD COLUMN merged_into_id uuid CONSTRAINT classes_merged_into REFERENCES classes,
        ADD COLUMN merged_at timestamptz,
        ADD COLUMN merged_reason text,
        ADD COLUMN split_from_id uuid CONSTRAINT classes_split_from REFERENCES classes,
        ADD CONSTRAINT classes_merged_into_another CHECK (merged_into_id <> id),
        ADD CONSTRAINT classes_merged CHECK (num_nonnulls(merged_into_id, merged_at, merged_reason) = CASE WHEN state = 'merged' THEN 3 ELSE 0 END);
      CREATE INDEX classes_by_merged_into ON classes (merged_into_id) WHERE merged_into_id IS NOT NULL;
      CREATE INDEX classes_by_split_from ON classes (split_from_id) WHERE split_from_id IS NOT NULL;
      CREATE OR REPLACE FUNCTION class_has_ended(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        $$ SELECT state IN ('cancelled', 'merged', 'closed') $$;

      -- The nomination of another class this one goes on with: what became of that one before is no news of this one.
      ALTER TABLE nominations
        ADD COLUMN goes_on_with_id uuid CONSTRAINT nominations_go_on_with REFERENCES nominations CONSTRAINT nominations_gone_on_with_once UNIQUE,
        -- A draft goes along as well.
        DROP CONSTRAINT nominations_submitted_with_letter,
        ADD CONSTRAINT nominations_submitted_with_letter CHECK (state IN ('draft', 'withdrawn') OR letter_number IS NOT NULL
          OR (state = 'transferred' AND submitted_at IS NULL));
      UPDATE nominations n SET goes_on_with_id = o.nomination_id
        FROM enrollments e JOIN enrollments o ON o.id = e.continues_id JOIN nominations t ON t.id = o.nomination_id AND t.state = 'transferred'
        WHERE e.nomination_id = n.id;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE nominations SET state = 'withdrawn' WHERE state = 'transferred' AND submitted_at IS NULL;
      ALTER TABLE nominations
        DROP COLUMN goes_on_with_id,
        DROP CONSTRAINT nominations_submitted_with_letter,
        ADD CONSTRAINT nominations_submitted_with_letter CHECK (state IN ('draft', 'withdrawn') OR letter_number IS NOT NULL);
      CREATE OR REPLACE FUNCTION class_has_ended(state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS
        $$ SELECT state IN ('cancelled', 'closed') $$;
      ALTER TABLE classes DROP CONSTRAINT classes_merged;
      UPDATE classes SET state = 'cancelled', cancelled_at = merged_at, cancelled_reason = merged_reason WHERE state = 'merged';
      ALTER TABLE classes
        DROP COLUMN split_from_id,
        DROP COLUMN merged_reason,
        DROP COLUMN merged_at,
        DROP COLUMN merged_into_id,
        DROP CONSTRAINT classes_state,
        ADD CONSTRAINT classes_state CHECK (state IN ('draft', 'announced', 'confirmed', 'cancelled', 'closed'));
    `);
  }
}
