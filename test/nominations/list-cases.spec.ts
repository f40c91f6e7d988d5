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
    checks: readonly { rule: string; outcome: string; sentence: { vi: string } }[];
  }[];
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
});
