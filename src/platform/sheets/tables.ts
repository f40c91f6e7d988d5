import { largest } from '../lists';
import { beginning } from '../names';
import type { Upload } from '../uploads';
import { type Cell, cellText, hasNoValue, isBlank, type Row, type Sheet, type SheetLooks, type TextAt } from './cells';
import type { Choice, ColumnMemory, LearnedColumns } from './choice';
import { type ColumnChoices, columnIndex, type MatchedTable, matchedColumns, ofHeadings } from './columns';
import { type DoubtedColumn, doubtedColumns, type DoubtfulDays, doubtfulDays } from './day-columns';
import { findHeader, maxTables } from './find-headers';
import {
  foundInAll,
  type FoundIn,
  inFront,
  looksOf,
  placesOf,
  proposedSheet,
  saidOfAll,
  type Table,
  tableOf,
  widthOf,
} from './found-tables';
import { besideFirst, cellsWithin, columnsRead, nameOf, type TableKind } from './header';
import { rowsSearched } from './heading-reader';
import { colourOfRow, isLegend, unusualRows } from './row-colours';
import type { SheetRow } from './sheet-row';
import { ChosenTableGone, DaysNotDoubted, MissingColumns, TooManyTables } from './sheets.refusals';
import { type ReadTable, type TableRow, TableRows } from './table-rows';
import { longestSample, sampleOf, ToldPlaces } from './told-places';
import type { Unread, UnreadKind } from './unread';
import { assertUnicode, readSheets } from './workbook';
import { columnName } from './xlsx/addresses';

/** A table that stands somewhere in a file. */
export interface FoundTable {
  readonly id: string;
  readonly sheet: string;
  /** As "A9:R17". */
  readonly where: string;
  /** How many rows name somebody; where nothing says who, how many hold something. */
  readonly rows: number;
  /** Who is named first. */
  readonly sample: string;
  readonly isHidden: boolean;
  readonly isRead: boolean;
  /** What it is known by and no column is known to hold, so that nobody is read from it; left out where nothing lacks. */
  readonly lacks?: readonly string[];
}

/** A row that may be the heading of a table of which too little is known. */
export interface PossibleHeading {
  /** As `headings` of a choice names it. */
  readonly id: string;
  readonly text: string;
  readonly isTaken: boolean;
}

/** What of a file was read, kept with its dry run. */
export interface WhatWasRead {
  readonly choice: Choice;
  readonly tables: readonly FoundTable[];
  readonly unread: readonly Unread[];
  readonly doubtedDays: readonly DoubtedColumn[];
  /** The first rows of the sheet on which it is not known what columns hold; left out elsewhere. */
  readonly headings?: readonly PossibleHeading[];
}

/**
 * @param taken the rows that somebody was read from
 * @param tellsRows whether rows below a heading that nobody was read from are told here, and nowhere else
 */
export function readingOf<K extends string>(
  reading: TableReading<K>,
  taken: readonly { readonly row: SheetRow<K> }[],
  { tellsRows = false } = {},
): WhatWasRead {
  const rows = new Set(taken.map(({ row }) => row));
  const isTaken = ({ row }: TableRow<K>) => rows.has(row);
  const unread = [...reading.unread(isTaken), ...(tellsRows ? reading.rowsPassedOver(isTaken) : [])];
  const { choice, tables, doubtedDays, headings } = reading;
  return { choice, tables, unread, doubtedDays, ...(headings.length > 0 && { headings }) };
}

/** Whether somebody is to say first what the columns are of some table that was to be read. */
export const asksForColumns = ({ tables = [] }: Partial<WhatWasRead>): boolean =>
  tables.some(({ isRead, lacks }) => isRead && lacks !== undefined);

/**
 * Reads the tables of one kind in a file: those that were chosen, or those of the sheet in front.
 * @throws whatever is wrong with the file | OldFontLetters | what {@link tablesIn} throws
 */
