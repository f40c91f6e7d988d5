import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WishesOfClasses1764547200265 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whom a class should have among its people; nobody is held up by it.
      ALTER TABLE course_rules
        DROP CONSTRAINT course_rules_purpose,
        ADD CONSTRAINT course_rules_purpose CHECK (purpose IN ('admission', 'composition', 'completion', 'award')),
        ADD CONSTRAINT course_rules_wishes_warn CHECK (purpose <> 'composition' OR severity = 'warn');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM course_rules WHERE purpose = 'composition';
      ALTER TABLE course_rules
        DROP CONSTRAINT course_rules_wishes_warn,
        DROP CONSTRAINT course_rules_purpose,
        ADD CONSTRAINT course_rules_purpose CHECK (purpose IN ('admission', 'completion', 'award'));
    `);
  }
}
