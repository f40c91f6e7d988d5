import type { MigrationInterface, QueryRunner } from 'typeorm';

const kinds = (all: string) => `
  ALTER TABLE units DROP CONSTRAINT units_kind;
  ALTER TABLE units ADD CONSTRAINT units_kind CHECK (kind IN (${all}))`;

export class BodiesOutsideTheBloc1764547200203 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A body outside the Bloc that sends somebody to a class: it has a name and people, and neither seats nor roles.
    await runner.query(kinds(`'bloc', 'group', 'base', 'outside'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    // Whoever came from one keeps the name of their body; no more are added.
    await runner.query(`${kinds(`'bloc', 'group', 'base'`)} NOT VALID`);
  }
}