export async function readTables<K extends string>(
  file: Upload,
  kind: TableKind<K>,
  choice: Choice = {},
  memory: ColumnMemory = new Map(),
): Promise<TableReading<K>> {
  const sheets = await readSheets(file);
  try {
    const reading = tablesIn(sheets, kind, choice, memory);
    for (const sheet of reading.sheetsChosen) await assertUnicode(sheet, file.name);
    return reading;
  } catch (error) {
    // Headings in an old font are not found; the font is what to mend.
    if (error instanceof MissingColumns) await assertUnicode(inFront(sheets), file.name);
    throw error;
  }
}

/** @throws MissingColumns | PeopleInColumns | TooManyTables | ChosenTableGone | UnknownColumnChoice | ColumnsForOneFact | DaysNotDoubted */
export function tablesIn<K extends string>(
  sheets: readonly Sheet[],
  kind: TableKind<K>,
  choice: Choice = {},
  memory: ColumnMemory = new Map(),
  tellers: readonly Teller[] = Object.values(TableReading.tellers),
): TableReading<K> {
  const found = foundInAll(sheets, kind, choice, memory);
  const places = found.flatMap((one, index) => placesOf(one, kind, index));
  if (places.length > maxTables) throw new TooManyTables(maxTables);
  const isThere = (place: string) => places.some(({ id }) => place.startsWith(`${id}!`));
  const said = choice.columns ?? {};
  if (![...Object.keys(said), ...(choice.turnedDays ?? [])].every(isThere)) throw new ChosenTableGone();
  const saidOf = saidOfAll(places, said);
  const tables = places.map((place) => tableOf(place, kind, saidOf.get(place.id), choice.forget ? null : memory));
  const proposed = proposedSheet(tables, choice);
  const chosen = tables.filter(({ id, sheet }) => choice.tables?.includes(id) ?? sheet === proposed);
  if (choice.tables && chosen.length < choice.tables.length) throw new ChosenTableGone();
  // Says what the sheet in front lacks.
  if (chosen.length === 0) findHeader(inFront(sheets), kind);
  const reading = new TableReading(found, kind, tables, chosen, choice, tellers);
  const isDoubted = (place: string) => reading.doubtedDays.some((column) => column.place === place);
  // Of a column that is said to be something else there is nothing to turn.
  const undoubted = choice.turnedDays?.find((place) => !(place in said) && !isDoubted(place));
  if (undoubted) throw new DaysNotDoubted(undoubted);
  return reading;
}

/** Finds one kind of thing that was not read. */
type Teller = <K extends string>(reading: TableReading<K>, isTaken: IsTaken<K>) => readonly Unread[];
type IsTaken<K extends string> = (row: TableRow<K>) => boolean;

/** What was read of a file, and what was not. */
export class TableReading<K extends string> {
  readonly read: readonly ReadTable<K>[];
  /** Every table of the file, in its order. */
  readonly tables: readonly FoundTable[];
  /** Columns of days that are doubted as wholes. */
  readonly doubtedDays: readonly DoubtedColumn[];
  /** All that tell what was not read: what one of them leaves out no other tells. */
  static readonly tellers: Readonly<Record<string, Teller>> = {
    tooLarge: (reading) => reading.tooLarge(),
    sheets: (reading) => reading.sheetsWithoutTables(),
    tables: (reading) => reading.otherTables(),
    unknownTables: (reading) => reading.unknownTables(),
    forbidden: (reading) => reading.forbidden(),
    columns: (reading, isTaken) => reading.read.flatMap((table) => reading.columnsOf(table, taken(table, isTaken))),
    errors: (reading, isTaken) => reading.withoutValue('error', isTaken),
    uncalculated: (reading, isTaken) => reading.withoutValue('uncalculated', isTaken),
    hiddenRows: (reading) => reading.rowsLeftOut('hidden_row'),
    struckRows: (reading) => reading.rowsLeftOut('struck_row'),
    mergedRows: (reading) => reading.rowsLeftOut('merged'),
    struck: (reading) => reading.seen('struck'),
    signs: (reading) => reading.seen('sign'),
    oldFonts: (reading) => reading.seen('old_font'),
    merged: (reading) => reading.seen('merged'),
    comments: (reading) => reading.comments(),
    colours: (reading, isTaken) => reading.colours(isTaken),
  };

  private readonly sheets: readonly Sheet[];
  private readonly places: ToldPlaces;
  private readonly rows: TableRows<K>;

