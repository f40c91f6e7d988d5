import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoursesService } from '../../src/courses/courses.service';
import { momentAt } from '../../src/platform/clock';
import { pack, unpack } from '../../src/platform/sheets/archive';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { RosterImportsService } from '../../src/people/rosters/imports.service';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

interface Row {
  readonly rowNumber: number;
  readonly verdict: string;
  readonly personId: string | null;
  readonly reason: { readonly vi: string; readonly en: string };
}
interface Import {
  readonly id: string;
  readonly letterNumber: string | null;
  readonly rows: readonly Row[];
}

const sample = (folder: string, name: string) => ({
  name,
  content: readFileSync(join(__dirname, '../../demo/data', folder, name)),
});
const list = (code: string) => sample('nomination-lists', `trich-ngang-${code}.xlsx`);
const people = ({ rows }: Import) => rows.filter(({ verdict }) => verdict !== 'passed_over');

let app: TestApp;
let a: Builders;
let courseId: string;

beforeAll(async () => {
  app = await TestApp.start();
  a = new Builders(app);
  app.clock.moveTo(momentAt('2026-01-06', '08:00'));
  await app.get(CoursesService).establishCatalogue(await app.actor((await a.office()).id));
  const [course] = await app.sql<{ id: string }>(`SELECT id FROM courses WHERE code = 'intermediate_theory'`);
  courseId = course!.id;
});
afterAll(() => app.stop());

const aClass = (unit: BuiltUnit, seats: number) =>
  a.trainingClass({
    allocations: [[unit, seats]],
    poolOpen: false,
    course: { id: courseId },
    opensOn: '2026-01-17',
    closesOn: '2026-10-25',
  });
const upload = async (inClass: BuiltClass, by: BuiltAccount, file: { name: string; content: Buffer }) =>
  app.as(by).upload<Import>(`/api/v1/classes/${inClass.id}/list-imports`, file);
const rowsOf = async (name: string, content: Buffer) => (await readWorkbook({ name, content })).rows;

