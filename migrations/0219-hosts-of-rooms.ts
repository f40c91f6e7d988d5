import type { MigrationInterface, QueryRunner } from 'typeorm';

export class HostsOfRooms1764547200219 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose room it is: the secretary of that unit takes attendance of what is held there.
      ALTER TABLE rooms ADD COLUMN host_unit_id uuid CONSTRAINT rooms_host REFERENCES units;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN host_unit_id');
  }
}