  constructor(
    private readonly foundIn: readonly FoundIn<K>[],
    private readonly kind: TableKind<K>,
    private readonly all: readonly Table<K>[],
    private readonly chosen: readonly Table<K>[],
    private readonly chose: Choice,
    private readonly tellers: readonly Teller[],
  ) {
    this.sheets = foundIn.map(({ sheet }) => sheet);
    this.places = new ToldPlaces(this.sheets.length > 1);
    this.rows = new TableRows(kind, chose, this.places);
    this.tables = this.found();
    const known = chosen.filter(({ lacks }) => lacks.length === 0);
    const turned = chose.turnedDays ?? [];
    const doubts = new Map(known.map((table) => [table, doubtsIn(table, kind.days ?? [], turned)]));
    this.doubtedDays = [...doubts].flatMap(([table, doubtful]) =>
      doubtedColumns(table.header, rowsBelow(table), doubtful, (column) => `${table.id}!${columnName(column + 1)}`),
    );
    this.read = known.map((table) => ({ ...table, rows: this.rows.of(table, doubts.get(table)!) }));
  }

  get sheetsChosen(): ReadonlySet<Sheet> {
    return new Set(this.chosen.map(({ sheet }) => sheet));
  }

  /** Whether somebody is to say first who is named in some of what was chosen. */
  get asks(): boolean {
    return this.kind.facts !== undefined && this.chosen.some(({ lacks }) => lacks.length > 0);
  }

  /** The first rows of the sheet where it is to be said which one has the headings. */
  get headings(): readonly PossibleHeading[] {
    const asked = this.asks ? this.chosen.find(({ lacks }) => lacks.length > 0)! : null;
    if (!asked || this.read.some(({ sheet }) => sheet === asked.sheet)) return [];
    const at = this.sheets.indexOf(asked.sheet) + 1;
    const rows = asked.sheet.rows.slice(0, rowsSearched);
    const forbidden = new Set(asked.header.forbidden.map(({ index }) => index));
    return rows
      .flatMap((row, index) => {
        const texts = row
          .filter((cell, column) => !isBlank(cell) && !forbidden.has(column))
          .map((cell) => cellText(cell));
        const isTaken = index === asked.header.headerRow;
        const text = beginning(texts.join(' · '), longestSample);
        return texts.length > 1 || isTaken ? [{ id: `${at}:${index + 1}`, text, isTaken }] : [];
      })
      .slice(0, headingsOffered);
  }

  /** Whether a row number alone does not say which row is meant. */
  get isOfSeveralSheets(): boolean {
    return new Set(this.read.map(({ sheet }) => sheet)).size > 1;
  }

  /** What was chosen, with what was remembered: so the file is read again the same, whatever is remembered then. */
  get choice(): Choice {
    const { tables, hiddenRows, hiddenColumns, struckRows, headings, columns } = this.chose;
    const said = this.chosen.flatMap(({ id, said }) =>
      Object.entries(said).map(([column, fact]) => [`${id}!${column}`, fact] as const),
    );
    const turnedDays = this.doubtedDays.flatMap(({ place, isTurned }) => (isTurned ? [place] : []));
    return {
      ...(tables && { tables }),
      ...(hiddenRows && { hiddenRows }),
      ...(hiddenColumns && { hiddenColumns }),
      ...(struckRows && { struckRows }),
      ...(headings && { headings }),
      ...((columns || said.length > 0) && { columns: { ...columns, ...Object.fromEntries(said) } }),
      ...(turnedDays.length > 0 && { turnedDays }),
    };
  }

  /** Every column of the tables that are read, with what it was taken for. */
  get matched(): readonly MatchedTable[] {
    return this.chosen.map((table) => {
      const { id, header, layout, said, rememberedAt } = table;
      const people = this.rowsWithSomebody(table);
      const before = this.chosen.find((other) => other.layout === layout)!;
      return {
        table: id,
        ...(before !== table && { sameAs: before.id }),
        columns: matchedColumns(table.asHeaded, header, people, said),
        rememberedAt,
      };
    });
  }

