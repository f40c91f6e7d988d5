import type { MigrationInterface, QueryRunner } from 'typeorm';

export class JournalHead1764547200067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How far the journal was sealed and with which hash: a journal whose end was cut off no longer reaches it.
      CREATE TABLE journal_head (
        is_one boolean PRIMARY KEY DEFAULT true CONSTRAINT journal_head_one CHECK (is_one),
        position bigint NOT NULL,
        hash bytea NOT NULL
      );
      INSERT INTO journal_head (position, hash) SELECT position, hash FROM journal_seals ORDER BY position DESC LIMIT 1;
      CREATE FUNCTION keep_journal_head() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.position > OLD.position THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'the journal is never shortened' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER journal_head_grows BEFORE UPDATE OR DELETE ON journal_head FOR EACH ROW EXECUTE FUNCTION keep_journal_head();
      CREATE TRIGGER journal_head_is_kept BEFORE TRUNCATE ON journal_head EXECUTE FUNCTION refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE journal_head;
      DROP FUNCTION keep_journal_head();
    `);
  }
}
