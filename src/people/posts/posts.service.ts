import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import { tidyText } from '../../platform/names';
import { ChangedMeanwhile, found } from '../../platform/problems/refusals';
import type { PostRank } from '../person.values';
import { assertMayKeepPosts } from './posts.policy';
import { PostsQueries, type PostItem } from './posts.queries';
import { noWords, spellingTaken } from './posts.refusals';
import type { PostRequest } from './posts.requests';
import { postActions } from './posts.words';

/** What is said of a post, with all that may be left out. */
export type PostFacts = Omit<PostItem, 'id' | 'people' | 'version' | 'citation'> & {
  readonly citationVi: string;
  readonly citationEn: string;
};

/** Somebody for whom a change of the catalogue changes something. */
interface ChangedByPosts {
  readonly personId: string;
  readonly fullName: string;
  readonly unitCode: string;
  readonly position: string | null;
  readonly partyPosition: string | null;
  readonly plannedPost: string | null;
  readonly wasKeyCadre: boolean;
  readonly isKeyCadre: boolean;
}

/** Who changes, by given name: how many, and the first of them. */
export interface PostChanges {
  readonly count: number;
  /** Of them, who becomes a key cadre and who is none any more. */
  readonly become: number;
  readonly cease: number;
  readonly people: readonly ChangedByPosts[];
}

const shownAtMost = 50;
const isOther =
  '(p.post_id, p.party_post_id, p.planned_post_id, p.key_by_post) IS DISTINCT FROM (c.post_id, c.party_post_id, c.planned_post_id, c.key_by_post)';

/** The catalogue of posts. People follow it at once: whoever holds a text it reads otherwise by now has another post. */
@Injectable()
export class PostsService {
  constructor(
    private readonly database: Database,
    private readonly queries: PostsQueries,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Who would change. @param facts null when the post would go @throws NotFound | InvalidInput */
  async tryOut(actor: Actor, id: string | null, facts: PostFacts | null): Promise<PostChanges> {
    assertMayKeepPosts(actor);
    return this.database.tryOut(async (tx) => {
      const before = id && found(await this.queries.post(id, tx));
      await this.write(tx, id, facts);
      return this.changes(tx, before || null, facts);
    });
  }

  /** @throws InvalidInput where another post is written so */
  async add(actor: Actor, facts: PostFacts): Promise<string> {
    return this.keep(actor, null, facts, null);
  }

  /** @param version the one the change is made upon; null for whichever there is @throws NotFound | ChangedMeanwhile | InvalidInput */
  async change(actor: Actor, id: string, facts: PostFacts, version: number | null): Promise<void> {
    await this.keep(actor, id, facts, version);
  }

  /** Whoever holds it has a post the catalogue does not know, unless another spelling fits. @throws NotFound */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.keep(actor, id, null, null);
  }

  private async keep(actor: Actor, id: string | null, facts: PostFacts | null, version: number | null) {
    assertMayKeepPosts(actor);
    return this.database.inTransaction(async (tx) => {
      // Nobody is stored by the catalogue of before once it has changed.
      await tx.execute('LOCK TABLE persons IN EXCLUSIVE MODE');
      const before = id === null ? null : found(await this.queries.post(id, tx));
      if (before && version !== null && before.version !== version) throw new ChangedMeanwhile();
      const kept = await this.write(tx, id, facts);
      const people = await tx.execute(
        `UPDATE persons p SET post_id = c.post_id, party_post_id = c.party_post_id, planned_post_id = c.planned_post_id, key_by_post = c.key_by_post
         FROM posts_by_catalogue(${foldedSpellings}) c WHERE c.person_id = p.id
           AND ${isOther}`,
        [spellingsOf(before, facts)],
      );
      if (facts === null) await tx.execute('DELETE FROM posts WHERE id = $1', [id]);
      await this.journal.write(tx, actor, {
        action: facts === null ? postActions.removed : before ? postActions.changed : postActions.added,
        subject: { type: 'post', id: kept },
        facts: { ...(facts ?? { nameVi: before!.nameVi }), people },
      });
      return kept;
    });
  }

