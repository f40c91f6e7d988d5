import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FactsOfPeopleFoundNarrowly1764547200362 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Candidates are asked about one course and one year each: what somebody did in others is passed over in the index.
      DROP INDEX enrollments_by_person;
      CREATE INDEX enrollments_by_person ON enrollments (person_id) INCLUDE (class_id, ended_at);
      CREATE INDEX training_records_of_a_course ON training_records (person_id, course_id) WHERE course_id IS NOT NULL;

      -- In list order: people by age; certificates no longer in force among many that are, and reminders missed among those told.
      CREATE INDEX persons_by_birth_date ON persons (birth_date, id);
      CREATE INDEX certificates_no_longer_issued ON certificates (issued_on, sequence, id) WHERE state <> 'issued';
      CREATE INDEX reminders_missed_by_id ON reminders (id) WHERE state = 'missed';

      -- Whose people a pair is stands in it, so that the number of pairs is counted without looking at anybody.
      ALTER TABLE alike_people ADD COLUMN one_unit_id uuid, ADD COLUMN other_unit_id uuid;
      UPDATE alike_people k SET one_unit_id = o.unit_id, other_unit_id = t.unit_id
        FROM persons o, persons t WHERE o.id = k.one_id AND t.id = k.other_id;
      DELETE FROM alike_people WHERE one_unit_id IS NULL;
      ALTER TABLE alike_people ALTER COLUMN one_unit_id SET NOT NULL, ALTER COLUMN other_unit_id SET NOT NULL;
      CREATE OR REPLACE FUNCTION pair_people_alike(ids uuid[]) RETURNS void LANGUAGE sql AS $$
        ${pairing(', one_unit_id, other_unit_id', ', o.unit_id, t.unit_id', ', one_unit_id = excluded.one_unit_id, other_unit_id = excluded.other_unit_id')}
      $$;
      DROP TRIGGER persons_changed_are_paired ON persons;
      CREATE TRIGGER persons_changed_are_paired AFTER UPDATE OF unit_id, folded_name, sort_name, birth_date, same_as_id ON persons FOR EACH ROW
        WHEN ((OLD.unit_id, OLD.folded_name, OLD.sort_name, OLD.birth_date, OLD.same_as_id)
          IS DISTINCT FROM (NEW.unit_id, NEW.folded_name, NEW.sort_name, NEW.birth_date, NEW.same_as_id))
        EXECUTE FUNCTION pair_changed_person();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER persons_changed_are_paired ON persons;
      CREATE TRIGGER persons_changed_are_paired AFTER UPDATE OF folded_name, sort_name, birth_date, same_as_id ON persons FOR EACH ROW
        WHEN ((OLD.folded_name, OLD.sort_name, OLD.birth_date, OLD.same_as_id) IS DISTINCT FROM (NEW.folded_name, NEW.sort_name, NEW.birth_date, NEW.same_as_id))
        EXECUTE FUNCTION pair_changed_person();
      CREATE OR REPLACE FUNCTION pair_people_alike(ids uuid[]) RETURNS void LANGUAGE sql AS $$ ${pairing('', '', '')} $$;
      ALTER TABLE alike_people DROP COLUMN one_unit_id, DROP COLUMN other_unit_id;
      DROP INDEX reminders_missed_by_id, certificates_no_longer_issued, persons_by_birth_date, training_records_of_a_course;
      DROP INDEX enrollments_by_person;
      CREATE INDEX enrollments_by_person ON enrollments (person_id);
    `);
  }
}

const pairing = (columns: string, told: string, set: string) => `
        INSERT INTO alike_people (one_id, other_id, likeness, sort_name, birth_date${columns})
        SELECT o.id, t.id, CASE WHEN o.birth_date = t.birth_date THEN 'certain' ELSE 'perhaps' END, o.sort_name, o.birth_date${told}
        FROM (
          SELECT DISTINCT least(p.id, q.id) AS one, greatest(p.id, q.id) AS other
          FROM unnest(ids) AS asked (id) JOIN persons p ON p.id = asked.id
          JOIN persons q ON q.folded_name = p.folded_name AND q.id <> p.id AND q.same_as_id IS NULL
            AND q.birth_date >= date_trunc('year', p.birth_date)::date AND q.birth_date < (date_trunc('year', p.birth_date) + interval '1 year')::date
          WHERE p.same_as_id IS NULL
            AND (q.birth_date = p.birth_date OR 1 IN (extract(doy FROM p.birth_date), extract(doy FROM q.birth_date)))) alike
        JOIN persons o ON o.id = alike.one JOIN persons t ON t.id = alike.other ORDER BY 1, 2
        ON CONFLICT (one_id, other_id) DO UPDATE
          SET likeness = excluded.likeness, sort_name = excluded.sort_name, birth_date = excluded.birth_date${set}`;
