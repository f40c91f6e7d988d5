import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deferrals1764547200193 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody left a class by decision to learn on in a later one of the course, until a day.
      CREATE TABLE deferrals (
        enrollment_id uuid PRIMARY KEY CONSTRAINT deferrals_enrollment REFERENCES enrollments,
        until date NOT NULL,
        decision_number text NOT NULL,
        decided_on date NOT NULL,
        reason text NOT NULL,
        deferred_at timestamptz NOT NULL,
        deferred_by uuid
      );
      CREATE TRIGGER deferrals_are_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON deferrals EXECUTE FUNCTION refuse_change();
      -- Those nobody took up yet; whether their day has passed is asked of the clock.
      CREATE VIEW deferrals_waiting AS
        SELECT d.*, e.person_id, e.unit_id, e.class_id, c.course_id
        FROM deferrals d JOIN enrollments e ON e.id = d.enrollment_id JOIN classes c ON c.id = e.class_id
        WHERE NOT EXISTS (SELECT FROM enrollments o WHERE o.continues_id = d.enrollment_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW deferrals_waiting; DROP TABLE deferrals');
  }
}
