import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What takes somebody's or something's time in an examination follows these tables, whoever changes them. */
const parts = ['exam_rooms', 'exam_invigilators', 'exam_candidates'] as const;
const fresh = { INSERT: 'NEW TABLE AS fresh', UPDATE: 'NEW TABLE AS fresh', DELETE: 'OLD TABLE AS fresh' } as const;

const layTriggers = parts
  .flatMap((table) =>
    Object.entries(fresh).map(
      ([verb, rows]) =>
        `CREATE TRIGGER ${table}_take_time_on_${verb.toLowerCase()} AFTER ${verb} ON ${table} REFERENCING ${rows}
           FOR EACH STATEMENT EXECUTE FUNCTION lay_hours_of_exams('exam_id');`,
    ),
  )
  .join('\n');

/** Whoever is not there any more when it is a half-day that takes the time, by the name the refusal is known by. */
const refuse = (what: string) =>
  `RAISE EXCEPTION 'An examination takes this time.' USING ERRCODE = 'exclusion_violation', CONSTRAINT = 'exam_hours_${what}_free'`;

export class Exams1764547200228 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE exams (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT exams_class REFERENCES classes,
        -- Null where a class has no modules: its one examination at the end.
        module_id uuid CONSTRAINT exams_module REFERENCES modules,
        attempt smallint NOT NULL CONSTRAINT exams_attempt CHECK (attempt IN (1, 2)),
        during tstzrange NOT NULL CONSTRAINT exams_during CHECK (lower(during) < upper(during)),
        -- The half-day it is sat in; it does not stand in the way of that one.
        half_day_id uuid CONSTRAINT exams_half_day REFERENCES half_days,
        note text,
        cancelled_at timestamptz,
        cancelled_reason text,
        -- The minutes: what is known once it was held.
        begun_at timestamptz,
        ended_at timestamptz,
        papers integer CONSTRAINT exams_papers CHECK (papers >= 0),
        sheets integer CONSTRAINT exams_sheets CHECK (sheets >= 0),
        incidents text,
        minutes_at timestamptz,
        minutes_by uuid CONSTRAINT exams_minutes_by REFERENCES accounts,
        sequence integer NOT NULL DEFAULT 0,
        changed_at timestamptz NOT NULL,
        CONSTRAINT exams_cancelled_with_reason CHECK (cancelled_at IS NOT NULL OR cancelled_reason IS NULL),
        CONSTRAINT exams_minutes_are_whole CHECK (num_nonnulls(minutes_at, begun_at, ended_at, papers, sheets) IN (0, 5)),
        CONSTRAINT exams_end_after_they_begin CHECK (begun_at < ended_at)
      );
      CREATE INDEX exams_by_class ON exams (class_id);
      CREATE INDEX exams_by_half_day ON exams (half_day_id) WHERE half_day_id IS NOT NULL;
      CREATE INDEX exams_by_time ON exams USING gist (during);
      CREATE TABLE exam_rooms (
        exam_id uuid NOT NULL CONSTRAINT exam_rooms_exam REFERENCES exams,
        room_id uuid NOT NULL CONSTRAINT exam_rooms_room REFERENCES rooms,
        -- In which order the list fills them.
        position smallint NOT NULL,
        -- How many sit in it; as many as it seats where nobody said.
        places integer CONSTRAINT exam_rooms_places CHECK (places > 0),
        -- By whose decision somebody else has it too (I4).
        shared_reason text,
        CONSTRAINT exam_rooms_once PRIMARY KEY (exam_id, room_id)
      );
      CREATE TABLE exam_invigilators (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        exam_id uuid NOT NULL CONSTRAINT exam_invigilators_exam REFERENCES exams,
        position smallint NOT NULL,
        lecturer_id uuid CONSTRAINT exam_invigilators_lecturer REFERENCES lecturers,
        person_id uuid CONSTRAINT exam_invigilators_person REFERENCES persons,
        room_id uuid,
        phone text,
        CONSTRAINT exam_invigilators_is_one CHECK (num_nonnulls(lecturer_id, person_id) = 1),
        CONSTRAINT exam_invigilators_lecturer_once UNIQUE (exam_id, lecturer_id),
        CONSTRAINT exam_invigilators_person_once UNIQUE (exam_id, person_id),
        CONSTRAINT exam_invigilators_in_a_room FOREIGN KEY (exam_id, room_id) REFERENCES exam_rooms ON DELETE SET NULL (room_id)
      );
      CREATE INDEX exam_invigilators_by_person ON exam_invigilators (person_id) WHERE person_id IS NOT NULL;
      CREATE TABLE exam_candidates (
        exam_id uuid NOT NULL CONSTRAINT exam_candidates_exam REFERENCES exams,
        enrollment_id uuid NOT NULL CONSTRAINT exam_candidates_enrollment REFERENCES enrollments,
        number integer NOT NULL CONSTRAINT exam_candidates_number CHECK (number > 0),
        room_id uuid,
        listed_at timestamptz NOT NULL,
        outcome text CONSTRAINT exam_candidates_outcome CHECK (outcome IN ('sat', 'excused', 'unexcused')),
        violation text,
        recorded_at timestamptz,
        recorded_by uuid CONSTRAINT exam_candidates_recorded_by REFERENCES accounts,
        CONSTRAINT exam_candidates_once PRIMARY KEY (exam_id, enrollment_id),
        CONSTRAINT exam_candidates_one_number UNIQUE (exam_id, number) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT exam_candidates_in_a_room FOREIGN KEY (exam_id, room_id) REFERENCES exam_rooms ON DELETE SET NULL (room_id)
      );
      CREATE INDEX exam_candidates_by_enrollment ON exam_candidates (enrollment_id);
      -- What people who know of an examination have to be told.
      CREATE TABLE exam_changes (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sequence bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
        exam_id uuid NOT NULL CONSTRAINT exam_changes_exam REFERENCES exams,
        kind text NOT NULL CONSTRAINT exam_changes_kind CHECK (kind IN ('moved', 'cancelled')),
        was_during tstzrange NOT NULL,
        -- None where its half-day was moved, of which people are told by itself.
        reason text,
        -- From when telling it would be after the fact.
        over_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL
      );
      CREATE INDEX exam_changes_by_time ON exam_changes (changed_at);

      ALTER TABLE module_marks ADD COLUMN exam_id uuid CONSTRAINT module_marks_exam REFERENCES exams;
      CREATE INDEX module_marks_by_exam ON module_marks (exam_id) WHERE exam_id IS NOT NULL;

      -- Whose time examinations take. Kept by triggers alone, because an exclusion constraint cannot look at several tables.
      CREATE TABLE exam_hours (
        exam_id uuid NOT NULL CONSTRAINT exam_hours_exam REFERENCES exams ON DELETE CASCADE,
        what text NOT NULL CONSTRAINT exam_hours_what CHECK (what IN ('room', 'lecturer', 'person')),
        subject_id uuid NOT NULL,
        during tstzrange NOT NULL,
        half_day_id uuid,
        CONSTRAINT exam_hours_by_exam PRIMARY KEY (exam_id, subject_id),
        CONSTRAINT exam_hours_room_once EXCLUDE USING gist (subject_id WITH =, during WITH &&) WHERE (what = 'room'),
        CONSTRAINT exam_hours_lecturer_once EXCLUDE USING gist (subject_id WITH =, during WITH &&) WHERE (what = 'lecturer'),
        CONSTRAINT exam_hours_person_once EXCLUDE USING gist (subject_id WITH =, during WITH &&) WHERE (what = 'person')
      );

      -- Half-days take the same rooms, lecturers and people. Both sides look at the other after locking what is taken, the
      -- examination so that nobody else may (rooms, lecturers, people, each by id), a half-day beside its like.
      CREATE FUNCTION lay_hours_of_exam(exam uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM exam_hours WHERE exam_id = exam;
        INSERT INTO exam_hours (exam_id, what, subject_id, during, half_day_id)
        SELECT DISTINCT e.id, taken.what, taken.subject_id, e.during, e.half_day_id
        FROM exams e CROSS JOIN LATERAL (
          SELECT 'room', r.room_id FROM exam_rooms r WHERE r.exam_id = e.id AND r.shared_reason IS NULL
          UNION ALL SELECT 'lecturer', i.lecturer_id FROM exam_invigilators i WHERE i.exam_id = e.id AND i.lecturer_id IS NOT NULL
          UNION ALL SELECT 'person', i.person_id FROM exam_invigilators i WHERE i.exam_id = e.id AND i.person_id IS NOT NULL
          UNION ALL SELECT 'person', n.person_id FROM exam_candidates c JOIN enrollments n ON n.id = c.enrollment_id WHERE c.exam_id = e.id
        ) taken (what, subject_id)
        WHERE e.id = exam AND e.cancelled_at IS NULL;
        PERFORM FROM rooms WHERE id IN (SELECT subject_id FROM exam_hours WHERE exam_id = exam AND what = 'room') ORDER BY id FOR UPDATE;
        PERFORM FROM lecturers WHERE id IN (SELECT subject_id FROM exam_hours WHERE exam_id = exam AND what = 'lecturer') ORDER BY id FOR UPDATE;
        PERFORM FROM persons WHERE id IN (SELECT subject_id FROM exam_hours WHERE exam_id = exam AND what = 'person') ORDER BY id FOR UPDATE;
        IF EXISTS (SELECT FROM exam_hours x JOIN half_days h ON h.held_room_id = x.subject_id AND h.during && x.during
            AND h.cancelled_at IS NULL AND h.room_shared_reason IS NULL AND h.id IS DISTINCT FROM x.half_day_id
          WHERE x.exam_id = exam AND x.what = 'room') THEN ${refuse('room')}; END IF;
        IF EXISTS (SELECT FROM exam_hours x JOIN half_days h ON h.lecturer_id = x.subject_id AND h.during && x.during
            AND h.cancelled_at IS NULL AND h.id IS DISTINCT FROM x.half_day_id
          WHERE x.exam_id = exam AND x.what = 'lecturer') THEN ${refuse('lecturer')}; END IF;
        IF EXISTS (SELECT FROM exam_hours x JOIN attendance_lines l ON l.person_id = x.subject_id AND l.during && x.during
            AND l.live AND l.overlap_reason IS NULL AND l.half_day_id IS DISTINCT FROM x.half_day_id
          WHERE x.exam_id = exam AND x.what = 'person') THEN ${refuse('person')}; END IF;
      END $$;
      CREATE FUNCTION lay_hours_of_exams() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM lay_hours_of_exam(id) FROM (SELECT DISTINCT (to_jsonb(fresh) ->> TG_ARGV[0])::uuid AS id FROM fresh) changed ORDER BY id;
        RETURN NULL;
      END $$;
      ${layTriggers}
      CREATE TRIGGER exams_take_time_on_update AFTER UPDATE ON exams REFERENCING NEW TABLE AS fresh
        FOR EACH STATEMENT EXECUTE FUNCTION lay_hours_of_exams('id');

      -- What a calendar has to be told again.
      CREATE FUNCTION count_exam_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.during, NEW.cancelled_at, NEW.module_id, NEW.note) IS DISTINCT FROM (OLD.during, OLD.cancelled_at, OLD.module_id, OLD.note)
          THEN NEW.sequence := OLD.sequence + 1; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER exams_count_their_changes BEFORE UPDATE ON exams FOR EACH ROW EXECUTE FUNCTION count_exam_change();

      CREATE FUNCTION keep_half_day_from_exams() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- An examination inside a half-day goes with it, in the same place of it where that fits; cancelled, with its reason.
        IF TG_OP = 'UPDATE' AND (NEW.during, NEW.cancelled_at) IS DISTINCT FROM (OLD.during, OLD.cancelled_at) THEN
          INSERT INTO exam_changes (exam_id, kind, was_during, reason, over_at, changed_at)
          SELECT e.id, CASE WHEN NEW.cancelled_at IS NULL THEN 'moved' ELSE 'cancelled' END, e.during,
                 NEW.cancelled_reason, greatest(lower(e.during), lower(NEW.during)), NEW.changed_at
          FROM exams e WHERE e.half_day_id = NEW.id AND e.cancelled_at IS NULL AND e.minutes_at IS NULL
            AND (NEW.cancelled_at IS NOT NULL OR NOT NEW.during @> e.during OR lower(NEW.during) <> lower(OLD.during));
          UPDATE exams e SET changed_at = NEW.changed_at, cancelled_at = NEW.cancelled_at, cancelled_reason = NEW.cancelled_reason,
            during = CASE WHEN NEW.during @> shifted.during THEN shifted.during ELSE NEW.during END
          FROM (SELECT id, tstzrange(lower(during) + (lower(NEW.during) - lower(OLD.during)), upper(during) + (lower(NEW.during) - lower(OLD.during))) AS during
            FROM exams) shifted
          WHERE shifted.id = e.id AND e.half_day_id = NEW.id AND e.cancelled_at IS NULL AND e.minutes_at IS NULL;
        END IF;
        IF NEW.cancelled_at IS NOT NULL THEN RETURN NULL; END IF;
        PERFORM FROM rooms WHERE id = NEW.held_room_id FOR KEY SHARE;
        IF NEW.room_shared_reason IS NULL AND EXISTS (SELECT FROM exam_hours x WHERE x.what = 'room' AND x.subject_id = NEW.held_room_id
          AND x.during && NEW.during AND x.half_day_id IS DISTINCT FROM NEW.id) THEN ${refuse('room')}; END IF;
        PERFORM FROM lecturers WHERE id = NEW.lecturer_id FOR KEY SHARE;
        IF EXISTS (SELECT FROM exam_hours x WHERE x.what = 'lecturer' AND x.subject_id = NEW.lecturer_id
          AND x.during && NEW.during AND x.half_day_id IS DISTINCT FROM NEW.id) THEN ${refuse('lecturer')}; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER half_days_keep_from_exams_as_added AFTER INSERT ON half_days FOR EACH ROW EXECUTE FUNCTION keep_half_day_from_exams();
      CREATE TRIGGER half_days_keep_from_exams_as_changed AFTER UPDATE ON half_days FOR EACH ROW
        WHEN ((NEW.during, NEW.held_room_id, NEW.lecturer_id, NEW.cancelled_at, NEW.room_shared_reason)
          IS DISTINCT FROM (OLD.during, OLD.held_room_id, OLD.lecturer_id, OLD.cancelled_at, OLD.room_shared_reason))
        EXECUTE FUNCTION keep_half_day_from_exams();

      CREATE FUNCTION keep_people_from_exams() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM persons WHERE id IN (SELECT person_id FROM fresh WHERE live) ORDER BY id FOR KEY SHARE;
        IF EXISTS (SELECT FROM fresh l JOIN exam_hours x ON x.what = 'person' AND x.subject_id = l.person_id AND x.during && l.during
            AND x.half_day_id IS DISTINCT FROM l.half_day_id
          WHERE l.live AND l.overlap_reason IS NULL) THEN ${refuse('person')}; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER attendance_lines_keep_from_exams_as_added AFTER INSERT ON attendance_lines REFERENCING NEW TABLE AS fresh
        FOR EACH STATEMENT EXECUTE FUNCTION keep_people_from_exams();
      CREATE FUNCTION keep_moved_people_from_exams() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- A mark takes nobody's time.
        IF NOT EXISTS (SELECT FROM fresh l JOIN former o ON o.id = l.id WHERE l.live
          AND (l.during, l.person_id, l.live, l.overlap_reason) IS DISTINCT FROM (o.during, o.person_id, o.live, o.overlap_reason))
          THEN RETURN NULL; END IF;
        PERFORM FROM persons WHERE id IN (SELECT person_id FROM fresh WHERE live) ORDER BY id FOR KEY SHARE;
        IF EXISTS (SELECT FROM fresh l JOIN exam_hours x ON x.what = 'person' AND x.subject_id = l.person_id AND x.during && l.during
            AND x.half_day_id IS DISTINCT FROM l.half_day_id
          WHERE l.live AND l.overlap_reason IS NULL) THEN ${refuse('person')}; END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER attendance_lines_keep_from_exams_as_moved AFTER UPDATE ON attendance_lines REFERENCING NEW TABLE AS fresh OLD TABLE AS former
        FOR EACH STATEMENT EXECUTE FUNCTION keep_moved_people_from_exams();

      -- Of a class that is cancelled nothing is examined; an examination is arranged anew when it is on again.
      CREATE FUNCTION cancel_exams_of_class() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE exams SET cancelled_at = NEW.cancelled_at, cancelled_reason = NEW.cancelled_reason, changed_at = NEW.cancelled_at
        WHERE class_id = NEW.id AND cancelled_at IS NULL AND minutes_at IS NULL AND lower(during) > NEW.cancelled_at;
        RETURN NULL;
      END $$;
      CREATE TRIGGER classes_cancel_their_exams AFTER UPDATE OF state ON classes FOR EACH ROW
        WHEN (NEW.state = 'cancelled' AND OLD.state <> 'cancelled') EXECUTE FUNCTION cancel_exams_of_class();

      -- Whoever leaves the class sits none of its examinations to come; who is one person by now takes one person's time.
      CREATE FUNCTION follow_enrollment_to_exams() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.ended_at IS NOT NULL THEN
          DELETE FROM exam_candidates c USING exams e
          WHERE c.enrollment_id = NEW.id AND e.id = c.exam_id AND c.outcome IS NULL AND upper(e.during) > NEW.ended_at;
        END IF;
        IF NEW.person_id <> OLD.person_id THEN
          PERFORM lay_hours_of_exam(e.id) FROM exams e JOIN exam_candidates c ON c.exam_id = e.id
          WHERE c.enrollment_id = NEW.id AND e.minutes_at IS NULL;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER enrollments_lead_to_exams AFTER UPDATE OF ended_at, person_id ON enrollments FOR EACH ROW
        WHEN ((NEW.ended_at, NEW.person_id) IS DISTINCT FROM (OLD.ended_at, OLD.person_id))
        EXECUTE FUNCTION follow_enrollment_to_exams();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER enrollments_lead_to_exams ON enrollments;
      DROP TRIGGER classes_cancel_their_exams ON classes;
      DROP TRIGGER attendance_lines_keep_from_exams_as_moved ON attendance_lines;
      DROP TRIGGER attendance_lines_keep_from_exams_as_added ON attendance_lines;
      DROP TRIGGER half_days_keep_from_exams_as_changed ON half_days;
      DROP TRIGGER half_days_keep_from_exams_as_added ON half_days;
      DROP FUNCTION follow_enrollment_to_exams, cancel_exams_of_class, keep_moved_people_from_exams, keep_people_from_exams, keep_half_day_from_exams;
      ALTER TABLE module_marks DROP COLUMN exam_id;
      DROP TABLE exam_hours, exam_changes, exam_candidates, exam_invigilators, exam_rooms, exams;
      DROP FUNCTION lay_hours_of_exams, lay_hours_of_exam, count_exam_change;
    `);
  }
}
