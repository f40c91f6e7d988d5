import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WaysToSignIn1764547200151 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Signing out leads on to where the session came from, and a second step taken there counts as long as it lasts.
    await runner.query(`
      ALTER TABLE web_sessions
        ADD COLUMN way text NOT NULL DEFAULT 'password'
          CONSTRAINT web_sessions_way CHECK (way IN ('password', 'link', 'invitation', 'provider')),
        ADD COLUMN has_second_step boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE web_sessions DROP COLUMN has_second_step, DROP COLUMN way');
  }
}
