import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ContactsOfLecturers1764547200233 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where a lecturer is told of half-days; both optional: who has no address is called.
      ALTER TABLE lecturers
        ADD COLUMN email citext,
        ADD COLUMN phone text CONSTRAINT lecturers_phone CHECK (length(phone) BETWEEN 1 AND 50);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE lecturers DROP COLUMN phone, DROP COLUMN email`);
  }
}
