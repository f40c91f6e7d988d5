import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { forLike, searchWords } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { ContradictionOrder, ContradictionsQuery } from './posts.requests';
import { type Reach, within } from '../../platform/access/reach';

/** Somebody whose roster says another thing of being a key cadre than the post they hold. */
export interface ContradictionItem {
  readonly personId: string;
  readonly code: string;
  readonly fullName: string;
  readonly sortName: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly position: string | null;
  readonly partyPosition: string | null;
  /** The post the catalogue goes by. */
  readonly postId: string;
  readonly postVi: string;
  readonly postEn: string;
  /** What the roster says; the post says the other. */
  readonly keyCadre: boolean;
}

type Filter = Omit<ContradictionsQuery, 'limit' | 'after' | 'sort' | 'unitId'> & {
  readonly unitIds: Reach;
};

const byId = { column: 'p.id', type: 'uuid', value: ({ personId }: ContradictionItem) => personId };
const byName = { column: 'p.sort_name', type: 'text', value: ({ sortName }: ContradictionItem) => sortName };
const orders: Orders<ContradictionOrder, ContradictionItem> = {
  name: [byName, byId],
  unit: [{ column: 'u.code', type: 'text', value: ({ unitCode }) => unitCode }, byName, byId],
};

@Injectable()
export class ContradictionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({
    sort = 'name',
    limit,
    after,
    ...filter
  }: Filter & Pick<ContradictionsQuery, 'limit' | 'after' | 'sort'>): Promise<PageOf<ContradictionItem>> {
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const rows = await this.database.read<ContradictionItem>(
      `SELECT p.id AS person_id, p.code, p.full_name, p.sort_name, p.unit_id, u.code AS unit_code, unit_name_on(p.unit_id, $1) AS unit_name,
         p.position, p.party_position, p.key_cadre, w.id AS post_id, w.name_vi AS post_vi, w.name_en AS post_en
       FROM persons p JOIN units u ON u.id = p.unit_id
       JOIN LATERAL (SELECT w.id, w.name_vi, w.name_en FROM posts w WHERE w.id IN (p.post_id, p.party_post_id)
         ORDER BY w.makes_key_cadre DESC, w.id = p.post_id DESC LIMIT 1) w ON true
       WHERE ${[...conditions, page.condition].join(' AND ')} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async count(filter: Filter): Promise<number> {
    const parameters: unknown[] = [this.clock.today()];
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM persons p WHERE ${conditionsOf(filter, parameters).join(' AND ')}`,
      parameters,
    );
    return row!.count;
  }
}

function conditionsOf({ unitIds, search, kind }: Filter, parameters: unknown[]): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    'coalesce(p.key_by_post <> p.key_cadre, false) AND p.same_as_id IS NULL AND NOT has_left(p.left_on, $1)',
    within('p.unit_id', unitIds, place(unitIds)),
    ...searchWords(search).map((word) => `' ' || p.folded_name LIKE ${place(`% ${forLike(word)}%`)}`),
  ];
  return kind === undefined ? conditions : [...conditions, `p.key_cadre = ${place(kind === 'marked')}`];
}

/** What people say of their posts and of being key cadres, as a row of a roster or a form has it. */
interface Said {
  readonly position: string | null;
  readonly partyPosition: string | null;
}

/** Whether the posts that are said make a key cadre, each in its place; null where the catalogue does not know. */
export async function keyByPosts(tx: Tx, said: readonly Said[]): Promise<(boolean | null)[]> {
  const rows = await tx.rows<{ isKey: boolean | null }>(
    `WITH said AS (SELECT * FROM jsonb_to_recordset($1) s (place int, position text, "partyPosition" text)),
       written AS MATERIALIZED (SELECT t.text, p.makes_key_cadre
         FROM (SELECT position FROM said UNION SELECT "partyPosition" FROM said) t (text) JOIN posts p ON p.id = post_written(t.text))
     SELECT is_key_by_posts(a.makes_key_cadre, b.makes_key_cadre) AS is_key
     FROM said s LEFT JOIN written a ON a.text = s.position LEFT JOIN written b ON b.text = s."partyPosition" ORDER BY s.place`,
    [JSON.stringify(said.map(({ position, partyPosition }, place) => ({ place, position, partyPosition })))],
  );
  return rows.map(({ isKey }) => isKey);
}
