import { grouped, largest } from '../lists';
import { Refusal } from '../problems/refusal';
import { type Asked, askedHeaders, hasPeopleInColumns } from './asked-headers';
import { isBlank, noLooks, type Sheet, type SheetLooks, type TextAt } from './cells';
import type { Choice, ColumnMemory } from './choice';
import { type ColumnChoices, layoutOf, ofHeadings, withColumns } from './columns';
import { withColumnsByValues } from './columns-by-values';
import { findHeaders, maxTables, strayHeaders } from './find-headers';
import { type Column, type Header, missingIn, missingInSaid, type TableKind } from './header';
import { ChosenTableGone, PeopleInColumns, TooManyTables } from './sheets.refusals';
import { columnName } from './xlsx/addresses';

export interface Table<K extends string> {
  readonly id: string;
  readonly sheet: Sheet;
  readonly header: Header<K>;
  /** By its headings alone. */
  readonly asHeaded: Header<K>;
  readonly layout: string;
  /** What its columns were said to be, now or before. */
  readonly said: ColumnChoices;
  readonly isSaidNow: boolean;
  readonly rememberedAt: string | null;
  readonly lacks: readonly K[];
  /** Its first row with what stands above it, and the first row that is not its own. */
  readonly from: number;
  readonly to: number;
}

export const looksOf = ({ looks }: Sheet): SheetLooks => looks ?? noLooks;

/** The sheet in front, or the first that has a table; before both, one of which somebody said where its headings are. */
export function proposedSheet<K extends string>(
  tables: readonly Table<K>[],
  { headings = [] }: Choice,
): Sheet | undefined {
  const seen = tables.filter(({ sheet }) => !looksOf(sheet).isHidden);
  const named = seen.find(({ id }) => headings.includes(id));
  return (named ?? seen.find(({ sheet }) => looksOf(sheet).isActive) ?? seen[0])?.sheet;
}

/** Where on no sheet that is seen a table was found, the likeliest heading of the one in front is asked about. */
export function foundInAll<K extends string>(
  sheets: readonly Sheet[],
  kind: TableKind<K>,
  choice: Choice,
  memory: ColumnMemory,
): FoundIn<K>[] {
  const named = (choice.headings ?? []).map((id) => id.split(':').map((part) => Number(part) - 1));
  if (!named.every(([sheet, row]) => sheets[sheet!]?.rows[row!])) throw new ChosenTableGone();
  const rowsNamed = (at: number) => named.filter(([sheet]) => sheet === at).map(([, row]) => row!);
  const isRemembered = (layout: string) => !choice.forget && memory.has(layout);
  const look = (sheet: Sheet, index: number, guesses: boolean) =>
    foundIn(sheet, kind, choice, { ...choice, rows: rowsNamed(index), isRemembered, guesses });
  const found = sheets.map((sheet, index) => look(sheet, index, false));
  if (!kind.facts || found.some(({ sheet, headers }) => headers.length > 0 && !looksOf(sheet).isHidden)) return found;
  const front = inFront(sheets);
  if (hasPeopleInColumns(front, kind)) throw new PeopleInColumns(front.name);
  return found.map((one, index) => (sheets[index] === front ? look(front, index, true) : one));
}

/** A sheet with what is taken of nobody gone from below its headings. */
export interface FoundIn<K extends string> {
  readonly sheet: Sheet;
  readonly headers: readonly Header<K>[];
  readonly forbidden: readonly ForbiddenCells[];
}

/** Where something stood; what it was is kept nowhere. */
interface ForbiddenCells {
  readonly column: Column;
  readonly rows: readonly number[];
}

/** Those by which people can be told first, then what is to be asked. */
function headersIn<K extends string>(sheet: Sheet, kind: TableKind<K>, choice: Choice, asked: Asked): Header<K>[] {
  const found = asked.rows.length > 0 ? [] : findHeaders(sheet, kind, choice);
  const isAsked = kind.facts && found.length === 0 && !looksOf(sheet).isHidden && !hasPeopleInColumns(sheet, kind);
  const headers = isAsked ? askedHeaders(sheet, kind, asked) : found;
  if (headers.length > maxTables) throw new TooManyTables(maxTables);
  return [...headers, ...strayHeaders(sheet, kind, headers)].toSorted((one, other) => one.headerRow - other.headerRow);
}

function foundIn<K extends string>(sheet: Sheet, kind: TableKind<K>, choice: Choice, asked: Asked): FoundIn<K> {
  const headers = headersIn(sheet, kind, choice, asked);
  const rows = [...sheet.rows];
  const looks = sheet.looks;
  let { struck = [], signs = [], oldFonts = [], comments = [] } = looks ?? {};
  const forbidden = headers.flatMap((header) => {
    if (header.forbidden.length === 0) return [];
    const end = endOf(header, headers, Infinity);
    const columns = new Set(header.forbidden.map(({ index }) => index));
    const isForbidden = ({ row, column }: TextAt) => row >= header.dataRow && row < end && columns.has(column);
    const crossedOut = struck.filter(isForbidden);
    struck = struck.filter((place) => !isForbidden(place));
    signs = signs.filter((place) => !isForbidden(place));
    oldFonts = oldFonts.filter((place) => !isForbidden(place));
    comments = comments.filter((place) => !isForbidden(place));
    const filled = header.forbidden.map((column) => {
      const below = rows.flatMap((row, index) =>
        index >= header.dataRow && index < end && !isBlank(row[column.index]) ? [index] : [],
      );
      const struckOut = crossedOut.filter((place) => place.column === column.index).map(({ row }) => row);
      return { column, rows: [...new Set([...below, ...struckOut])].toSorted((one, other) => one - other) };
    });
    for (const row of new Set(filled.flatMap((cells) => cells.rows)))
      rows[row] = rows[row]?.map((cell, column) => (columns.has(column) ? null : cell)) ?? [];
    return filled.filter((cells) => cells.rows.length > 0);
  });
  const cleaned = { ...sheet, rows, ...(looks && { looks: { ...looks, struck, signs, oldFonts, comments } }) };
  return { sheet: forbidden.length > 0 ? cleaned : sheet, headers, forbidden };
}

