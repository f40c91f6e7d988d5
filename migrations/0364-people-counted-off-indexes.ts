import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleCountedOffIndexes1764547200364 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever holds a post is counted, and what a unit did in the classes of one year found, without reading any row besides.
      DROP INDEX persons_by_post, persons_by_party_post, enrollments_by_unit;
      CREATE INDEX persons_by_post ON persons (post_id) INCLUDE (left_on, same_as_id) WHERE post_id IS NOT NULL;
      CREATE INDEX persons_by_party_post ON persons (party_post_id) INCLUDE (post_id, left_on, same_as_id) WHERE party_post_id IS NOT NULL;
      CREATE INDEX enrollments_by_unit ON enrollments (unit_id, class_id) INCLUDE (id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX enrollments_by_unit, persons_by_party_post, persons_by_post;
      CREATE INDEX persons_by_post ON persons (post_id) WHERE post_id IS NOT NULL;
      CREATE INDEX persons_by_party_post ON persons (party_post_id) WHERE party_post_id IS NOT NULL;
      CREATE INDEX enrollments_by_unit ON enrollments (unit_id);
    `);
  }
}
