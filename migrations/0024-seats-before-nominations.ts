import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SeatsBeforeNominations1764547200024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A seat is taken first and the nomination written once, as it stands then.
      ALTER TABLE seats ALTER CONSTRAINT seats_nomination DEFERRABLE INITIALLY DEFERRED;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE seats ALTER CONSTRAINT seats_nomination NOT DEFERRABLE;
    `);
  }
}
