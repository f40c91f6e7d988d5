import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OwnGrants1764547200105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What accounts were given themselves and still have, also while others stand in for them.
      CREATE VIEW own_grants AS SELECT * FROM grants WHERE ended_at IS NULL AND lent_from IS NULL;
    `);
    await layHoursBy(runner, 'own_grants g', '');
  }

  async down(runner: QueryRunner): Promise<void> {
    await layHoursBy(runner, 'grants g', 'AND g.ended_at IS NULL AND g.lent_from IS NULL');
    await runner.query(`DROP VIEW own_grants`);
  }
}

async function layHoursBy(runner: QueryRunner, grants: string, which: string): Promise<void> {
  await runner.query(`
    CREATE OR REPLACE VIEW manager_hours_by_grant AS
      SELECT h.id AS half_day_id, g.account_id, h.class_id, h.during, h.manager_overlap_reason IS NOT NULL AS decided
      FROM half_days h
      JOIN ${grants} ON g.class_id = h.class_id AND g.role = 'class_manager' ${which} AND g.granted_at < upper(h.during)
      JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
      WHERE h.cancelled_at IS NULL;
    CREATE OR REPLACE FUNCTION lay_manager_hours_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM lay_manager_hours(g.class_id, NEW.id) FROM ${grants}
      WHERE g.account_id = NEW.id AND g.role = 'class_manager' ${which};
      RETURN NULL;
    END $$;
  `);
}
