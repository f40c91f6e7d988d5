import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvigilatorsAreMerged1764547200245 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TRIGGER exam_invigilators_of_nobody_merged BEFORE INSERT OR UPDATE OF person_id ON exam_invigilators
        FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION refuse_who_was_merged()
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER exam_invigilators_of_nobody_merged ON exam_invigilators');
  }
}
