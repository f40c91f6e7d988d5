import type { MigrationInterface, QueryRunner } from 'typeorm';

const short = (column: string) =>
  `${column} text CONSTRAINT signature_blocks_${column}_length CHECK (length(${column}) BETWEEN 1 AND 80)`;

export class SignatureBlocks1764547200277 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who signs papers of a kind, where it is somebody else than on the letterhead.
      CREATE TABLE signature_blocks (
        unit_id uuid NOT NULL CONSTRAINT signature_blocks_unit REFERENCES units,
        paper text NOT NULL CONSTRAINT signature_blocks_paper CHECK (paper IN ('decision', 'certificate', 'list', 'record')),
        ${short('on_behalf')} NOT NULL,
        ${short('in_place_of')},
        ${short('title')},
        ${short('name')},
        PRIMARY KEY (unit_id, paper)
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE signature_blocks');
  }
}
