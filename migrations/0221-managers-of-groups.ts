import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ManagersOfGroups1764547200221 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A class manager's grant may be for one group of the class alone; then it is nobody's to lend.
      ALTER TABLE grants ADD COLUMN group_number integer
        CONSTRAINT grants_of_one_group CHECK (group_number IS NULL OR (role = 'class_manager' AND lent_from IS NULL));
      DROP INDEX grants_once;
      CREATE UNIQUE INDEX grants_once ON grants (account_id, role, coalesce(unit_id, class_id), coalesce(group_number, 0))
        WHERE ended_at IS NULL AND lent_from IS NULL;
      CREATE OR REPLACE VIEW own_grants AS SELECT * FROM grants WHERE ended_at IS NULL AND lent_from IS NULL;
    `);
    await layHours(runner, 'AND g.group_number IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM grants WHERE group_number IS NOT NULL;
      DROP VIEW manager_hours_by_grant;
      DROP VIEW own_grants;
      DROP INDEX grants_once;
      ALTER TABLE grants DROP COLUMN group_number;
      CREATE UNIQUE INDEX grants_once ON grants (account_id, role, coalesce(unit_id, class_id)) WHERE ended_at IS NULL AND lent_from IS NULL;
      CREATE VIEW own_grants AS SELECT * FROM grants WHERE ended_at IS NULL AND lent_from IS NULL;
    `);
    await layHours(runner, '');
  }
}

/** Whoever looks after one group is bound by no half-day of the class: several may, and the class has its manager. */
async function layHours(runner: QueryRunner, which: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE VIEW manager_hours_by_grant AS
      SELECT h.id AS half_day_id, g.account_id, h.class_id, h.during, h.manager_overlap_reason IS NOT NULL AS decided
      FROM half_days h
      JOIN own_grants g ON g.class_id = h.class_id AND g.role = 'class_manager' ${which} AND g.granted_at < upper(h.during)
      JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
      WHERE h.cancelled_at IS NULL;
  `);
}
