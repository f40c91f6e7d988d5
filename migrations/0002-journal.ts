import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Journal1764547200002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE journal_lines (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
        at timestamptz NOT NULL,
        account_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        unit_id uuid,
        class_id uuid,
        person_id uuid,
        reason text,
        facts jsonb NOT NULL DEFAULT '{}'
      );
      CREATE INDEX journal_lines_by_subject ON journal_lines (subject_id, id);
      CREATE INDEX journal_lines_by_class ON journal_lines (class_id, id) WHERE class_id IS NOT NULL;
      CREATE INDEX journal_lines_by_unit ON journal_lines (unit_id, id) WHERE unit_id IS NOT NULL;

      -- The hash chain is laid over committed lines afterwards, so that writers never queue for its head.
      CREATE TABLE journal_seals (
        position bigint PRIMARY KEY,
        line_id bigint NOT NULL CONSTRAINT journal_seals_one_per_line UNIQUE CONSTRAINT journal_seals_line REFERENCES journal_lines,
        hash bytea NOT NULL
      );

      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'lines of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER journal_lines_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_lines EXECUTE FUNCTION refuse_change();
      CREATE TRIGGER journal_seals_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON journal_seals EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE journal_seals;
      DROP TABLE journal_lines;
      DROP FUNCTION refuse_change();
    `);
  }
}