describe('a list comes back with its outcome', () => {
  const secretaries = new Map<string, BuiltAccount>();
  const units = new Map<string, BuiltUnit>();

  beforeAll(async () => {
    for (const code of ['SFG', 'LIX', 'CSM']) {
      const unit = await a.unit(code);
      const secretary = await a.secretaryOf(unit);
      const actor = await app.actor(secretary.id);
      const rosters = app.get(RosterImportsService);
      await rosters.apply(
        actor,
        await rosters.preview(actor, unit.id, sample('rosters', `danh-sach-can-bo-${code}.xlsx`)),
      );
      units.set(code, unit);
      secretaries.set(code, secretary);
    }
  });

  it.each(['SFG', 'LIX', 'CSM'])(
    'that of %s as it was, with a verdict and a reason beside every person',
    async (code) => {
      const secretary = secretaries.get(code)!;
      const { body: tried } = await upload(await aClass(units.get(code)!, 4), secretary, list(code));
      const answer = await app.as(secretary).download(`/api/v1/list-imports/${tried.id}/workbook`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename="trich-ngang-${code.toLowerCase()}-ket-qua.xlsx"; filename*=UTF-8''trich-ngang-${code}-ket-qua.xlsx`,
      );

      const [before, after] = [await rowsOf('a.xlsx', list(code).content), await rowsOf('a.xlsx', answer.content)];
      const width = Math.max(...before.map((row) => row.length));
      expect(after.map((row) => row.slice(0, width).filter((cell) => cell !== null))).toEqual(
        before.map((row) => row.filter((cell) => cell !== null)),
      );
      expect(after[7]!.slice(width)).toEqual(['Kết quả', 'Lý do']);
      const reasons = new Map(people(tried).map(({ rowNumber, reason }) => [rowNumber, reason.vi]));
      const added = after.flatMap((row, index) =>
        index !== 7 && row.length > width ? [[index + 1, row[width + 1]]] : [],
      );
      expect(added).toHaveLength(reasons.size);
      for (const [row, reason] of added) expect(reason).toContain(reasons.get(row as number));
    },
  );

  it('and once it was sent, with the seat or the reserve number of now, in the reader’s language', async () => {
    const secretary = secretaries.get('LIX')!;
    // Nobody may be in two classes of one course.
    await a.change('classes', {}, { state: 'cancelled' });
    const inClass = await aClass(units.get('LIX')!, 4);
    const { body: tried } = await upload(inClass, secretary, list('LIX'));
    await app.as(secretary).post(`/api/v1/list-imports/${tried.id}/application`);
    const [first] = await app.sql<{ id: string }>(
      `SELECT n.id FROM import_rows r JOIN nominations n ON n.list_import_id = r.import_id AND n.person_id = r.person_id
       WHERE r.import_id = $1 AND verdict = 'seat' ORDER BY position LIMIT 1`,
      tried.id,
    );
    await app.as(secretary).post(`/api/v1/nominations/${first!.id}/withdrawal`, { reason: 'Đi công tác' });

    const answer = await app.as(secretary, 'en').download(`/api/v1/list-imports/${tried.id}/workbook`);
    const rows = await rowsOf('a.xlsx', answer.content);
    expect(rows[7]!.slice(-3)).toEqual(['Outcome', 'Reason', 'Place']);
    const column = rows[7]!.length - 1;
    const places = rows.flatMap((row, index) => (index > 7 && row[column] ? [row[column]] : []));
    expect(places).toHaveLength(9);
    expect(places[0]).toMatch(/Withdrawn/);
    // The first reserve took the seat that was given up.
    expect(places.filter((place) => /^Seat \d/.test(String(place)))).toHaveLength(4);
    expect(places.at(-1)).toBe('Reserve 4');
  });

  it('a .csv with the separator it came with, nothing in it to compute', async () => {
    const secretary = secretaries.get('CSM')!;
    const text = 'TT;Họ và tên;Ngày sinh;Chức vụ\r\n1;=HYPERLINK("x");1970;"Phó; Trưởng"\r\n2;Lê Văn An;1971;\r\n';
    const file = { name: 'Danh sách (CSM).csv', content: Buffer.from(text) };
    const { body: tried } = await upload(await aClass(units.get('CSM')!, 1), secretary, file);
    const answer = await app.as(secretary).download(`/list-imports/${tried.id}/workbook`);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="danh-sach-csm-ket-qua.csv"; filename*=UTF-8''Danh%20s%C3%A1ch%20%28CSM%29-ket-qua.csv`,
    );
    const lines = answer.content.toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\ufeffTT;Họ và tên;Ngày sinh;Chức vụ;Kết quả;Lý do');
    expect(lines[1]).toMatch(
      /^1;"'=HYPERLINK\(""x""\)";1970;"Phó; Trưởng";Không đọc được;"“=HYPERLINK\(""x""\)” ở cột họ tên không phải /,
    );
  });

  it('to nobody else, and leaves a journal line', async () => {
    const secretary = secretaries.get('CSM')!;
    const { body: tried } = await upload(await aClass(units.get('CSM')!, 5), secretary, list('CSM'));
    const path = `/api/v1/list-imports/${tried.id}/workbook`;
    expect((await app.as(secretaries.get('LIX')!).download(path)).status).toBe(404);
    expect(
      await app.sql(`SELECT 1 FROM journal_lines WHERE action = 'lists.downloaded' AND subject_id = $1`, tried.id),
    ).toEqual([]);
    await app.as(secretary).download(path);
    expect(
      await app.sql(`SELECT 1 FROM journal_lines WHERE action = 'lists.downloaded' AND subject_id = $1`, tried.id),
    ).toHaveLength(1);
    expect((await app.as(secretary).get(`/list-imports/${tried.id}`)).text).toContain('Tải tệp kèm kết quả');
  });
});

