import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Letterheads1764547200046 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What stands at the head of a unit's documents and who signs them; without a line the unit's name serves.
      CREATE TABLE letterheads (
        unit_id uuid PRIMARY KEY CONSTRAINT letterheads_unit REFERENCES units,
        superior text NOT NULL CONSTRAINT letterheads_superior_length CHECK (length(superior) BETWEEN 1 AND 120),
        body text NOT NULL CONSTRAINT letterheads_body_length CHECK (length(body) BETWEEN 1 AND 120),
        place text NOT NULL CONSTRAINT letterheads_place_length CHECK (length(place) BETWEEN 1 AND 60),
        signer_capacity text NOT NULL CONSTRAINT letterheads_capacity_length CHECK (length(signer_capacity) BETWEEN 1 AND 120),
        signer_name text CONSTRAINT letterheads_signer_length CHECK (length(signer_name) BETWEEN 1 AND 80)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE letterheads;`);
  }
}
