import type { ComponentChildren } from 'preact';
import { EmptyState } from './blocks';
import { useLists } from './exports/current-lists';
import { ListDownload, ordered, shownLines } from './exports/list';
import { Icon } from './icons';
import { linkTo, type Query } from './links';
import { usePage, useWords } from './page-context';
import { pageWords } from './words';

export type SortDirection = 'ascending' | 'descending' | null;

export interface Column<Row> {
  /** Heading of the column, and on a phone the label beside the value. */
  readonly label: string;
  readonly cell: (row: Row, index: number) => ComponentChildren;
  /** The column that names the row: read out with every cell, and the title of the row on a phone. */
  readonly isRowName?: boolean;
  readonly isNumber?: boolean;
  /** A column of boxes or buttons: its label is for screen readers only, and it is not printed. */
  readonly hidesLabel?: boolean;
  readonly sort?: { readonly href: string; readonly direction: SortDirection };
  /** What a whole list is ordered by instead of what the column shows; null where nobody would order by it. */
  readonly orderedBy?: ((row: Row) => string) | null;
  /** What stands under the column in the line of totals. */
  readonly total?: ComponentChildren;
  /** In a long list on a phone values stand without their labels, but for numbers and what says nothing without one. */
  readonly isNamed?: boolean;
  /** A badge and nothing else. */
  readonly isState?: boolean;
  /** What another column says too: a long list on a phone leaves it out. */
  readonly isToldTwice?: (row: Row) => boolean;
  /** Whether it takes lines of its own in a long list on a phone, instead of following the other values; words unfold them there. */
  readonly hasOwnLines?: (row: Row) => boolean | string;
}

/** What the headings of a list lead to that its reader orders: pressed again, each turns its order round. */
export const ordersOf =
  <Order extends string>(path: string, query: Query, sort: Order) =>
  (order: Exclude<Order, `-${string}`>): { readonly href: string; readonly direction: SortDirection } => ({
    href: linkTo(path, { ...query, sort: sort === order ? `-${order}` : order }),
    direction: sort === order ? 'ascending' : sort === `-${order}` ? 'descending' : null,
  });

interface TableProps<Row> {
  readonly caption: string;
  readonly hidesCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Shown instead of the table: what is missing and what to do next. */
  readonly empty: { readonly title: string; readonly next?: string; readonly action?: ComponentChildren };
  /** More columns than a laptop shows: scrolls sideways on every screen, prints on A4 across. */
  readonly isWide?: boolean;
  /** Dozens of rows of the same kind: on a phone each has its name on one line and all else on the next. */
  readonly isLong?: boolean;
}

/** All rows of a list, or one page of it, as its pager knows it. */
export type ListPart = 'whole' | { readonly next: string | null; readonly isFirstPage: boolean };

interface ListProps {
  readonly list: ListPart;
  /** A file that tells more than the table is handed out by another button. */
  readonly hasOwnFile?: boolean;
}

/**
 * Rows as a table. A list is downloaded as it is shown, page after page. Where all its rows are here – all of it, or no more than
 * one page – it is ordered by any of its columns, as the address says; a longer one by those its reader orders it by.
 */
export function Table<Row>({ list, hasOwnFile, ...table }: TableProps<Row> & Partial<ListProps>) {
  return list ? <List list={list} hasOwnFile={hasOwnFile ?? false} table={table} /> : <PlainTable {...table} />;
}

function List<Row>({ list, hasOwnFile, table }: Required<ListProps> & { table: TableProps<Row> }) {
  const page = usePage();
  const lists = useLists();
  const isAll = list === 'whole' || (list.isFirstPage && list.next === null);
  const number = lists.begin();
  const { columns, rows } = isAll ? ordered(page, number, table.columns, table.rows) : table;
  lists.show(() => ({ caption: table.caption, ...shownLines(page, columns, rows) }));
  return (
    <>
      {!hasOwnFile && rows.length > 0 && <ListDownload page={page} number={number} />}
      <PlainTable isLong={!table.isWide} {...table} columns={columns} rows={rows} />
    </>
  );
}

