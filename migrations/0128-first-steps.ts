import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirstSteps1764547200128 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Only what a person says of a step; whether it is done is found by query.
    await runner.query(`
      CREATE TABLE first_step_answers (
        step text PRIMARY KEY,
        answer text NOT NULL CONSTRAINT first_step_answers_answer CHECK (answer IN ('looked_at', 'skipped')),
        said_at timestamptz NOT NULL,
        said_by uuid CONSTRAINT first_step_answers_said_by REFERENCES accounts
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE first_step_answers');
  }
}
