import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whatever names a person. Rows of files go on naming the record they made. */
const tables = [
  'accounts',
  'admission_overrides',
  'attendance_lines',
  'calendar_feeds',
  'calendar_invitations',
  'certificates',
  'check_in_devices',
  'completions',
  'enrollments',
  'exemptions',
  'former_memberships',
  'nominations',
  'reminders',
  'roll_corrections',
  'roll_entries',
  'training_records',
];

export class MergedPeopleTakeNothing1764547200147 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Waits for a merger under way, then sees what it did: without the lock a nomination sent meanwhile would stay with who is no more.
      CREATE FUNCTION refuse_who_was_merged() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM persons WHERE id = NEW.person_id FOR KEY SHARE;
        IF EXISTS (SELECT FROM persons WHERE id = NEW.person_id AND same_as_id IS NOT NULL) THEN
          RAISE EXCEPTION 'the record of the person was merged into another'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'merged_people_take_nothing';
        END IF;
        RETURN NEW;
      END $$;
    `);
    for (const table of tables)
      await runner.query(`
        CREATE TRIGGER ${table}_of_nobody_merged BEFORE INSERT OR UPDATE OF person_id ON ${table}
          FOR EACH ROW WHEN (NEW.person_id IS NOT NULL) EXECUTE FUNCTION refuse_who_was_merged()
      `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.query(`DROP TRIGGER ${table}_of_nobody_merged ON ${table}`);
    await runner.query('DROP FUNCTION refuse_who_was_merged()');
  }
}