  /** What is to be remembered of what was said now, or forgotten. */
  get learned(): readonly LearnedColumns[] {
    const learned = new Map<string, ColumnChoices>();
    for (const { isSaidNow, layout, said, asHeaded: header } of this.chosen) {
      if (!isSaidNow && !this.chose.forget) continue;
      // Of tables with the same headings the first of which something is said counts.
      if (Object.keys(learned.get(layout) ?? {}).length === 0) learned.set(layout, ofHeadings(header, said));
    }
    return [...learned].map(([layout, columns]) => ({ layout, columns }));
  }

  private found(): readonly FoundTable[] {
    return this.all.map((table) => {
      const { id, sheet, header, to, lacks } = table;
      const names = lacks.length > 0 ? [] : this.namesIn(table);
      const left = columnName((header.window?.left ?? 0) + 1);
      return {
        id,
        sheet: sheet.name,
        where: `${left}${header.headerRow + 1}:${columnName(widthOf(sheet, header, to))}${to}`,
        rows: lacks.length > 0 ? this.rowsWithSomebody(table).length : names.length,
        sample: names[0] ?? '',
        isHidden: looksOf(sheet).isHidden,
        isRead: this.chosen.includes(table),
        ...(lacks.length > 0 && { lacks }),
      };
    });
  }

  /** The rows that have a name; where no column is known to hold one, those that hold something. */
  private rowsWithSomebody({ sheet, header, to, lacks }: Table<K>): readonly Row[] {
    const rows = sheet.rows.slice(header.dataRow, to).map((row) => cellsWithin(header, row));
    if (lacks.length === 0) return rows.filter((row) => nameOf(header, this.kind, row) !== '');
    return rows.filter((row) => row.filter((cell) => !isBlank(cell)).length > 1);
  }

  /** What the rows that were taken, and no others, leave unread. */
  unread(isTaken: IsTaken<K>): readonly Unread[] {
    return this.tellers.flatMap((tell) => tell(this, isTaken));
  }

  /** What was met while the rows were read. */
  private seen(kind: UnreadKind): readonly Unread[] {
    return this.rows.told.filter(({ what }) => what === kind);
  }

  /** By headings alone, each once a sheet, of every sheet: what was sent should not be sent again. */
  private forbidden(): Unread[] {
    return this.foundIn.flatMap(({ sheet, forbidden }) =>
      [...new Set(forbidden.map(({ column }) => column.label))].map((label): Unread => {
        const cells = forbidden.filter(({ column }) => column.label === label);
        const ranges = cells.map(({ column: { index }, rows }) => {
          const name = columnName(index + 1);
          return `${name}${rows[0]! + 1}:${name}${rows.at(-1)! + 1}`;
        });
        const count = cells.reduce((sum, { rows }) => sum + rows.length, 0);
        return { where: this.places.atAll(sheet, ranges), what: 'forbidden', label, sample: '', cells: count };
      }),
    );
  }

  /** Each with its own words, of the sheets that are read: a note may say the opposite of its cell. */
  private comments(): Unread[] {
    return [...this.sheetsChosen].flatMap((sheet) => {
      const { comments } = looksOf(sheet);
      const told = (cells: readonly TextAt[]): Unread => ({
        ...this.places.columnTold(sheet, 'comment', null, cells),
        sample: beginning(cells[0]!.text, longestComment),
      });
      const rest = comments.slice(commentsTold);
      return [...comments.slice(0, commentsTold).map((one) => told([one])), ...(rest.length > 0 ? [told(rest)] : [])];
    });
  }

  /** Of the tables that are read, the rows taken that are coloured otherwise than most, each colour by itself. */
  coloured(isTaken: IsTaken<K>): readonly ColouredRows<K>[] {
    return this.read.flatMap((table) => {
      const { colours } = looksOf(table.sheet);
      const legend = legendOf(table, isTaken);
      if (!colours) return legend ? [{ table, rows: [], legend }] : [];
      const people = taken(table, isTaken);
      const own = this.kind.required[0]!.flatMap((key) => table.header.columns.get(key)?.index ?? [])[0];
      const keys = people.map(({ row, cells }) => {
        const of = colours.get(row.rowNumber - 1) ?? [];
        const filled = cells.flatMap((cell, column) => (isBlank(cell) ? [] : [of[column] ?? '']));
        return colourOfRow(filled, (own === undefined ? undefined : of[own]) ?? '');
      });
      return unusualRows(keys, legend !== null).map((rows) => ({ table, rows: rows.map((at) => people[at]!), legend }));
    });
  }

