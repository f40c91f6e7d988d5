import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleAlike1764547200145 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX persons_to_match;
      CREATE INDEX persons_alike ON persons (folded_name, birth_date);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX persons_alike;
      CREATE INDEX persons_to_match ON persons (unit_id, folded_name, birth_date);
    `);
  }
}
