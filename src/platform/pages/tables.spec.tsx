import type { VNode } from 'preact';
import { Badge, Progress, Verdict } from './badges';
import { readWorkbook } from '../sheets/workbook';
import { numberIn } from './exports/cell-values';
import { TakenList } from './exports/taken-list';
import { renderFragment } from './render';
import { type Column, type ListPart, Table } from './tables';

const rendered = (body: VNode) =>
  renderFragment({ locale: 'vi', actorName: null, path: '/jobs/1', navigation: [], flash: null }, body);

describe('a table', () => {
  const columns: Column<{ name: string; seats: number }>[] = [
    { label: 'Đơn vị', isRowName: true, cell: (row) => row.name, sort: { href: '?sort=name', direction: 'ascending' } },
    { label: 'Chỉ tiêu', isNumber: true, cell: (row) => row.seats, total: 5 },
    { label: 'Thao tác', hidesLabel: true, cell: () => <a href="/x">Xem</a> },
  ];
  const empty = { title: 'Chưa có đơn vị nào', next: 'Bấm “Phân bổ” để bắt đầu.' };
  const table = (rows: { name: string; seats: number }[]) => (
    <Table caption="Chỉ tiêu theo đơn vị" columns={columns} rows={rows} empty={empty} />
  );

  it('names every value, so that a row can be read as a card on a phone', () => {
    const html = rendered(table([{ name: 'LIX', seats: 5 }]));
    expect(html).toContain('data-label="Chỉ tiêu"><div>5</div>');
    expect(html).toContain('<th scope="row" role="rowheader" class="row-name">LIX</th>');
    expect(html).not.toContain('data-label="Thao tác"');
  });

  it('says how it is sorted', () => {
    const html = rendered(table([{ name: 'LIX', seats: 5 }]));
    expect(html.match(/aria-sort/g)).toHaveLength(1);
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('đang xếp tăng dần');
  });

  it('closes with its totals', () => {
    expect(rendered(table([{ name: 'LIX', seats: 5 }]))).toMatch(/<tfoot.*Tổng cộng.*<div>5<\/div>/);
  });

  it('shows zero as a value', () => {
    expect(rendered(table([{ name: 'LIX', seats: 0 }]))).toContain('<div>0</div>');
  });

  it('says what to do when there is nothing', () => {
    const html = rendered(table([]));
    expect(html).not.toContain('<table');
    expect(html).toContain('Bấm “Phân bổ” để bắt đầu.');
  });
});

describe('a list', () => {
  const columns: Column<{ fullName: string; day: string; places: number }>[] = [
    { label: 'Họ và tên', isRowName: true, cell: ({ fullName }) => <a href="/x">{fullName}</a> },
    { label: 'Ngày', cell: ({ day }) => day },
    { label: 'Chỗ', isNumber: true, cell: ({ places }) => places },
    { label: 'Chọn', hidesLabel: true, cell: () => <button type="submit">Chọn</button> },
  ];
  const rows = [
    { fullName: 'Trần Văn Ánh', day: '05/11/2026', places: 10 },
    { fullName: 'Nguyễn Thị Bình', day: '20/01/2026', places: 9 },
    { fullName: 'Phạm Anh', day: '', places: 100 },
  ];
  const drawn = (path: string, list: ListPart = 'whole', taken?: TakenList) =>
    renderFragment(
      { locale: 'vi', actorName: null, path, navigation: [], flash: null, taken },
      <Table caption="Danh sách" list={list} columns={columns} rows={rows} empty={{ title: 'Chưa có' }} />,
    );
  const givenNames = (html: string) => [...html.matchAll(/<a href="\/x">[^<]*?([^ <]*)<\/a>/g)].map(([, name]) => name);

  it.each([
    ['', ['Ánh', 'Bình', 'Anh']],
    ['order=1', ['Anh', 'Ánh', 'Bình']],
    ['order=-1', ['Bình', 'Ánh', 'Anh']],
    ['order=2', ['Bình', 'Ánh', 'Anh']],
    ['order=-2', ['Ánh', 'Bình', 'Anh']],
    ['order=3', ['Bình', 'Ánh', 'Anh']],
    ['order=4', ['Ánh', 'Bình', 'Anh']],
    ['order=x', ['Ánh', 'Bình', 'Anh']],
  ])('is ordered by what a column says, as names, days and numbers are: %s', (query, names) => {
    expect(givenNames(drawn(`/x?unitId=1&${query}`))).toEqual(names);
  });

  it('is ordered without the others of its page', () => {
    const table = (
      <>
        <Table caption="Một" list="whole" columns={columns} rows={rows} empty={{ title: 'Chưa có' }} />
        <Table caption="Hai" list="whole" columns={columns} rows={rows} empty={{ title: 'Chưa có' }} />
      </>
    );
    const page = { locale: 'vi', actorName: null, path: '/x?order=-2.1', navigation: [], flash: null } as const;
    expect(givenNames(renderFragment(page, table))).toEqual(['Ánh', 'Bình', 'Anh', 'Bình', 'Ánh', 'Anh']);
  });

  it('keeps what else the address says', () => {
    expect(drawn('/x?unitId=1&order=2')).toContain('href="/x?unitId=1&amp;order=-2"');
  });

  it('is ordered by its reader alone where it has more pages', () => {
    const html = drawn('/x?order=1', { next: 'more', isFirstPage: true });
    expect(html).not.toContain('sort-link');
    expect(givenNames(html)).toEqual(['Ánh', 'Bình', 'Anh']);
  });

  it('is taken away with days and numbers as such, without what is only pressed', async () => {
    const taken = new TakenList(1);
    drawn('/x?order=3', 'whole', taken);
    const { name, content } = await taken.workbook('TT');
    expect(name).toBe('danh-sach.xlsx');
    expect((await readWorkbook({ name, content })).rows).toEqual([
      ['Danh sách'],
      ['TT', 'Họ và tên', 'Ngày', 'Chỗ'],
      [1, 'Nguyễn Thị Bình', { day: '2026-01-20' }, 9],
      [2, 'Trần Văn Ánh', { day: '2026-11-05' }, 10],
      [3, 'Phạm Anh', null, 100],
    ]);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['1.234', 'vi', 1234],
    ['7,5', 'vi', 7.5],
    ['1,234', 'en', 1234],
    ['7.5', 'en', 7.5],
    ['3 / 7', 'vi', null],
    ['', 'vi', null],
  ] as const)('is read as its language writes it: %s in %s', (text, locale, number) => {
    expect(numberIn(text, locale)).toBe(number);
  });
});

describe('a state', () => {
  it('is always told in words', () => {
    expect(rendered(<Badge tone="danger" text="Trả lại" />)).toContain('>Trả lại<');
    expect(rendered(<Verdict outcome="block" sentence="Trùng lịch." />)).toMatch(/Không đạt.*Trùng lịch\./);
  });
});

describe('progress', () => {
  it('asks again every second until the work is done', () => {
    const html = rendered(<Progress label="Nhập" done={1} total={4} pollUrl="/jobs/1/progress" />);
    expect(html).toContain('hx-get="/jobs/1/progress" hx-trigger="every 1s" hx-swap="outerHTML"');
    const later = rendered(<Progress label="Nhập" done={0} total={4} pollUrl="/jobs/1/progress" pollAfter={280} />);
    expect(later).toContain('hx-trigger="every 280s"');
    expect(html).toContain('<progress value="1" max="4" aria-label="Nhập"');
    expect(rendered(<Progress label="Nhập" done={4} total={4} />)).not.toContain('hx-get');
  });
});