/** Where the next table begins; one beside it ends with it. */
const endOf = <K extends string>({ headerRow }: Header<K>, headers: readonly Header<K>[], otherwise: number): number =>
  headers.find((next) => next.headerRow > headerRow)?.headerRow ?? otherwise;

export function inFront(sheets: readonly Sheet[]): Sheet {
  const seen = sheets.filter(({ rows, looks }) => rows.length > 0 && !looks?.isHidden);
  return seen.find(({ looks }) => looks?.isActive) ?? seen[0] ?? sheets[0]!;
}

/** A table before it is known what was said of it. */
type Place<K extends string> = Pick<Table<K>, 'id' | 'sheet' | 'asHeaded' | 'layout' | 'from' | 'to'>;

export function placesOf<K extends string>(
  { sheet, headers }: FoundIn<K>,
  kind: TableKind<K>,
  index: number,
): Place<K>[] {
  // A last row that is crossed out as a whole holds nothing else.
  const end = looksOf(sheet).struck.reduce((last, { row }) => Math.max(last, row + 1), sheet.rows.length);
  return headers.map((header, at) => ({
    id: [index + 1, header.headerRow + 1, ...(header.window?.left ? [columnName(header.window.left + 1)] : [])].join(
      ':',
    ),
    sheet,
    asHeaded: withColumnsByValues(header, kind, sheet.rows.slice(header.dataRow, endOf(header, headers, end))),
    layout: layoutOf(header),
    from: at === 0 ? 0 : header.headerRow,
    to: endOf(header, headers, end),
  }));
}

/** What is said now of the columns of each table, by their names: of one, and of those with the same headings of which nothing else is. */
export function saidOfAll<K extends string>(
  places: readonly Place<K>[],
  columns: ColumnChoices | undefined,
): ReadonlyMap<string, ColumnChoices> {
  const idOf = (at: string) => at.slice(0, at.indexOf('!'));
  const columnOf = (at: string) => at.slice(at.indexOf('!') + 1);
  const byTable = grouped(Object.entries(columns ?? {}), ([at]) => idOf(at));
  const said = new Map<string, ColumnChoices>();
  for (const [id, of] of byTable) said.set(id, Object.fromEntries(of.map(([at, fact]) => [columnOf(at), fact])));
  const ofLayout = new Map<string, ColumnChoices>();
  for (const { id, layout, asHeaded } of places) {
    const own = said.get(id);
    if (own && !ofLayout.has(layout)) ofLayout.set(layout, ofHeadings(asHeaded, own));
  }
  return new Map(
    places.flatMap(({ id, layout }) => {
      const of = said.get(id) ?? ofLayout.get(layout);
      return of ? [[id, of] as const] : [];
    }),
  );
}

export function tableOf<K extends string>(
  place: Place<K>,
  kind: TableKind<K>,
  said: ColumnChoices | undefined,
  memory: ColumnMemory | null,
): Table<K> {
  const { sheet, asHeaded, layout, to } = place;
  const width = widthOf(sheet, asHeaded, to);
  const read = (choices: ColumnChoices) => withColumns(asHeaded, kind, choices, width);
  const asSaid = (header: Header<K>) => ({ ...place, header, lacks: lackedBy(missingInSaid(header, kind)) });
  if (said) return { ...asSaid(read(said)), said, isSaidNow: true, rememberedAt: null };
  const remembered = memory?.get(layout);
  const before = remembered && ofHeadings(asHeaded, remembered.columns);
  const asRemembered = before && stillPossible(() => read(before));
  if (!asRemembered)
    return {
      ...place,
      header: asHeaded,
      lacks: lackedBy(missingIn(asHeaded, kind)),
      said: {},
      isSaidNow: false,
      rememberedAt: null,
    };
  return { ...asSaid(asRemembered), said: before, isSaidNow: false, rememberedAt: remembered.chosenAt };
}

const lackedBy = <K extends string>(missing: readonly (readonly K[])[]): readonly K[] => [
  ...new Set(missing.map(([first]) => first!)),
];

/** How many columns to the right something of it stands. */
export function widthOf<K extends string>(sheet: Sheet, header: Header<K>, to: number): number {
  const width = largest(sheet.rows.slice(header.headerRow, to).map((row) => row.length));
  return Math.min(width, header.window?.right ?? width);
}

/** A heading that is known by now may stand against what was said of its neighbour: then it is to be said anew. */
function stillPossible<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
