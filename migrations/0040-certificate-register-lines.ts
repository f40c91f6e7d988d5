import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CertificateRegisterLines1764547200040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is printed, in the words of the day of issue: a unit renamed later changes no certificate.
      ALTER TABLE certificates
        ADD version integer NOT NULL DEFAULT 1 CONSTRAINT certificates_version CHECK (version > 0),
        ADD birth_date date,
        ADD unit_name text,
        ADD course_name text,
        ADD class_name text,
        ADD started_on date,
        ADD ended_on date,
        ADD grade text,
        ADD letterhead jsonb,
        ADD corrected_on date,
        ADD state_on date,
        ADD state_decision text,
        ADD replaces_id uuid CONSTRAINT certificates_replaces REFERENCES certificates CONSTRAINT certificates_replaced_once UNIQUE,
        ADD CONSTRAINT certificates_dates CHECK (started_on <= ended_on);
      UPDATE certificates t SET birth_date = p.birth_date, unit_name = coalesce(r.unit_name, unit_name_on(e.unit_id, k.closes_on)),
          course_name = coalesce(r.course_name, o.name_vi), class_name = coalesce(r.class_name, k.name),
          started_on = coalesce(r.started_on, k.opens_on), ended_on = coalesce(r.ended_on, k.closes_on), grade = coalesce(r.grade, c.grade),
          state_on = CASE WHEN t.state <> 'issued' THEN t.issued_on END,
          letterhead = (SELECT jsonb_build_object('superior', 'THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH', 'body', upper(n.name_vi COLLATE "vi-x-icu"),
              'place', 'Thành phố Hồ Chí Minh', 'signerCapacity', 'TM. Ban Thường vụ', 'signerName', NULL)
            FROM units u JOIN unit_names n ON n.unit_id = u.id WHERE u.kind = 'bloc' ORDER BY (n.valid @> t.issued_on) DESC, lower(n.valid) LIMIT 1)
        FROM completions c JOIN enrollments e ON e.id = c.enrollment_id JOIN classes k ON k.id = c.class_id JOIN courses o ON o.id = k.course_id
          JOIN persons p ON p.id = c.person_id LEFT JOIN training_records r ON r.completion_id = c.id AND r.supersedes_id IS NULL
        WHERE c.id = t.completion_id;
      ALTER TABLE certificates
        ALTER birth_date SET NOT NULL, ALTER unit_name SET NOT NULL, ALTER course_name SET NOT NULL, ALTER class_name SET NOT NULL,
        ALTER started_on SET NOT NULL, ALTER ended_on SET NOT NULL, ALTER letterhead SET NOT NULL;
      CREATE INDEX certificates_by_issue ON certificates (issued_on, sequence, id);

      ALTER TABLE certificate_registers
        ADD last_position integer NOT NULL DEFAULT 0,
        ADD last_hash bytea NOT NULL DEFAULT '';

      CREATE TABLE certificate_register_lines (
        series text NOT NULL,
        year integer NOT NULL,
        position integer NOT NULL,
        certificate_id uuid NOT NULL CONSTRAINT certificate_register_lines_certificate REFERENCES certificates,
        event text NOT NULL CONSTRAINT certificate_register_lines_event CHECK (event IN ('issued', 'corrected', 'replaced', 'revoked')),
        at timestamptz NOT NULL,
        account_id uuid,
        actor_name text NOT NULL,
        reason text,
        decision text,
        facts jsonb NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (series, year, position),
        CONSTRAINT certificate_register_lines_register FOREIGN KEY (series, year) REFERENCES certificate_registers
      );
      CREATE INDEX certificate_register_lines_by_certificate ON certificate_register_lines (certificate_id);

      -- A certificate as the register writes it down. What later migrations add comes on top: older lines stay part of it.
      CREATE FUNCTION certificate_facts(t certificates) RETURNS jsonb LANGUAGE sql STABLE AS $$
        SELECT jsonb_build_object('number', t.number, 'sequence', t.sequence, 'completionId', t.completion_id, 'personId', t.person_id,
          'version', t.version, 'holderName', t.holder_name, 'birthDate', t.birth_date, 'unitName', t.unit_name, 'courseName', t.course_name,
          'className', t.class_name, 'startedOn', t.started_on, 'endedOn', t.ended_on, 'grade', t.grade, 'issuedOn', t.issued_on,
          'validUntil', t.valid_until, 'verificationCode', t.verification_code, 'letterhead', t.letterhead, 'correctedOn', t.corrected_on,
          'state', t.state, 'stateOn', t.state_on, 'replacesId', t.replaces_id) $$;
      -- Every column but the hash, in a fixed order.
      CREATE FUNCTION certificate_line_hash(l certificate_register_lines) RETURNS bytea LANGUAGE sql STABLE AS $$
        SELECT sha256(convert_to(encode(l.previous_hash, 'hex') || E'\\n' || jsonb_build_array(l.series, l.year, l.position, l.certificate_id, l.event,
          to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), l.account_id, l.actor_name, l.reason, l.decision, l.facts)::text, 'UTF8')) $$;

      -- Whoever writes a line holds the register until commit, as whoever numbers does: lines have one order and no gap.
      CREATE FUNCTION chain_certificate_line() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE register certificate_registers; BEGIN
        SELECT t.series, t.year, certificate_facts(t) INTO NEW.series, NEW.year, NEW.facts FROM certificates t WHERE t.id = NEW.certificate_id;
        UPDATE certificate_registers SET last_position = last_position + 1 WHERE series = NEW.series AND year = NEW.year RETURNING * INTO register;
        NEW.position := register.last_position;
        NEW.previous_hash := register.last_hash;
        NEW.hash := certificate_line_hash(NEW);
        UPDATE certificate_registers SET last_hash = NEW.hash WHERE series = NEW.series AND year = NEW.year;
        RETURN NEW;
      END $$;
      CREATE TRIGGER certificate_register_lines_are_chained BEFORE INSERT ON certificate_register_lines
        FOR EACH ROW EXECUTE FUNCTION chain_certificate_line();

      INSERT INTO certificate_register_lines (certificate_id, event, at, actor_name)
        SELECT t.id, 'issued', c.judged_at, 'completions' FROM certificates t JOIN completions c ON c.id = t.completion_id ORDER BY t.series, t.year, t.sequence;
      INSERT INTO certificate_register_lines (certificate_id, event, at, actor_name, reason)
        SELECT t.id, t.state, c.judged_at, 'completions', t.state_reason FROM certificates t JOIN completions c ON c.id = t.completion_id
        WHERE t.state <> 'issued' ORDER BY t.series, t.year, t.sequence;

      CREATE TRIGGER certificate_register_lines_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_register_lines
        EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE certificate_register_lines CASCADE;
      DROP FUNCTION chain_certificate_line();
      DROP FUNCTION certificate_facts(certificates);
      ALTER TABLE certificate_registers DROP last_position, DROP last_hash;
      DROP INDEX certificates_by_issue;
      ALTER TABLE certificates DROP version, DROP birth_date, DROP unit_name, DROP course_name, DROP class_name, DROP started_on, DROP ended_on,
        DROP grade, DROP letterhead, DROP corrected_on, DROP state_on, DROP state_decision, DROP replaces_id;
    `);
  }
}
