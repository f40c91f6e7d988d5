import { growth } from '../../../test/growth';
import { noLooks, type Row, type Sheet, type SheetLooks, type TextAt } from './cells';
import type { TableKind } from './header';
import { tablesIn } from './tables';

const headings = ['Mã số', 'Họ và tên', 'Ngày sinh', 'Chức vụ'];
const people: TableKind<'code' | 'name' | 'birth' | 'position'> = {
  labels: { code: ['Mã số'], name: ['Họ và tên'], birth: ['Ngày sinh'], position: ['Chức vụ'] },
  required: [['name'], ['birth']],
};
const person = (at: number): Row => [`M-${at}`, 'Lê An', '01/05/1980', 'Kỹ sư'];
const sheet = (rows: readonly Row[], looks: Partial<SheetLooks> = {}): Sheet => ({
  name: 'Danh sách',
  rows,
  looks: { ...noLooks, ...looks },
});
const stacked = (tables: number) => Array.from({ length: tables }, (_, at) => [headings, person(at)]).flat();

describe('tablesIn', () => {
  it('takes time that grows only with the blanks before what is no ditto mark', () => {
    const read = (blanks: number) =>
      tablesIn([sheet([headings, ['M-1', 'Lê An', '01/05/1980', `${' '.repeat(blanks)}x`]])], people);
    expect(growth(read, 2_000)).toBeLessThan(40);
    const [, row] = tablesIn(
      [sheet([headings, person(1), ['M-2', 'Lê Ba', '01/05/1981', ' - nt - ']])],
      people,
    ).read[0]!.rows.slice(1);
    expect(row!.cells[3]).toBe('Kỹ sư');
  });

  it('reads a row that is crossed out however often its cells are named', () => {
    const struck = Array.from({ length: 130_000 }, (_, at): TextAt => ({ row: 2, column: at % 4, text: `x${at}` }));
    const { read } = tablesIn([sheet([headings, person(1)], { struck })], people, { struckRows: true });
    expect(read[0]!.rows.at(-1)!.cells).toEqual(['x0', 'x1', 'x2', 'x3']);
  });

  it('cuts what it tells of a long text at no half of a letter, which no database takes', () => {
    const long = `${'a'.repeat(119)}😀b`;
    const told = tablesIn(
      [
        sheet([
          [...headings, 'Lạ'],
          [...person(1), long],
        ]),
      ],
      people,
    ).unread(() => true);
    const passedOver = tablesIn([sheet([headings, person(1), [long]])], people).rowsPassedOver(() => false);
    expect([...told, ...passedOver].filter(({ sample }) => /\p{Surrogate}/u.test(sample))).toEqual([]);
    expect(told).toMatchObject([{ sample: 'a'.repeat(119) }]);
  });

  it('goes through what is crossed out, merged or a sign once a sheet, not once a table', () => {
    const struck = Array.from({ length: 100_000 }, (_, at): TextAt => ({ row: 0, column: at % 4, text: 'x' }));
    const merges = struck.map(({ column }) => ({ top: 0, left: column, bottom: 0, right: column }));
    const looks = { struck, signs: struck, merges };
    const read = (tables: number) => tablesIn([sheet(stacked(tables), looks)], people);
    expect(growth(read, 10)).toBeLessThan(4);
  });

  it('takes merged cells that overlap in stairs for what was merged first, in time that grows with their number', () => {
    const rows = [headings, ...Array.from({ length: 2_000 }, (_, at) => person(at))];
    const stairs = (steps: number) =>
      Array.from({ length: steps }, (_, at) => ({ top: at, left: 199 - (at % 200), bottom: 2_000, right: 199 }));
    const read = (steps: number) => tablesIn([sheet(rows, { merges: stairs(steps) })], people);
    expect(growth(read, 190)).toBeLessThan(40);
    const begun = (times: number) => Array.from({ length: times }, () => ({ top: 0, left: 2, bottom: 0, right: 3 }));
    const readHeading = (times: number) => tablesIn([sheet(rows.slice(0, 3), { merges: begun(times) })], people);
    expect(growth(readHeading, 20_000)).toBeLessThan(40);
    const overlapping = [
      { top: 1, left: 3, bottom: 2, right: 3 },
      { top: 2, left: 3, bottom: 3, right: 3 },
    ];
    const some = [headings, person(1), [...person(2).slice(0, 3), null], [...person(3).slice(0, 3), 'Giám đốc']];
    const [table] = tablesIn([sheet(some, { merges: overlapping })], people).read;
    expect(table!.rows.slice(1).map(({ cells }) => cells[3])).toEqual(['Kỹ sư', 'Kỹ sư', 'Giám đốc']);
  });

  it('refuses a file of more tables than any office makes, on one sheet or on several', () => {
    expect(tablesIn([sheet(stacked(200))], people).tables).toHaveLength(200);
    const tooMany = expect.objectContaining({ code: 'too_many_tables', facts: { limit: 200 } }) as Error;
    expect(() => tablesIn([sheet(stacked(201))], people)).toThrow(tooMany);
    expect(() => tablesIn([sheet(stacked(101)), sheet(stacked(100))], people)).toThrow(tooMany);
    expect(
      growth((tables) => expect(() => tablesIn([sheet(stacked(tables))], people)).toThrow(tooMany), 300),
    ).toBeLessThan(4);
  });
});
