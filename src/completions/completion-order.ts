/** What lists of results can be sorted by; a minus turns the order round. */
export const completionSorts = [
  'name',
  '-name',
  'unit',
  '-unit',
  'averageMark',
  '-averageMark',
  'absentShare',
  '-absentShare',
] as const;
export type CompletionSort = (typeof completionSorts)[number];

export interface CompletionOrder {
  readonly by: 'name' | 'unit' | 'averageMark' | 'absentShare';
  readonly isDescending: boolean;
}

export function orderOf(sort: CompletionSort): CompletionOrder {
  return { by: sort.replace('-', '') as CompletionOrder['by'], isDescending: sort.startsWith('-') };
}

interface Sortable {
  readonly sortName: string;
  readonly unitName: string;
  readonly averageMark: number | null;
  readonly absentShare: number | null;
}

const none = -1;
const keys = {
  name: ({ sortName }) => sortName,
  unit: ({ unitName }) => unitName,
  averageMark: ({ averageMark }) => averageMark ?? none,
  absentShare: ({ absentShare }) => absentShare ?? none,
} as const satisfies Readonly<Record<CompletionOrder['by'], (row: Sortable) => string | number>>;

export const sortKeyOf = (row: Sortable, { by }: CompletionOrder): string | number => keys[by](row);

const inVietnamese = new Intl.Collator('vi');

/** Sorts people who come in the order of names, which stays among those who are equal. */
export function inOrder<Row extends Sortable>(rows: readonly Row[], order: CompletionOrder): readonly Row[] {
  if (order.by === 'name') return order.isDescending ? rows.toReversed() : rows;
  const sign = order.isDescending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const [a, b] = [sortKeyOf(one, order), sortKeyOf(other, order)];
    return sign * (typeof a === 'string' ? inVietnamese.compare(a, String(b)) : a - Number(b));
  });
}
