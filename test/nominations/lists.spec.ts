import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CoursesService } from '../../src/courses/courses.service';
import { RosterImportsService } from '../../src/people/rosters/imports.service';
import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';

interface Row {
  readonly ordinal: string | null;
  readonly fullName: string | null;
  readonly verdict: string;
  readonly reason: { readonly vi: string; readonly en: string };
  readonly nominationId: string | null;
}
interface Import {
  readonly id: string;
  readonly state: string;
  readonly letterNumber: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
}

const sample = (folder: string, name: string) => ({
  name,
  content: readFileSync(join(__dirname, '../../demo/data', folder, name)),
});
const list = (code: string) => sample('nomination-lists', `trich-ngang-${code}.xlsx`);

describe('the Excel list of a unit', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let courseId: string;
  const units = new Map<string, { unit: BuiltUnit; secretary: BuiltAccount }>();

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    app.clock.moveTo(momentAt('2026-01-06', '08:00'));
    office = await a.office();
    await app.get(CoursesService).establishCatalogue(await app.actor(office.id));
    const [course] = await app.sql<{ id: string }>(`SELECT id FROM courses WHERE code = 'intermediate_theory'`);
    courseId = course!.id;
    for (const code of ['SFG', 'LIX', 'CSM']) {
      const unit = await a.unit(code);
      const secretary = await a.secretaryOf(unit);
      const rosters = app.get(RosterImportsService);
      const actor = await app.actor(secretary.id);
      await rosters.apply(
        actor,
        await rosters.preview(actor, unit.id, sample('rosters', `danh-sach-can-bo-${code}.xlsx`)),
      );
      units.set(code, { unit, secretary });
    }
  });
  afterAll(() => app.stop());

  // Nobody may be in two classes of one course, so the class of the sentence before is out of the way.
  beforeEach(() =>
    a.change('classes', {}, { state: 'cancelled', cancelledAt: app.clock.now(), cancelledReason: 'Hết mẫu' }),
  );

  const aClass = (code: string, seats: number) =>
    a.trainingClass({
      allocations: [[units.get(code)!.unit, seats]],
      poolOpen: false,
      course: { id: courseId },
      opensOn: '2026-01-17',
      closesOn: '2026-10-25',
    });
  const preview = async (inClass: BuiltClass, code: string, file = list(code)) =>
    app.as(units.get(code)!.secretary).upload<Import>(`/api/v1/classes/${inClass.id}/list-imports`, file);
  const people = ({ rows }: Import) => rows.filter(({ verdict }) => verdict !== 'passed_over');
  const nominated = async (inClass: BuiltClass) =>
    (
      await app.sql<{ count: number }>(
        'SELECT count(*) AS count FROM nominations WHERE class_id = $1 AND ended_at IS NULL',
        inClass.id,
      )
    )[0]!.count;

  it('of SFG, exactly as it is, gives every row a verdict with its reason', async () => {
    const inClass = await aClass('SFG', 5);
    const { status, body } = await preview(inClass, 'SFG');

    expect(status).toBe(201);
    expect(body.letterNumber).toBe('47-CV/ĐU');
    expect(people(body).map(({ ordinal, fullName, verdict }) => [ordinal, fullName, verdict])).toEqual([
      ['1', 'Phạm Hoàng Sơn', 'seat'],
      ['2', 'Huỳnh Thanh Bình', 'seat'],
      ['3', 'Vũ Hữu Khoa', 'seat'],
      ['4', 'Trần Thị Hồng Hương', 'seat'],
      ['5', 'Vũ Thị Ngọc Hạnh', 'blocked'],
      ['6', 'Trần Hoàng Đông', 'blocked'],
      ['7', 'Đỗ Thị Ngọc Lan', 'blocked'],
      ['8', 'Phạm Hoàng Sơn', 'duplicate'],
      ['9', 'Hồ Thị Ngọc Ngân', 'not_on_roster'],
    ]);
    const reasons = people(body).map(({ reason }) => reason.vi);
    expect(reasons[4]).toContain('Trình độ lý luận chính trị hiện có: trung cấp');
    expect(reasons[5]).toContain('2025: hoàn thành nhiệm vụ');
    expect(reasons[6]).toMatch(/Không phải cán bộ chủ chốt.*Đủ 26 tuổi/);
    expect(reasons[7]).toBe('Trùng với dòng số 1 ở trên.');
    expect(body.rows.map(({ verdict }) => verdict).filter((verdict) => verdict === 'passed_over')).toHaveLength(
      body.rows.length - 9,
    );
    expect(await nominated(inClass)).toBe(0);
  });

  it('with more names than seats makes the rest reserves, in the list’s own order', async () => {
    const inClass = await aClass('LIX', 4);
    const tried = await preview(inClass, 'LIX');
    const applied = await app
      .as(units.get('LIX')!.secretary)
      .post<Import>(`/api/v1/list-imports/${tried.body.id}/application`);

    expect(applied.body.counts).toMatchObject({ seat: 4, reserve: 5, blocked: 3 });
    expect(people(applied.body).filter(({ nominationId }) => nominationId !== null)).toHaveLength(9);
    const ranks = await app.sql<{ name: string; rank: number | null }>(
      `SELECT p.full_name AS name, n.rank FROM nominations n JOIN persons p ON p.id = n.person_id WHERE n.class_id = $1 AND n.rank IS NOT NULL ORDER BY n.rank`,
      inClass.id,
    );
    expect(ranks.map(({ name }) => name)).toEqual([
      'Huỳnh Thanh Ý',
      'Nguyễn Ngọc Bình',
      'Hồ Hoàng Dũng',
      'Huỳnh Hoàng Hải',
      'Bùi Trung Ý',
    ]);
  });

  it('sent again changes nothing', async () => {
    const inClass = await aClass('CSM', 5);
    const { secretary } = units.get('CSM')!;
    const first = await preview(inClass, 'CSM');
    await app.as(secretary).post(`/api/v1/list-imports/${first.body.id}/application`);

    const again = await preview(inClass, 'CSM');
    expect(people(again.body).map(({ verdict }) => verdict)).toEqual(Array(5).fill('already_nominated'));
    expect((await app.as(secretary).post(`/api/v1/list-imports/${again.body.id}/application`)).body).toMatchObject({
      status: 409,
      code: 'nothing_to_apply',
    });
    expect(await nominated(inClass)).toBe(5);
  });

  it('is applied exactly as the dry run said, or not at all', async () => {
    const inClass = await aClass('CSM', 5);
    const { unit, secretary } = units.get('CSM')!;
    const tried = await preview(inClass, 'CSM');
    const other = await a.unit();
    await app.as(office).post(`/api/v1/classes/${inClass.id}/seats/loans`, {
      fromUnitId: unit.id,
      toUnitId: other.id,
      count: 2,
      reason: 'Mượn',
    });

    const refused = await app.as(secretary).post(`/api/v1/list-imports/${tried.body.id}/application`);
    expect(refused.body).toMatchObject({ status: 409, code: 'list_changed_meanwhile', facts: { people: 2 } });
    const { fullName } = people(tried.body)[3]!;
    expect(refused.body['detail']).toContain(
      `${fullName} – Đủ điều kiện; đơn vị đã hết chỉ tiêu nên là dự phòng số 1.`,
    );
    expect(await nominated(inClass)).toBe(0);
  });

  it('promises a number among the reserves too', async () => {
    const inClass = await aClass('LIX', 4);
    const { unit, secretary } = units.get('LIX')!;
    const tried = await preview(inClass, 'LIX');
    expect(people(tried.body).find(({ verdict }) => verdict === 'reserve')!.reason.vi).toContain('dự phòng số 1.');
    // A reserve who came meanwhile; the seats are as they were.
    const [before] = await app.sql<{ id: string }>(
      `INSERT INTO nominations (class_id, person_id, unit_id, state, rank, letter_number, letter_date, checks, created_at, submitted_at, placed_at, version)
       SELECT $1, id, unit_id, 'submitted', 1, '1', '2026-01-05', '[]', now(), now(), now(), 1 FROM persons p WHERE unit_id = $2
         AND NOT EXISTS (SELECT 1 FROM import_rows r WHERE r.import_id = $3 AND r.person_id = p.id) LIMIT 1 RETURNING id`,
      inClass.id,
      unit.id,
      tried.body.id,
    );
    const apply = () => app.as(secretary).post<Import>(`/api/v1/list-imports/${tried.body.id}/application`);
    expect((await apply()).body).toMatchObject({ status: 409, code: 'list_changed_meanwhile' });
    expect(await nominated(inClass)).toBe(1);

    await app.as(office).post(`/api/v1/nominations/${before!.id}/withdrawal`, { reason: 'Nhầm' });
    expect((await apply()).status).toBe(200);
  });

  it('is undone whole while nothing was built on it', async () => {
    const inClass = await aClass('CSM', 3);
    const { secretary } = units.get('CSM')!;
    const tried = await preview(inClass, 'CSM');
    await app.as(secretary).post(`/api/v1/list-imports/${tried.body.id}/application`);
    const undone = await app
      .as(secretary)
      .post<Import>(`/api/v1/list-imports/${tried.body.id}/reversal`, { reason: 'Gửi nhầm tệp' });
    expect(undone.body.state).toBe('reversed');
    expect(await nominated(inClass)).toBe(0);
  });

  it('is not undone once the Group has given its word on somebody', async () => {
    const inClass = await aClass('CSM', 5);
    const { secretary } = units.get('CSM')!;
    const tried = await preview(inClass, 'CSM');
    const applied = await app.as(secretary).post<Import>(`/api/v1/list-imports/${tried.body.id}/application`);
    const { nominationId } = people(applied.body)[0]!;
    await app.as(await a.groupOfficer()).post(`/api/v1/nominations/${nominationId}/endorsement`);
    expect(
      (await app.as(secretary).post(`/api/v1/list-imports/${tried.body.id}/reversal`, { reason: 'x' })).body,
    ).toMatchObject({ code: 'list_built_upon', facts: { count: 1 } });
    expect(await nominated(inClass)).toBe(5);
  });

  it('that is no list is refused with what to do, and nothing is stored', async () => {
    const inClass = await aClass('CSM', 1);
    const broken = await preview(inClass, 'CSM', { name: 'anh.xlsx', content: Buffer.from('không phải tệp Excel') });
    expect(broken.body).toMatchObject({ status: 415, code: expect.any(String) as string });
    const letter = await preview(inClass, 'CSM', {
      name: 'thu.csv',
      content: Buffer.from('Kính gửi Đảng ủy Khối\nXin gửi danh sách sau.\n'),
    });
    expect(letter.body).toMatchObject({ status: 422, detail: expect.stringContaining('Họ và tên') as string });
    expect(await app.sql('SELECT 1 FROM imports WHERE class_id = $1', inClass.id)).toEqual([]);
  });

  it('of one unit cannot be sent by another', async () => {
    const inClass = await aClass('CSM', 1);
    const stranger = units.get('LIX')!.secretary;
    const refused = await app
      .as(stranger)
      .upload(`/api/v1/classes/${inClass.id}/list-imports`, list('CSM'), { unitId: units.get('CSM')!.unit.id });
    expect(refused.status).toBe(404);
  });
});
