import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LinkRequests1764547200132 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Asking does the same for every address: one row, which is gone once it was answered.
    await runner.query(`
      CREATE TABLE link_requests (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        email citext NOT NULL,
        purpose text NOT NULL CONSTRAINT link_requests_purpose CHECK (purpose IN ('password', 'sign_in')),
        asked_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE link_requests');
  }
}
