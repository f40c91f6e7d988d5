import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';
import { caseFile } from '../cases/case-file';

interface Shown {
  readonly id: string;
  readonly rows: readonly {
    rowNumber: number;
    fullName: string | null;
    verdict: string;
    reason: { vi: string };
    read: { remarks?: string | null };
    checks: readonly { rule: string; outcome: string; sentence: { vi: string } }[];
  }[];
  readonly notListed: readonly { nominationId: string; fullName: string }[];
  readonly meantElsewhere: readonly { vi: string }[];
}
interface File {
  readonly name: string;
  readonly content: Buffer;
}

/** Lists as offices send them, held against the roster of the unit and the class they are sent to. */
describe('a list as offices send it', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let classId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.sql(`UPDATE persons SET code = 'old ' || id::text, folded_name = id::text`);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    ({ id: classId } = await a.trainingClass({ allocations: [[unit, 10]] }));
  });

  const bringIn = async (file: File) => {
    const { body } = await app
      .as(secretary)
      .upload<{ id: string }>('/api/v1/roster-imports', file, { unitId: unit.id });
    expect((await app.as(secretary).post(`/api/v1/roster-imports/${body.id}/application`)).status).toBe(200);
  };
  const send = async (file: File) => {
    const { body } = await app.as(secretary).upload<Shown>(`/api/v1/classes/${classId}/list-imports`, file);
    return { ...body, people: body.rows.filter(({ verdict }) => verdict !== 'passed_over') };
  };
  const csv = (...lines: readonly string[]) => ({
    name: 'danh-sach.csv',
    content: Buffer.from(`(Kèm theo Công văn số 12-CV/ĐU ngày 05/01/2026 của Đảng ủy)\n${lines.join('\n')}`),
  });
  const apply = async (id: string, how: object = {}) =>
    app.as(secretary).post(`/api/v1/list-imports/${id}/application`, how);
  const toNote = ({ checks }: Shown['rows'][number]) =>
    checks.filter(({ outcome }) => outcome === 'warn').map(({ sentence }) => sentence.vi);

  it.each([
    ['list-00', 'roster-00', 8],
    ['list-02', 'roster-00', 6],
    ['list-04', 'roster-00', 8],
    ['list-08', 'roster-00', 3],
    ['list-09-hidden', 'list-09-roster', 2],
  ])('%s: everybody it names to who looks at it is on %s, and has nothing to note', async (list, roster, count) => {
    await bringIn(caseFile(roster));
    const { people } = await send(caseFile(list));
    const seen = people.map((row) => [row.verdict, row.read.remarks, toNote(row)]);
    expect(seen).toEqual(Array.from({ length: count }, () => ['seat', null, []]));
  });

  it('list-15: whoever stands beside a row that was never calculated is taken', async () => {
    await bringIn(caseFile('list-15-roster'));
    const verdicts = (await send(caseFile('list-15-formulas'))).people.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(['seat', 'unreadable', 'seat']);
  });

  it('list-03: what the list says otherwise than the roster is to be acknowledged, and stands in the workbook', async () => {
    await bringIn(caseFile('roster-00'));
    const { id, people } = await send(caseFile('list-03'));
    const [anh, hoa, thuy, an] = people.map(toNote);
    expect(anh).toEqual(['Danh sách ghi trình độ LLCT “Trung cấp”, hồ sơ của đơn vị ghi “Sơ cấp”; xét theo hồ sơ.']);
    expect(hoa!.join()).toContain('trình độ chuyên môn “Trung học phổ thông”, hồ sơ của đơn vị ghi “Thạc sĩ”');
    expect(hoa!.join()).toContain('xếp loại 2024 “Không hoàn thành nhiệm vụ”');
    expect(thuy!.join()).toContain('ngày vào Đảng “01/01/2020”, hồ sơ của đơn vị ghi “19/05/2010”');
    expect(thuy!.join()).toContain('hình thức học “Tập trung”, lớp này học “Không tập trung”');
    expect(an).toEqual([]);

    expect((await apply(id)).body).toMatchObject({ code: 'warnings_not_acknowledged' });
    const workbook = await app.as(secretary).download(`/list-imports/${id}/workbook`);
    expect(workbook.status).toBe(200);
    const page = await app.as(secretary).get<string>(`/list-imports/${id}`);
    expect(page.text).toContain('hồ sơ của đơn vị ghi “Sơ cấp”');
    expect((await apply(id, { acknowledged: true })).status).toBe(200);
    const kept = await app.sql<{ checks: Shown['rows'][number]['checks'] }>(
      `SELECT checks FROM nominations WHERE class_id = $1`,
      classId,
    );
    expect(kept.flatMap(({ checks }) => checks).some(({ rule }) => rule === 'list_says_otherwise')).toBe(true);
  });

  it('without a letter is asked about the one that is typed, as about one that it states', async () => {
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12' });
    const { id } = await send({
      name: 'a.csv',
      content: Buffer.from('TT;Họ và tên;Ngày sinh\n1;Lê Văn An;12/05/1980'),
    });
    const letter = { number: '12-CV/ĐU', date: '2062-01-05' };
    expect((await apply(id, { letter })).body).toMatchObject({
      code: 'list_meant_elsewhere',
      detail: expect.stringContaining('05/01/2062, ở sau ngày hôm nay') as string,
    });
    const typed = { 'letter.number': letter.number, 'letter.date': letter.date };
    const page = await app.as(secretary).form(`/list-imports/${id}/application`, typed);
    expect(page).toMatchObject({ status: 409, text: expect.stringContaining('name="meant"') as string });
    expect((await apply(id, { letter, meant: true })).status).toBe(200);
  });

  it('is told to be a roster, with the way to where rosters are sent, and needs a tick', async () => {
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12' });
    const { id } = await send(
      csv('Mã số;Họ và tên;Ngày sinh;Chi bộ;Tình trạng', ';Lê Văn An;12/05/1980;Chi bộ 1;Chính thức'),
    );
    const page = await app.as(secretary).get<string>(`/list-imports/${id}`);
    expect(page.text).toContain('không phải danh sách trích ngang');
    expect(page.text).toMatch(/<a href="\/roster-imports">Nếu là danh sách cán bộ, đảng viên/);
    expect((await apply(id, { acknowledged: true })).body).toMatchObject({ code: 'list_meant_elsewhere' });
    expect((await apply(id, { acknowledged: true, meant: true })).status).toBe(200);
  });

  it('of two tables side by side is sent as one, and comes back with both verdicts in their row, each by name', async () => {
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12' });
    await a.person({ in: unit, fullName: 'Trần Thị Chi', birthDate: '1981-06-13' });
    const { id, people } = await send(
      csv(
        'TT;Họ và tên;Ngày sinh;;TT;Họ và tên;Ngày sinh',
        '1;Lê Văn An;12/05/1980;;1;Trần Thị Chi;13/06/1981',
        ';;;;2;Người Lạ;14/07/1982',
      ),
    );
    expect(people.map(({ fullName, verdict, rowNumber }) => [fullName, verdict, rowNumber])).toEqual([
      ['Lê Văn An', 'seat', 3],
      ['Trần Thị Chi', 'seat', 3],
      ['Người Lạ', 'not_on_roster', 4],
    ]);
    expect((await apply(id)).status).toBe(200);
    const { content } = await app.as(secretary).download(`/api/v1/list-imports/${id}/workbook`);
    const { rows } = await readWorkbook({ name: 'a.csv', content });
    expect(rows[2]!.slice(7)).toEqual([
      'Lê Văn An: Được xếp chỉ tiêu\nTrần Thị Chi: Được xếp chỉ tiêu',
      expect.stringContaining('Trần Thị Chi: '),
      'Lê Văn An: Chỉ tiêu số 1\nTrần Thị Chi: Chỉ tiêu số 2',
    ]);
    expect(rows[3]![7]).not.toContain('Người Lạ');
  });

  it('what of a matched row nobody could read is to be acknowledged too', async () => {
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12' });
    const { id, people } = await send(csv('TT;Họ và tên;Ngày sinh;Trình độ LLCT', '1;Lê Văn An;12/05/1980;đang học'));
    expect(people.map(toNote)).toEqual([[expect.stringContaining('“Trình độ LLCT: đang học” không hiểu được')]]);
    expect((await apply(id)).body).toMatchObject({ code: 'warnings_not_acknowledged' });
  });

  it('list-06 and list-07: of two of one name and birth date the code decides, and without it both are told apart', async () => {
    const twin = { in: unit, fullName: 'Nguyễn Thị Ánh', sex: 'female', birthDate: '1985-03-12' } as const;
    await a.person({ ...twin, code: 'T16-0001', position: 'Trưởng phòng Kỹ thuật', cell: 'Chi bộ 1' });
    await a.person({ ...twin, code: 'T16-0002', position: 'Quản đốc Phân xưởng 1', cell: 'Chi bộ 2' });
    const [unclear] = (await send(caseFile('list-06'))).people;
    expect(unclear!.verdict).toBe('ambiguous');
    for (const words of ['T16-0001', 'Trưởng phòng Kỹ thuật', 'T16-0002', 'Chi bộ 2', 'thêm cột “Mã số”'])
      expect(unclear!.reason.vi).toContain(words);
    expect((await send(caseFile('list-07'))).people.map(({ verdict }) => verdict)).toEqual(['seat', 'seat']);
  });

  it('a code that is somebody else’s than the name is told', async () => {
    await a.person({ in: unit, fullName: 'Lê Văn An', birthDate: '1980-05-12', code: 'AN-1' });
    const { people } = await send(csv('TT;Mã số;Họ và tên;Ngày sinh', '1;AN-2;Lê Văn An;12/05/1980'));
    expect(people.map(toNote)).toEqual([['Danh sách ghi mã số “AN-2”, hồ sơ của đơn vị ghi “AN-1”; xét theo hồ sơ.']]);
  });

  it('list-13: titles before a name are set aside, unless they are the name', async () => {
    await bringIn(caseFile('roster-25-before'));
    const { people } = await send(caseFile('list-13'));
    expect(people.map(({ verdict }) => verdict)).toEqual(Array<string>(7).fill('seat'));
  });

  it('list-14: one apostrophe is as good as another, and letters of the Highlands are found by plain ones', async () => {
    await bringIn(caseFile('list-14-roster'));
    const { people } = await send(caseFile('list-14-apostrophes'));
    const verdicts = people.map(({ fullName, verdict }) => [fullName, verdict]);
    expect(verdicts).toEqual([
      ["H'Hen Niê", 'seat'],
      ["H'Hen Niê", 'duplicate'],
      ["H'Hen Niê", 'duplicate'],
      ['Y Blô', 'seat'],
      ['Siu Blơ', 'seat'],
      ['Siu Blơ̆', 'duplicate'],
      ["H'Hen Niê", 'duplicate'],
      ['HHen Niê', 'not_on_roster'],
      ['H Hen Niê', 'not_on_roster'],
      ["K'Brêm", 'seat'],
      ['Đinh Y Ut', 'seat'],
    ]);
  });

  it('list-01: an eth is a Đ', async () => {
    await bringIn(caseFile('roster-00'));
    expect((await send(caseFile('list-01'))).people.map(({ verdict }) => verdict)).toEqual(['seat', 'seat', 'seat']);
  });

  it('list-05: people of the group of reserves come after everybody else, in their order', async () => {
    await bringIn(caseFile('roster-00'));
    ({ id: classId } = await a.trainingClass({ allocations: [[unit, 2]] }));
    const { id, people } = await send(caseFile('list-05'));
    expect(people.map(({ verdict }) => verdict)).toEqual(['seat', 'seat', 'reserve']);
    expect((await apply(id)).status).toBe(200);
    const ranked = await app.sql(
      `SELECT full_name, rank FROM nominations JOIN persons p ON p.id = person_id WHERE class_id = $1 AND rank IS NOT NULL`,
      classId,
    );
    expect(ranked).toEqual([{ fullName: 'Trần Thị Thúy', rank: 1 }]);
  });

  it('reserves come after the others wherever they stand, and take a seat that is left only with a word', async () => {
    for (const [index, fullName] of ['Lê An', 'Lê Bình', 'Lê Chi'].entries())
      await a.person({ in: unit, fullName, birthDate: `1980-05-1${index}` });
    const list = csv(
      'TT;Họ và tên;Ngày sinh;Chức vụ',
      'I;Danh sách dự phòng;;',
      '1;Lê An;10/05/1980;CV',
      '2;Lê Bình;11/05/1980;CV',
      'II;Danh sách chính thức;;',
      '3;Lê Chi;12/05/1980;CV',
    );
    ({ id: classId } = await a.trainingClass({ allocations: [[unit, 2]] }));
    const { id, people } = await send(list);
    expect(people.map(({ fullName, verdict }) => [fullName, verdict])).toEqual([
      ['Lê An', 'seat'],
      ['Lê Bình', 'reserve'],
      ['Lê Chi', 'seat'],
    ]);
    expect(people.map(toNote)).toEqual([[expect.stringContaining('xếp là dự phòng')], [], []]);
    expect((await apply(id)).body).toMatchObject({ code: 'warnings_not_acknowledged' });
    expect((await apply(id, { acknowledged: true })).status).toBe(200);
  });

  it('list-12: whom a corrected list leaves out is named, with a withdrawal, and stays until it is asked for', async () => {
    await bringIn(caseFile('list-12-roster'));
    const first = await send(caseFile('list-12-first'));
    // Their letters are of November, and it is January here.
    expect((await apply(first.id, { meant: true })).status).toBe(200);
    expect(first.notListed).toEqual([]);
    const corrected = await send(caseFile('list-12-corrected'));
    expect(corrected.people.map(({ verdict }) => verdict)).toEqual(['already_nominated', 'seat']);
    expect(corrected.notListed).toMatchObject([{ fullName: 'Lê Văn Bình', state: 'submitted' }]);
    expect((await apply(corrected.id, { meant: true })).status).toBe(200);
    const page = await app.as(secretary).get<string>(`/list-imports/${corrected.id}`);
    expect(page.text).toContain('Đã cử trước đây nhưng không có trong danh sách này (1)');
    const { nominationId } = corrected.notListed[0]!;
    await app.as(secretary).form(`/nominations/${nominationId}/withdrawal`, { reason: 'Danh sách thay đổi' });
    const again = await app.as(secretary).get<Shown>(`/api/v1/list-imports/${corrected.id}`);
    expect(again.body.notListed).toEqual([]);
  });

  it('shows first what needs a decision, then what is to be noted, and of one outcome only what is asked for', async () => {
    for (const [index, fullName] of ['Lê An', 'Lê Bình'].entries())
      await a.person({ in: unit, fullName, birthDate: `1980-05-1${index}` });
    const { id } = await send(
      csv(
        'TT;Họ và tên;Ngày sinh;Trình độ LLCT',
        '1;Lê An;10/05/1980;Sơ cấp',
        '2;Lê Bình;11/05/1980;Cao cấp',
        '3;Lê Vắng;12/05/1980;Sơ cấp',
      ),
    );
    const named = (text: string) =>
      [...text.slice(text.indexOf('id="rows"')).matchAll(/Lê (?:An|Bình|Vắng)/g)].map(([name]) => name);
    const all = await app.as(secretary).get<string>(`/list-imports/${id}`);
    expect(named(all.text)).toEqual(['Lê Vắng', 'Lê Bình', 'Lê An']);
    expect(all.text).toContain(`/list-imports/${id}?verdict=not_on_roster#rows`);
    const missing = await app.as(secretary).get<string>(`/list-imports/${id}?verdict=not_on_roster`);
    expect(named(missing.text)).toEqual(['Lê Vắng']);
    expect(missing.text).toContain('Xem tất cả 3 người');
  });

  describe('that came back from here', () => {
    const remarks = ({ rows }: { rows: readonly { verdict: string; read: { remarks?: string | null } }[] }) =>
      rows.filter(({ verdict }) => verdict !== 'passed_over').map(({ read }) => read.remarks);

    it('list-16: has our verdicts beside it, which are ours, and under the same headings perhaps the unit’s own', async () => {
      await bringIn(caseFile('roster-00'));
      const sent = await send(caseFile('list-16'));
      expect(remarks(sent)).toEqual([null, null, null]);
      expect(sent.people.map(({ verdict }) => verdict)).toEqual(['seat', 'seat', 'seat']);
      await a.person({ in: unit, fullName: 'Lê An', birthDate: '1980-05-12' });
      const own = await send(csv('TT;Họ và tên;Ngày sinh;Kết quả;Lý do', '1;Lê An;12/05/1980;Thi đạt;Học bù'));
      expect(remarks(own)).toEqual(['Kết quả: Thi đạt; Lý do: Học bù']);
    });

    it('roster-27: has our escapes taken off', async () => {
      await bringIn(caseFile('roster-00'));
      const sent = await send(caseFile('roster-27'));
      expect(remarks(sent)).toEqual([null, null, null]);
      expect(sent.people.map(toNote)).toEqual([[], [], []]);
      expect(sent.rows.find(({ fullName }) => fullName === 'Nguyễn Thị Ánh')!.read).toMatchObject({
        phone: '0903100184',
        officialOn: null,
        partyPosition: null,
      });
    });

    it('comes back as it went out', async () => {
      await bringIn(caseFile('roster-00'));
      const { id, people } = await send(caseFile('list-01'));
      const { content } = await app.as(secretary).download(`/list-imports/${id}/workbook`);
      const again = await send({ name: 'ket-qua.xlsx', content });
      expect(again.people.map(({ fullName, verdict }) => [fullName, verdict])).toEqual(
        people.map(({ fullName, verdict }) => [fullName, verdict]),
      );
      expect(remarks(again)).toEqual([null, null, null]);
    });
  });

  describe('sent to a class it does not seem to be meant for', () => {
    const ofLevel = async (raisesTo: string, nameVi: string) => {
      const course = await a.course({ raisesTo, nameVi });
      ({ id: classId } = await a.trainingClass({ course, allocations: [[unit, 10]] }));
    };

    it('is warned of and needs a tick: another programme', async () => {
      await bringIn(caseFile('roster-00'));
      await ofLevel('elementary', 'Sơ cấp lý luận chính trị');
      const { id, meantElsewhere } = await send(caseFile('list-01'));
      expect(meantElsewhere.map(({ vi }) => vi)).toEqual([
        'Phần đầu danh sách ghi “Trung cấp”, còn lớp này là “Sơ cấp lý luận chính trị”.',
      ]);
      expect((await apply(id, { acknowledged: true })).body).toMatchObject({ code: 'list_meant_elsewhere' });
      const page = await app.as(secretary).get<string>(`/list-imports/${id}`);
      expect(page.text).toContain('Danh sách có vẻ không phải của lớp này');
      expect((await apply(id, { acknowledged: true, meant: true })).status).toBe(200);
    });

    it('is not, of the programme it names', async () => {
      await bringIn(caseFile('roster-00'));
      await ofLevel('intermediate', 'Trung cấp lý luận chính trị');
      const { id, meantElsewhere } = await send(caseFile('list-01'));
      expect(meantElsewhere).toEqual([]);
      expect((await apply(id)).status).toBe(200);
    });

    it('is warned of and needs a tick: a roster, another unit’s list, a letter of last year', async () => {
      await bringIn(caseFile('roster-00'));
      const other = await a.unit();
      await a.change('unit_names', { unitId: other.id }, { nameVi: 'Công ty Bột giặt Lix' });
      const why = async (file: File) => (await send(file)).meantElsewhere.map(({ vi }) => vi).join();
      expect(await why(caseFile('roster-00'))).toContain('không phải danh sách trích ngang');
      const rows = 'TT;Họ và tên;Ngày sinh\n1;Lê An;12/05/1980';
      const headed = (line: string) => ({ name: 'ds.csv', content: Buffer.from(`${line}\n${rows}`) });
      expect(await why(headed('ĐẢNG ỦY CÔNG TY BỘT GIẶT LIX;;'))).toContain('“Công ty Bột giặt Lix”');
      expect(await why(headed('(Kèm theo Công văn số 12-CV/ĐU ngày 05/01/2024 của Đảng ủy);;'))).toContain(
        'hơn một năm',
      );
    });
  });
});
