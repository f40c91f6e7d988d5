import { type MadeCell, madeWorkbook } from '../../bench/made-workbook';
import { OfficeWorkbooks, plainRoster } from '../../bench/office-workbooks';
import { judge, Tally } from '../../bench/sheets';
import { readRoster, rosterTable } from '../../src/people/rosters/sheet';
import { readTables, tablesIn } from '../../src/platform/sheets/tables';
import { growth } from '../growth';

describe('workbooks as offices make them', () => {
  it('lose nobody and nothing, and say nothing wrong of anybody', async () => {
    // Before they were mended, these hundred had each of the faults below.
    const workbooks = new OfficeWorkbooks(5);
    const tally = new Tally();
    for (let at = 0; at < 100; at++) await judge(await workbooks.next(), tally);
    expect(tally.faults).toEqual([]);
    expect(tally.counts['people']!.read).toBeGreaterThan(400);
    for (const what of ['people', 'facts', 'everything else']) expect(tally.counts[what]!.told).toBeGreaterThan(5);
  });

  describe('of which somebody was lost once', () => {
    const read = async (rows: MadeCell[][]) => {
      const content = await madeWorkbook([{ name: 'Danh sách', rows }]);
      const { rows: people, read: of } = readRoster(await readTables({ name: 'a.xlsx', content }, rosterTable));
      return { names: people.map(({ fullName }) => fullName), unread: of.unread };
    };
    const heading = ['Mã số', 'Họ và tên', null, 'Ngày sinh', 'Giới tính'];

    it('tell a row that is crossed out though it is the last', async () => {
      const out = ['M-2', 'Lê', 'Chi', '02/05/1980', 'Nữ'].map((struck) => ({ struck }));
      const { names, unread } = await read([heading, ['M-1', 'Lê', 'An', '01/05/1980', 'Nam'], out]);
      expect(names).toEqual(['Lê An']);
      expect(unread).toMatchObject([{ where: '3:3', what: 'struck_row' }]);
    });

    it('join the given names above a signature and below numbers of columns', async () => {
      const people = [
        ['M-1', 'Lê', 'An', '01/05/1980', 'Nam'],
        ['M-2', 'Lê Thị', 'Chi', '02/05/1980', 'Nữ'],
      ];
      const numbers = ['(1)', '(2)', '(3)', '(4)', '(5)'];
      const { names } = await read([heading, numbers, ...people, [], [null, null, 'T/M BAN THƯỜNG VỤ']]);
      expect(names).toEqual(['Lê An', 'Lê Thị Chi']);
    });

    it('keep whoever stands last above the heading of the next table', async () => {
      const one = ['Mã số', 'Họ và tên', 'Chức vụ', 'Ngày sinh', 'Giới tính'];
      const next = [
        ['Mã số', 'Họ và tên', 'Ngày sinh', 'Giới tính', null],
        [null, null, null, 'Nam', 'Nữ'],
      ];
      const { names } = await read([
        ...[one, ['M-1', 'Lê An', 'Kỹ sư', '01/05/1980', 'Nam']],
        ...[...next, ['M-2', 'Lê Chi', '02/05/1980', null, 'x']],
      ]);
      expect(names).toEqual(['Lê An', 'Lê Chi']);
    });
  });

  it('takes ten times as long for ten times as many people', () => {
    const rows = plainRoster(5_000);
    const readOf = (people: number) =>
      readRoster(tablesIn([{ name: 'Danh sách', rows: rows.slice(0, people + 1) }], rosterTable));
    expect(growth(readOf, 400)).toBeLessThan(40);
  });
});
