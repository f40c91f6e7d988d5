import { madeWorkbook, type MadeSheet } from '../../bench/made-workbook';
import { momentAt } from '../../src/platform/clock';
import { cellText } from '../../src/platform/sheets/cells';
import type { WhatWasRead } from '../../src/platform/sheets/tables';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders } from '../builders';

const [first, second, third] = ['2026-02-07', '2026-02-08', '2026-02-14'] as const;

interface Shown extends WhatWasRead {
  readonly id: string;
  readonly code: string;
  readonly detail: string;
  readonly fingerprint: string;
  readonly warnings: readonly { readonly vi: string }[];
  readonly rows: readonly {
    readonly row: number;
    readonly sheet: string | null;
    readonly verdict: string;
    readonly sentences: readonly { readonly vi: string }[];
  }[];
}

describe('what of an attendance file is read', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let manager: BuiltAccount;
  let inClass: BuiltClass;
  let ids: string[];
  let an: { id: string; person: { code: string; fullName: string } };
  let binh: typeof an;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(momentAt('2026-02-01', '08:00'));
    inClass = await a.trainingClass({ state: 'confirmed' });
    manager = await a.account({ roles: [['class_manager', inClass]] });
    ids = [];
    for (const day of [first, second]) ids.push((await a.halfDay(inClass, day)).id);
    const named = (fullName: string) => a.person({ fullName });
    an = await a.enrollment({ in: inClass, person: await named('Nguyễn Văn An'), since: startOfSpecs });
    binh = await a.enrollment({ in: inClass, person: await named('Lê Thị Bình'), since: startOfSpecs });
  });

  const path = () => `/api/v1/classes/${inClass.id}/attendance-imports`;
  const send = (file: { name: string; content: Buffer }) => app.as(manager).upload<Shown>(path(), file);
  const sendCsv = (headings: string, ...lines: readonly string[]) =>
    send({ name: 'x.csv', content: Buffer.from([`Mã số;Họ và tên;${headings}`, ...lines].join('\n')) });
  const readAgain = ({ id }: Shown, choice: object) =>
    app.as(manager).post<Shown>(`/api/v1/attendance-imports/${id}/readings`, choice);
  const apply = ({ id, fingerprint }: Shown) =>
    app.as(manager).post(`/api/v1/attendance-imports/${id}/application`, { fingerprint });
  const sheetOf = (name: string, heading: string, marks: readonly (readonly [typeof an, string])[]): MadeSheet => ({
    name,
    rows: [['Mã số', 'Họ và tên', heading], ...marks.map(([{ person }, mark]) => [person.code, person.fullName, mark])],
  });
  const marksOf = async (enrollmentId: string) => {
    const lines = await app.sql<{ id: string; mark: string }>(
      'SELECT half_day_id AS id, mark FROM attendance_lines WHERE enrollment_id = $1',
      enrollmentId,
    );
    return ids.map((id) => lines.find((line) => line.id === id)?.mark);
  };

  describe('with a sheet for each half-day', () => {
    const twoSheets = async (
      second: readonly (readonly [typeof an, string])[] = [
        [an, 'K'],
        [binh, 'x'],
      ],
    ) => ({
      name: 'diem-danh.xlsx',
      content: await madeWorkbook(
        [
          sheetOf('Buổi 1', 'Sáng 07/02/2026', [
            [an, 'x'],
            [binh, 'P'],
          ]),
          sheetOf('Buổi 2', 'Sáng 08/02/2026', second),
        ],
        1,
      ),
    });
    beforeEach(() => app.clock.moveTo(momentAt(second, '12:00')));

    it('proposes the one in front, tells of the other, and takes both', async () => {
      const { body: tried } = await send(await twoSheets());
      expect(tried.tables.map(({ sheet, rows, sample, isRead }) => [sheet, rows, sample, isRead])).toEqual([
        ['Buổi 1', 2, 'Nguyễn Văn An', false],
        ['Buổi 2', 2, 'Nguyễn Văn An', true],
      ]);
      expect(tried.unread).toMatchObject([{ where: 'Buổi 1!A1:C3', what: 'table', cells: 2 }]);
      expect(tried.rows.map(({ row, sheet }) => [row, sheet])).toEqual([
        [2, null],
        [3, null],
      ]);

      const again = await readAgain(tried, { tables: tried.tables.map(({ id }) => id) });
      expect(again).toMatchObject({ status: 201, body: { unread: [], choice: { tables: ['1:1', '2:1'] } } });
      expect(again.body.rows.map(({ row, sheet, verdict }) => [sheet, row, verdict])).toEqual([
        ['Buổi 1', 2, 'marks'],
        ['Buổi 1', 3, 'marks'],
        ['Buổi 2', 2, 'marks'],
        ['Buổi 2', 3, 'marks'],
      ]);
      expect((await apply(again.body)).status).toBe(200);
      expect([await marksOf(an.id), await marksOf(binh.id)]).toEqual([
        ['present', 'unexcused'],
        ['excused', 'present'],
      ]);
      expect((await readAgain(tried, { tables: ['9:9'] })).body).toMatchObject({ code: 'chosen_table_gone' });
    });

    it('takes neither of two rows that speak of one person and one half-day', async () => {
      const content = await madeWorkbook([
        sheetOf('Tổ 1', 'Sáng 07/02/2026', [
          [an, 'x'],
          [binh, 'x'],
        ]),
        sheetOf('Tổ 2', 'Sáng 07/02/2026', [[an, 'K']]),
      ]);
      const { body: tried } = await send({ name: 'x.xlsx', content });
      const { body: both } = await readAgain(tried, { tables: ['1:1', '2:1'] });
      expect(both.rows.map(({ verdict }) => verdict)).toEqual(['blocked', 'marks', 'blocked']);
      expect(both.rows[0]!.sentences[0]!.vi).toContain('còn ở dòng 2 (Tổ 2)');
      expect(both.rows[2]!.sentences[0]!.vi).toContain('còn ở dòng 2 (Tổ 1)');
    });

    it('is chosen on its page, by who may take attendance of the class', async () => {
      const { body: tried } = await send(await twoSheets());
      const page = await app.as(manager).get<string>(`/attendance-imports/${tried.id}`);
      expect(page.text).toContain('Trang “Buổi 1”, A1:C3');
      const chosen = await app.as(manager).form(`/attendance-imports/${tried.id}/readings`, { tables: '1:1' });
      expect(chosen.status).toBe(303);
      const { text } = await app.as(manager).get<string>(chosen.headers.get('location')!);
      expect(text).toContain('Sáng 07/02/2026');
      const gone = await app.as(manager).form(`/attendance-imports/${tried.id}/readings`, { tables: '9:9' });
      expect(gone.status).toBe(422);
      const other = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
      expect((await app.as(other).post(`/api/v1/attendance-imports/${tried.id}/readings`, {})).status).toBe(404);
    });

    it('leaves hidden rows out until they are ticked', async () => {
      const sheet = {
        ...sheetOf('A', 'Sáng 07/02/2026', [
          [an, 'x'],
          [binh, 'x'],
        ]),
        hiddenRows: [2],
      };
      const { body: tried } = await send({ name: 'x.xlsx', content: await madeWorkbook([sheet]) });
      expect(tried).toMatchObject({ rows: [{ row: 2 }], unread: [{ where: '3:3', what: 'hidden_row' }] });
      expect((await readAgain(tried, { hiddenRows: true })).body.rows).toHaveLength(2);
    });
  });

  describe('by headings of half-days that changed since', () => {
    const change = (id: string, to: object) =>
      app.as(office).patch(`/api/v1/half-days/${id}`, { ...to, reason: 'Bão số 3' });
    const cancel = (id: string) => app.as(office).post(`/api/v1/half-days/${id}/cancellation`, { reason: 'Mất điện' });
    /** The workbook of the class as it is handed out now, filled in. */
    const takenNow = async (mark: string) => {
      const { content } = await app.as(manager).download(`/api/v1/classes/${inClass.id}/attendance-workbook`);
      const { rows } = await readWorkbook({ name: 'x.xlsx', content });
      const texts = rows.map((row) => row.map((cell) => cellText(cell)));
      const head = texts.findIndex((row) => row.includes('Mã số'));
      const column = texts[head]!.indexOf('Sáng 07/02/2026');
      for (const row of texts.slice(head + 1)) if (row[1]) row[column] = mark;
      return { name: 'x.xlsx', content: await madeWorkbook([{ name: 'Điểm danh', rows: texts }]) };
    };
    const before = '2026-02-03';
    const after = () => app.clock.moveTo(momentAt(third, '12:00'));

    it('says where the half-day of a filled column went, or that it was cancelled', async () => {
      const file = await takenNow('x');
      app.clock.moveTo(momentAt(before, '08:00'));
      expect((await change(ids[0]!, { day: third })).status).toBe(200);
      after();
      const moved = await send(file);
      expect(moved).toMatchObject({ status: 422, body: { code: 'half_day_column_lost' } });
      for (const said of ['“Sáng 07/02/2026”', 'đã dời sang Sáng 14/02/2026', 'Bão số 3'])
        expect(moved.body.detail).toContain(said);

      app.clock.moveTo(momentAt(before, '09:00'));
      expect((await cancel(ids[0]!)).status).toBe(200);
      after();
      const cancelled = await send(file);
      expect(cancelled.body.detail).toContain('đã hủy');
      expect(cancelled.body.detail).toContain('Mất điện');
    });

    it('refuses a workbook taken before another half-day got the day of its heading', async () => {
      const file = await takenNow('x');
      app.clock.moveTo(momentAt(before, '08:00'));
      expect((await change(ids[0]!, { day: third })).status).toBe(200);
      expect((await change(ids[1]!, { day: first })).status).toBe(200);
      after();
      const refused = await send(file);
      expect(refused).toMatchObject({ status: 422, body: { code: 'half_day_heading_passed_on' } });
      for (const said of ['“Sáng 07/02/2026”', 'Sáng 14/02/2026', '08:00 03/02/2026'])
        expect(refused.body.detail).toContain(said);
      expect(await marksOf(an.id)).toEqual(['unmarked', 'unmarked']);

      const fresh = await send(await takenNow('x'));
      expect(fresh).toMatchObject({ status: 201, body: { warnings: [] } });
      await apply(fresh.body);
      expect(await marksOf(an.id)).toEqual(['unmarked', 'present']);
    });

    it('refuses it too where the half-day was cancelled and another one added', async () => {
      const file = await takenNow('x');
      app.clock.moveTo(momentAt(before, '08:00'));
      await cancel(ids[0]!);
      await app.as(office).post(`/api/v1/classes/${inClass.id}/half-days`, {
        day: first,
        part: 'morning',
        startTime: '08:00',
        endTime: '11:00',
      });
      after();
      expect(await send(file)).toMatchObject({ status: 422, body: { code: 'half_day_heading_passed_on' } });
    });

    it('takes nothing of a column whose half-day was moved after the file was sent', async () => {
      app.clock.moveTo(momentAt(first, '07:00'));
      const { body: tried } = await sendCsv('Sáng 08/02/2026', `${an.person.code};${an.person.fullName};x`);
      expect(tried.rows.map(({ verdict }) => verdict)).toEqual(['blocked']);
      expect((await change(ids[1]!, { day: first, part: 'afternoon' })).status).toBe(200);
      app.clock.moveTo(momentAt(first, '18:00'));
      const { body: now } = await app.as(manager).get<Shown>(`/api/v1/attendance-imports/${tried.id}`);
      expect(now.rows).toMatchObject([{ verdict: 'blocked' }]);
      expect(now.rows[0]!.sentences[0]!.vi).toContain('đã dời từ Sáng 08/02/2026 sang Chiều 07/02/2026');
      expect((await apply(now)).status).toBe(200);
      expect(await marksOf(an.id)).toEqual(['unmarked', 'unmarked']);
    });

    it('asks where a file does not say when it was taken', async () => {
      app.clock.moveTo(momentAt(before, '08:00'));
      await change(ids[0]!, { day: third });
      await change(ids[1]!, { day: first });
      after();
      const { body } = await sendCsv('Sáng 07/02', `${an.person.code};${an.person.fullName};x`);
      expect(body.rows.map(({ verdict }) => verdict)).toEqual(['marks']);
      expect(body.warnings.map(({ vi }) => vi)).toEqual([expect.stringContaining('“Sáng 07/02”')]);
      const page = await app.as(manager).get<string>(`/attendance-imports/${body.id}`);
      expect(page.text).toContain(body.warnings[0]!.vi.slice(0, 40));
    });
  });
});