  private colours(isTaken: IsTaken<K>): Unread[] {
    return this.coloured(isTaken).flatMap(({ table, rows, legend }): Unread[] => {
      const label = legend && beginning(legend.text, longestSample);
      if (rows.length === 0)
        return [
          { where: this.places.at(table.sheet, `${legend!.rowNumber}`), what: 'colour', label, sample: '', cells: 0 },
        ];
      const names = rows.map(({ cells }) => nameOf(table.header, this.kind, cells)).join(', ');
      return this.places.rowsTold(table, 'colour', rows).map((told) => ({
        ...told,
        label,
        sample: beginning(names, longestComment),
      }));
    });
  }

  /** Tables by whose headings nobody can be told. */
  private unknownTables(): Unread[] {
    return this.all.flatMap(({ sheet, header, to, lacks, id }): Unread[] => {
      if (lacks.length === 0 || looksOf(sheet).isHidden) return [];
      const { where } = this.tables.find((table) => table.id === id)!;
      const rows = sheet.rows.slice(header.dataRow, to).filter((cells) => cells.some((cell) => !isBlank(cell)));
      const headings = sheet.rows[header.headerRow]!.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell));
      return [
        {
          where: this.places.at(sheet, where),
          what: 'unknown_table',
          label: sheet.name,
          sample: beginning(headings.join(' · '), longestSample),
          cells: rows.length,
        },
      ];
    });
  }

  /** Rows below a heading that hold something and were not taken. */
  rowsPassedOver(isTaken: IsTaken<K>): readonly Unread[] {
    return this.read.flatMap((table) =>
      this.places.rowsTold(
        table,
        'row',
        table.rows.filter(
          (row) => !row.isAbove && !row.leftOut && !isTaken(row) && row.cells.some((cell) => !isBlank(cell)),
        ),
      ),
    );
  }

  private tooLarge(): Unread[] {
    return this.sheets.flatMap((sheet): Unread[] => {
      const { tooLarge } = looksOf(sheet);
      if (!tooLarge) return [];
      return [
        { where: this.places.at(sheet, 'A1'), what: tooLargeKinds[tooLarge], label: sheet.name, sample: '', cells: 0 },
      ];
    });
  }

  private sheetsWithoutTables(): Unread[] {
    const withTables = new Set(this.all.map(({ sheet }) => sheet));
    return this.sheets
      .filter((sheet) => !withTables.has(sheet) && sheet.rows.length > 0)
      .map((sheet): Unread => {
        const filled = sheet.rows.flatMap((row) => row.filter((cell) => !isBlank(cell)));
        const width = Math.max(1, largest(sheet.rows.map((row) => row.length)));
        const where = this.places.at(sheet, `A1:${columnName(width)}${Math.max(1, sheet.rows.length)}`);
        const what = looksOf(sheet).isHidden ? 'hidden_sheet' : 'sheet';
        return { where, what, label: sheet.name, sample: sampleOf(filled[0]), cells: filled.length };
      });
  }

  private otherTables(): Unread[] {
    return this.all
      .filter((table) => !this.chosen.includes(table) && (table.lacks.length === 0 || looksOf(table.sheet).isHidden))
      .map((table): Unread => {
        const { sheet } = table;
        const { where } = this.tables.find(({ id }) => id === table.id)!;
        const names = this.namesIn(table);
        const what = looksOf(sheet).isHidden ? 'hidden_sheet' : 'table';
        return {
          where: this.places.at(sheet, where),
          what,
          label: sheet.name,
          sample: names[0] ?? '',
          cells: names.length,
        };
      });
  }

  private columnsOf({ sheet, header }: Table<K>, rows: readonly TableRow<K>[]): Unread[] {
    const read = new Set([...columnsRead(header), ...(header.leftOut ?? []).map(({ index }) => index)]);
    const headings = new Map(header.unknown.map(({ index, label }) => [index, label]));
    const { hiddenColumns } = looksOf(sheet);
    const found = new Map<number, { row: number; cell: Cell }[]>();
    for (const { row, cells } of rows)
      for (const [index, cell] of cells.entries()) {
        if (read.has(index) || isBlank(cell)) continue;
        const before = found.get(index);
        if (before) before.push({ row: row.rowNumber, cell });
        else found.set(index, [{ row: row.rowNumber, cell }]);
      }
    return [...found]
      .toSorted(([one], [other]) => one - other)
      .map(([index, cells]) => ({
        where: this.places.at(
          sheet,
          `${columnName(index + 1)}${cells[0]!.row}:${columnName(index + 1)}${cells.at(-1)!.row}`,
        ),
        what: hiddenColumns.has(index) ? 'hidden_column' : 'column',
        label: headings.get(index) ?? null,
        sample: sampleOf(cells[0]!.cell),
        cells: cells.length,
      }));
  }

  /** Errors or formulas in columns that are read; the row tells each of them, this the column as a whole. */
  private withoutValue(what: 'error' | 'uncalculated', isTaken: IsTaken<K>): Unread[] {
    return this.read.flatMap((table) => {
      const { sheet, header } = table;
      const read = columnsRead(header);
      const places = taken(table, isTaken).flatMap(({ row, cells }) =>
        cells.flatMap((cell, column) =>
          read.has(column) && hasNoValue(cell) && cell.noValue === what
            ? [{ row: row.rowNumber - 1, column, text: cell.text }]
            : [],
        ),
      );
      return this.places.cellsTold(sheet, header, what, places);
    });
  }

  private rowsLeftOut(what: 'hidden_row' | 'struck_row' | 'merged'): Unread[] {
    return this.read.flatMap((table) =>
      this.places.rowsTold(
        table,
        what,
        table.rows.filter(({ leftOut, cells }) => leftOut === what && cells.some((cell) => !isBlank(cell))),
      ),
    );
  }

  private namesIn({ sheet, header, to }: Table<K>): readonly string[] {
    const others = besideFirst(header, this.kind);
    return sheet.rows
      .slice(header.dataRow, to)
      .filter((row) => others.some((column) => !isBlank(row[column])))
      .flatMap((row) => nameOf(header, this.kind, row) || []);
  }
}

