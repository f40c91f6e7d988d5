import { momentAt } from '../../src/platform/clock';
import type { WhatWasRead } from '../../src/platform/sheets/tables';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';
import { rosterOf, type ShownRoster } from '../people/rosters';
import { caseFile } from './case-file';
import { madeWorkbook } from '../../bench/made-workbook';

/** What of a file is read, what is told of the rest, and that it can be chosen without sending it again. */
describe('the reading of a file', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  describe('of a roster', () => {
    const path = '/api/v1/roster-imports';
    const send = async (start: string) =>
      (await app.as(secretary).upload<ShownRoster>(path, caseFile(start), { unitId: unit.id })).body;
    const readAgain = async ({ id }: { id: string }, choice: object) =>
      app.as(secretary).post<ShownRoster>(`${path}/${id}/readings`, choice);
    const codes = async ({ id }: { id: string }) =>
      (await app.as(secretary).get<ShownRoster>(`${path}/${id}`)).body.rows.items
        .map(({ code }) => code?.slice(-1))
        .join('');

    it('with a sheet for each chi bộ proposes the one in front, and takes several or all', async () => {
      const tried = await send('roster-10');
      expect(tried.tables.map(({ sheet, rows, isRead }) => [sheet, rows, isRead])).toEqual([
        ['Chi bộ 1', 2, true],
        ['Chi bộ 2', 2, false],
        ['Chi bộ 3', 2, false],
        ['Chi bộ 4', 2, false],
      ]);
      expect(tried.unread).toMatchObject([
        { where: 'Chi bộ 2!A1:R3', what: 'table', sample: 'Trần Thị Thúy', cells: 2 },
        { where: 'Chi bộ 3!A1:R3', what: 'table' },
        { where: 'Chi bộ 4!A1:R3', what: 'table' },
      ]);
      expect(await codes(tried)).toBe('12');
      const all = await readAgain(tried, { tables: tried.tables.map(({ id }) => id) });
      expect(all.status).toBe(201);
      expect(all.body).toMatchObject({ summary: { new: 8, refused: 0 }, unread: [] });
      expect(await codes(all.body)).toBe('12345678');
      expect(await codes((await readAgain(all.body, { tables: [tried.tables[2]!.id] })).body)).toBe('56');
      expect(await readAgain(tried, { tables: ['9:9'] })).toMatchObject({
        status: 422,
        body: { code: 'chosen_table_gone' },
      });
    });

    it('finds a code repeated on another sheet, though in the row of the same number', async () => {
      const sheet = (name: string, fullName: string) => ({
        name,
        rows: [
          ['Mã số', 'Họ và tên', 'Giới tính', 'Ngày sinh', 'Tình trạng', 'Trình độ chuyên môn'],
          [`R-${unit.code}`, fullName, 'Nam', '05/06/1980', 'Chính thức', 'Đại học'],
        ],
      });
      const content = await madeWorkbook([sheet('Chi bộ 1', 'Lê Văn An'), sheet('Chi bộ 2', 'Lê Văn Bình')]);
      const file = { name: 'a.xlsx', content };
      const { body: tried } = await app.as(secretary).upload<ShownRoster>(path, file, { unitId: unit.id });
      const { body: both } = await readAgain(tried, { tables: ['1:1', '2:1'] });
      expect(both.summary).toMatchObject({ new: 0, refused: 2 });
      const page = await app.as(secretary).get<string>(`/roster-imports/${both.id}`);
      expect(page.text).toContain('còn được ghi ở dòng 2 (Chi bộ 2)');
    });

    it('with last year’s sheet first reads this year’s, which is in front', async () => {
      const tried = await send('roster-11');
      expect(await codes(tried)).toBe('12345678');
      expect(tried.unread).toMatchObject([{ where: expect.stringMatching(/^2024!/) as string, what: 'table' }]);
    });

    it('with two tables on a sheet reads both, the second with columns the first has not', async () => {
      const tried = await send('roster-12');
      expect(tried).toMatchObject({ summary: { new: 8, refused: 0 }, unread: [] });
      expect(tried.passedOver.map(({ rowNumber, kind }) => [rowNumber, kind])).toEqual([
        [1, 'letterhead'],
        [2, 'letterhead'],
        [8, 'group_heading'],
        [9, 'letterhead'],
      ]);
      const { body } = await app.as(secretary).get<ShownRoster>(`${path}/${tried.id}`);
      expect(body.rows.items.map(({ after }) => after?.['ratings'])).toEqual([
        ...Array.from({ length: 4 }, () => ({})),
        { 2024: 'good', 2025: 'completed' },
        ...Array.from({ length: 2 }, () => ({ 2024: 'good', 2025: 'good' })),
        { 2024: 'completed', 2025: 'good' },
      ]);
    });

    it('shows the level that ticks give somebody new', async () => {
      const page = await app.as(secretary).get<string>(`/roster-imports/${(await send('roster-16')).id}`);
      for (const level of ['Sơ cấp', 'Trung cấp', 'Cao cấp']) expect(page.text).toContain(level);
    });

    it('passes over letterhead, total and signature, and tells them', async () => {
      const tried = await send('roster-08');
      expect(tried).toMatchObject({ summary: { new: 8, refused: 0 }, unread: [] });
      const kinds = tried.passedOver.map(({ rowNumber, kind }) => `${rowNumber} ${kind}`);
      expect(kinds).toEqual([
        ...['1 letterhead', '2 letterhead', '4 letterhead', '5 letterhead', '7 letterhead', '9 letterhead'],
        ...['19 total', '20 signature', '21 signature', '22 signature', '24 signature'],
      ]);
      const page = await app.as(secretary).get(`/roster-imports/${tried.id}`);
      expect(page.text).toContain('Tổng cộng: 08 đồng chí');
    });
  });

  describe('of a list', () => {
    interface ShownList extends WhatWasRead {
      readonly id: string;
      readonly rows: readonly {
        rowNumber: number;
        verdict: string;
        fullName: string | null;
        read: { kind?: string; birth?: { day?: string } | null };
      }[];
    }
    const send = async (start: string) => {
      const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
      const path = `/api/v1/classes/${inClass.id}/list-imports`;
      return (await app.as(secretary).upload<ShownList>(path, caseFile(start))).body;
    };
    const readAgain = async ({ id }: { id: string }, choice: object) =>
      (await app.as(secretary).post<ShownList>(`/api/v1/list-imports/${id}/readings`, choice)).body;
    const names = ({ rows }: ShownList) =>
      rows.filter(({ verdict }) => verdict !== 'passed_over').map(({ fullName }) => fullName);
    const given = (list: ShownList) =>
      names(list)
        .map((name) => name!.split(' ').at(-1))
        .join(' ');

    it('leaves hidden rows out and says so, until they are ticked', async () => {
      const tried = await send('list-02');
      expect(given(tried)).toBe('Ánh Ân Ý Dung Đức Oanh');
      expect(tried.rows.filter(({ read }) => read.kind === 'hidden_row')).toMatchObject([
        { rowNumber: 11 },
        { rowNumber: 12 },
      ]);
      expect(tried.unread).toMatchObject([{ where: '11:12', what: 'hidden_row', cells: 2 }]);
      expect(tried.unread[0]!.sample).toContain('Đặng Văn Hòa');
      const ticked = await readAgain(tried, { hiddenRows: true });
      expect([given(ticked), ticked.unread]).toEqual(['Ánh Hòa Thúy Ân Ý Dung Đức Oanh', []]);
    });

    it('joins a name in two columns', async () => {
      const tried = await send('list-04');
      expect(names(tried)).toEqual([
        ...['Nguyễn Thị Ánh', 'Đặng Văn Hòa', 'Trần Thị Thúy', 'Lê Quốc Ân', 'Phạm Ngọc Ý', 'Huỳnh Thị Mỹ Dung'],
        ...['Võ Minh Đức', 'Bùi Thị Kim Oanh'],
      ]);
      expect(tried.unread).toEqual([]);
    });

    it('reads both of two tables on a sheet', async () => {
      const tried = await send('list-08');
      expect(given(tried)).toBe('Ánh Hòa Thúy');
      expect(tried.tables.map(({ where, rows }) => [where, rows])).toEqual([
        ['A9:D13', 2],
        ['A14:P22', 1],
      ]);
      expect(tried.unread).toEqual([]);
    });

    it('never prefers hidden columns to those that are seen', async () => {
      const tried = await send('list-09');
      expect(names(tried)).toEqual(['Vũ Thị Dung', 'Phan Văn Đức']);
      expect(tried.unread).toMatchObject([
        { where: 'B4:B5', what: 'hidden_column', label: 'Họ và tên', sample: 'Nguyễn Văn An', cells: 2 },
        { where: 'C4:C5', what: 'hidden_column', label: 'Ngày sinh', cells: 2 },
      ]);
      expect(names(await readAgain(tried, { hiddenColumns: true }))).toEqual(['Vũ Thị Dung', 'Phan Văn Đức']);
    });

    it('takes no text that is struck through, and a row that is only when it is ticked', async () => {
      const tried = await send('list-10');
      expect(names(tried)).toEqual(['Nguyễn Văn An', 'Trần Hữu Công', 'Vũ Thị Dung']);
      expect(tried.unread).toMatchObject([
        { where: '5:5', what: 'struck_row', sample: '2 · Lê Thị Bình · 12/05/1982 · CV' },
        { where: 'B6', what: 'struck', label: 'Họ và tên', sample: 'Đỗ Văn Cũ' },
      ]);
      const ticked = await readAgain(tried, { struckRows: true });
      expect(names(ticked)).toEqual(['Nguyễn Văn An', 'Lê Thị Bình', 'Trần Hữu Công', 'Vũ Thị Dung']);
      expect(ticked.unread).toMatchObject([{ where: 'B6', what: 'struck' }]);
    });

    it('of days with the month first is read turned, and so when it is tried again', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
      const days = ['05/13/1980', '03/04/1981', '11/25/1979'];
      const rows = days.map((day, index) => ({ 'Họ và tên': `Lê Văn ${'ABC'[index]!}n`, 'Ngày sinh': day }));
      const path = `/api/v1/classes/${inClass.id}/list-imports`;
      const { body: tried } = await app.as(secretary).upload<ShownList>(path, rosterOf(rows));
      const births = ({ rows }: ShownList) =>
        rows.filter(({ verdict }) => verdict !== 'passed_over').map(({ read }) => read.birth?.day ?? null);
      expect(births(tried)).toEqual([null, null, null]);
      const turned = await readAgain(tried, { turnedDays: tried.doubtedDays.map(({ place }) => place) });
      expect(births(turned)).toEqual(['1980-05-13', '1981-03-04', '1979-11-25']);
      const { headers } = await app.as(secretary).form(`/list-imports/${turned.id}/retrial`, {});
      const { body: again } = await app.as(secretary).get<ShownList>(`/api/v1${headers.get('location')!}`);
      expect([again.id === turned.id, births(again)]).toEqual([false, births(turned)]);
    });

    it('tells formulas nobody calculated at their places, and what was left out in the workbook that comes back', async () => {
      const tried = await send('list-15');
      expect(tried.unread.map(({ where, what }) => `${where} ${what}`)).toEqual(
        ['B5', 'C5', 'D5', 'E5'].map((place) => `${place} uncalculated`),
      );
      const struck = await send('list-10');
      const { content } = await app.as(secretary).download(`/api/v1/list-imports/${struck.id}/workbook`);
      const { rows } = await readWorkbook({ name: 'a.xlsx', content });
      expect(rows.slice(8).map((row) => row.slice(-2))).toEqual([
        ['Trong tệp có phần chưa được đọc', '1 dòng bị gạch ngang (5), chưa lấy: “2 · Lê Thị Bình · 12/05/1982 · CV”.'],
        [null, 'Chữ bị gạch ngang ở cột “Họ và tên” (B6), đã bỏ: “Đỗ Văn Cũ”.'],
      ]);
    });
  });

  it('of an attendance sheet takes a tick drawn by a font for the tick it shows', async () => {
    app.clock.moveTo(momentAt('2026-11-29', '12:00'));
    const inClass = await a.trainingClass({
      code: 'T07-A',
      state: 'confirmed',
      opensOn: '2026-11-27',
      closesOn: '2026-12-31',
    });
    for (const on of ['2026-11-27', '2026-11-28']) await a.halfDay(inClass, on);
    for (const [index, fullName] of ['Nguyễn Văn An', 'Lê Thị Bình', 'Trần Hữu Công'].entries())
      await a.enrollment({
        in: inClass,
        person: await a.person({ code: `T07-00${index + 1}`, fullName }),
        since: startOfSpecs,
      });
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    const { body } = await app
      .as(manager)
      .upload<WhatWasRead & { id: string; rows: readonly { changes: readonly { entry: { mark: string } }[] }[] }>(
        `/api/v1/classes/${inClass.id}/attendance-imports`,
        caseFile('attendance-02'),
      );
    expect(body.rows.map(({ changes }) => changes.map(({ entry }) => entry.mark))).toEqual([
      ...Array.from({ length: 3 }, () => ['present']),
      ...Array.from({ length: 3 }, () => []),
    ]);
    expect(body.unread).toMatchObject([
      { what: 'sign', label: 'Sáng 27/11/2026', sample: 'P (Wingdings 2) → ✓', cells: 6 },
    ]);
    const page = await app.as(manager).get<string>(`/attendance-imports/${body.id}`);
    expect(page.text).toContain('Ghi 3 dòng vào điểm danh: 3 có mặt');
  });
});
