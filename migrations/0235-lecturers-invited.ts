import type { MigrationInterface, QueryRunner } from 'typeorm';

export class LecturersInvited1764547200235 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Lecturers are told of their half-days as learners are; whoever has no address by a call, which counts as told.
      ALTER TABLE calendar_invitations
        DROP CONSTRAINT calendar_invitations_once,
        ALTER COLUMN person_id DROP NOT NULL,
        ADD COLUMN lecturer_id uuid CONSTRAINT calendar_invitations_lecturer REFERENCES lecturers,
        ADD COLUMN attendee uuid NOT NULL GENERATED ALWAYS AS (coalesce(person_id, lecturer_id)) STORED,
        ADD COLUMN called_at timestamptz,
        ADD COLUMN called_by uuid CONSTRAINT calendar_invitations_called_by REFERENCES accounts,
        ADD CONSTRAINT calendar_invitations_of_one CHECK (num_nonnulls(person_id, lecturer_id) = 1),
        ADD CONSTRAINT calendar_invitations_called CHECK (num_nonnulls(called_at, called_by) IN (0, 2)),
        ADD CONSTRAINT calendar_invitations_once PRIMARY KEY (attendee, half_day_id);
      CREATE INDEX calendar_invitations_by_person ON calendar_invitations (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX calendar_invitations_by_person;
      DELETE FROM calendar_invitations WHERE lecturer_id IS NOT NULL;
      ALTER TABLE calendar_invitations
        DROP CONSTRAINT calendar_invitations_once,
        DROP CONSTRAINT calendar_invitations_called,
        DROP CONSTRAINT calendar_invitations_of_one,
        DROP COLUMN called_by,
        DROP COLUMN called_at,
        DROP COLUMN attendee,
        DROP COLUMN lecturer_id,
        ALTER COLUMN person_id SET NOT NULL,
        ADD CONSTRAINT calendar_invitations_once PRIMARY KEY (person_id, half_day_id);
    `);
  }
}
