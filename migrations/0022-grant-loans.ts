import type { MigrationInterface, QueryRunner } from 'typeorm';

export class GrantLoans1764547200022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE grants
        ADD COLUMN lent_from uuid CONSTRAINT grants_lent_from REFERENCES grants,
        ADD COLUMN starts_on date,
        ADD COLUMN ends_on date,
        ADD COLUMN lent_reason text,
        ADD COLUMN ended_by uuid,
        ADD COLUMN end_reason text,
        ADD CONSTRAINT grants_lent_for_a_period CHECK
          (num_nonnulls(starts_on, ends_on, lent_reason) = CASE WHEN lent_from IS NULL THEN 0 ELSE 3 END),
        ADD CONSTRAINT grants_days_in_order CHECK (starts_on <= ends_on),
        ADD CONSTRAINT grants_lent_for_a_year_at_most CHECK (ends_on - starts_on < 366),
        ADD CONSTRAINT grants_roles_that_are_lent CHECK
          (lent_from IS NULL OR role IN ('training_officer', 'group_officer', 'unit_secretary', 'class_manager')),
        ADD CONSTRAINT grants_lent_once EXCLUDE USING gist (
          account_id WITH =, role WITH =, coalesce(unit_id, class_id) WITH =, daterange(starts_on, ends_on, '[]') WITH &&
        ) WHERE (lent_from IS NOT NULL AND ended_at IS NULL);
      DROP INDEX grants_once;
      CREATE UNIQUE INDEX grants_once ON grants (account_id, role, coalesce(unit_id, class_id)) WHERE ended_at IS NULL AND lent_from IS NULL;
      CREATE INDEX grants_by_account ON grants (account_id) WHERE ended_at IS NULL;
      CREATE INDEX grants_by_lender ON grants (lent_from) WHERE lent_from IS NOT NULL;

      -- What is lent is somebody else's own grant, as it is: a check constraint cannot look at another row.
      CREATE FUNCTION refuse_what_is_not_ones_own_to_lend() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (
          SELECT 1 FROM grants own WHERE own.id = NEW.lent_from AND own.lent_from IS NULL AND own.account_id <> NEW.account_id
            AND own.role = NEW.role AND (own.unit_id, own.class_id) IS NOT DISTINCT FROM (NEW.unit_id, NEW.class_id)
        ) THEN
          RAISE EXCEPTION 'a grant that is lent must be another account''s own, of the same role on the same unit or class'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'grants_lent_from_an_own_grant';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER grants_lent_from_an_own_grant BEFORE INSERT OR UPDATE OF lent_from, account_id, role, unit_id, class_id ON grants
        FOR EACH ROW WHEN (NEW.lent_from IS NOT NULL) EXECUTE FUNCTION refuse_what_is_not_ones_own_to_lend();

      -- The grants that hold on a day: a lent one only within its days, and only while the lender's own grant stands.
      CREATE FUNCTION grants_in_force(on_day date) RETURNS SETOF grants LANGUAGE sql STABLE AS $$
        SELECT g.* FROM grants g
        WHERE g.ended_at IS NULL AND (g.lent_from IS NULL OR (on_day BETWEEN g.starts_on AND g.ends_on AND EXISTS (
          SELECT 1 FROM grants own JOIN accounts lender ON lender.id = own.account_id
          WHERE own.id = g.lent_from AND own.ended_at IS NULL AND lender.disabled_at IS NULL)))
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION grants_in_force(date);
      DROP TRIGGER grants_lent_from_an_own_grant ON grants;
      DROP FUNCTION refuse_what_is_not_ones_own_to_lend();
      DELETE FROM grants WHERE lent_from IS NOT NULL;
      DROP INDEX grants_by_lender;
      DROP INDEX grants_by_account;
      DROP INDEX grants_once;
      CREATE UNIQUE INDEX grants_once ON grants (account_id, role, coalesce(unit_id, class_id)) WHERE ended_at IS NULL;
      ALTER TABLE grants
        DROP CONSTRAINT grants_lent_once,
        DROP CONSTRAINT grants_roles_that_are_lent,
        DROP CONSTRAINT grants_lent_for_a_year_at_most,
        DROP CONSTRAINT grants_days_in_order,
        DROP CONSTRAINT grants_lent_for_a_period,
        DROP COLUMN end_reason,
        DROP COLUMN ended_by,
        DROP COLUMN lent_reason,
        DROP COLUMN ends_on,
        DROP COLUMN starts_on,
        DROP COLUMN lent_from;
    `);
  }
}
