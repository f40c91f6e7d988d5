import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Grants1764547200008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE grants (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL CONSTRAINT grants_account REFERENCES accounts,
        role text NOT NULL CONSTRAINT grants_role CHECK (role IN
          ('admin', 'training_officer', 'group_officer', 'unit_secretary', 'class_manager', 'data_officer')),
        unit_id uuid CONSTRAINT grants_unit REFERENCES units,
        class_id uuid CONSTRAINT grants_class REFERENCES classes,
        granted_at timestamptz NOT NULL,
        granted_by uuid,
        ended_at timestamptz,
        CONSTRAINT grants_on_a_unit_or_a_class CHECK (num_nonnulls(unit_id, class_id) = 1),
        CONSTRAINT grants_class_manager_on_a_class CHECK ((role = 'class_manager') = (class_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX grants_once ON grants (account_id, role, coalesce(unit_id, class_id)) WHERE ended_at IS NULL;
      CREATE INDEX grants_by_class ON grants (class_id) WHERE class_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE grants;
    `);
  }
}