/** Rows that look alike, and otherwise than most; none where colours are not seen and a line says what they mean. */
interface ColouredRows<K extends string> {
  readonly table: ReadTable<K>;
  readonly rows: readonly TableRow<K>[];
  /** The line around the people that speaks of colours. */
  readonly legend: { readonly rowNumber: number; readonly text: string } | null;
}

function legendOf<K extends string>({ rows }: ReadTable<K>, isTaken: IsTaken<K>): ColouredRows<K>['legend'] {
  for (const line of rows) {
    if (isTaken(line)) continue;
    const text = line.cells.map((cell) => cellText(cell)).find((said) => isLegend(said));
    if (text !== undefined) return { rowNumber: line.row.rowNumber, text: beginning(text, longestComment) };
  }
  return null;
}

/** The rows below its heading that somebody was read from. */
const taken = <K extends string>({ rows }: ReadTable<K>, isTaken: IsTaken<K>) =>
  rows.filter((row) => isTaken(row) && row.leftOut === null && !row.isAbove);

const rowsBelow = <K extends string>({ sheet, header, to }: Table<K>) => sheet.rows.slice(header.dataRow, to);

function doubtsIn<K extends string>(table: Table<K>, keys: readonly K[], turned: readonly string[]): DoubtfulDays<K> {
  const own = turned.filter((place) => place.startsWith(`${table.id}!`)).map((place) => place.split('!')[1]!);
  return doubtfulDays(table.header, rowsBelow(table), keys, new Set(own.map((name) => columnIndex(name))));
}

const tooLargeKinds = {
  rows: 'too_many_rows',
  columns: 'too_many_columns',
  characters: 'too_much_text',
} as const satisfies Record<NonNullable<SheetLooks['tooLarge']>, UnreadKind>;

/** As long as notes are, which nobody sees beside their cell once the file is read. */
const longestComment = 500;
/** Those of more cells are told together. */
const commentsTold = 200;
const headingsOffered = 15;
