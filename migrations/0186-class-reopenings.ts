import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClassReopenings1764547200186 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A class that was closed by mistake and goes on; the decision is there where somebody had a certificate in hand or was told.
      CREATE TABLE class_reopenings (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        class_id uuid NOT NULL CONSTRAINT class_reopenings_class REFERENCES classes,
        reason text NOT NULL,
        decision text,
        decided_on date,
        authority text,
        reopened_at timestamptz NOT NULL,
        reopened_by uuid,
        CONSTRAINT class_reopenings_decision_whole CHECK (num_nonnulls(decision, decided_on, authority) IN (0, 3))
      );
      CREATE INDEX class_reopenings_by_class ON class_reopenings (class_id, reopened_at);
      CREATE TRIGGER class_reopenings_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON class_reopenings EXECUTE FUNCTION refuse_change();

      -- Revoked because its class goes on: who completes it gets another, which one that was revoked by itself does not bring.
      ALTER TABLE certificates ADD COLUMN reopening_id uuid CONSTRAINT certificates_reopening REFERENCES class_reopenings;

      -- The first time somebody printed or downloaded a certificate. Whether one was before, nobody wrote down of all: they count as such.
      CREATE TABLE certificates_handed_out (
        certificate_id uuid PRIMARY KEY CONSTRAINT certificates_handed_out_certificate REFERENCES certificates,
        at timestamptz NOT NULL,
        account_id uuid
      );
      INSERT INTO certificates_handed_out (certificate_id, at) SELECT id, now() FROM certificates;
      CREATE TRIGGER certificates_handed_out_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON certificates_handed_out EXECUTE FUNCTION refuse_change();

      CREATE INDEX training_records_of_completion ON training_records (completion_id) WHERE completion_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX training_records_of_completion;
      DROP TABLE certificates_handed_out;
      ALTER TABLE certificates DROP COLUMN reopening_id;
      DROP TABLE class_reopenings;
    `);
  }
}
