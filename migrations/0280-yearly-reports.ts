import type { MigrationInterface, QueryRunner } from 'typeorm';

export class YearlyReports1764547200280 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the Bloc and a Group report of a year, with the figures they both confirmed.
      CREATE TABLE yearly_reports (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        year integer NOT NULL CONSTRAINT yearly_reports_year CHECK (year BETWEEN 2000 AND 2100),
        group_id uuid NOT NULL CONSTRAINT yearly_reports_group REFERENCES units,
        edition integer NOT NULL CONSTRAINT yearly_reports_edition CHECK (edition > 0),
        state text NOT NULL CONSTRAINT yearly_reports_state CHECK (state IN ('draft', 'frozen', 'withdrawn')),
        figures jsonb NOT NULL,
        remarks text,
        drawn_at timestamptz NOT NULL,
        drawn_by uuid,
        settled_at timestamptz,
        reason text,
        version integer NOT NULL,
        CONSTRAINT yearly_reports_settled CHECK ((settled_at IS NOT NULL) = (state <> 'draft')),
        CONSTRAINT yearly_reports_withdrawn_why CHECK (state <> 'withdrawn' OR reason IS NOT NULL),
        CONSTRAINT yearly_reports_editions UNIQUE (year, group_id, edition)
      );
      CREATE UNIQUE INDEX yearly_reports_one_draft ON yearly_reports (year, group_id) WHERE state = 'draft';
      -- A committee confirms the figures as they were drawn; one account does not speak for two committees.
      CREATE TABLE yearly_report_confirmations (
        report_id uuid NOT NULL CONSTRAINT yearly_report_confirmations_report REFERENCES yearly_reports,
        version integer NOT NULL,
        body_id uuid NOT NULL CONSTRAINT yearly_report_confirmations_body REFERENCES units,
        confirmed_at timestamptz NOT NULL,
        confirmed_by uuid NOT NULL,
        PRIMARY KEY (report_id, version, body_id),
        CONSTRAINT yearly_report_confirmations_one_body UNIQUE (report_id, version, confirmed_by)
      );
      CREATE FUNCTION keep_settled_report() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' OR OLD.state <> 'draft' THEN
            RAISE EXCEPTION 'A report that was confirmed or taken back is kept as it is' USING ERRCODE = 'restrict_violation';
          END IF;
          RETURN NEW;
        END $$;
      CREATE TRIGGER yearly_reports_are_kept BEFORE UPDATE OR DELETE ON yearly_reports FOR EACH ROW EXECUTE FUNCTION keep_settled_report();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE yearly_report_confirmations, yearly_reports;
      DROP FUNCTION keep_settled_report();
    `);
  }
}
