import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JournalReadUpTo1764547200315 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever reads what is new in the journal goes on where it stopped, instead of asking of each line whether it is known.
      CREATE INDEX journal_lines_by_transaction ON journal_lines (transaction_id, id);
      CREATE TABLE journal_read_up_to (
        reader text PRIMARY KEY,
        -- Of the server that gave the numbers of the transactions: those of another mean nothing here.
        system_identifier bigint NOT NULL,
        transaction_id xid8 NOT NULL,
        line_id bigint NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE journal_read_up_to;
      DROP INDEX journal_lines_by_transaction;
    `);
  }
}
