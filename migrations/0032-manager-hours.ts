import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ManagerHours1764547200032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- By whose decision the manager of this half-day has another class at that time.
      ALTER TABLE half_days ADD COLUMN manager_overlap_reason text;

      -- Whose time the half-days take, by the grants as they stand: an own one holds from when it was given. What is lent
      -- is left out, because a deputy stands in for a manager who cannot be there.
      CREATE VIEW manager_hours_by_grant AS
        SELECT h.id AS half_day_id, g.account_id, h.class_id, h.during, h.manager_overlap_reason IS NOT NULL AS decided
        FROM half_days h
        JOIN grants g ON g.class_id = h.class_id AND g.role = 'class_manager' AND g.ended_at IS NULL AND g.lent_from IS NULL
          AND g.granted_at < upper(h.during)
        JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
        WHERE h.cancelled_at IS NULL;

      -- Kept by triggers alone, because an exclusion constraint cannot look at two tables.
      CREATE TABLE manager_hours (
        half_day_id uuid NOT NULL CONSTRAINT manager_hours_half_day REFERENCES half_days ON DELETE CASCADE,
        account_id uuid NOT NULL CONSTRAINT manager_hours_account REFERENCES accounts,
        class_id uuid NOT NULL CONSTRAINT manager_hours_class REFERENCES classes,
        during tstzrange NOT NULL,
        decided boolean NOT NULL,
        CONSTRAINT manager_hours_by_half_day PRIMARY KEY (half_day_id, account_id),
        CONSTRAINT manager_hours_one_class EXCLUDE USING gist (account_id WITH =, class_id WITH <>, during WITH &&) WHERE (NOT decided)
      );
      CREATE INDEX manager_hours_by_class ON manager_hours (class_id);

      -- What stood before anybody looked goes on, and says so.
      UPDATE half_days SET manager_overlap_reason = 'Đã xếp trước khi hệ thống kiểm tra giờ của chủ nhiệm lớp'
      WHERE id IN (SELECT one.half_day_id FROM manager_hours_by_grant one JOIN manager_hours_by_grant other
        ON other.account_id = one.account_id AND other.class_id <> one.class_id AND other.during && one.during);
      INSERT INTO manager_hours SELECT * FROM manager_hours_by_grant;

      CREATE FUNCTION lay_manager_hours_of_half_day() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM manager_hours WHERE half_day_id = NEW.id;
        INSERT INTO manager_hours SELECT * FROM manager_hours_by_grant WHERE half_day_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER half_days_take_their_managers_time AFTER INSERT ON half_days
        FOR EACH ROW EXECUTE FUNCTION lay_manager_hours_of_half_day();
      CREATE TRIGGER half_days_changed_take_their_managers_time AFTER UPDATE ON half_days FOR EACH ROW
        WHEN ((OLD.during, OLD.cancelled_at, OLD.manager_overlap_reason)
          IS DISTINCT FROM (NEW.during, NEW.cancelled_at, NEW.manager_overlap_reason))
        EXECUTE FUNCTION lay_manager_hours_of_half_day();

      -- The class is held meanwhile, so that a half-day added at the same moment is not missed.
      CREATE FUNCTION lay_manager_hours(of_class uuid, of_account uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM classes WHERE id = of_class FOR KEY SHARE;
        DELETE FROM manager_hours WHERE class_id = of_class AND account_id = of_account;
        INSERT INTO manager_hours SELECT * FROM manager_hours_by_grant WHERE class_id = of_class AND account_id = of_account;
      END $$;
      CREATE FUNCTION lay_manager_hours_of_grant() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM lay_manager_hours(NEW.class_id, NEW.account_id);
        RETURN NULL;
      END $$;
      CREATE TRIGGER grants_take_their_managers_time AFTER INSERT OR UPDATE OF ended_at ON grants FOR EACH ROW
        WHEN (NEW.role = 'class_manager' AND NEW.lent_from IS NULL) EXECUTE FUNCTION lay_manager_hours_of_grant();
      CREATE FUNCTION lay_manager_hours_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM lay_manager_hours(g.class_id, NEW.id) FROM grants g
        WHERE g.account_id = NEW.id AND g.role = 'class_manager' AND g.ended_at IS NULL AND g.lent_from IS NULL;
        RETURN NULL;
      END $$;
      CREATE TRIGGER accounts_take_their_managers_time AFTER UPDATE ON accounts FOR EACH ROW
        WHEN ((OLD.disabled_at IS NULL) <> (NEW.disabled_at IS NULL)) EXECUTE FUNCTION lay_manager_hours_of_account();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER accounts_take_their_managers_time ON accounts;
      DROP FUNCTION lay_manager_hours_of_account();
      DROP TRIGGER grants_take_their_managers_time ON grants;
      DROP FUNCTION lay_manager_hours_of_grant();
      DROP FUNCTION lay_manager_hours(uuid, uuid);
      DROP TRIGGER half_days_changed_take_their_managers_time ON half_days;
      DROP TRIGGER half_days_take_their_managers_time ON half_days;
      DROP FUNCTION lay_manager_hours_of_half_day();
      DROP TABLE manager_hours;
      DROP VIEW manager_hours_by_grant;
      ALTER TABLE half_days DROP COLUMN manager_overlap_reason;
    `);
  }
}
