import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the catalogue says of everybody who writes one of some spellings; `columns` are the texts of people, each with the post it says. */
const byCatalogue = (columns: Readonly<Record<string, string>>) => {
  const each = Object.entries(columns);
  return `
    CREATE FUNCTION posts_by_catalogue(spellings text[]) RETURNS TABLE (person_id uuid, ${each.map(([, post]) => `${post} uuid`).join(', ')}, key_by_post boolean)
    LANGUAGE sql STABLE AS $$
      WITH written AS MATERIALIZED (
        SELECT t.text, post_written(t.text) AS post_id
        FROM (${each.map(([text]) => `SELECT ${text} FROM persons`).join(' UNION ')}) t (text)
        CROSS JOIN LATERAL (SELECT ' ' || post_words(t.text) || ' ' AS words OFFSET 0) w
        WHERE EXISTS (SELECT FROM unnest(spellings) s WHERE strpos(w.words, ' ' || s || ' ') > 0))
      SELECT p.id, ${each.map(([, post]) => `n.${post}`).join(', ')}, is_key_by_posts(a.makes_key_cadre, b.makes_key_cadre)
      FROM persons p ${each.map(([text, post]) => `LEFT JOIN written of_${post} ON of_${post}.text = p.${text}`).join(' ')}
      CROSS JOIN LATERAL (SELECT ${each.map(([, post]) => `CASE WHEN of_${post}.text IS NULL THEN p.${post} ELSE of_${post}.post_id END AS ${post}`).join(', ')}) n
      LEFT JOIN posts a ON a.id = n.post_id LEFT JOIN posts b ON b.id = n.party_post_id
      WHERE ${each.map(([, post]) => `of_${post}.text IS NOT NULL`).join(' OR ')}
    $$;`;
};
const before = { position: 'post_id', party_position: 'party_post_id' };

const knowPosts = (planned: string) => `
  CREATE OR REPLACE FUNCTION know_posts() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.post_id := post_written(NEW.position);
    NEW.party_post_id := post_written(NEW.party_position);
    ${planned}
    NEW.key_by_post := is_key_by_posts(
      (SELECT p.makes_key_cadre FROM posts p WHERE p.id = NEW.post_id), (SELECT p.makes_key_cadre FROM posts p WHERE p.id = NEW.party_post_id));
    RETURN NEW;
  END $$;`;
const onChangeOf = (columns: readonly string[]) => `
  CREATE TRIGGER persons_know_other_posts BEFORE UPDATE OF ${columns.join(', ')} ON persons FOR EACH ROW
    WHEN ((${columns.map((one) => `OLD.${one}`).join(', ')}) IS DISTINCT FROM (${columns.map((one) => `NEW.${one}`).join(', ')})) EXECUTE FUNCTION know_posts();`;

export class PlannedPosts1764547200264 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE persons
        -- The post somebody is planned for (quy hoạch), and since when they hold theirs.
        ADD COLUMN planned_post text,
        ADD COLUMN post_since date,
        ADD COLUMN planned_post_id uuid CONSTRAINT persons_planned_post REFERENCES posts;
      CREATE INDEX persons_by_planned_post ON persons (planned_post_id) WHERE planned_post_id IS NOT NULL;
      CREATE INDEX persons_of_unknown_planned_posts ON persons (planned_post)
        WHERE planned_post_id IS NULL AND planned_post IS NOT NULL AND same_as_id IS NULL;
      DROP TRIGGER persons_know_other_posts ON persons;
      DROP FUNCTION posts_by_catalogue(text[]);
      ${byCatalogue({ ...before, planned_post: 'planned_post_id' })}
      ${knowPosts('NEW.planned_post_id := post_written(NEW.planned_post);')}
      ${onChangeOf(['position', 'party_position', 'planned_post'])}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER persons_know_other_posts ON persons;
      DROP FUNCTION posts_by_catalogue(text[]);
      DELETE FROM course_rules WHERE rule IN ('post_rank', 'planned_post', 'years_in_post');
      ALTER TABLE persons DROP COLUMN planned_post_id, DROP COLUMN post_since, DROP COLUMN planned_post;
      ${byCatalogue(before)}
      ${knowPosts('')}
      ${onChangeOf(['position', 'party_position'])}
    `);
  }
}
