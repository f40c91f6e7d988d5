import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that name the person and who decided; what is written by thousands is looked at by the doctor alone. */
const decisions: readonly (readonly [table: string, by: string])[] = [
  ['nominations', 'endorsed_by'],
  ['nominations', 'decided_by'],
  ['admission_overrides', 'recorded_by'],
  ['admission_overrides', 'revoked_by'],
  ['completions', 'override_by'],
  ['exemptions', 'recorded_by'],
  ['roll_corrections', 'corrected_by'],
];

export class NobodyDecidesAboutOneself1764547200073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_deciding_about_oneself() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT FROM accounts WHERE id = (to_jsonb(NEW) ->> TG_ARGV[0])::uuid AND person_id = NEW.person_id) THEN
          RAISE EXCEPTION 'nobody decides about oneself'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'nobody_decides_about_oneself';
        END IF;
        RETURN NEW;
      END $$;
    `);
    for (const [table, by] of decisions) {
      await runner.query(`
        CREATE TRIGGER ${table}_${by}_another BEFORE INSERT OR UPDATE OF ${by}, person_id ON ${table}
          FOR EACH ROW WHEN (NEW.${by} IS NOT NULL) EXECUTE FUNCTION refuse_deciding_about_oneself('${by}');
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, by] of decisions) await runner.query(`DROP TRIGGER ${table}_${by}_another ON ${table}`);
    await runner.query(`DROP FUNCTION refuse_deciding_about_oneself()`);
  }
}
