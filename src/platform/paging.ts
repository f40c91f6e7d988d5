import { sealed, unsealed } from './cursor-seal';
import { InvalidInput } from './problems/refusals';
import { OneOf, Text, WholeNumber } from './request-fields';

export interface PageOf<T> {
  readonly items: readonly T[];
  /** Cursor of the next page; null on the last one. */
  readonly next: string | null;
}

export class PageQuery {
  @WholeNumber({ min: 1, max: 500, optional: true, description: 'How many items; 50 unless told.' })
  readonly limit?: number;

  @Text({ optional: true, max: 1_000, description: 'Cursor from `next` of the page before.' })
  readonly after?: string;
}

export const usualPage = 50;

/** What the address of a list that is read in orders says on a page, which names the cursor so. */
export function listQuery<Sort extends string>(orders: readonly Sort[]) {
  class ListQuery {
    @OneOf(orders, { optional: true })
    readonly sort?: Sort;

    @Text({ optional: true, max: 1_000 })
    readonly cursor?: string;
  }
  return ListQuery;
}

/**
 * Cuts one page out of `limit + 1` rows read in keyset order. The cursor is sealed, since a list may be sorted by names.
 * @param keyOf the values the order is made of, so that the next page starts after them
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
): PageOf<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, next: more ? sealed(JSON.stringify(keyOf(last))) : null };
}

/** One page of what is all known already and shown a part at a time; from the start where what the cursor stood for is gone. */
export function pageAmong<T>(all: readonly T[], after: string | undefined, idOf: (one: T) => string): PageOf<T> {
  const [last] = cursorValues(after, 1) ?? [];
  const from = all.findIndex((one) => idOf(one) === last) + 1;
  return pageOf(all.slice(from, from + usualPage + 1), usualPage, (one) => [idOf(one)]);
}

/** The values a cursor stands for; null for the first page. */
export function cursorValues(after: string | undefined, count: number): (string | number)[] | null {
  if (after === undefined) return null;
  try {
    const values: unknown = JSON.parse(unsealed(after) ?? 'null');
    if (
      Array.isArray(values) &&
      values.length === count &&
      values.every((value) => ['string', 'number'].includes(typeof value))
    ) {
      return values as (string | number)[];
    }
  } catch {
    // Falls through to the refusal: a cursor is ours or it is not.
  }
  throw InvalidInput.field('after', 'not_a_cursor', {
    vi: 'Vị trí trang không đúng. Hãy mở lại danh sách từ đầu.',
    en: 'Not a cursor of this list; start the list again.',
  });
}

/** For lists that are ordered by the names of what they hold. */
export const nameOrders = ['name', '-name'] as const;
export type NameOrder = (typeof nameOrders)[number];

export interface ListedByName {
  readonly sort?: NameOrder | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** What a list is ordered by: a column in SQL, and the value of a row in it, as a cursor keeps it. */
interface SortKey<Row> {
  readonly column: string;
  readonly type: string;
  readonly value: (row: Row) => string | number;
}

/** The orders of a list by their names; a minus before a name turns the order round. The last key of each is unique. */
export type Orders<Sort extends string, Row> = Readonly<Record<OrderName<Sort>, readonly SortKey<Row>[]>>;
type OrderName<Sort extends string> = Sort extends `-${infer Name}` ? Name : Sort;

/** One page of a list that is read in an order. */
export interface KeysetPage<Row> {
  /** Holds for the rows after the cursor. */
  readonly condition: string;
  readonly orderAndLimit: string;
  readonly of: (rows: readonly Row[]) => PageOf<Row>;
}

/** The page after a cursor, as SQL that its reader builds in; what it compares with is added to `parameters`. */
export function keysetPage<Sort extends string, Row>(
  orders: Orders<Sort, Row>,
  {
    sort,
    limit = usualPage,
    after,
  }: { readonly sort: Sort; readonly limit?: number | undefined; readonly after?: string | undefined },
  parameters: unknown[],
): KeysetPage<Row> {
  const keys = orders[sort.replace('-', '') as OrderName<Sort>];
  const [direction, beyond] = sort.startsWith('-') ? ['DESC', '<'] : ['ASC', '>'];
  const [sorted = sort, ...from] = cursorValues(after, keys.length + 1) ?? [];
  if (sorted !== sort) throw cursorOfAnotherOrder();
  const places = from.map((value, index) => `$${parameters.push(value)}::${keys[index]!.type}`);
  return {
    condition:
      from.length === 0 ? 'true' : `(${keys.map(({ column }) => column).join(', ')}) ${beyond} (${places.join(', ')})`,
    orderAndLimit: `ORDER BY ${keys.map(({ column }) => `${column} ${direction}`).join(', ')} LIMIT $${parameters.push(limit + 1)}`,
    of: (rows) => pageOf(rows, limit, (row) => [sort, ...keys.map(({ value }) => value(row))]),
  };
}

/** A cursor belongs to the order it was made in. */
export const cursorOfAnotherOrder = () =>
  InvalidInput.field('after', 'not_a_cursor', {
    vi: 'Danh sách đã được sắp xếp lại. Hãy mở lại từ đầu.',
    en: 'The list is sorted differently now; start it again.',
  });
