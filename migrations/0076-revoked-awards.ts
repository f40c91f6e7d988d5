import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RevokedAwards1764547200076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A line whose certificate was revoked looked like one whose award lasts: both have no last day.
      ALTER TABLE training_records ADD award_revoked_on date;
      ALTER TABLE training_records DISABLE TRIGGER training_records_are_kept;
      UPDATE training_records r SET award_revoked_on = t.revoked_on
        FROM (SELECT completion_id, max(state_on) FILTER (WHERE state = 'revoked') AS revoked_on FROM certificates
              GROUP BY completion_id HAVING bool_and(state <> 'issued')) t
        WHERE t.completion_id = r.completion_id AND r.award_number IS NULL AND r.valid_until IS NULL;
      ALTER TABLE training_records ENABLE TRIGGER training_records_are_kept;
      ALTER TABLE training_records ADD CONSTRAINT training_records_revoked_award_is_gone
        CHECK (award_revoked_on IS NULL OR (award_number IS NULL AND valid_until IS NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE training_records DROP COLUMN award_revoked_on`);
  }
}
