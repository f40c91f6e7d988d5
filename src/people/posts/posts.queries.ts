import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Bilingual } from '../../platform/messages/words';
import { forLike, searchWords } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { PostRank } from '../person.values';
import type { PostOrder, PostsQuery } from './posts.requests';

/** A post of the catalogue. */
export interface PostItem {
  readonly id: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly rank: PostRank;
  readonly makesKeyCadre: boolean;
  /** How rosters write it; its name is one of them. */
  readonly spellings: readonly string[];
  readonly citation: Bilingual;
  readonly verified: boolean;
  readonly version: number;
  /** Who of today holds it, in the enterprise or in the Party. */
  readonly people: number;
}

const byId = { column: 'p.id', type: 'uuid', value: ({ id }: PostItem) => id };
const byName = { column: 'p.name_vi', type: 'text', value: ({ nameVi }: PostItem) => nameVi };
const orders: Orders<PostOrder, PostItem> = {
  rank: [{ column: 'p.rank', type: 'post_rank', value: ({ rank }) => rank }, byName, byId],
  name: [byName, byId],
  people: [{ column: 'p.people', type: 'bigint', value: ({ people }) => people }, byId],
};

/** Said of columns that the indexes of posts hold, so that nobody is read to be counted. */
const isThere = 'q.same_as_id IS NULL AND NOT has_left(q.left_on, $1)';
/** `$1` is today. */
const posts = `(SELECT p.id, p.name_vi COLLATE "vi-x-icu" AS name_vi, p.name_en, p.rank, p.makes_key_cadre, p.verified, p.version,
    jsonb_build_object('vi', p.citation_vi, 'en', p.citation_en) AS citation,
    ARRAY(SELECT s.written FROM post_spellings s WHERE s.post_id = p.id ORDER BY s.written) AS spellings,
    (SELECT count(*) FROM persons q WHERE q.post_id = p.id AND ${isThere}) +
      (SELECT count(*) FROM persons q WHERE q.party_post_id = p.id AND q.post_id IS DISTINCT FROM p.id AND ${isThere}) AS people
  FROM posts p) p`;

@Injectable()
export class PostsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ sort = '-rank', limit, after, search, rank, makesKeyCadre, verified }: PostsQuery = {}): Promise<
    PageOf<PostItem>
  > {
    const parameters: unknown[] = [this.clock.today()];
    const place = (value: unknown) => `$${parameters.push(value)}`;
    const conditions = searchWords(search).map((word) => {
      const part = place(`% ${forLike(word)}%`);
      return `EXISTS (SELECT FROM post_spellings s WHERE s.post_id = p.id AND ' ' || s.folded LIKE ${part})`;
    });
    if (rank !== undefined) conditions.push(`p.rank = ${place(rank)}::post_rank`);
    if (makesKeyCadre !== undefined) conditions.push(`p.makes_key_cadre = ${place(makesKeyCadre)}`);
    if (verified !== undefined) conditions.push(`p.verified = ${place(verified)}`);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const rows = await this.database.read<PostItem>(
      `SELECT p.* FROM ${posts} WHERE ${[...conditions, page.condition].join(' AND ')} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  /** All of them by name, for choosing one: nobody is counted. */
  async names(): Promise<Pick<PostItem, 'id' | 'nameVi' | 'nameEn'>[]> {
    return this.database.read(`SELECT id, name_vi, name_en FROM posts ORDER BY name_vi COLLATE "vi-x-icu", id`);
  }

  async post(id: string, tx: Tx = this.database.reader): Promise<PostItem | null> {
    const [post] = await tx.rows<PostItem>(`SELECT p.* FROM ${posts} WHERE p.id = $2`, [this.clock.today(), id]);
    return post ?? null;
  }
}
