import type { ColumnChoices, MatchedTable } from '../../src/platform/sheets/columns';
import type { WhatWasRead } from '../../src/platform/sheets/tables';
import { madeWorkbook } from '../../bench/made-workbook';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';
import { rosterOf, rosterRow, type ShownRoster } from './rosters';

type Matched = ShownRoster & { readonly matched: readonly MatchedTable[] };

/** What the columns of a file are is said by its sender where no heading does, and kept in mind for the unit. */
describe('the columns of a file', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  const path = '/api/v1/roster-imports';
  const position = 'Đang làm công việc gì';

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  /** One person with what the usual headings do not name: P in column P, Q in column Q. */
  const file = (more: Readonly<Record<string, string>> = {}, fullName = 'Lê Văn An') => {
    const { 'Chức vụ chính quyền': work, ...known } = rosterRow(`${unit.code}-01`, fullName);
    return rosterOf([{ ...known, [position]: work, 'Ý kiến': 'đã rà soát', ...more }]);
  };
  const send = async (sent: { name: string; content: Buffer } = file(), by = secretary, unitId = unit.id) =>
    (await app.as(by).upload<Matched>(path, sent, { unitId })).body;
  const say = async ({ id }: { id: string }, columns: unknown) =>
    app.as(secretary).post<Matched & { code: string; facts: unknown }>(`${path}/${id}/readings`, { columns });
  const column = ({ matched }: Matched, label: string) => matched[0]!.columns.find((one) => one.label === label)!;
  const at = (tried: Matched, label: string) => `${tried.matched[0]!.table}!${column(tried, label).column}`;
  const after = async ({ id }: { id: string }) =>
    (await app.as(secretary).get<ShownRoster>(`${path}/${id}`)).body.rows.items[0]!.after!;
  const readAs = (tried: Matched, columns: ColumnChoices) =>
    say(tried, Object.fromEntries(Object.entries(columns).map(([label, fact]) => [at(tried, label), fact])));

  it('are shown each with samples and what it was taken for', async () => {
    const tried = await send();
    expect(tried.matched).toMatchObject([{ table: '1:1', rememberedAt: null }]);
    expect(column(tried, 'Họ và tên')).toEqual({
      ...{ column: 'B', label: 'Họ và tên', samples: ['Lê Văn An'] },
      ...{ fact: 'fullName', proposed: 'fullName', isChosen: false },
    });
    expect(column(tried, 'Xếp loại 2025')).toMatchObject({ fact: 'rating.2025' });
    expect(column(tried, position)).toMatchObject({ samples: ['Trưởng phòng'], fact: null });
    expect(tried.unread.map(({ label }) => label)).toEqual([position, 'Ý kiến']);
  });

  it('are read as their sender says, or not at all, and then nothing is missed', async () => {
    const tried = await send(file({ 'ĐG 24': 'HTTNV' }));
    expect((await after(tried))['position']).toBeNull();
    const { body: said, status } = await readAs(tried, {
      [position]: 'position',
      'Ý kiến': 'none',
      'ĐG 24': 'rating.2024',
    });
    expect(status).toBe(201);
    expect(said.unread).toEqual([]);
    expect(await after(said)).toMatchObject({ position: 'Trưởng phòng', ratings: { 2024: 'good', 2025: 'good' } });
    expect(column(said, position)).toMatchObject({ fact: 'position', proposed: null, isChosen: true });
    expect(column(said, 'Ý kiến')).toMatchObject({ fact: null, isChosen: true });
  });

  it('are remembered for the unit and its headings, not for another, until it is forgotten', async () => {
    await readAs(await send(), { [position]: 'position', 'Ý kiến': 'none' });
    const next = await send(file({}, 'Trần Thị Bình'));
    expect(next).toMatchObject({ unread: [], matched: [{ rememberedAt: app.clock.now().toISOString() }] });
    expect(await after(next)).toMatchObject({ fullName: 'Trần Thị Bình', position: 'Trưởng phòng' });
    const page = await app.as(secretary).get(`/roster-imports/${next.id}`);
    expect(page.text).toContain('Đọc theo cách đã được chọn ngày');

    expect((await send(file({ 'Sở trường': 'Hát' }))).matched).toMatchObject([{ rememberedAt: null }]);
    const other = await a.unit();
    expect((await send(file(), await a.secretaryOf(other), other.id)).unread).toHaveLength(2);

    const { body: forgotten } = await app.as(secretary).post<Matched>(`${path}/${next.id}/readings`, { forget: true });
    expect(forgotten.matched).toMatchObject([{ rememberedAt: null }]);
    expect(forgotten.unread).toHaveLength(2);
    expect((await send()).unread).toHaveLength(2);
  });

  it('are forgotten, by the button, of the tables that are read, which go on being read', async () => {
    const sheets = ['Chi bộ 1', 'Chi bộ 2'].map((name, at) => {
      const { 'Chức vụ chính quyền': work, ...known } = rosterRow(`${unit.code}-0${at}`, 'Lê Văn An');
      const given = Object.entries({ ...known, ...(at === 1 && { [position]: work }) });
      return { name, rows: [given.map(([label]) => label), given.map(([, value]) => value)] };
    });
    const sent = { name: 'a.xlsx', content: await madeWorkbook(sheets) };
    const again = async ({ id }: { id: string }, choice: object) =>
      (await app.as(secretary).post<Matched>(`${path}/${id}/readings`, choice)).body;
    const ofSecond = async () => again(await send(sent), { tables: ['2:1'], hiddenRows: true });
    await again(await send(sent), { tables: ['2:1'], columns: { '2:1!N': 'position' } });
    const tried = await ofSecond();
    expect(tried.matched).toMatchObject([{ table: '2:1', rememberedAt: app.clock.now().toISOString() }]);
    const page = await app.as(secretary).get(`/roster-imports/${tried.id}`);
    const form = /<form(?:(?!<\/form>).)*name="forget".*?<\/form>/s.exec(page.text)![0];
    const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name!, value!] as const,
    );
    const answer = await app.as(secretary).form(`/roster-imports/${tried.id}/readings`, Object.fromEntries(fields));
    const id = answer.headers.get('location')!.split('/').at(-1)!;
    const { body: forgotten } = await app.as(secretary).get<Matched>(`${path}/${id}`);
    expect(forgotten).toMatchObject({ matched: [{ table: '2:1', rememberedAt: null }], choice: { hiddenRows: true } });
    expect((await ofSecond()).matched).toMatchObject([{ table: '2:1', rememberedAt: null }]);
  });

  it('are never two for one fact: both are named', async () => {
    const tried = await send();
    expect(await readAs(tried, { [position]: 'partyPosition' })).toMatchObject({
      status: 422,
      body: {
        code: 'columns_for_one_fact',
        facts: { columns: [`Chức vụ Đảng (E)`, `${position} (N)`] },
      },
    });
    expect(await readAs(tried, { [position]: 'cell', 'Ý kiến': 'cell' })).toMatchObject({
      status: 422,
      body: { facts: { columns: [`${position} (N)`, 'Ý kiến (O)'] } },
    });
    const { body: said } = await readAs(tried, { [position]: 'partyPosition', 'Chức vụ Đảng': 'none' });
    expect(await after(said)).toMatchObject({ partyPosition: 'Trưởng phòng' });
    expect(await readAs(tried, { 'Họ và tên': 'none' })).toMatchObject({
      status: 422,
      body: { code: 'missing_columns' },
    });
  });

  it.each([
    [{ '1:1!N': 'salary' }, 'unknown_column_choice'],
    [{ '1:1!N': 'verdict' }, 'unknown_column_choice'],
    [{ '1:1!N': 'rating' }, 'unknown_column_choice'],
    [{ '1:1!N': 'rating.31' }, 'unknown_column_choice'],
    [{ '1:1!N': 'position.2025' }, 'unknown_column_choice'],
    [{ '1:1!ZZ': 'position' }, 'unknown_column_choice'],
    [{ '1:1!': 'position' }, 'unknown_column_choice'],
    [{ '1:1!n': 'position' }, 'unknown_column_choice'],
    [{ '7:1!N': 'position' }, 'chosen_table_gone'],
    [{ N: 'position' }, 'chosen_table_gone'],
    [{ '1:1!N': 3 }, 'invalid_input'],
    [['position'], 'invalid_input'],
    ['position', 'invalid_input'],
  ])('said oddly, %j, change nothing: %s', async (columns, code) => {
    const tried = await send();
    expect(await say(tried, columns)).toMatchObject({ status: 422, body: { code } });
    expect((await send()).matched).toMatchObject([{ rememberedAt: null }]);
  });

  it('are said on the page by a form, which is open where a column was not read', async () => {
    const tried = await send();
    const open = await app.as(secretary).get(`/roster-imports/${tried.id}`);
    expect(open.text).toMatch(/<details[^>]* open[^>]*>\s*<summary>[^/]*Cột nào là gì\?/);
    const fields = Object.fromEntries(
      tried.matched[0]!.columns.map(({ column }) => [`columns.1:1!${column}`, 'proposed']),
    );
    const answer = await app.as(secretary).form(`/roster-imports/${tried.id}/readings`, {
      ...fields,
      [`columns.${at(tried, position)}`]: 'position',
      [`columns.${at(tried, 'Ý kiến')}`]: 'none',
    });
    expect(answer.status).toBe(303);
    const id = answer.headers.get('location')!.split('/').at(-1)!;
    expect(await after({ id })).toMatchObject({ position: 'Trưởng phòng' });
    const folded = await app.as(secretary).get(`/roster-imports/${id}`);
    expect(folded.text).toContain('Cột nào là gì?');
    expect(folded.text).not.toMatch(/<details[^>]* open[^>]*>\s*<summary>[^/]*Cột nào là gì\?/);
  });

  it('of a list are said likewise; what is left out is no remark, and trying it again learns nothing', async () => {
    interface ShownList extends WhatWasRead {
      readonly id: string;
      readonly matched: readonly MatchedTable[];
      readonly rows: readonly { readonly read: Readonly<Record<string, unknown>> }[];
    }
    const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
    const list = rosterOf([
      { 'Họ và tên': 'Lê Văn An', 'Ngày sinh': '12/05/1980', [position]: 'Trưởng phòng', 'Ý kiến': 'đã rà soát' },
    ]);
    const sendList = async () =>
      (await app.as(secretary).upload<ShownList>(`/api/v1/classes/${inClass.id}/list-imports`, list)).body;
    const again = async ({ id }: ShownList, choice: object) =>
      (await app.as(secretary).post<ShownList>(`/api/v1/list-imports/${id}/readings`, choice)).body;
    const tried = await sendList();
    expect(tried.rows[1]!.read).toMatchObject({
      position: null,
      remarks: `${position}: Trưởng phòng; Ý kiến: đã rà soát`,
    });
    const said = await again(tried, { columns: { '1:1!C': 'position', '1:1!D': 'none' } });
    expect(said.unread).toEqual([]);
    expect(said.rows[1]!.read).toMatchObject({ position: 'Trưởng phòng', remarks: null });
    const next = await sendList();
    expect(next.matched).toMatchObject([{ rememberedAt: app.clock.now().toISOString() }]);
    expect(next.rows[1]!.read).toMatchObject({ position: 'Trưởng phòng', remarks: null });

    await again(next, { forget: true });
    await app.as(secretary).form(`/list-imports/${next.id}/retrial`, {});
    expect((await sendList()).matched).toMatchObject([{ rememberedAt: null }]);
    const { content } = await app.as(secretary).download(`/api/v1/list-imports/${next.id}/workbook`);
    expect(content.toString()).not.toContain('Trong tệp có phần chưa được đọc');
  });

  describe('with no heading known over names or birth dates', () => {
    const asked = (fullName = 'Lê Văn An') => {
      const { 'Họ và tên': name, 'Ngày sinh': born, ...known } = rosterRow(`${unit.code}-01`, fullName);
      return rosterOf([{ Người: name, ...known, 'Chào đời': born }]);
    };
    const columns = { '1:1!A': 'fullName', '1:1!N': 'birthDate' };

    it('are asked about before anybody is read, and then remembered', async () => {
      await a.person({ in: unit });
      const tried = await send(asked());
      expect(tried).toMatchObject({
        tables: [{ id: '1:1', rows: 1, lacks: ['fullName', 'birthDate'] }],
        summary: { new: 0, changed: 0, same: 0, refused: 0, notInFile: 0 },
      });
      expect(column(tried, 'Người')).toMatchObject({ samples: ['Lê Văn An'], fact: null });
      const refused = await app.as(secretary).post(`${path}/${tried.id}/application`, {});
      expect(refused).toMatchObject({ status: 409, body: { code: 'columns_not_said' } });
      expect((await send(asked())).matched).toMatchObject([{ rememberedAt: null }]);

      const { body: said } = await say(tried, columns);
      expect(said).toMatchObject({ summary: { new: 1, notInFile: 1 }, unread: [] });
      expect(await after(said)).toMatchObject({ fullName: 'Lê Văn An', birthDate: '1980-05-12' });
      const next = await send(asked('Trần Thị Bình'));
      expect(next).toMatchObject({ summary: { new: 1 }, matched: [{ rememberedAt: app.clock.now().toISOString() }] });
    });

    it('are asked about on the page, which says what to do, and nothing of applying', async () => {
      const tried = await send(asked());
      const page = await app.as(secretary).get<string>(`/roster-imports/${tried.id}`);
      expect(page.text).toContain('Chưa rõ cột nào là “Họ và tên” và “Ngày sinh”');
      expect(page.text).toContain('Dòng tiêu đề không phải là dòng 1?');
      expect(page.text).not.toContain('Không có dòng nào nhận được');
      expect(page.text).not.toContain('/application');
      const { headers } = await app.as(secretary).form(`/roster-imports/${tried.id}/readings`, { headings: '1:2' });
      const id = headers.get('location')!.split('/').at(-1)!;
      const { body } = await app.as(secretary).get<Matched>(`${path}/${id}`);
      expect(body).toMatchObject({ choice: { headings: ['1:2'] }, tables: [{ id: '1:2' }] });
    });

    it('are asked about in a list, which misses nobody meanwhile', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
      await a.nomination({ in: inClass, person: await a.person({ in: unit, fullName: 'Lê Văn An' }) });
      const { body: tried } = await app
        .as(secretary)
        .upload<Matched & { notListed: unknown[] }>(`/api/v1/classes/${inClass.id}/list-imports`, asked('Lê Văn Ba'));
      expect(tried).toMatchObject({ notListed: [], tables: [{ lacks: ['fullName', 'birthDate'] }] });
      const page = await app.as(secretary).get<string>(`/list-imports/${tried.id}`);
      expect(page.text).toContain('Chưa rõ cột nào là “Họ và tên” và “Ngày sinh”');
      const letter = { number: '12-CV/ĐU', date: '2026-01-05' };
      expect(await app.as(secretary).post(`/api/v1/list-imports/${tried.id}/application`, { letter })).toMatchObject({
        status: 409,
        body: { code: 'columns_not_said' },
      });
      const { body: said } = await app
        .as(secretary)
        .post<{ rows: { fullName: string }[]; notListed: { fullName: string }[] }>(
          `/api/v1/list-imports/${tried.id}/readings`,
          { columns },
        );
      expect(said.rows.at(-1)).toMatchObject({ fullName: 'Lê Văn Ba' });
      expect(said.notListed).toMatchObject([{ fullName: 'Lê Văn An' }]);
    });

    it('are asked once for tables with the same headings, so that many can be said', async () => {
      const known = Object.fromEntries(Object.entries(rosterRow('', '')).filter(([label]) => label !== 'Họ và tên'));
      const headings = ['Người', ...Object.keys(known)];
      const rows = Array.from({ length: 70 }, (__, at) => [
        headings,
        [`Người ${'ABCDEFGHIJ'[at % 10]}`, ...Object.values({ ...known, 'Mã số': `${unit.code}-${at}` })],
      ]).flat();
      const sent = { name: 'a.xlsx', content: await madeWorkbook([{ name: 'Chi bộ', rows }]) };
      const tried = await send(sent);
      expect(tried.matched).toHaveLength(70);
      const page = await app.as(secretary).get<string>(`/roster-imports/${tried.id}`);
      const fields = [...page.text.matchAll(/<select[^>]* name="(columns\.[^"]*)"/g)].map(([, name]) => name!);
      expect(fields).toHaveLength(headings.length);
      expect(page.text).toContain('và 69 bảng có cùng dòng tiêu đề');
      const answer = await app.as(secretary).form(`/roster-imports/${tried.id}/readings`, {
        ...Object.fromEntries(fields.map((name) => [name, 'proposed'])),
        'columns.1:1!A': 'fullName',
      });
      const { body } = await app
        .as(secretary)
        .get<Matched>(`${path}/${answer.headers.get('location')!.split('/').at(-1)!}`);
      expect(body.summary).toMatchObject({ new: 70 });
    });
  });

  it('of what is taken of nobody are named, and no more of them is stored or shown', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 9]] });
    const secret = '079080123456';
    const roster = await send(file({ 'Số CCCD': secret, 'Dân tộc': `Kinh ${secret}` }));
    const list = rosterOf([{ 'Họ và tên': 'Lê Văn An', 'Ngày sinh': '12/05/1980', 'Số CCCD': secret }]);
    const path = `/api/v1/classes/${inClass.id}/list-imports`;
    const { body: listed } = await app.as(secretary).upload<{ id: string }>(path, list);
    const pages = [`/roster-imports/${roster.id}`, `/list-imports/${listed.id}`];
    for (const page of pages) {
      const { text } = await app.as(secretary).get(page);
      expect(text).not.toContain(secret);
      expect(text).toContain('Số CCCD');
      expect(text).toContain('hệ thống không thu thập loại dữ liệu này');
    }
    const kept = await app.sql(
      `SELECT i.read, i.outcome, r.seen, r.shown FROM imports i JOIN import_rows r ON r.import_id = i.id
        WHERE i.id = ANY($1)`,
      [roster.id, listed.id],
    );
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify([kept, roster, listed])).not.toContain(secret);
  });
});
