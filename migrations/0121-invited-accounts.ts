import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvitedAccounts1764547200121 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE accounts
        -- Nobody types a password for another: there is none until its holder chose one.
        ALTER COLUMN password_hash DROP NOT NULL,
        -- When its holder first came; invited until then.
        ADD COLUMN accepted_at timestamptz,
        ADD COLUMN disabled_by uuid CONSTRAINT accounts_disabled_by REFERENCES accounts,
        ADD COLUMN disabled_reason text;
      UPDATE accounts SET accepted_at = created_at;

      -- Somebody must be left who can let others in: of two administrators who lock one another one stays.
      CREATE FUNCTION keep_an_administrator() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('administrators', 0));
        IF NOT EXISTS (
          SELECT FROM grants g JOIN accounts a ON a.id = g.account_id
          WHERE g.role = 'admin' AND g.unit_id = organizing_bloc() AND g.ended_at IS NULL AND a.disabled_at IS NULL AND a.accepted_at IS NOT NULL
        ) THEN
          RAISE EXCEPTION 'no administrator would be left' USING ERRCODE = 'check_violation', CONSTRAINT = 'accounts_keep_an_administrator';
        END IF;
      END $$;
      CREATE FUNCTION keep_an_administrator_as_one_is_locked() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM grants WHERE account_id = NEW.id AND role = 'admin' AND unit_id = organizing_bloc() AND ended_at IS NULL) THEN
          PERFORM keep_an_administrator();
        END IF;
        RETURN NULL;
      END $$;
      CREATE FUNCTION keep_an_administrator_as_a_grant_ends() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.unit_id = organizing_bloc() THEN PERFORM keep_an_administrator(); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER accounts_keep_an_administrator AFTER UPDATE OF disabled_at ON accounts
        FOR EACH ROW WHEN (OLD.disabled_at IS NULL AND OLD.accepted_at IS NOT NULL AND NEW.disabled_at IS NOT NULL)
        EXECUTE FUNCTION keep_an_administrator_as_one_is_locked();
      CREATE TRIGGER grants_keep_an_administrator AFTER UPDATE OF ended_at ON grants
        FOR EACH ROW WHEN (OLD.role = 'admin' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL)
        EXECUTE FUNCTION keep_an_administrator_as_a_grant_ends();
    `);
  }

  /** Who was invited and never came gets a password nobody knows. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER grants_keep_an_administrator ON grants;
      DROP TRIGGER accounts_keep_an_administrator ON accounts;
      DROP FUNCTION keep_an_administrator_as_a_grant_ends();
      DROP FUNCTION keep_an_administrator_as_one_is_locked();
      DROP FUNCTION keep_an_administrator();
      UPDATE accounts SET password_hash = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGtub3dzIGl0$' || translate(encode(sha256(gen_random_uuid()::text::bytea), 'base64'), '=', '')
      WHERE password_hash IS NULL;
      ALTER TABLE accounts
        DROP COLUMN disabled_reason, DROP COLUMN disabled_by, DROP COLUMN accepted_at,
        ALTER COLUMN password_hash SET NOT NULL;
    `);
  }
}
