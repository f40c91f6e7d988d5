import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FoundByWhatIsNear1764547200317 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What recurs begins from what is near, however much lies behind.
      CREATE INDEX classes_under_way ON classes (id) WHERE class_is_under_way(state);
      CREATE INDEX completions_by_judgement ON completions (judged_at);
      CREATE INDEX nominations_returned ON nominations (decided_at) WHERE state = 'returned';
      CREATE INDEX leave_requests_settled ON leave_requests (coalesce(decided_at, reopened_at));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP INDEX classes_under_way, completions_by_judgement, nominations_returned, leave_requests_settled`,
    );
  }
}
