import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CompletionsByPerson1764547200171 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // A merger moves those of one person; without this it reads all that were ever judged, whoever else waits for the two.
    await runner.query('CREATE INDEX completions_by_person ON completions (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX completions_by_person');
  }
}
