import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NominationsThatMoveOn1764547200190 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Whoever learns on in another class did not withdraw.
    await runner.query(`
      ALTER TABLE nominations DROP CONSTRAINT nominations_state, ADD CONSTRAINT nominations_state CHECK (state IN
        ('draft', 'submitted', 'endorsed', 'accepted', 'returned', 'rejected', 'withdrawn', 'substituted', 'transferred', 'deferred'))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE nominations SET state = 'withdrawn' WHERE state IN ('transferred', 'deferred');
      ALTER TABLE nominations DROP CONSTRAINT nominations_state, ADD CONSTRAINT nominations_state CHECK (state IN
        ('draft', 'submitted', 'endorsed', 'accepted', 'returned', 'rejected', 'withdrawn', 'substituted'))
    `);
  }
}
