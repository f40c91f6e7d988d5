import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TrainingRecordsInForce1764547200077 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The lines that hold, and until when the award of each does: 'infinity' for one that lasts, '-infinity' where there is
      -- none in hand, be it revoked or not numbered yet. Whoever asks whether somebody holds an award compares with this.
      CREATE VIEW training_records_in_force AS
        SELECT CASE WHEN r.award_number IS NULL THEN '-infinity' ELSE coalesce(r.valid_until, 'infinity') END AS award_holds_until, r.*
        FROM training_records r
        WHERE NOT r.withdrawn AND NOT EXISTS (SELECT 1 FROM training_records newer WHERE newer.supersedes_id = r.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP VIEW training_records_in_force`);
  }
}
