import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ResultsToldOfAClass1764547200331 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether anybody was told a result of a class.
      CREATE INDEX mail_messages_of_results ON mail_messages (about) WHERE writer = 'results';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX mail_messages_of_results');
  }
}
