import { type ComponentChildren, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { CurrentFields, FieldsOfPage } from '../faults';
import { sortName } from '../../names';
import { Icon } from '../icons';
import { linkTo, type Query } from '../links';
import { CurrentPage, type PageContext, useWords } from '../page-context';
import { pageWords } from '../words';
import { inOrder, numberIn, textOfCell, valueOfCell } from './cell-values';

/** What of the address orders a list and downloads it; no request knows them, because every list does. */
export const listParts = { order: 'order', excel: 'excel' } as const;

interface Sort {
  readonly href: string;
  readonly direction: 'ascending' | 'descending' | null;
}

interface ShownColumn<Row> {
  readonly label: string;
  readonly cell: (row: Row, index: number) => ComponentChildren;
  readonly hidesLabel?: boolean;
  readonly isNumber?: boolean;
  readonly isRowName?: boolean;
  readonly orderedBy?: ((row: Row) => string) | null;
  /** Where its reader orders the list by it already. */
  readonly sort?: Sort;
}

/** Of a list of the page, by its number, whose rows are all given: its columns, each with a link that orders by it, and the rows as the address orders them. */
export function ordered<Row, Column extends ShownColumn<Row>>(
  page: PageContext,
  number: number,
  columns: readonly Column[],
  rows: readonly Row[],
) {
  const { path, query } = addressOf(page);
  const [, minus, list = '1', position] = /^(-?)(?:(\d+)\.)?(\d+)$/.exec(query[listParts.order] ?? '') ?? [];
  const mayOrder = ({ hidesLabel, orderedBy, sort }: Column) => !hidesLabel && orderedBy !== null && !sort;
  const chosen = Number(list) === number ? columns[Number(position) - 1] : undefined;
  const by = chosen && mayOrder(chosen) ? chosen : null;
  return {
    columns: columns.map((column, index) => {
      if (column.sort && by) return { ...column, sort: { ...column.sort, direction: null } };
      if (!mayOrder(column)) return column;
      const isChosen = column === by;
      const order = `${isChosen && !minus ? '-' : ''}${number === 1 ? '' : `${number}.`}${index + 1}`;
      const direction = isChosen ? (minus ? ('descending' as const) : ('ascending' as const)) : null;
      return { ...column, sort: { href: linkTo(path, { ...query, sort: null, order }), direction } };
    }),
    rows: by ? inOrderOf(page, by, rows, minus ? -1 : 1) : rows,
  };
}

function inOrderOf<Row>(
  page: PageContext,
  { cell, orderedBy, isRowName, isNumber }: ShownColumn<Row>,
  rows: readonly Row[],
  direction: 1 | -1,
): readonly Row[] {
  const keyOf = orderedBy ?? (isRowName ? nameOfPerson : () => null);
  const shown = (row: Row, index: number) => {
    const text = shownText(page, cell(row, index));
    return (isNumber ? numberIn(text, page.locale) : null) ?? text;
  };
  const keyed = rows.map((row, index) => ({ row, key: keyOf(row) ?? shown(row, index) }));
  return keyed.toSorted((one, other) => inOrder(one.key, other.key, direction)).map(({ row }) => row);
}

/** A row named after a person goes by the given name, as in every list of people. */
function nameOfPerson(row: unknown): string | null {
  const { fullName } = Object(row) as { readonly fullName?: unknown };
  return typeof fullName === 'string' ? sortName(fullName) : null;
}

/** What the rows say, without the columns of boxes and buttons. */
export function shownLines<Row>(page: PageContext, columns: readonly ShownColumn<Row>[], rows: readonly Row[]) {
  const told = columns.filter(({ hidesLabel }) => !hidesLabel);
  return {
    headings: told.map(({ label }) => label),
    lines: rows.map((row, index) =>
      told.map(({ cell, isNumber = false }) => valueOfCell(shownText(page, cell(row, index)), isNumber, page.locale)),
    ),
  };
}

function shownText(page: PageContext, children: ComponentChildren): string {
  // A cell may hold a form, whose fields are not those of the page.
  const cell = h(CurrentFields.Provider, { value: new FieldsOfPage([]), children });
  return textOfCell(renderToString(h(CurrentPage.Provider, { value: page, children: cell })));
}

/** The one button that hands out a list. */
export function ExcelLink({ href }: { href: string }) {
  const text = useWords(pageWords);
  return (
    <a class="btn" href={href}>
      <Icon name="download" />
      {text.downloadExcel}
    </a>
  );
}

/** Above a list: the whole of it as a file, by its filters and in its order. */
export function ListDownload({ page, number }: { page: PageContext; number: number }) {
  const { path, query } = addressOf(page);
  return (
    <div class="list-download">
      <ExcelLink href={linkTo(path, { ...query, excel: number })} />
    </div>
  );
}

function addressOf({ path: address }: PageContext): { readonly path: string; readonly query: Record<string, string> } {
  const { pathname, searchParams } = new URL(address, 'http://own.invalid');
  return { path: pathname, query: Object.fromEntries(searchParams) };
}

/** The order of a list whose rows are all given, for what else leads to this address. */
export function orderOf(page: PageContext): Query {
  return { order: addressOf(page).query[listParts.order] };
}