/**
 * On a phone stacked cards, or two lines a row where the list is long, unless it is wide. The roles repeat what the elements
 * mean, because a table whose display is changed by CSS loses its meaning for some screen readers.
 */
function PlainTable<Row>({
  caption,
  hidesCaption = false,
  columns,
  rows,
  empty,
  isWide = false,
  isLong = false,
}: TableProps<Row>) {
  const text = useWords(pageWords);
  if (rows.length === 0) return <EmptyState {...empty} />;
  const isSortable = columns.some((column) => column.sort);
  const hasTotals = columns.some((column) => column.total !== undefined);
  const table = (
    <table class={`table list-table${isWide ? ' is-wide' : ''}${isLong ? ' is-long' : ''}`} role="table">
      <caption class={hidesCaption ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead role="rowgroup" class={isSortable ? 'is-sortable' : undefined}>
        <tr role="row">
          {columns.map((column) => (
            <HeadingCell column={column} />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr role="row">
            {columns.map((column) => (
              <BodyCell column={column} ownLines={column.hasOwnLines?.(row)} isToldTwice={column.isToldTwice?.(row)}>
                {column.cell(row, index)}
              </BodyCell>
            ))}
          </tr>
        ))}
      </tbody>
      {hasTotals && (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <BodyCell column={column}>{column.total ?? (column.isRowName ? text.total : null)}</BodyCell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (!isWide) return table;
  // A part that scrolls must be reachable by keyboard, and named once it is.
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

function HeadingCell<Row>({ column }: { column: Column<Row> }) {
  const { label, sort, hidesLabel } = column;
  return (
    <th scope="col" role="columnheader" class={cellClass(column, 'heading')} aria-sort={sort?.direction ?? undefined}>
      {sort ? (
        <SortLink label={label} {...sort} />
      ) : (
        <span class={hidesLabel ? 'visually-hidden' : undefined}>{label}</span>
      )}
    </th>
  );
}

function BodyCell<Row>({
  column,
  ownLines = false,
  isToldTwice = false,
  children,
}: {
  column: Column<Row>;
  ownLines?: boolean | string | undefined;
  isToldTwice?: boolean | undefined;
  children: ComponentChildren;
}) {
  if (column.isRowName) {
    return (
      <th scope="row" role="rowheader" class="row-name">
        {children}
      </th>
    );
  }
  // On a phone the cell is a grid of label and value, so the value must be one box; an empty cell must stay empty.
  const isEmpty = children === null || children === undefined || children === false || children === '';
  const value = typeof ownLines === 'string' ? <Folded label={ownLines}>{children}</Folded> : <div>{children}</div>;
  const classes = [
    cellClass(column),
    column.isNamed || column.isNumber ? 'is-named' : '',
    column.isNumber && children === 0 ? 'is-zero' : '',
    isToldTwice ? 'is-told-twice' : '',
    ownLines === true ? 'has-own-lines' : '',
  ];
  return (
    <td
      role="cell"
      class={classes.filter(Boolean).join(' ') || undefined}
      data-label={column.hidesLabel ? undefined : column.label}
    >
      {isEmpty ? null : value}
    </td>
  );
}

/** Unfolds on a phone only. Where a browser cannot open it by style alone, the line to unfold it stays on every screen. */
function Folded({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <details class="folded">
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  );
}

function cellClass<Row>(column: Column<Row>, place?: 'heading'): string | undefined {
  const { isNumber, hidesLabel, isRowName, isState, sort } = column;
  const classes = [
    isNumber && 'is-number',
    isState && 'is-state',
    hidesLabel && 'is-control',
    place === 'heading' && isRowName && 'row-name',
    place === 'heading' && sort && 'has-sort',
  ];
  return classes.filter(Boolean).join(' ') || undefined;
}

function SortLink({ label, href, direction }: { label: string; href: string; direction: SortDirection }) {
  const text = useWords(pageWords);
  const state = { ascending: text.sortedAscending, descending: text.sortedDescending };
  return (
    <a class="sort-link" href={href}>
      <span class="visually-hidden">{text.sortBy} </span>
      {label}
      <Icon name={direction ?? 'sortable'} />
      {direction && <span class="visually-hidden">, {state[direction]}</span>}
    </a>
  );
}
