import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OnlyHolderOfARole1764547200200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The person of the one account in use that holds a role over a unit, a deputy's among them; null when there are more, or none.
      CREATE FUNCTION only_holder(of_role text, unit uuid, on_day date) RETURNS uuid LANGUAGE sql STABLE AS $$
        SELECT (array_agg(a.person_id))[1] FROM grants_in_force(on_day) g JOIN accounts a ON a.id = g.account_id
        WHERE g.role = of_role AND a.disabled_at IS NULL AND unit IN (SELECT units_below(g.unit_id, on_day))
        HAVING count(DISTINCT a.id) = 1
      $$
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION only_holder(text, uuid, date)');
  }
}
