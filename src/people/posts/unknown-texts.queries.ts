import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { forLike, searchWords } from '../../platform/names';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { UnknownOrder, UnknownPlace, UnknownTextsQuery } from './posts.requests';

/** What rosters say of a post and the catalogue does not know, however it is spelled. */
export interface UnknownTextItem {
  readonly place: UnknownPlace;
  /** One of the ways it is written. */
  readonly text: string;
  /** The same in words alone, without marks. */
  readonly words: string;
  readonly people: number;
  /** Codes of the units that write so. */
  readonly units: string;
}

const orders: Orders<UnknownOrder, UnknownTextItem> = {
  people: [
    { column: 't.people', type: 'bigint', value: ({ people }) => people },
    { column: 't.words', type: 'text', value: ({ words }) => words },
    { column: 't.place', type: 'text', value: ({ place }) => place },
  ],
  text: [
    { column: 't.words', type: 'text', value: ({ words }) => words },
    { column: 't.place', type: 'text', value: ({ place }) => place },
  ],
};

/** Texts that are letter for letter the same are taken together first: to fold each of a hundred thousand would take its time. */
const saidAs = (place: UnknownPlace, column: string, post: string) =>
  `SELECT '${place}' AS place, min(g.text) AS text, post_words(g.text) AS words, sum(g.people)::bigint AS people,
     (SELECT string_agg(u.code, ', ' ORDER BY u.code) FROM units u WHERE u.id = ANY (array_agg(g.unit_id))) AS units
   FROM (SELECT p.${column} AS text, p.unit_id, count(*) AS people FROM persons p
     WHERE p.${post} IS NULL AND p.${column} IS NOT NULL AND p.same_as_id IS NULL AND NOT has_left(p.left_on, $1) GROUP BY p.${column}, p.unit_id) g
   GROUP BY post_words(g.text)`;
/** `$1` is today. */
const texts = `(${saidAs('position', 'position', 'post_id')} UNION ALL ${saidAs('partyPosition', 'party_position', 'party_post_id')} UNION ALL ${saidAs('plannedPost', 'planned_post', 'planned_post_id')}) t`;

@Injectable()
export class UnknownTextsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list({ sort = '-people', limit, after, ...filter }: UnknownTextsQuery = {}): Promise<PageOf<UnknownTextItem>> {
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, parameters);
    const page = keysetPage(orders, { sort, limit, after }, parameters);
    const rows = await this.database.read<UnknownTextItem>(
      `SELECT t.* FROM ${texts} WHERE ${[...conditions, page.condition].join(' AND ')} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async count(filter: UnknownTextsQuery = {}): Promise<number> {
    const parameters: unknown[] = [this.clock.today()];
    const conditions = conditionsOf(filter, parameters).join(' AND ');
    const [row] = await this.database.read<{ count: number }>(
      `SELECT count(*) FROM ${texts} WHERE ${conditions}`,
      parameters,
    );
    return row!.count;
  }
}

function conditionsOf({ search, place: wanted }: UnknownTextsQuery, parameters: unknown[]): string[] {
  const place = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    `t.words <> ''`,
    ...searchWords(search).map((word) => `' ' || t.words LIKE ${place(`% ${forLike(word)}%`)}`),
  ];
  return wanted === undefined ? conditions : [...conditions, `t.place = ${place(wanted)}`];
}
