import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CorrectionRequests1764547200170 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Texts are what a form shows of a fact: '' stands for nothing. Who answered stands by name, as the journal has it.
    await runner.query(`
      CREATE TABLE correction_requests (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid NOT NULL CONSTRAINT correction_requests_person REFERENCES persons,
        fact text NOT NULL,
        stood text NOT NULL,
        asked text NOT NULL,
        note text,
        state text NOT NULL CONSTRAINT correction_requests_state CHECK (state IN ('open', 'corrected', 'declined')),
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        answered_by uuid,
        answered_by_name text,
        answer text,
        CONSTRAINT correction_requests_answered CHECK (
          (state <> 'open') = (answered_at IS NOT NULL) AND (answered_at IS NOT NULL) = (answer IS NOT NULL)
          AND (answered_at IS NOT NULL) = (answered_by_name IS NOT NULL)
        )
      );
      CREATE UNIQUE INDEX correction_requests_one_open ON correction_requests (person_id, fact) WHERE state = 'open';
      CREATE INDEX correction_requests_newest ON correction_requests (asked_at, id);
      CREATE INDEX correction_requests_of_person ON correction_requests (person_id);
      CREATE TRIGGER correction_requests_of_nobody_merged BEFORE INSERT OR UPDATE OF person_id ON correction_requests
        FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION refuse_who_was_merged();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE correction_requests');
  }
}
