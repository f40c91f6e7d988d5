import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InvitationsToExams1764547200254 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who sits an examination or keeps watch over it is told of it as learners are of half-days.
      ALTER TABLE calendar_invitations
        DROP CONSTRAINT calendar_invitations_once,
        ALTER COLUMN half_day_id DROP NOT NULL,
        ADD COLUMN exam_id uuid CONSTRAINT calendar_invitations_exam REFERENCES exams,
        ADD COLUMN appointment_id uuid NOT NULL GENERATED ALWAYS AS (coalesce(half_day_id, exam_id)) STORED,
        -- Of an examination the room they were told, which is another for another number on its list.
        ADD COLUMN room_id uuid CONSTRAINT calendar_invitations_room REFERENCES rooms,
        ADD CONSTRAINT calendar_invitations_to_one CHECK (num_nonnulls(half_day_id, exam_id) = 1),
        ADD CONSTRAINT calendar_invitations_once PRIMARY KEY (attendee, appointment_id);
      ALTER TABLE calendar_invitations RENAME COLUMN half_day_sequence TO appointment_sequence;
      CREATE INDEX calendar_invitations_by_exam ON calendar_invitations (exam_id) WHERE exam_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX calendar_invitations_by_exam;
      DELETE FROM calendar_invitations WHERE exam_id IS NOT NULL;
      ALTER TABLE calendar_invitations RENAME COLUMN appointment_sequence TO half_day_sequence;
      ALTER TABLE calendar_invitations
        DROP CONSTRAINT calendar_invitations_once,
        DROP CONSTRAINT calendar_invitations_to_one,
        DROP COLUMN room_id,
        DROP COLUMN appointment_id,
        DROP COLUMN exam_id,
        ALTER COLUMN half_day_id SET NOT NULL,
        ADD CONSTRAINT calendar_invitations_once PRIMARY KEY (attendee, half_day_id);
    `);
  }
}
