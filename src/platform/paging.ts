import { sealed, unsealed } from './cursor-seal';
import { InvalidInput } from './problems/refusals';
import { Text, WholeNumber } from './requests';

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
    vi: 'Vị trí trang không đúng; hãy mở lại danh sách từ đầu.',
    en: 'Not a cursor of this list; start the list again.',
  });
}

/** A cursor belongs to the order it was made in. */
export const cursorOfAnotherOrder = () =>
  InvalidInput.field('after', 'not_a_cursor', {
    vi: 'Danh sách đã được sắp xếp lại; hãy mở lại từ đầu.',
    en: 'The list is sorted differently now; start it again.',
  });
