import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DecidedByTheOfficeAlone1764547200251 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether nobody but the training office may decide about a learner of a class: it has no manager on a day, or only themselves.
      CREATE FUNCTION only_office_decides(class_id uuid, person_id uuid, on_day date) RETURNS boolean LANGUAGE sql STABLE COST 1000 AS $$
        SELECT NOT EXISTS (
          SELECT FROM grants_in_force(on_day) g JOIN accounts a ON a.id = g.account_id AND a.disabled_at IS NULL
          WHERE g.role = 'class_manager' AND g.group_number IS NULL AND g.class_id = only_office_decides.class_id
            AND a.person_id IS DISTINCT FROM only_office_decides.person_id)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION only_office_decides(uuid, uuid, date)`);
  }
}
