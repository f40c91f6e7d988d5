import type { MigrationInterface, QueryRunner } from 'typeorm';

export class VersionsOfPeople1764547200140 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Grows with every change, so that two people correcting somebody at once notice.
    await runner.query(`ALTER TABLE persons ADD COLUMN version integer NOT NULL DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE persons DROP COLUMN version`);
  }
}
