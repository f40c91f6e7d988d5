import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CompletionsWithdrawn1764547200194 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A result may turn out otherwise after its class was closed: a line then says that somebody completed nothing.
      ALTER TABLE training_records
        DROP CONSTRAINT training_records_withdrawn_with_reason,
        ADD CONSTRAINT training_records_withdrawn_with_reason
          CHECK (NOT withdrawn OR (supersedes_id IS NOT NULL AND reason IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE training_records
        DROP CONSTRAINT training_records_withdrawn_with_reason,
        ADD CONSTRAINT training_records_withdrawn_with_reason
          CHECK (NOT withdrawn OR (kind <> 'completion' AND supersedes_id IS NOT NULL AND reason IS NOT NULL)) NOT VALID;
    `);
  }
}
