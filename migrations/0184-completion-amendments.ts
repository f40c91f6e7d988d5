import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a decision may say otherwise than the facts a class was closed with, and by which columns one such fact is known. */
const facts = {
  amended_attendance: 'half_day_id',
  amended_marks: 'module_id, attempt',
  amended_essays: '',
} as const;

export class CompletionAmendments1764547200184 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A decision that changes a result after its class was closed: what stood, and what it came to.
      CREATE TABLE completion_amendments (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        completion_id uuid NOT NULL CONSTRAINT completion_amendments_completion REFERENCES completions,
        enrollment_id uuid NOT NULL CONSTRAINT completion_amendments_enrollment REFERENCES enrollments,
        position integer NOT NULL CONSTRAINT completion_amendments_position CHECK (position > 0),
        decision text NOT NULL,
        decided_on date NOT NULL,
        authority text NOT NULL,
        reason text NOT NULL,
        -- That the person completes whatever the rules say, or no longer; null where the decision does not speak of it.
        completes boolean,
        was jsonb NOT NULL,
        became jsonb NOT NULL,
        amended_at timestamptz NOT NULL,
        amended_by uuid,
        CONSTRAINT completion_amendments_in_order UNIQUE (enrollment_id, position)
      );
      CREATE INDEX completion_amendments_of_completion ON completion_amendments (completion_id);
      CREATE INDEX completion_amendments_newest ON completion_amendments (amended_at);

      -- Beside the facts a class was closed with, never over them. What a decision brings is judged before the decision
      -- can say what it came to, so the facts come first.
      CREATE TABLE amended_attendance (
        enrollment_id uuid NOT NULL,
        position integer NOT NULL,
        half_day_id uuid NOT NULL CONSTRAINT amended_attendance_half_day REFERENCES half_days,
        mark text NOT NULL CONSTRAINT amended_attendance_mark CHECK (mark IN ('present', 'excused', 'unexcused')),
        PRIMARY KEY (enrollment_id, half_day_id, position)
      );
      CREATE TABLE amended_marks (
        enrollment_id uuid NOT NULL,
        position integer NOT NULL,
        module_id uuid NOT NULL CONSTRAINT amended_marks_module REFERENCES modules,
        attempt smallint NOT NULL CONSTRAINT amended_marks_attempt CHECK (attempt IN (1, 2)),
        mark numeric(4, 2) NOT NULL CONSTRAINT amended_marks_mark CHECK (mark BETWEEN 0 AND 10),
        PRIMARY KEY (enrollment_id, module_id, attempt, position)
      );
      CREATE TABLE amended_essays (
        enrollment_id uuid NOT NULL,
        position integer NOT NULL,
        handed_in_on date NOT NULL,
        mark numeric(4, 2) CONSTRAINT amended_essays_mark CHECK (mark BETWEEN 0 AND 10),
        decision text CONSTRAINT amended_essays_decision CHECK (decision = 'accepted'),
        PRIMARY KEY (enrollment_id, position)
      );
      CREATE TRIGGER completion_amendments_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON completion_amendments EXECUTE FUNCTION refuse_change();
    `);
    for (const [table, key] of Object.entries(facts)) {
      const known = ['enrollment_id', key].filter(Boolean).join(', ');
      await runner.query(`
        ALTER TABLE ${table} ADD CONSTRAINT ${table}_amendment FOREIGN KEY (enrollment_id, position)
          REFERENCES completion_amendments (enrollment_id, position) DEFERRABLE INITIALLY DEFERRED;
        CREATE TRIGGER ${table}_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} EXECUTE FUNCTION refuse_change();
        CREATE VIEW ${table}_in_force AS SELECT DISTINCT ON (${known}) * FROM ${table} ORDER BY ${known}, position DESC;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(facts)) {
      await runner.query(`
        DROP VIEW ${table}_in_force;
        DROP TABLE ${table};
      `);
    }
    await runner.query(`DROP TABLE completion_amendments`);
  }
}
