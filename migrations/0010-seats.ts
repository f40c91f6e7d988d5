import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Seats1764547200010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE seats (
        class_id uuid NOT NULL CONSTRAINT seats_class REFERENCES classes,
        number integer NOT NULL CONSTRAINT seats_number CHECK (number > 0),
        unit_id uuid CONSTRAINT seats_unit REFERENCES units,
        nomination_id uuid CONSTRAINT seats_nomination REFERENCES nominations CONSTRAINT seats_one_per_nomination UNIQUE,
        PRIMARY KEY (class_id, number)
      );
      CREATE INDEX seats_free ON seats (class_id, unit_id, number) WHERE nomination_id IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE seats;
    `);
  }
}
