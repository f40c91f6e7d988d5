import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UnitsThatLeave1764547200127 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE units ADD COLUMN left_on date,
        ADD CONSTRAINT units_bloc_stays CHECK (left_on IS NULL OR kind <> 'bloc')
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE units DROP COLUMN left_on');
  }
}
