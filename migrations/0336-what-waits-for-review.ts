import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatWaitsForReview1764547200336 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Few among all that were sent, and asked for by the desks.
      CREATE INDEX nominations_to_review ON nominations (class_id, unit_id) WHERE state IN ('submitted', 'endorsed');
      -- An index whose condition compares two columns is not chosen, because nothing tells how few fulfil it; what is known of an expression does.
      DROP INDEX persons_contradicting_posts;
      CREATE INDEX persons_contradicting_posts ON persons (sort_name, id) WHERE coalesce(key_by_post <> key_cadre, false) AND same_as_id IS NULL;
      CREATE STATISTICS persons_contradicting_posts_share ON (coalesce(key_by_post <> key_cadre, false)) FROM persons;
      ANALYZE persons;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP STATISTICS persons_contradicting_posts_share;
      DROP INDEX persons_contradicting_posts;
      CREATE INDEX persons_contradicting_posts ON persons (sort_name, id) WHERE key_by_post <> key_cadre AND same_as_id IS NULL;
      DROP INDEX nominations_to_review;
    `);
  }
}