describe('the prefilled form', () => {
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let inClass: BuiltClass;
  const known = new Map<string, BuiltPerson>();

  beforeAll(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    inClass = await aClass(unit, 3);
    const person = async (fullName: string, given: object = {}) =>
      known.set(fullName, await a.person({ in: unit, fullName, ...given }));
    await person('Trần Thị Hồng Hương', { sex: 'female', phone: '0912345678', joinedOn: '1999-01-01' });
    await person('Nguyễn Văn An', { birthDate: '1979-03-04', planned: false, joinedOn: '2000-01-01' });
    await person('Nguyễn Văn Ân', { birthDate: '1979-03-04', keyCadre: true, planned: false });
    await person('Lê =CMD()', {
      position: '=HYPERLINK("http://x")',
      partyPosition: '+1 _x0041_\u0001',
      planned: false,
    });
    await person('Chưa Đủ Điều Kiện', { ratings: { 2024: 'good', 2025: 'completed' } });
    await person('Đã Thôi Việc', { leftOn: '2025-12-31' });
  });

  const form = async () => app.as(secretary).download(`/api/v1/classes/${inClass.id}/list-form`);

  it('holds the unit’s eligible people, the most needful first, and reads back to the same people', async () => {
    const candidates = await app
      .as(secretary)
      .get<{ items: { personId: string; isEligible: boolean }[] }>(`/api/v1/classes/${inClass.id}/candidates`);
    const eligible = candidates.body.items.filter(({ isEligible }) => isEligible).map(({ personId }) => personId);
    expect(eligible).toHaveLength(4);

    const { status, content } = await form();
    expect(status).toBe(200);
    const untouched = await upload(inClass, secretary, { name: 'mau.xlsx', content });
    expect(untouched.body.letterNumber).toBeNull();

    const filled = await edited(content, (xml) => xml.replace('số …… ngày ……', 'số 12-CV/ĐU ngày 06/01/2026'));
    const { status: uploaded, body: tried } = await upload(inClass, secretary, { name: 'mau.xlsx', content: filled });
    expect(uploaded).toBe(201);
    expect(tried.letterNumber).toBe('12-CV/ĐU');
    expect(people(tried).map(({ personId }) => personId)).toEqual(eligible);
    expect(people(tried).map(({ verdict }) => verdict)).toEqual(['seat', 'seat', 'seat', 'reserve']);
    const problems = people(tried).map(
      (row) => (row as unknown as { read: { problems: { code: string }[] } }).read.problems,
    );
    expect(problems.map((some) => some.map(({ code }) => code))).toEqual([[], [], ['no_name'], []]);
  });

  it('has the heading, the ratings of the two years before, ten spare rows, and no formula', async () => {
    const { content } = await form();
    const rows = await rowsOf('a.xlsx', content);
    const texts = rows.map((row) => row.filter((cell) => cell !== null));
    expect(texts[1]).toContain(`ĐƠN VỊ ${unit.code}`.toUpperCase());
    expect(texts[5]).toEqual(['(Kèm theo Công văn số …… ngày …… )']);
    expect(texts[8]).toEqual(['Nam', 'Nữ', '2024', '2025']);
    expect(texts[9]).toEqual(expect.arrayContaining(['Trần Thị Hồng Hương', { day: '1980-05-12' }, 'HTTNV']));
    expect(texts.slice(13, 23)).toEqual(Array.from({ length: 10 }, (_, index) => [index + 5]));
    expect(texts[23]).toEqual(['Tổng cộng danh sách có …… người./.']);
    expect(rows.flat()).toEqual(expect.arrayContaining(['=HYPERLINK("http://x")', '+1 _x0041_']));
    for (const { name, data } of (await unpack(content, 'all')).values()) {
      if (!/worksheets\/sheet/.test(name)) continue;
      expect(data.toString('utf8')).not.toMatch(/<f[ >]/);
      expect(data.toString('utf8')).toMatch(/fitToPage="1".*<pageSetup fitToHeight="0" /);
    }
  });

  it('is for who may nominate for the unit, and the page leads to it', async () => {
    const other = await a.secretaryOf(await a.unit());
    const office = await a.office();
    const path = `/classes/${inClass.id}/list-form`;
    expect((await app.as(other).download(`${path}?unitId=${unit.id}`)).status).toBe(404);
    expect((await app.as(office).download(`/api/v1${path}`)).status).toBe(422);
    expect((await app.as(office).download(`${path}?unitId=${unit.id}`)).status).toBe(200);
    const page = await app.as(secretary).get(`/classes/${inClass.id}/list-imports`);
    expect(page.text).toContain(`href="${path}?unitId=${unit.id}"`);
    expect(page.text).toContain('Tải mẫu điền sẵn');
  });
});

/** The workbook with its texts changed, as somebody who fills it in would. */
async function edited(content: Buffer, edit: (xml: string) => string): Promise<Buffer> {
  const parts = await unpack(content, 'all');
  return pack(
    [...parts.values()].map(({ name, data }) =>
      /\.xml$/.test(name) ? { name, data: Buffer.from(edit(data.toString('utf8'))) } : { name, data },
    ),
  );
}