  /** @returns the id; of a post that goes, its row stays until nobody names it */
  private async write(tx: Tx, id: string | null, facts: PostFacts | null): Promise<string> {
    if (facts) await assertSpellingsFree(tx, id, facts.spellings);
    await tx.execute('DELETE FROM post_spellings WHERE post_id = $1', [id]);
    if (!facts) return id!;
    const { nameVi, nameEn, rank, makesKeyCadre, citationVi, citationEn, verified, spellings } = facts;
    const values = [nameVi, nameEn, rank, makesKeyCadre, citationVi, citationEn, verified];
    const stored = await tx.row<{ id: string }>(
      id === null
        ? `INSERT INTO posts (name_vi, name_en, rank, makes_key_cadre, citation_vi, citation_en, verified) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`
        : `UPDATE posts SET name_vi = $1, name_en = $2, rank = $3, makes_key_cadre = $4, citation_vi = $5, citation_en = $6, verified = $7,
             version = version + 1 WHERE id = $8 RETURNING id`,
      id === null ? values : [...values, id],
    );
    await tx.execute(
      `INSERT INTO post_spellings (written, post_id) SELECT DISTINCT ON (post_words(w.written)) w.written, $1
       FROM unnest($2::text[]) WITH ORDINALITY w (written, place) ORDER BY post_words(w.written), w.place`,
      [stored.id, spellings],
    );
    return stored.id;
  }

  /** Who of today has another post by the catalogue as it is in `tx` than is stored, or one whose rank changed. */
  private async changes(tx: Tx, before: PostItem | null, facts: PostFacts | null): Promise<PostChanges> {
    const reranked = before && facts && before.rank !== facts.rank ? before.id : null;
    const rows = await tx.rows<ChangedByPosts & { count: number; become: number; cease: number }>(
      `SELECT c.*, count(*) OVER () AS count, count(*) FILTER (WHERE is_key_cadre AND NOT was_key_cadre) OVER () AS become,
         count(*) FILTER (WHERE was_key_cadre AND NOT is_key_cadre) OVER () AS cease
       FROM (SELECT p.id AS person_id, p.full_name, p.sort_name, u.code AS unit_code, p.position, p.party_position, p.planned_post,
           is_key_cadre(p.key_by_post, p.key_cadre) AS was_key_cadre, is_key_cadre(c.key_by_post, p.key_cadre) AS is_key_cadre
         FROM posts_by_catalogue(${foldedSpellings}) c JOIN persons p ON p.id = c.person_id JOIN units u ON u.id = p.unit_id
         WHERE p.same_as_id IS NULL AND NOT has_left(p.left_on, $2)
           AND (${isOther}
             OR $3::uuid IN (p.post_id, p.party_post_id, p.planned_post_id))) c
       ORDER BY c.sort_name, c.person_id LIMIT ${shownAtMost}`,
      [spellingsOf(before, facts), this.clock.today(), reranked],
    );
    const [first] = rows;
    return {
      count: first?.count ?? 0,
      become: first?.become ?? 0,
      cease: first?.cease ?? 0,
      people: rows.map(
        ({ personId, fullName, unitCode, position, partyPosition, plannedPost, wasKeyCadre, isKeyCadre }) => ({
          ...{ personId, fullName, unitCode, position, partyPosition, plannedPost, wasKeyCadre, isKeyCadre },
        }),
      ),
    };
  }
}

const foldedSpellings = `ARRAY(SELECT post_words(w) FROM unnest($1::text[]) w)`;

/** Whoever writes none of them is not touched. */
const spellingsOf = (before: PostItem | null, facts: PostFacts | null) => [
  ...(before?.spellings ?? []),
  ...(facts?.spellings ?? []),
];

async function assertSpellingsFree(tx: Tx, id: string | null, spellings: readonly string[]): Promise<void> {
  const [wrong] = await tx.rows<{ written: string; post: string | null }>(
    `SELECT w.written, p.name_vi AS post FROM unnest($1::text[]) WITH ORDINALITY w (written, place)
     LEFT JOIN post_spellings s ON s.folded = post_words(w.written) AND s.post_id IS DISTINCT FROM $2 LEFT JOIN posts p ON p.id = s.post_id
     WHERE s.post_id IS NOT NULL OR post_words(w.written) = '' OR array_length(string_to_array(post_words(w.written), ' '), 1) > 12
     ORDER BY w.place LIMIT 1`,
    [spellings, id],
  );
  if (wrong) throw wrong.post === null ? noWords(wrong.written) : spellingTaken(wrong.written, wrong.post);
}

/** Everything that was said, and of what was not, what is taken for it. */
export const postFacts = (said: PostRequest): PostFacts => ({
  nameVi: said.nameVi,
  nameEn: said.nameEn ?? said.nameVi,
  rank: said.rank as PostRank,
  makesKeyCadre: said.makesKeyCadre ?? false,
  spellings: [said.nameVi, ...(said.spellings ?? [])].map(tidyText),
  citationVi: said.citationVi,
  citationEn: said.citationEn ?? said.citationVi,
  verified: said.verified ?? false,
});
