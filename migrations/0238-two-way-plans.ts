import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TwoWayPlans1764547200238 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- From when, and until which day, units and Group are asked what they need in a year.
      CREATE TABLE training_plan_seasons (
        year integer PRIMARY KEY CONSTRAINT training_plan_seasons_year CHECK (year BETWEEN 2000 AND 2100),
        last_day date NOT NULL,
        opened_at timestamptz NOT NULL,
        opened_by uuid
      );
      -- "No need this year" is an answer.
      CREATE TABLE training_plan_no_needs (
        year integer NOT NULL CONSTRAINT training_plan_no_needs_season REFERENCES training_plan_seasons,
        unit_id uuid NOT NULL CONSTRAINT training_plan_no_needs_unit REFERENCES units,
        note text,
        said_at timestamptz NOT NULL,
        said_by uuid,
        PRIMARY KEY (year, unit_id)
      );
      -- How many people a unit means to send.
      CREATE TABLE training_plan_needs (
        line_id uuid NOT NULL CONSTRAINT training_plan_needs_line REFERENCES training_plan_lines ON DELETE CASCADE,
        unit_id uuid NOT NULL CONSTRAINT training_plan_needs_unit REFERENCES units,
        people integer NOT NULL CONSTRAINT training_plan_needs_people CHECK (people >= 0),
        said_at timestamptz NOT NULL,
        said_by uuid,
        PRIMARY KEY (line_id, unit_id)
      );
      -- Whom a line is for; for all where none is named.
      CREATE TABLE training_plan_addressees (
        line_id uuid NOT NULL CONSTRAINT training_plan_addressees_line REFERENCES training_plan_lines ON DELETE CASCADE,
        unit_id uuid NOT NULL CONSTRAINT training_plan_addressees_unit REFERENCES units,
        PRIMARY KEY (line_id, unit_id)
      );
      CREATE TABLE training_plan_proposals (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        year integer NOT NULL CONSTRAINT training_plan_proposals_season REFERENCES training_plan_seasons,
        unit_id uuid NOT NULL CONSTRAINT training_plan_proposals_unit REFERENCES units,
        course_id uuid NOT NULL CONSTRAINT training_plan_proposals_course REFERENCES courses,
        quarter integer NOT NULL CONSTRAINT training_plan_proposals_quarter CHECK (quarter BETWEEN 1 AND 4),
        people integer NOT NULL CONSTRAINT training_plan_proposals_people CHECK (people > 0),
        note text,
        proposed_at timestamptz NOT NULL,
        state text NOT NULL CONSTRAINT training_plan_proposals_state
          CHECK (state IN ('proposed', 'taken_in', 'merged', 'declined', 'withdrawn')),
        line_id uuid CONSTRAINT training_plan_proposals_line REFERENCES training_plan_lines,
        answer text,
        answered_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT training_plan_proposals_in_line CHECK ((line_id IS NOT NULL) = (state IN ('taken_in', 'merged'))),
        CONSTRAINT training_plan_proposals_declined_why CHECK (state <> 'declined' OR answer IS NOT NULL),
        CONSTRAINT training_plan_proposals_answered CHECK ((answered_at IS NOT NULL) = (state IN ('taken_in', 'merged', 'declined')))
      );
      CREATE UNIQUE INDEX training_plan_proposals_once ON training_plan_proposals (year, unit_id, course_id, quarter) WHERE state = 'proposed';
      CREATE INDEX training_plan_proposals_of_line ON training_plan_proposals (line_id) WHERE line_id IS NOT NULL;
      -- A committee confirms a line as it stood; one account does not speak for two committees.
      CREATE TABLE training_plan_confirmations (
        line_id uuid NOT NULL CONSTRAINT training_plan_confirmations_line REFERENCES training_plan_lines ON DELETE CASCADE,
        version integer NOT NULL,
        body_id uuid NOT NULL CONSTRAINT training_plan_confirmations_body REFERENCES units,
        confirmed_at timestamptz NOT NULL,
        confirmed_by uuid NOT NULL,
        PRIMARY KEY (line_id, version, body_id),
        CONSTRAINT training_plan_confirmations_one_body UNIQUE (line_id, version, confirmed_by)
      );
      CREATE TABLE training_plan_comments (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        line_id uuid CONSTRAINT training_plan_comments_line REFERENCES training_plan_lines ON DELETE CASCADE,
        proposal_id uuid CONSTRAINT training_plan_comments_proposal REFERENCES training_plan_proposals,
        unit_id uuid NOT NULL CONSTRAINT training_plan_comments_unit REFERENCES units,
        text text NOT NULL,
        written_at timestamptz NOT NULL,
        written_by uuid,
        CONSTRAINT training_plan_comments_of_one CHECK (num_nonnulls(line_id, proposal_id) = 1)
      );
      CREATE INDEX training_plan_comments_by_line ON training_plan_comments (line_id, id) WHERE line_id IS NOT NULL;
      CREATE INDEX training_plan_comments_by_proposal ON training_plan_comments (proposal_id, id) WHERE proposal_id IS NOT NULL;
      -- Units that were asked and have said nothing.
      CREATE VIEW training_plan_answers_due AS
        SELECT s.year, s.last_day, s.opened_at, u.id AS unit_id
        FROM training_plan_seasons s JOIN units u ON u.kind = 'base' AND u.merged_into_id IS NULL AND u.left_on IS NULL
        WHERE NOT EXISTS (SELECT FROM training_plan_no_needs a WHERE a.year = s.year AND a.unit_id = u.id)
          AND NOT EXISTS (SELECT FROM training_plan_proposals p WHERE p.year = s.year AND p.unit_id = u.id AND p.state <> 'withdrawn')
          AND NOT EXISTS (SELECT FROM training_plan_needs n JOIN training_plan_lines l ON l.id = n.line_id WHERE l.year = s.year AND n.unit_id = u.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW training_plan_answers_due;
      DROP TABLE training_plan_comments, training_plan_confirmations, training_plan_proposals, training_plan_addressees,
        training_plan_needs, training_plan_no_needs, training_plan_seasons;
    `);
  }
}
