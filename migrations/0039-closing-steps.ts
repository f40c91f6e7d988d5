import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClosingSteps1764547200039 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The parts of long work in their order, and how far each is; total is known once it begins.
      CREATE TABLE long_job_steps (
        job_id uuid NOT NULL CONSTRAINT long_job_steps_job REFERENCES long_jobs,
        position smallint NOT NULL,
        name text NOT NULL,
        done integer NOT NULL DEFAULT 0,
        total integer,
        started_at timestamptz,
        finished_at timestamptz,
        -- Why it could not go on the last time it was tried, in both languages.
        error jsonb,
        PRIMARY KEY (job_id, position),
        CONSTRAINT long_job_steps_one_name UNIQUE (job_id, name),
        CONSTRAINT long_job_steps_finished_after_start CHECK (finished_at IS NULL OR started_at IS NOT NULL)
      );
      INSERT INTO long_job_steps (job_id, position, name)
        SELECT j.id, s.position, s.name
        FROM long_jobs j, unnest(ARRAY['judge', 'number', 'record', 'raise', 'close', 'notify']) WITH ORDINALITY AS s (name, position)
        WHERE j.kind = 'completions.close_class' AND j.state IN ('queued', 'running');

      -- From here on nothing changes that results are made of, until the class is closed.
      ALTER TABLE classes ADD COLUMN closing_since timestamptz;
      UPDATE classes k SET closing_since = j.requested_at FROM long_jobs j
        WHERE j.kind = 'completions.close_class' AND j.subject_id = k.id AND j.state IN ('queued', 'running');

      -- The closing that judged it; none while a decision waits for the class to be closed.
      ALTER TABLE completions
        ADD COLUMN closing_id uuid CONSTRAINT completions_closing REFERENCES long_jobs,
        ADD COLUMN override_decided_on date,
        ADD COLUMN told_at timestamptz,
        ADD CONSTRAINT completions_decided_on_of_override CHECK (override_decided_on IS NULL OR override_by IS NOT NULL);
      UPDATE completions c SET closing_id = (
          SELECT j.id FROM long_jobs j WHERE j.kind = 'completions.close_class' AND j.subject_id = c.class_id ORDER BY j.requested_at DESC LIMIT 1)
        WHERE c.override_by IS NULL OR EXISTS (SELECT FROM training_records r WHERE r.completion_id = c.id);
      UPDATE completions c SET told_at = c.judged_at FROM classes k WHERE k.id = c.class_id AND k.state = 'closed';
      CREATE INDEX certificates_by_completion ON certificates (completion_id);

      -- For every table results are made of: the row names its class, or its enrollment. The lock makes a writer wait
      -- for a closing that is being asked for, and the other way round.
      CREATE FUNCTION keep_for_closing() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        changed record;
        of_class uuid;
        is_closing boolean;
      BEGIN
        IF TG_OP = 'DELETE' THEN changed := OLD; ELSE changed := NEW; END IF;
        IF TG_ARGV[0] = 'class' THEN
          of_class := changed.class_id;
        ELSE
          SELECT class_id INTO of_class FROM enrollments WHERE id = changed.enrollment_id;
        END IF;
        SELECT closing_since IS NOT NULL AND state = 'confirmed' INTO is_closing FROM classes WHERE id = of_class FOR KEY SHARE;
        IF is_closing THEN
          RAISE EXCEPTION 'class % is being closed', of_class USING ERRCODE = 'check_violation', CONSTRAINT = 'classes_closing_keeps_facts';
        END IF;
        RETURN changed;
      END $$;
      CREATE TRIGGER enrollments_kept_for_closing BEFORE INSERT OR DELETE OR UPDATE OF ended_at ON enrollments
        FOR EACH ROW EXECUTE FUNCTION keep_for_closing('class');
      CREATE TRIGGER half_days_kept_for_closing BEFORE INSERT OR DELETE OR UPDATE OF cancelled_at, during ON half_days
        FOR EACH ROW EXECUTE FUNCTION keep_for_closing('class');
      CREATE TRIGGER modules_kept_for_closing BEFORE INSERT OR DELETE OR UPDATE ON modules
        FOR EACH ROW EXECUTE FUNCTION keep_for_closing('class');
      CREATE TRIGGER attendance_lines_kept_for_closing BEFORE DELETE OR UPDATE OF mark ON attendance_lines
        FOR EACH ROW EXECUTE FUNCTION keep_for_closing('enrollment');
      CREATE TRIGGER essays_kept_for_closing BEFORE INSERT OR DELETE OR UPDATE ON essays
        FOR EACH ROW EXECUTE FUNCTION keep_for_closing('enrollment');
      CREATE TRIGGER module_marks_kept_for_closing BEFORE INSERT OR DELETE OR UPDATE ON module_marks
        FOR EACH ROW EXECUTE FUNCTION keep_for_closing('enrollment');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER module_marks_kept_for_closing ON module_marks;
      DROP TRIGGER essays_kept_for_closing ON essays;
      DROP TRIGGER attendance_lines_kept_for_closing ON attendance_lines;
      DROP TRIGGER modules_kept_for_closing ON modules;
      DROP TRIGGER half_days_kept_for_closing ON half_days;
      DROP TRIGGER enrollments_kept_for_closing ON enrollments;
      DROP FUNCTION keep_for_closing();
      DROP INDEX certificates_by_completion;
      ALTER TABLE completions
        DROP CONSTRAINT completions_decided_on_of_override,
        DROP COLUMN told_at,
        DROP COLUMN override_decided_on,
        DROP COLUMN closing_id;
      ALTER TABLE classes DROP COLUMN closing_since;
      DROP TABLE long_job_steps;
    `);
  }
}
