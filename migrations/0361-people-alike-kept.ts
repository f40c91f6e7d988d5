import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PeopleAlikeKept1764547200361 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Pairs of records that may be of one person, as triggers found them; all of it can be found anew among people, so
      -- no key makes whoever writes a pair wait for whoever holds one of the two. Name and birth date are those of the
      -- one, in whose order pairs are listed.
      CREATE TABLE alike_people (
        one_id uuid NOT NULL,
        other_id uuid NOT NULL,
        likeness text NOT NULL CONSTRAINT alike_people_likeness CHECK (likeness IN ('certain', 'perhaps')),
        sort_name text COLLATE "vi-x-icu" NOT NULL,
        birth_date date NOT NULL,
        PRIMARY KEY (one_id, other_id)
      );
      CREATE INDEX alike_people_by_other ON alike_people (other_id);
      CREATE INDEX alike_people_by_name ON alike_people (sort_name, one_id, other_id);
      CREATE INDEX alike_people_by_birth_date ON alike_people (birth_date, one_id, other_id);

      -- Whoever is known by the year alone is entered as born on its first day.
      CREATE FUNCTION pair_people_alike(ids uuid[]) RETURNS void LANGUAGE sql AS $$
        INSERT INTO alike_people (one_id, other_id, likeness, sort_name, birth_date)
        SELECT o.id, t.id, CASE WHEN o.birth_date = t.birth_date THEN 'certain' ELSE 'perhaps' END, o.sort_name, o.birth_date
        FROM (
          SELECT DISTINCT least(p.id, q.id) AS one, greatest(p.id, q.id) AS other
          FROM unnest(ids) AS asked (id) JOIN persons p ON p.id = asked.id
          JOIN persons q ON q.folded_name = p.folded_name AND q.id <> p.id AND q.same_as_id IS NULL
            AND q.birth_date >= date_trunc('year', p.birth_date)::date AND q.birth_date < (date_trunc('year', p.birth_date) + interval '1 year')::date
          WHERE p.same_as_id IS NULL
            AND (q.birth_date = p.birth_date OR 1 IN (extract(doy FROM p.birth_date), extract(doy FROM q.birth_date)))) alike
        JOIN persons o ON o.id = alike.one JOIN persons t ON t.id = alike.other ORDER BY 1, 2
        ON CONFLICT (one_id, other_id) DO UPDATE
          SET likeness = excluded.likeness, sort_name = excluded.sort_name, birth_date = excluded.birth_date
      $$;
      CREATE FUNCTION unpair_people(ids uuid[]) RETURNS void LANGUAGE sql AS $$
        DELETE FROM alike_people WHERE one_id = ANY (ids);
        DELETE FROM alike_people WHERE other_id = ANY (ids)
      $$;
      CREATE FUNCTION pair_new_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pair_people_alike(ARRAY(SELECT id FROM new_people));
        RETURN NULL;
      END $$;
      CREATE FUNCTION pair_changed_person() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM unpair_people(ARRAY[NEW.id]);
        PERFORM pair_people_alike(ARRAY[NEW.id]);
        RETURN NULL;
      END $$;
      CREATE FUNCTION unpair_people_gone() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM unpair_people(ARRAY(SELECT id FROM people_gone));
        RETURN NULL;
      END $$;
      CREATE TRIGGER persons_gone_are_unpaired AFTER DELETE ON persons REFERENCING OLD TABLE AS people_gone
        FOR EACH STATEMENT EXECUTE FUNCTION unpair_people_gone();
      CREATE TRIGGER persons_new_are_paired AFTER INSERT ON persons REFERENCING NEW TABLE AS new_people
        FOR EACH STATEMENT EXECUTE FUNCTION pair_new_people();
      CREATE TRIGGER persons_changed_are_paired AFTER UPDATE OF folded_name, sort_name, birth_date, same_as_id ON persons FOR EACH ROW
        WHEN ((OLD.folded_name, OLD.sort_name, OLD.birth_date, OLD.same_as_id) IS DISTINCT FROM (NEW.folded_name, NEW.sort_name, NEW.birth_date, NEW.same_as_id))
        EXECUTE FUNCTION pair_changed_person();
      SELECT pair_people_alike(ARRAY(SELECT id FROM persons));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER persons_gone_are_unpaired ON persons;
      DROP TRIGGER persons_changed_are_paired ON persons;
      DROP TRIGGER persons_new_are_paired ON persons;
      DROP FUNCTION unpair_people_gone, pair_changed_person, pair_new_people, unpair_people, pair_people_alike;
      DROP TABLE alike_people;
    `);
  }
}
