import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MatchedColumns1764547200173 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // What a unit said the columns are of files with these headings; `layout` is the fingerprint of the headings.
    await runner.query(`
      CREATE TABLE matched_columns (
        unit_id uuid NOT NULL CONSTRAINT matched_columns_unit REFERENCES units,
        kind text NOT NULL,
        layout text NOT NULL,
        columns jsonb NOT NULL,
        chosen_at timestamptz NOT NULL,
        chosen_by uuid,
        CONSTRAINT matched_columns_once PRIMARY KEY (unit_id, kind, layout)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matched_columns');
  }
}
