import { tablesIn } from '../../platform/sheets/tables';
import type { Row } from '../../platform/sheets/cells';
import { reservesOf } from './reserve-groups';
import { listTable, readNominationList } from './sheet';

const heading: Row = ['TT', 'Họ và tên', 'Ngày sinh', 'Ngày chính thức'];
const an: Row = [1, 'Lê Văn An', '12/05/1980', null];
const binh: Row = [2, 'Lê Văn Bình', '12/05/1980', null];
const chi: Row = [3, 'Lê Văn Chi', '12/05/1980', null];
const title = (text: string): Row => [null, text];

/** The given names of those whom the sheets have as reserves. */
function reservesIn(...sheets: readonly (readonly Row[] | { name: string; rows: readonly Row[] })[]): string {
  const named = sheets.map((sheet, at) => ('rows' in sheet ? sheet : { name: `Trang ${at + 1}`, rows: sheet }));
  const { tables } = tablesIn(named, listTable);
  const list = readNominationList(tablesIn(named, listTable, { tables: tables.map(({ id }) => id) }));
  return [...reservesOf(list.inOrder)].map(({ fullName }) => fullName.split(' ').at(-1)).join(' ');
}

describe('the reserves of a list', () => {
  it('stand below a heading that says so, until one of the same numbering', () => {
    expect(reservesIn([heading, ['I', 'Dự phòng'], an, ['II', 'Chính thức'], binh])).toBe('An');
    expect(reservesIn([heading, ['A', 'Danh sách dự khuyết'], an, ['B', 'Khối sản xuất'], binh])).toBe('An');
    expect(
      reservesIn([
        heading,
        ['A', 'Chính thức'],
        an,
        ['B', 'Dự phòng'],
        ['I', 'Khối Văn phòng'],
        binh,
        ['II', 'Khối sản xuất'],
        chi,
      ]),
    ).toBe('Bình Chi');
  });

  it('end with the group they are a part of, not with a part of their own', () => {
    expect(reservesIn([heading, ['A', 'Khối Văn phòng'], ['I', 'Dự phòng'], an, ['B', 'Khối sản xuất'], binh])).toBe(
      'An',
    );
    expect(
      reservesIn([heading, ['I', 'Khối Văn phòng'], title('Danh sách dự phòng'), an, ['II', 'Khối sản xuất'], binh]),
    ).toBe('An');
    expect(
      reservesIn([heading, title('Danh sách dự phòng'), ['I', 'Khối Văn phòng'], an, ['II', 'Khối sản xuất'], binh]),
    ).toBe('An Bình');
    expect(reservesIn([heading, title('Danh sách dự phòng'), an, title('Danh sách chính thức'), binh])).toBe('An');
  });

  it('are a table of its own where its title says so', () => {
    expect(
      reservesIn([heading, an], [title('DANH SÁCH DỰ PHÒNG'), [], heading, binh, ['I', 'Khối Văn phòng'], chi]),
    ).toBe('Bình Chi');
    expect(reservesIn([heading, an], { name: 'Dự phòng', rows: [heading, binh] })).toBe('Bình');
    expect(
      reservesIn([
        title('DANH SÁCH CHÍNH THỨC'),
        heading,
        an,
        [],
        title('DANH SÁCH DỰ PHÒNG'),
        heading,
        ['I', 'Khối Văn phòng'],
        binh,
      ]),
    ).toBe('Bình');
    expect(reservesIn([heading, an, ['Tổng cộng: 01 đồng chí'], ['DANH SÁCH DỰ PHÒNG'], heading, binh])).toBe('Bình');
    expect(reservesIn([title('DANH SÁCH CHÍNH THỨC VÀ DỰ PHÒNG'), heading, an])).toBe('');
  });

  it('are over where the table is', () => {
    const reserves = [heading, an, ['B', 'Danh sách dự phòng'], binh];
    expect(reservesIn(reserves, [title('DANH SÁCH CHÍNH THỨC'), heading, chi])).toBe('Bình');
    expect(reservesIn(reserves.slice(0, 3), [heading, chi])).toBe('');
    expect(reservesIn([...reserves, [], heading, chi])).toBe('Bình');
  });
});
