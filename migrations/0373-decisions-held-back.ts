import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DecisionsHeldBack1764547200373 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Decisions nobody is told of yet, and how each nomination stood before: until then a decision can be taken back.
      CREATE TABLE decisions_held (
        nomination_id uuid PRIMARY KEY CONSTRAINT decisions_held_nomination REFERENCES nominations,
        -- What was decided in one go.
        review_id uuid NOT NULL,
        decided_at timestamptz NOT NULL,
        told_from timestamptz NOT NULL,
        state text NOT NULL,
        rank integer,
        reason text,
        correct_by date,
        decided_at_before timestamptz,
        decided_by_before uuid,
        -- The seat a rejection freed, whose it was, and which reserve moved up onto it from which rank.
        seat_number integer,
        seat_unit_id uuid CONSTRAINT decisions_held_seat_unit REFERENCES units,
        promoted_id uuid CONSTRAINT decisions_held_promoted REFERENCES nominations,
        promoted_rank integer
      );
      CREATE INDEX decisions_held_by_review ON decisions_held (review_id);
      CREATE INDEX decisions_held_by_promoted ON decisions_held (promoted_id) WHERE promoted_id IS NOT NULL;
      CREATE INDEX decisions_held_by_time ON decisions_held (told_from);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE decisions_held');
  }
}
