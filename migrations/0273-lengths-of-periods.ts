import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LengthsOfPeriods1764547200273 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How long a period and all breaks of a half-day are; a room without lengths of its own has those of no room.
      CREATE TABLE period_lengths (
        room_id uuid CONSTRAINT period_lengths_room REFERENCES rooms,
        period_minutes smallint NOT NULL CONSTRAINT period_lengths_minutes CHECK (period_minutes BETWEEN 30 AND 60),
        break_minutes smallint NOT NULL CONSTRAINT period_lengths_breaks CHECK (break_minutes BETWEEN 0 AND 60),
        CONSTRAINT period_lengths_once UNIQUE NULLS NOT DISTINCT (room_id)
      );
      INSERT INTO period_lengths (room_id, period_minutes, break_minutes) VALUES (NULL, 45, 15);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE period_lengths');
  }
}
