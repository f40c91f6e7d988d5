import { cellText, isBlank, type Row } from './cells';

/** A heading that may mean several things: which, what stands below it says. */
export interface ByValues {
  readonly labels: readonly string[];
  /** Whether this is a value of the fact; null where it may be one of another as well. */
  readonly fits: (text: string) => boolean | null;
}

/**
 * The headings under which each column is known, the usual one first. Case, marks and punctuation do not matter.
 * `{year}` in a heading stands for any year: such a column may occur once for each.
 */
export type ColumnLabels<K extends string> = Readonly<Record<K, readonly string[]>>;

/** What a table is known by. */
export interface TableKind<K extends string> {
  readonly labels: ColumnLabels<K>;
  /** What must be there, each as one key or a choice of keys; the first is what tells a row of the table from a heading. */
  readonly required: readonly (readonly K[])[];
  /** What suffices of a table somebody said the columns of; the same unless told. */
  readonly requiredOfSaid?: readonly (readonly K[])[];
  /** Values that stand as headings below that of their column, or behind it, and are ticked: "Trình độ LLCT" over "SC", "TC", "CC". */
  readonly ticks?: Readonly<Partial<Record<K, readonly string[]>>>;
  /** Columns of days that may be written in three: "Ngày sinh" over "Ngày", "Tháng", "Năm". */
  readonly days?: readonly K[];
  /** Columns of text that may run over two: "Họ và tên" merged over family and given names. */
  readonly texts?: readonly K[];
  /** Columns of which no two rows share a cell, by a ditto mark or by merging. */
  readonly own?: readonly K[];
  /** Columns that their values tell where their headings do not. */
  readonly byValues?: Readonly<Partial<Record<K, ByValues>>>;
  /** What somebody may say a column is; nothing where columns go by their headings alone. */
  readonly facts?: readonly K[];
}

export interface Column {
  readonly index: number;
  /** The heading as the sheet has it; of a merged heading, all its rows. */
  readonly label: string;
  /** Columns to the right that it runs on in. */
  readonly goesOn?: readonly number[];
  /** Hidden, and not asked for: nothing of it goes anywhere. */
  readonly isLeftOut?: true;
  /** Its texts, one above the other, are headings of different facts: which of them a row means nobody knows. */
  readonly isOfTwoFacts?: true;
}

export type DayPart = (typeof dayParts)[number];
export const dayParts = ['Ngày', 'Tháng', 'Năm'] as const;

/** Where a table stands that has others beside it: its columns, the last not among them. */
export interface Window {
  readonly left: number;
  readonly right: number;
}

export interface YearColumn<K extends string> {
  readonly key: K;
  readonly year: number;
  readonly column: Column;
  /** All whose values stand in its cells, one after the other; left out where it is of one year. */
  readonly years?: readonly number[];
}

export interface Header<K extends string> {
  readonly columns: ReadonlyMap<K, Column>;
  readonly yearColumns: readonly YearColumn<K>[];
  readonly tickColumns: readonly { readonly key: K; readonly tick: string; readonly column: Column }[];
  readonly partColumns: readonly { readonly key: K; readonly part: DayPart; readonly column: Column }[];
  /** Columns with a heading nobody asked for, or asked for already, or hidden. */
  readonly unknown: readonly Column[];
  /** Columns of what is taken of nobody: nothing below their headings goes anywhere. */
  readonly forbidden: readonly Column[];
  /** Columns somebody said are not to be read. */
  readonly leftOut?: readonly Column[];
  /** Index in `sheet.rows` of the first row of the heading, and of the first row below it. */
  readonly headerRow: number;
  readonly dataRow: number;
  /** Nothing where it has the sheet's rows to itself. */
  readonly window?: Window;
}

/** Whether a column is one of this table, and not of one beside it. */
export const isWithin = <K extends string>({ window }: Header<K>, column: number): boolean =>
  !window || (column >= window.left && column < window.right);

/** What of a row is of this table. */
export function cellsWithin<K extends string>({ window }: Header<K>, row: Row): Row {
  return window ? row.slice(0, window.right).map((cell, column) => (column < window.left ? null : cell)) : row;
}

/** The columns that are known by more than the heading of their fact. */
const inShapes = <K extends string>({ yearColumns, tickColumns, partColumns }: Header<K>) => [
  ...yearColumns,
  ...tickColumns,
  ...partColumns,
];

/** Whether a column was found in any of the shapes it may have. */
function hasColumn<K extends string>(header: Header<K>, key: K): boolean {
  return header.columns.has(key) || inShapes(header).some((column) => column.key === key);
}

/** What must be there and is not. */
export function missingIn<K extends string>(header: Header<K> | null, kind: TableKind<K>): readonly (readonly K[])[] {
  return kind.required.filter((choice) => !header || !choice.some((key) => hasColumn(header, key)));
}

/** The same of a table somebody said the columns of. */
export const missingInSaid = <K extends string>(header: Header<K>, kind: TableKind<K>): readonly (readonly K[])[] =>
  missingIn(header, { ...kind, required: kind.requiredOfSaid ?? kind.required });

/** The usual headings of what is missing. */
export const usualHeadings = <K extends string>(missing: readonly (readonly K[])[], { labels }: TableKind<K>) => [
  ...new Set(missing.map(([first]) => labels[first!][0]!)),
];

/** The columns that are read, in every shape. */
export function columnsRead<K extends string>(header: Header<K>): ReadonlySet<number> {
  const all = [...header.columns.values(), ...inShapes(header).map(({ column }) => column)];
  return new Set(all.flatMap(({ index, goesOn = [] }) => [index, ...goesOn]));
}

/** The places of what is required beside what tells a row of the table: only somebody has something there. */
export function besideFirst<K extends string>(header: Header<K>, { required }: TableKind<K>): readonly number[] {
  const others = required.slice(1).flat();
  const whole = [...header.columns].map(([key, column]) => ({ key, column }));
  return [...whole, ...header.partColumns].flatMap(({ key, column }) => (others.includes(key) ? column.index : []));
}

/** Who a row names; nothing where it is not known which column says so. */
export function nameOf<K extends string>(header: Header<K>, { required }: TableKind<K>, row: Row): string {
  const column = required[0]!.flatMap((key) => header.columns.get(key) ?? [])[0];
  if (!column) return '';
  const cells = [column.index, ...(column.goesOn ?? [])].map((index) => row[index]);
  return cells
    .filter((cell) => !isBlank(cell))
    .map((cell) => cellText(cell))
    .join(' ');
}

/** The headings by their places, from left to right. */
export function headingsByPlace<K extends string>(header: Header<K>): ReadonlyMap<number, string> {
  const read = [...header.columns.values(), ...inShapes(header).map(({ column }) => column)];
  return new Map(
    [...read, ...header.unknown, ...header.forbidden]
      .toSorted((one, other) => one.index - other.index)
      .map(({ index, label }) => [index, label]),
  );
}

/** What a column is read as, one told by the year as "rating.2025"; null for nothing. */
export function factAt<K extends string>(header: Header<K>, index: number): string | null {
  const isIt = (column: Column) => column.index === index || column.goesOn?.includes(index);
  const perYear = header.yearColumns.find(({ column }) => isIt(column));
  if (perYear) return `${perYear.key}.${(perYear.years ?? [perYear.year]).join('+')}`;
  const [key] = [...header.columns].find(([, column]) => isIt(column)) ?? [];
  return key ?? inShapes(header).find(({ column }) => isIt(column))?.key ?? null;
}
