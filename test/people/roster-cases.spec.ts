import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { caseFile } from '../cases/case-file';
import { type DryRun, rosterOf, rosterRow, type ShownRoster } from './rosters';

/** Files as offices send them, and variants of their kind; nothing of them is lost without a word, and nothing stored unasked. */
describe('a roster as offices send it', () => {
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
    await app.sql(`UPDATE persons SET code = 'old ' || id::text, folded_name = id::text`);
  });

  type File = { name: string; content: Buffer };
  const send = async (file: File) => {
    const { body } = await app.as(secretary).upload<DryRun>('/api/v1/roster-imports', file, { unitId: unit.id });
    return (await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${body.id}?limit=100`)).body;
  };
  const apply = async (id: string, how = {}) => {
    const { status } = await app.as(secretary).post(`/api/v1/roster-imports/${id}/application`, how);
    expect(status).toBe(200);
  };
  const bringIn = async (file: File) => apply((await send(file)).id);
  const stored = async <T>(columns: string) =>
    app.sql<T & Record<string, unknown>>(`SELECT ${columns} FROM persons WHERE unit_id = $1 ORDER BY code`, unit.id);
  const verdicts = ({ rows }: ShownRoster) => rows.items.map(({ verdict }) => verdict);
  const told = ({ rows }: ShownRoster) =>
    rows.items.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`).join(', '));

  it('no other letters of a name, and no title before it, change the name on file', async () => {
    const names = ['Đặng Văn Hòa', 'Nguyễn Thị Ánh', "H'Hen Niê", 'Trần Văn Cư', 'Lê Thị Thúy', 'Bà Thị Lan'];
    await bringIn(rosterOf(names.map((name, index) => rosterRow(`N-${index}`, name))));
    const written = ['Ðặng Văn Hoà', 'nguyen thi anh', 'H’Hen Niê', 'Ông Trần Văn Cư', 'LÊ THỊ THUÝ', 'Bà Thị Lan'];
    const shown = await send(rosterOf(written.map((name, index) => rosterRow(`N-${index}`, name))));
    expect(verdicts(shown)).toEqual(names.map(() => 'same'));
    expect(told(shown)).toEqual(['', 'fullName name_kept', '', 'fullName title_set_aside', '', '']);
  });

  it('a better way of writing a name does change it', async () => {
    await bringIn(rosterOf([rosterRow('N-1', 'Nguyen Thi Anh'), rosterRow('N-2', 'Nguyễn văn Tám')]));
    const better = rosterOf([rosterRow('N-1', 'Nguyễn Thị Ánh'), rosterRow('N-2', 'Nguyễn Văn Tám')]);
    const shown = await send(better);
    expect(verdicts(shown)).toEqual(['changed', 'changed']);
    await apply(shown.id);
    expect(verdicts(await send(better))).toEqual(['same', 'same']);
  });

  it('roster-25: titles are set aside when nobody bears them in the name', async () => {
    await bringIn(caseFile('roster-25-before'));
    const shown = await send(caseFile('roster-25-titles'));
    expect(verdicts(shown)).toEqual(['same', 'same', 'same', 'same', 'new']);
    expect(told(shown)).toEqual(shown.rows.items.map(() => 'fullName title_set_aside'));
    expect(shown.rows.items[4]!.after).toMatchObject({ fullName: 'Vũ Văn Nam' });
    expect(verdicts(await send(caseFile('roster-25-before')))).toEqual(Array<string>(7).fill('same'));
  });

  it('roster-22: what is nobody’s name is refused at its cell', async () => {
    const shown = await send(caseFile('roster-22'));
    expect(told(shown)).toEqual([
      'fullName no_name',
      'fullName no_name',
      'fullName no_name',
      'fullName one_word',
      'fullName no_name',
      'fullName no_name',
      'fullName no_name',
      'fullName no_name',
    ]);
    expect(verdicts(shown).filter((verdict) => verdict === 'refused')).toHaveLength(7);
  });

  it('roster-23: whoever has an odd telephone number or rating is taken all the same, and it is told', async () => {
    const shown = await send(caseFile('roster-23'));
    expect(verdicts(shown)).toEqual(Array<string>(8).fill('new'));
    expect(told(shown)).toEqual([
      'phone rest_set_aside',
      'phone rest_set_aside',
      'phone rest_set_aside',
      'email rest_set_aside',
      '',
      '',
      'theoryLevel unreadable_value',
      'planned unreadable_mark',
    ]);
    await apply(shown.id);
    expect((await stored('phone, email')).slice(0, 4)).toEqual([
      { phone: '0912345678', email: null },
      { phone: '02838291234', email: null },
      { phone: '0912345678', email: null },
      { phone: null, email: 'a@b.vn' },
    ]);
  });

  it('roster-05: of seventeen ways to write a number none keeps a person out, and none is stored that is none', async () => {
    const shown = await send(caseFile('roster-05'));
    expect(verdicts(shown)).toEqual(Array<string>(17).fill('new'));
    await apply(shown.id);
    expect((await stored<{ phone: string | null }>('phone')).map(({ phone }) => phone)).toEqual([
      '0903123456',
      '0903123456',
      '0903123456',
      '0903123457',
      '0903123458',
      '0903123459',
      '02838221234',
      '0903123460',
      '0903123462',
      '0903123464',
      '02838221234',
      null,
      null,
      null,
      null,
      '0903123467',
      null,
    ]);
  });

  it('roster-01: a day written in twenty-four ways is read wherever it has one meaning, and the others say why', async () => {
    const shown = await send(caseFile('roster-01'));
    const days = shown.rows.items.map(({ after, problems }) => after?.['birthDate'] ?? problems[0]!.code);
    expect(days).toEqual([
      '1985-03-12',
      'month_only',
      'year_only',
      'short_year',
      '1985-03-12',
      'unreadable_day',
      'day_number',
      ...Array<string>(8).fill('1985-03-12'),
      'unclear',
      ...Array<string>(3).fill('1985-03-12'),
      'month_only',
      '1985-03-12',
      '1985-03-12',
      'year_only',
      '1985-03-12',
    ]);
  });

  it('roster-02: what Excel made a date of gives no day that nobody wrote', async () => {
    const shown = await send(caseFile('roster-02'));
    const births = told(shown).map((problems) => problems.replace('birthDate ', ''));
    expect(births).toEqual([
      'month_only',
      'year_only',
      'month_only',
      'year_only',
      'unclear',
      'unclear',
      'unclear',
      'year_only',
    ]);
    expect(shown.rows.items[0]!.problems[0]!.message.vi).toContain('“Ngày sinh: 03/1985” mới có tháng và năm');
    expect(shown.rows.items[1]!.problems[0]!.message.vi).toContain('“Ngày sinh: 1980” mới có năm');
  });

  it.each([
    ['roster-03', 'ngày và tháng có vẻ đã bị Excel đảo chỗ', 'days_swapped', 4],
    ['roster-04', 'ghi tháng trước ngày', 'month_first', 5],
  ])('%s: a column of days is looked at as a whole, and none of them stored', async (start, words, code, people) => {
    const shown = await send(caseFile(start));
    expect(shown.doubtedDays[0]).toMatchObject({ label: 'Ngày sinh', isTurned: false, cells: people });
    expect(told(shown).filter((problems) => problems.includes(`birthDate ${code}`))).toHaveLength(people);
    await apply(shown.id);
    // Whoever is taken has a day that was never doubtful.
    const births = await stored<{ birthDate: string; joinedOn: string | null }>('birth_date, joined_on');
    expect(births.every(({ birthDate }) => Number(birthDate.slice(8)) > 12)).toBe(true);
    expect(births.every(({ joinedOn }) => joinedOn === null || Number(joinedOn.slice(8)) > 12)).toBe(true);
    const page = await app.as(secretary).get<string>(`/roster-imports/${shown.id}`);
    expect(page.text).toContain(words);
    expect(page.text).not.toContain('Đổi chỗ ngày và tháng');
  });

  it.each([
    [
      'roster-03',
      ['1985-03-12', '1980-11-25', '1983-07-01', '1979-12-31', '1992-02-29', '1998-10-05', '1975-01-09', '1988-08-18'],
    ],
    ['roster-04', ['1980-05-13', '1980-05-12', '1979-11-25', '1981-03-04', '1978-12-01']],
  ])('%s: a doubted column is read turned where that is asked for, for that reading alone', async (start, births) => {
    const shown = await send(caseFile(start));
    const places = shown.doubtedDays.map(({ place }) => place);
    const readings = `/api/v1/roster-imports/${shown.id}/readings`;
    const { body } = await app.as(secretary).post<DryRun>(readings, { turnedDays: places });
    expect(body.choice.turnedDays).toEqual(places);
    expect(body.doubtedDays).toEqual(shown.doubtedDays.map((column) => ({ ...column, isTurned: true })));
    const { body: turned } = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${body.id}`);
    expect(turned.rows.items.map(({ after }) => after?.['birthDate'])).toEqual(births);
    expect(told(turned).join()).not.toMatch(/days_swapped|month_first/);

    await apply(turned.id);
    expect((await stored<{ birthDate: string }>('birth_date')).map(({ birthDate }) => birthDate)).toEqual(births);
    expect((await send(caseFile(start))).doubtedDays).toEqual(shown.doubtedDays);
  });

  it('a column nobody doubts is not read turned', async () => {
    const { id } = await send(caseFile('roster-00'));
    const turn = (...turnedDays: string[]) =>
      app.as(secretary).post(`/api/v1/roster-imports/${id}/readings`, { turnedDays });
    expect(await turn('1:1!D')).toMatchObject({ status: 422, body: { code: 'days_not_doubted' } });
    expect(await turn('9:9!D')).toMatchObject({ status: 422, body: { code: 'chosen_table_gone' } });
  });

  it('roster-07: what can hardly be so is told with the rule and its source, and what cannot be is refused', async () => {
    const shown = await send(caseFile('roster-07'));
    expect(told(shown)).toEqual([
      'birthDate too_young',
      'birthDate past_retirement',
      'joinedOn joined_too_young',
      '',
      'officialOn official_on_probation, officialOn short_probation',
      '',
      '',
      '',
    ]);
    expect(verdicts(shown)).toEqual(['refused', ...Array<string>(7).fill('new')]);
    expect(shown.rows.items[2]!.problems[0]!.message.vi).toContain('Điều 1 Điều lệ Đảng');
  });

  describe('what it does not say', () => {
    it('roster-24: stays, is counted by kind, and goes only where that is asked for', async () => {
      await bringIn(caseFile('roster-24-before'));
      const before = await stored<{ code: string; email: string; phone: string }>('code, joined_on, phone, email');
      const shown = await send(caseFile('roster-24-mostly-blank'));
      expect(shown.summary).toMatchObject({ changed: 3, same: 7 });
      expect(shown.removable).toEqual({ joinedOn: 9, phone: 9, email: 9 });
      const page = await app.as(secretary).get<string>(`/roster-imports/${shown.id}`);
      expect(page.text).toContain('27 giá trị đang có trong hệ thống được để trống trong tệp');
      await apply(shown.id);
      const after = await stored<{ code: string; email: string; phone: string }>('code, joined_on, phone, email');
      expect(after.slice(3)).toEqual(before.slice(3));
      expect(after[0]).toMatchObject({ email: 'an.moi@donvi.vn', phone: '0901111222' });

      const again = await send(caseFile('roster-24-mostly-blank'));
      await apply(again.id, { remove: ['phone'] });
      const without = await stored<{ email: string; phone: string | null }>('phone, email');
      expect(without.map(({ phone }) => phone)).toEqual([null, '0902999888', ...Array<null>(8).fill(null)]);
      expect(without.every(({ email }) => email !== null)).toBe(true);
      const [line] = await app.sql<{ facts: unknown }>(
        `SELECT facts FROM journal_lines WHERE subject_id = $1 AND action = 'roster_imports.applied'`,
        again.id,
      );
      expect(line!.facts).toMatchObject({ removed: ['phone'], changed: 9 });

      await app.as(secretary).post(`/api/v1/roster-imports/${again.id}/reversal`);
      expect(await stored('code, joined_on, phone, email')).toEqual(after);
    });

    it('is no in a column of ticks either', async () => {
      const ticked = { 'Cán bộ chủ chốt': 'x', 'Quy hoạch': 'x' };
      await bringIn(rosterOf([rosterRow('N-1', 'Lê An', ticked), rosterRow('N-2', 'Lê Bình', ticked)]));
      const shown = await send(
        rosterOf([
          rosterRow('N-1', 'Lê An', { ...ticked, 'Quy hoạch': '' }),
          rosterRow('N-2', 'Lê Bình', { 'Cán bộ chủ chốt': '', 'Quy hoạch': '' }),
        ]),
      );
      // Nobody is ticked under “Quy hoạch”: the file does not use the column.
      expect(shown.removable).toEqual({ keyCadre: 1 });
      expect(verdicts(shown)).toEqual(['same', 'same']);
      const saysNo = await send(rosterOf([rosterRow('N-1', 'Lê An', { 'Quy hoạch': 'Không' })]));
      expect(saysNo.rows.items[0]!.after).toMatchObject({ planned: false });
    });

    it('is nothing to remove where something stands that cannot be read', async () => {
      const phone = { 'Điện thoại': '0912345678' };
      await bringIn(rosterOf([rosterRow('N-1', 'Lê An', phone), rosterRow('N-2', 'Lê Bình', phone)]));
      const shown = await send(
        rosterOf([rosterRow('N-1', 'Lê An', phone), rosterRow('N-2', 'Lê Bình', { 'Điện thoại': 'hỏi văn phòng' })]),
      );
      expect(shown.removable).toEqual({});
      expect(told(shown)[1]).toBe('phone unreadable_value');
    });

    it('is asked for on the page, kind by kind', async () => {
      const phone = { 'Điện thoại': '0912345678' };
      await bringIn(rosterOf([rosterRow('N-1', 'Lê An', phone), rosterRow('N-2', 'Lê Bình', phone)]));
      const { id } = await send(
        rosterOf([rosterRow('N-1', 'Lê An', phone), rosterRow('N-2', 'Lê Bình', { 'Điện thoại': '' })]),
      );
      const page = await app.as(secretary).get<string>(`/roster-imports/${id}`);
      expect(page.text).toContain('1 giá trị đang có trong hệ thống được để trống trong tệp');
      expect(page.text).toContain('Xóa “Điện thoại” của 1 người');
      await app.as(secretary).form(`/roster-imports/${id}/application`, { remove: 'phone' });
      expect((await stored('phone')).map(({ phone: number }) => number)).toEqual(['0912345678', null]);
    });
  });

  it('roster-31: the level of theory beside a degree is read where the cell says so, and asked of somebody new where it may be one', async () => {
    const shown = await send(caseFile('roster-31'));
    expect(verdicts(shown)).toEqual(['refused', 'new', 'new', 'new']);
    expect(told(shown)).toEqual(['theoryLevel level_in_doubt', '', '', '']);
    await apply(shown.id);
    expect(await stored('education, theory_level')).toEqual([
      { education: 'master', theoryLevel: 'elementary' },
      { education: 'university', theoryLevel: 'advanced' },
      { education: 'university', theoryLevel: 'advanced' },
    ]);
  });

  it('a level that may be beside the degree leaves that of somebody known as it is, and stands back behind its own column', async () => {
    await bringIn(rosterOf([rosterRow('L-1', 'Nguyễn Văn An'), rosterRow('L-2', 'Nguyễn Văn Bình')]));
    const row = rosterRow('L-1', 'Nguyễn Văn An', { 'Trình độ chuyên môn': 'Đại học / Trung cấp' });
    const without = Object.fromEntries(Object.entries(row).filter(([label]) => label !== 'Trình độ LLCT'));
    const shown = await send(rosterOf([without]));
    expect([verdicts(shown), told(shown)]).toEqual([['same'], ['theoryLevel level_in_doubt, education highest_taken']]);
    const beside = { 'Trình độ chuyên môn': 'Thạc sĩ, Cao cấp LLCT', 'Trình độ LLCT': 'Trung cấp' };
    const twice = await send(rosterOf([rosterRow('L-2', 'Nguyễn Văn Bình', beside)]));
    expect(told(twice)).toEqual(['theoryLevel said_twice']);
    expect(twice.rows.items[0]!.after).toMatchObject({ education: 'master', theoryLevel: 'intermediate' });
  });

  it('roster-33 to 35: “CHI BỘ 7” above people is their chi bộ, and a column that says another is told', async () => {
    const cells = async (start: string) => {
      const { rows } = await send(caseFile(start));
      return rows.items.map(({ after }) => after?.['cell']);
    };
    expect(await cells('roster-33')).toEqual(['Chi bộ 7']);
    const two = ['Chi bộ Kỹ thuật', 'Chi bộ Xưởng cơ điện'];
    // The last joins on a day to come.
    expect(await cells('roster-34')).toEqual([two[0], two[0], two[1], undefined]);
    expect(await cells('roster-35')).toEqual(two);

    const headed = { 'Chi bộ': '', ...rosterRow('K-1', 'Nguyễn Văn An') };
    const blank = Object.fromEntries(Object.keys(headed).map((label) => [label, '']));
    const file = rosterOf([
      { ...blank, 'Chi bộ': 'II. CHI BỘ KỸ THUẬT' },
      headed,
      { ...headed, 'Mã số': 'K-2', 'Chi bộ': 'Kỹ thuật' },
      { ...headed, 'Mã số': 'K-3', 'Chi bộ': 'Chi bộ Kế toán' },
    ]);
    const shown = await send(file);
    expect(shown.rows.items.map(({ after }) => after?.['cell'])).toEqual([two[0], 'Kỹ thuật', 'Chi bộ Kế toán']);
    expect(told(shown)).toEqual(['', '', 'cell under_other_heading']);
  });

  it('a heading in capitals leaves the chi bộ of somebody known as it is written', async () => {
    await bringIn(
      rosterOf([{ ...rosterRow('SVG-0001', 'Nguyễn Đức Đạt', { 'Ngày sinh': '24/05/1995' }), 'Chi bộ': 'CHI BỘ 7' }]),
    );
    await send(caseFile('roster-33')).then(({ id }) => apply(id));
    expect(await stored('cell')).toEqual([{ cell: 'CHI BỘ 7' }]);
  });

  it('roster-36: people who left are made members only where somebody says they are', async () => {
    const shown = await send(caseFile('roster-36'));
    expect(shown).toMatchObject({ seemsLeft: true, summary: { new: 1 } });
    const address = `/roster-imports/${shown.id}`;
    const page = await app.as(secretary).get<string>(address);
    expect(page.text).toContain('Tệp này có vẻ là danh sách người đã rời đơn vị');
    const refused = await app.as(secretary).post(`/api/v1${address}/application`, {});
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'roster_is_of_people_who_left', errors: [{ field: 'meant' }] },
    });
    expect((await app.as(secretary).form(`${address}/application`, { meant: 'true' })).status).toBe(303);
    expect(await send(rosterOf([rosterRow('G-1', 'Nguyễn Văn An')]))).toMatchObject({ seemsLeft: false });
  });
});
