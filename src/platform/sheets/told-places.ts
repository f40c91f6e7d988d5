import { grouped } from '../lists';
import { beginning } from '../names';
import { type Cell, cellText, isBlank, type Row, type Sheet, type TextAt } from './cells';
import { type Table, widthOf } from './found-tables';
import { type Header, headingsByPlace } from './header';
import type { Unread, UnreadKind } from './unread';
import { columnName } from './xlsx/addresses';

interface ToldRow {
  readonly row: { readonly rowNumber: number };
  readonly cells: Row;
}

/** Tells where in a file something stands, by the name of its sheet too where there are several. */
export class ToldPlaces {
  constructor(private readonly areSheetsSeveral: boolean) {}

  rowsTold<K extends string>({ sheet, header, to }: Table<K>, what: UnreadKind, rows: readonly ToldRow[]): Unread[] {
    if (rows.length === 0) return [];
    const ranges: [number, number][] = [];
    for (const { row } of rows) {
      const last = ranges.at(-1);
      if (last && last[1] === row.rowNumber - 1) last[1] = row.rowNumber;
      else ranges.push([row.rowNumber, row.rowNumber]);
    }
    const sample = rows[0]!.cells.filter((cell) => !isBlank(cell)).map((cell) => cellText(cell));
    const [left, right] = [columnName((header.window?.left ?? 0) + 1), columnName(widthOf(sheet, header, to))];
    const where = this.atAll(
      sheet,
      ranges.map(([first, last]) => (header.window ? `${left}${first}:${right}${last}` : `${first}:${last}`)),
    );
    return [{ where, what, label: null, sample: beginning(sample.join(' · '), longestSample), cells: rows.length }];
  }

  /** Signs of different looks are told apart: a cross is no tick. More than a few are none that anybody meant. */
  signsTold<K extends string>(sheet: Sheet, header: Header<K>, places: readonly TextAt[]): Unread[] {
    const looks = [...grouped(places, ({ column, text }) => `${column} ${text}`).values()];
    const columns = [...grouped(looks, ([first]) => first!.column)].toSorted(([one], [other]) => one - other);
    return columns
      .flatMap(([, of]) => [...of.slice(0, signsApart - 1), of.slice(signsApart - 1).flat()])
      .flatMap((cells) => this.cellsTold(sheet, header, 'sign', cells));
  }

  /** One entry a column. */
  cellsTold<K extends string>(sheet: Sheet, header: Header<K>, what: UnreadKind, places: readonly TextAt[]): Unread[] {
    const labels = headingsByPlace(header);
    const columns = [...grouped(places, ({ column }) => column)].toSorted(([one], [other]) => one - other);
    return columns.map(([column, cells]) => this.columnTold(sheet, what, labels.get(column) ?? null, cells));
  }

  columnTold(sheet: Sheet, what: UnreadKind, label: string | null, cells: readonly TextAt[]): Unread {
    return {
      where: this.atAll(
        sheet,
        cells.map(({ row, column }) => `${columnName(column + 1)}${row + 1}`),
      ),
      what,
      label,
      sample: sampleOf(cells[0]!.text),
      cells: cells.length,
    };
  }

  at(sheet: Sheet, place: string): string {
    return this.areSheetsSeveral ? `${sheet.name}!${place}` : place;
  }

  atAll(sheet: Sheet, places: readonly string[]): string {
    const named = places.slice(0, placesNamed).join(',');
    return this.at(sheet, places.length > placesNamed ? `${named},…` : named);
  }
}

const signsApart = 4;
export const longestSample = 120;
const placesNamed = 50;

export const sampleOf = (cell: Cell | undefined): string => beginning(cellText(cell), longestSample);
