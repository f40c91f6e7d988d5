import { showDay } from '../platform/clock';
import type { PaperCell, PaperPart, PaperTable } from '../printouts/paper';
import { countColumn, peopleColumns, text } from '../printouts/paper-parts';
import { addUp, heldOnes } from '../study-sessions/participation';
import type { Participation } from '../study-sessions/participation.queries';
import type { Figures, NumberName } from './figures';
import { reportWords } from './reports.words';
import { studiesOf } from './studies';
import { countsOfSeats } from './views/figures-tables';

const say = reportWords.vi;
const narrow = 29;
/** Where there is nothing to measure. */
const nothing = '–';

interface Rows<Row> {
  /** What a row is: "Đơn vị", "Chương trình". */
  readonly of: string;
  readonly name: (row: Row) => string;
  readonly rows: readonly Row[];
}

type Count<Row> = readonly [label: string, of: (row: Row) => PaperCell, number?: NumberName];

/** A line for each, its name and numbers; the sums below. */
export function figuresTable<Row>(
  { of, name, rows }: Rows<Row>,
  counts: readonly Count<Row>[],
  total: PaperTable['total'] | null,
): PaperPart {
  if (rows.length === 0) return text('Không có.');
  return {
    kind: 'table',
    columns: [
      peopleColumns.number,
      { ...peopleColumns.unit, label: of },
      ...counts.map(([label]) => countColumn(label, undefined, narrow)),
    ],
    rows: rows.map((row, index) => [index + 1, name(row), ...counts.map(([, count]) => count(row) ?? nothing)]),
    ...(total ? { total: ['', 'Cộng', ...total.map((cell) => cell ?? nothing)] } : {}),
  };
}

/** Where the seats went and what became of the people sent. */
export const seatsPart = <Row extends Figures>(rows: Rows<Row>, total: Figures): PaperPart =>
  withTotal(rows, countsOfSeats(say), total);

/** How many learn, and what comes of it. */
export const resultsPart = <Row extends Figures>(rows: Rows<Row>, total: Figures): PaperPart =>
  withTotal(
    rows,
    [
      [say.enrolled, ({ enrolled }) => enrolled],
      [say.judged, ({ completion }) => completion.judged],
      [say.completed, ({ completion }) => completion.completed],
      [`${say.completionRate} (%)`, ({ completion }) => completion.rate],
      [`${say.attendanceRate} (%)`, ({ attendance }) => attendance.rate],
    ],
    total,
  );

const withTotal = <Row extends Figures>(rows: Rows<Row>, counts: readonly Count<Figures>[], total: Figures) =>
  figuresTable(
    rows,
    counts,
    counts.map(([, of]) => of(total)),
  );

/** The studies of the year over these units. */
export function studiesPart(participation: readonly Participation[]): PaperPart {
  const counts: readonly Count<ReturnType<typeof studiesOf>[number]>[] = [
    [say.units, ({ held, unitsDone, units }) => (held ? say.unitsDone(unitsDone, units) : say.notHeldYet)],
    [say.members, ({ members }) => members],
    [say.attendedMembers, ({ attendedMembers }) => attendedMembers],
    [`${say.participation} (%)`, ({ rate }) => rate],
    [say.nonMembers, ({ attendedNonMembers }) => attendedNonMembers],
  ];
  const sums = addUp(heldOnes(participation));
  const { unitsDone, units, members, attendedMembers, rate, attendedNonMembers } = sums;
  const name = (study: Participation) => `${study.className} (${showDay(study.opensOn)})`;
  return figuresTable({ of: say.study, name, rows: studiesOf(participation) }, counts, [
    ...[say.unitsDone(unitsDone, units), members, attendedMembers, rate, attendedNonMembers],
  ]);
}
