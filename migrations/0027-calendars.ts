import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Calendars1764547200027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE calendar_feeds (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        -- Readable, because its owner may look the address up at any time; it opens one timetable, changes nothing, and
        -- is cured by making it anew.
        token text NOT NULL CONSTRAINT calendar_feeds_one_token UNIQUE,
        kind text NOT NULL CONSTRAINT calendar_feeds_kind CHECK (kind IN ('person', 'manager', 'class')),
        account_id uuid NOT NULL CONSTRAINT calendar_feeds_account REFERENCES accounts,
        person_id uuid CONSTRAINT calendar_feeds_person REFERENCES persons,
        class_id uuid CONSTRAINT calendar_feeds_class REFERENCES classes,
        created_at timestamptz NOT NULL,
        revoked_at timestamptz,
        revoked_by uuid,
        CONSTRAINT calendar_feeds_name_whose_they_are CHECK ((kind = 'person') = (person_id IS NOT NULL) AND (kind = 'class') = (class_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX calendar_feeds_one_live ON calendar_feeds (kind, coalesce(class_id, account_id)) WHERE revoked_at IS NULL;
      CREATE INDEX calendar_feeds_by_account ON calendar_feeds (account_id, created_at DESC);

      -- What the calendar of a person was last told of a half-day.
      CREATE TABLE calendar_invitations (
        person_id uuid NOT NULL CONSTRAINT calendar_invitations_person REFERENCES persons,
        half_day_id uuid NOT NULL CONSTRAINT calendar_invitations_half_day REFERENCES half_days,
        method text NOT NULL CONSTRAINT calendar_invitations_method CHECK (method IN ('REQUEST', 'CANCEL')),
        half_day_sequence integer NOT NULL,
        -- The SEQUENCE that stood in the mail. Leaving a class and coming back changes no half-day, yet each mail counts on.
        sequence integer NOT NULL,
        mail_id uuid CONSTRAINT calendar_invitations_mail REFERENCES mail_messages,
        sent_at timestamptz NOT NULL,
        CONSTRAINT calendar_invitations_once PRIMARY KEY (person_id, half_day_id)
      );
      CREATE INDEX calendar_invitations_by_half_day ON calendar_invitations (half_day_id);

      ALTER TABLE mail_messages ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mail_messages DROP COLUMN attachments;
      DROP TABLE calendar_invitations;
      DROP TABLE calendar_feeds;
    `);
  }
}
