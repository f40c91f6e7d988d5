import { cellText } from '../../src/platform/sheets/cells';
import { unpack } from '../../src/platform/sheets/archive';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltUnit } from '../builders';

describe('printed papers', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let [one, two]: BuiltUnit[] = [];
  let inClass: BuiltClass;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    app = await TestApp.start({ PRINTED_ROWS: '8' });
    a = new Builders(app);
    office = await a.office();
    [one, two] = [await a.unit('A-LIX'), await a.unit('B-CSM')];
    inClass = await a.trainingClass({ course: await a.course({ kind: 'theory' }), name: 'Trung cấp K1' });
    for (const day of ['2026-02-07', '2026-02-08', '2026-02-14']) await a.halfDay(inClass, day);
    const people = [
      ['=1+1 Lê Thị Ánh', two],
      ['Nguyễn Văn Ánh', one],
      ['Trần Thị Bình', one],
      ['Đỗ Văn An', one],
    ] as const;
    for (const [fullName, unit] of people) {
      const person = await a.person({
        in: unit,
        fullName,
        sex: fullName.includes('Thị') ? 'female' : 'male',
      });
      ids.set(fullName, (await a.enrollment({ in: inClass, person })).id);
    }
  });
  afterAll(() => app.stop());

  const address = (sheet: string, query = '', of = inClass) => `/classes/${of.id}/printouts/${sheet}${query}`;
  const fetched = (sheet: string, query = '', as = office, of = inClass) =>
    app.as(as).download(`/api/v1${address(sheet, query, of)}`);
  const rowsOf = async (sheet: string, query = '', as = office, of = inClass) => {
    const { content, status } = await fetched(sheet, `?format=xlsx${query}`, as, of);
    expect(status).toBe(200);
    const { rows } = await readWorkbook({ name: 'paper.xlsx', content });
    return rows.map((row) => row.map(cellText));
  };
  const namesIn = (rows: readonly string[][]) =>
    rows.filter(([number]) => /^\d+$/.test(number ?? '')).map(([, name]) => name);
  const textOf = (rows: readonly string[][]) => rows.flat().filter(Boolean).join(' ');

  it('carry the letterhead, and list people by unit and then by given name', async () => {
    const rows = await rowsOf('roster');
    expect(namesIn(rows)).toEqual(['Đỗ Văn An', 'Nguyễn Văn Ánh', 'Trần Thị Bình', '=1+1 Lê Thị Ánh']);
    expect(rows[0]!.filter(Boolean)).toEqual(['THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH', 'ĐẢNG CỘNG SẢN VIỆT NAM']);
    expect(textOf(rows)).toContain('ĐƠN VỊ KHOI Thành phố Hồ Chí Minh, ngày 05 tháng 01 năm 2026');
    expect(textOf(rows)).toContain('DANH SÁCH HỌC VIÊN Lớp Trung cấp K1');
    expect(textOf(rows)).toContain('Danh sách có 4 đồng chí./.');
    // Born 12/05/1980: men in one column, women in the next.
    expect(rows.find(([, name]) => name === 'Trần Thị Bình')!.slice(2, 4)).toEqual(['', '12/05/1980']);
  });

  it.each(['attendance', 'opening-decision'])('as PDF carry their typeface: %s', async (sheet) => {
    const { status, headers, content } = await fetched(sheet);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const text = content.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/FontFile2/g)!.length).toBeGreaterThanOrEqual(2);
  });

  it('as Word documents say the same, to go on writing in', async () => {
    const { status, headers, content } = await fetched('roster', '?format=docx');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('wordprocessingml.document');
    const parts = await unpack(content, 'xml');
    const text = parts.get('word/document.xml')!.data.toString();
    for (const said of ['DANH SÁCH HỌC VIÊN', 'Trần Thị Bình', '=1+1 Lê Thị Ánh', 'Danh sách có 4 đồng chí./.'])
      expect(text).toContain(said);
    const page = (await app.as(office).get<string>(`/classes/${inClass.id}/printouts`)).text;
    expect(page).toContain('value="docx"');
  });

  it('have room for signatures at each half-day, or what is recorded', async () => {
    const enrollmentId = ids.get('Nguyễn Văn Ánh');
    const halfDays = await app.sql<{ id: string }>(
      'SELECT id FROM half_days WHERE class_id = $1 ORDER BY number',
      inClass.id,
    );
    const mark = (index: number, as: string) =>
      a.change('attendance_lines', { enrollmentId, halfDayId: halfDays[index]!.id }, { mark: as });
    await mark(0, 'present');
    await mark(1, 'excused');
    const recorded = await rowsOf('attendance', '&filling=recorded');
    expect(recorded.find(([, name]) => name === 'Nguyễn Văn Ánh')!.slice(3)).toEqual(['x', 'P']);
    expect(recorded.find(([, name]) => name === 'Cộng có mặt')!.slice(3)).toEqual(['1', '0', '0']);
    const blank = await rowsOf('attendance', '&filling=sign_in_and_out&from=2&to=2');
    expect(textOf(blank)).toContain('Ký vào Ký ra');
    expect(textOf(blank)).toContain('Buổi 2: Sáng 08/02/2026');
    expect(
      blank
        .find(([, name]) => name === 'Nguyễn Văn Ánh')!
        .slice(3)
        .join(''),
    ).toBe('');
  });

  it('sum up marks, tell re-sits, and leave the average open until every module has its mark', async () => {
    const modules = [await a.module(inClass, 1), await a.module(inClass, 2, 'Học phần 2', 2)];
    const mark = (name: string, index: number, attempt: number, value: number) =>
      a.insert('module_marks', {
        moduleId: modules[index],
        enrollmentId: ids.get(name),
        attempt,
        mark: value,
        enteredAt: app.clock.now(),
      });
    await mark('Đỗ Văn An', 0, 1, 7);
    await mark('Đỗ Văn An', 1, 1, 4);
    await mark('Đỗ Văn An', 1, 2, 8.5);
    await mark('Trần Thị Bình', 0, 1, 9);
    const rows = await rowsOf('marks');
    const row = (name: string) => rows.find((cells) => cells[1] === name)!.slice(3);
    expect(row('Đỗ Văn An')).toEqual(['7', '8.5', '8', '', 'Thi lại HP 2']);
    expect(row('Trần Thị Bình')).toEqual(['9']);
    expect(textOf(rows)).toContain('HP 2: Học phần 2 (hệ số 2)');
  });

  it('decide the opening with its number, its grounds and those summoned; of one unit only the extract', async () => {
    const grounds = encodeURIComponent('Công văn số 12-CV/ĐU\n- Xét đề nghị của Ban Tuyên giáo;');
    const text = textOf(await rowsOf('opening-decision', `&number=25-QĐ/ĐUK&day=2026-01-20&grounds=${grounds}`));
    expect(text).toContain('Số 25-QĐ/ĐUK');
    expect(text).toContain('ngày 20 tháng 01 năm 2026');
    expect(text).toContain('- Căn cứ Công văn số 12-CV/ĐU;');
    expect(text).toContain('- Xét đề nghị của Ban Tuyên giáo;');
    expect(text).toContain('Triệu tập 4 đồng chí');
    expect(text).toContain('có mặt lúc 08:00 (sáng) ngày 07/02/2026');
    const extract = await rowsOf('opening-decision', `&unitId=${two!.id}`);
    expect(namesIn(extract)).toEqual(['=1+1 Lê Thị Ánh']);
    expect(textOf(extract)).not.toContain('Điều 1.');
  });

  it('recognise results once the class is closed: who completed with which number, who did not and why', async () => {
    const early = await fetched('summary-decision');
    expect(early.status).toBe(409);
    expect(JSON.parse(early.content.toString())).toMatchObject({ code: 'not_judged_yet' });

    const closed = await a.trainingClass({ state: 'closed', closedAt: '2026-01-04T10:00:00+07:00', name: 'Lớp B' });
    await a.register(7);
    const sentence = { vi: 'Vắng 3/10 buổi.', en: '' };
    const reasons = [
      { rule: 'attendance', ok: false, severity: 'block', sentence, citation: sentence, verified: true },
    ];
    for (const [fullName, completed] of [['Lê Hoàn', true] as const, ['Lê Dở', false] as const]) {
      const { id, person } = await a.enrollment({
        in: closed,
        person: await a.person({ in: one!, fullName }),
      });
      const completion = await a.completion(
        closed,
        { id, person },
        {
          completed,
          grade: completed ? 'good' : null,
          reasons: JSON.stringify(completed ? [] : reasons),
        },
      );
      if (!completed) continue;
      await a.certificate(completion, person, 7, {
        grade: 'good',
        verificationCode: 'PRINT',
        birthDate: '1985-03-02',
        className: 'Lớp B',
      });
    }
    const rows = await rowsOf('summary-decision', '', office, closed);
    expect(textOf(rows)).toContain('Công nhận 1 đồng chí hoàn thành lớp B');
    expect(textOf(rows)).toContain('1 đồng chí chưa hoàn thành');
    expect(textOf(rows)).toContain('ngày 04 tháng 01 năm 2026');
    expect(rows.find(([, name]) => name === 'Lê Hoàn')!.slice(4)).toEqual(['Khá', '007/2026/GCN-ĐUK']);
    expect(rows.find(([, name]) => name === 'Lê Dở')!.slice(4)).toEqual(['Vắng 3/10 buổi.']);
  });

  it('are printed by the office and the manager; a secretary prints the roster of their own people', async () => {
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    const secretary = await a.secretaryOf(two!);
    expect((await fetched('attendance', '', manager)).status).toBe(200);
    expect(namesIn(await rowsOf('roster', '', secretary))).toEqual(['=1+1 Lê Thị Ánh']);
    expect((await fetched('roster', `?unitId=${one!.id}`, secretary)).status).toBe(404);
    expect((await fetched('attendance', '', secretary)).status).toBe(403);
    expect((await fetched('nothing')).status).toBe(404);
    const page = (await app.as(secretary).get<string>(`/classes/${inClass.id}/printouts`)).text;
    expect(page).toContain('Danh sách học viên');
    expect(page).not.toContain('Bảng điểm danh');

    const lines = await app.sql<{ facts: object }>(
      `SELECT facts FROM journal_lines WHERE action = 'printouts.printed' AND account_id = $1`,
      secretary.id,
    );
    expect(lines).toEqual([{ facts: { sheet: 'roster', format: 'xlsx' } }]);
  });

  it('are refused with a remedy when there is too much or nobody, and the form keeps what was chosen', async () => {
    for (let n = 0; n < 6; n += 1) await a.enrollment({ in: inClass, person: await a.person({ in: one! }) });
    const refused = await app.as(office).get(`/api/v1${address('roster')}`);
    expect([refused.status, refused.body['code']]).toEqual([413, 'too_many_to_print']);
    expect(refused.text).toContain('Hãy chọn từng đơn vị');
    expect((await fetched('roster', `?unitId=${two!.id}`)).status).toBe(200);

    const page = await app.as(office).get<string>(address('summary-decision', '?format=pdf&number=9-QĐ/ĐUK'));
    expect(page.status).toBe(409);
    expect(page.text).toContain('Lớp chưa kết thúc');
    expect(page.text).toContain('value="9-QĐ/ĐUK"');
    const backwards = await app.as(office, 'en').get(`/api/v1${address('attendance', '?from=3&to=1')}`);
    expect([backwards.status, backwards.body['code']]).toEqual([422, 'invalid_input']);
    expect((await fetched('attendance', '?from=40')).status).toBe(409);
    const empty = await a.trainingClass();
    expect((await fetched('roster', '', office, empty)).status).toBe(409);
  });

  it('carry the letterhead the office keeps, after a look at it', async () => {
    const typed = {
      superior: 'THÀNH ỦY A',
      body: 'ĐẢNG ỦY KHỐI B',
      place: 'Cần Thơ',
      signerCapacity: 'TM. Ban Thường vụ – Bí thư',
      signerName: 'Lê Văn Ký',
    };
    const look = await app.as(office).form('/letterhead', { ...typed, preview: 'yes' });
    expect(look.status).toBe(200);
    expect(look.text).toContain('chưa lưu');
    expect((await app.as(office).get('/api/v1/letterhead')).body).not.toMatchObject({ place: 'Cần Thơ' });

    expect((await app.as(office).form('/letterhead', typed)).status).toBe(303);
    const text = textOf(await rowsOf('roster', `&unitId=${two!.id}`));
    expect(text).toContain('ĐẢNG ỦY KHỐI B Cần Thơ, ngày 05 tháng 01 năm 2026');
    expect(text).toContain('TM. BAN THƯỜNG VỤ – BÍ THƯ');
    expect(text).toContain('Lê Văn Ký');

    const wrong = await app.as(office).form('/letterhead', { ...typed, body: '' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="Cần Thơ"');
  });

  it('are signed by whom the office names for their kind, after a look at it', async () => {
    const path = '/letterhead/signatures/list';
    const typed = {
      onBehalf: 'T/L BAN THƯỜNG VỤ',
      inPlaceOf: 'K/T TRƯỞNG BAN',
      title: 'Phó Trưởng ban',
      name: 'Võ Thị Thay',
    };
    const look = await app.as(office).form(path, { ...typed, preview: 'yes' });
    expect([look.status, look.text.includes('PHÓ TRƯỞNG BAN'), look.text.includes('chưa lưu')]).toEqual([
      200,
      true,
      true,
    ]);
    expect((await app.as(office).form(path, typed)).status).toBe(303);
    expect((await app.as(office).get('/api/v1/letterhead/signatures')).body).toMatchObject({
      items: [{ paper: 'list' }],
    });
    const text = textOf(await rowsOf('roster', `&unitId=${two!.id}`));
    for (const line of ['T/L BAN THƯỜNG VỤ', 'K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN', 'Võ Thị Thay'])
      expect(text).toContain(line);
    const headless = await app.as(office).form(path, { onBehalf: '', title: 'Chánh Văn phòng', name: 'Lê Thị Ký' });
    expect([headless.status, headless.text.includes('Lê Thị Ký')]).toEqual([422, true]);
    expect(textOf(await rowsOf('roster', `&unitId=${two!.id}`))).toContain('Võ Thị Thay');
    expect((await app.as(office).put(`/api/v1${path}`, {})).status).toBe(204);
    expect(textOf(await rowsOf('roster', `&unitId=${two!.id}`))).not.toContain('Võ Thị Thay');
    expect((await app.as(office).get('/letterhead/signatures/no')).status).toBe(404);
  });
});
