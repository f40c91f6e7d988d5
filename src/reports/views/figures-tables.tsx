import type { ComponentChildren } from 'preact';
import { useWords } from '../../platform/pages/page-context';
import { Share } from '../../platform/pages/papers/shares';
import { type Column, Table } from '../../platform/pages/tables';
import { type Figures, goneStandings, type NumberName } from '../figures';
import { reportWords } from '../reports.words';
import { counted } from './counted';

interface Props<Row extends Figures> {
  readonly caption: string;
  /** What a row is: a course or a unit. */
  readonly name: { readonly label: string; readonly of: (row: Row) => ComponentChildren };
  readonly rows: readonly Row[];
  readonly total: Figures;
  readonly empty: { readonly title: string; readonly next?: string };
  /** Where the number of a row is told one by one, of all rows for null; without it numbers lead nowhere. */
  readonly leads?: Leads<Row> | undefined;
}

export type Leads<Row> = (number: NumberName, row: Row | null) => string;

type Count = (figures: Figures) => number;

const gone: Count = ({ nominations }) => goneStandings.reduce((sum, standing) => sum + nominations[standing], 0);

/** What is counted of seats and nominations, with its words; nominated is the sum of the columns after it. */
export const countsOfSeats = (say: (typeof reportWords)['vi']): readonly (readonly [string, Count, NumberName])[] => [
  [say.allocated, ({ seats }) => seats.allocated, 'allocated'],
  [say.held, ({ seats }) => seats.held, 'held'],
  [say.nominatedShort, ({ nominated }) => nominated, 'nominated'],
  [say.waitingForGroup, ({ nominations }) => nominations.waitingForGroup, 'waitingForGroup'],
  [say.waiting, ({ nominations }) => nominations.waitingForOffice, 'waitingForOffice'],
  [say.reserves, ({ nominations }) => nominations.reserves, 'reserves'],
  [say.accepted, ({ nominations }) => nominations.accepted, 'accepted'],
  [say.returned, ({ nominations }) => nominations.returned, 'returned'],
  [say.rejected, ({ nominations }) => nominations.rejected, 'rejected'],
  [say.gone, gone, 'gone'],
  [say.classCancelled, ({ nominations }) => nominations.classCancelled, 'classCancelled'],
  [say.leftOver, ({ nominations }) => nominations.leftOver, 'leftOver'],
];

/** As many columns as a laptop shows beside the names. */
const mostColumns = 9;

/** Where the seats went and what became of the people sent; what nobody is counted in is left out. */
export function SeatsTable<Row extends Figures>({ caption, name, rows, total, empty, leads }: Props<Row>) {
  const say = useWords(reportWords);
  const columns = countsOfSeats(say)
    .filter(([, count], at) => at < 3 || count(total) > 0)
    .map((column) => countColumn<Row>(column, total, leads));
  return (
    <Table
      caption={caption}
      columns={[nameColumn(name), ...columns]}
      rows={rows}
      empty={empty}
      isWide={columns.length > mostColumns}
    />
  );
}

/** How many learn, and what comes of it; the bars let the eye compare the rows. */
export function ResultsTable<Row extends Figures>({ caption, name, rows, total, empty, leads }: Props<Row>) {
  const say = useWords(reportWords);
  const columns: readonly Column<Row>[] = [
    countColumn([say.enrolled, ({ enrolled }) => enrolled, 'enrolled'], total, leads),
    countColumn([say.judged, ({ completion }) => completion.judged, 'judged'], total, leads),
    countColumn([say.completed, ({ completion }) => completion.completed, 'completed'], total, leads),
    rateColumn(say.completionRate, ({ completion }) => completion.rate, total),
    rateColumn(say.attendanceRate, ({ attendance }) => attendance.rate, total),
  ];
  return <Table caption={caption} columns={[nameColumn(name), ...columns]} rows={rows} empty={empty} />;
}

function nameColumn<Row extends Figures>({ label, of }: Props<Row>['name']): Column<Row> {
  return { label, cell: of, isRowName: true };
}

function countColumn<Row extends Figures>(
  [label, count, number]: readonly [string, Count, NumberName],
  total: Figures,
  leads: Leads<Row> | undefined,
): Column<Row> {
  const shown = (figures: Figures, row: Row | null) => counted(count(figures), leads?.(number, row) ?? null);
  return { label, cell: (row) => shown(row, row), isNumber: true, total: shown(total, null) };
}

function rateColumn<Row extends Figures>(
  label: string,
  rate: (figures: Figures) => number | null,
  total: Figures,
): Column<Row> {
  return {
    label,
    cell: (row) => <Share percent={rate(row)} />,
    isNumber: true,
    total: <Share percent={rate(total)} />,
  };
}
