import type { MigrationInterface, QueryRunner } from 'typeorm';

const cancel = `UPDATE exams SET cancelled_at = at, cancelled_reason = why, changed_at = at
        WHERE class_id = NEW.id AND cancelled_at IS NULL AND minutes_at IS NULL`;

export class ExamsEndWithTheirClass1764547200246 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of a class that is cancelled or merged nothing is examined, nor goes on being: minutes are taken no more.
      CREATE OR REPLACE FUNCTION cancel_exams_of_class() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        at timestamptz := coalesce(NEW.merged_at, NEW.cancelled_at);
        why text := coalesce(NEW.merged_reason, NEW.cancelled_reason);
      BEGIN
        ${cancel} AND upper(during) > at;
        RETURN NULL;
      END $$;
      DROP TRIGGER classes_cancel_their_exams ON classes;
      CREATE TRIGGER classes_cancel_their_exams AFTER UPDATE OF state ON classes FOR EACH ROW
        WHEN (NEW.state IN ('cancelled', 'merged') AND OLD.state <> NEW.state) EXECUTE FUNCTION cancel_exams_of_class();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE OR REPLACE FUNCTION cancel_exams_of_class() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        at timestamptz := NEW.cancelled_at;
        why text := NEW.cancelled_reason;
      BEGIN
        ${cancel} AND lower(during) > at;
        RETURN NULL;
      END $$;
      DROP TRIGGER classes_cancel_their_exams ON classes;
      CREATE TRIGGER classes_cancel_their_exams AFTER UPDATE OF state ON classes FOR EACH ROW
        WHEN (NEW.state = 'cancelled' AND OLD.state <> 'cancelled') EXECUTE FUNCTION cancel_exams_of_class();
    `);
  }
}
