import { momentAt } from '../../src/platform/clock';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { caseFile } from '../cases/case-file';

const day = '2026-02-07';

interface Shown {
  readonly id: string;
  readonly fingerprint: string;
  readonly rows: readonly { readonly verdict: string }[];
}

describe('the headings of an attendance workbook', () => {
  let app: TestApp;
  let a: Builders;
  let aClass: BuiltClass;
  let manager: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    app.clock.moveTo(momentAt(day, '12:00'));
  });
  afterAll(() => app.stop());

  const classOf = async (given: Readonly<Record<string, unknown>> = {}) => {
    aClass = await a.trainingClass({ state: 'confirmed', ...given });
    manager = await a.account({ roles: [['class_manager', aClass]] });
  };
  const afternoon = (on: string) => a.halfDay(aClass, on, { part: 'afternoon', hours: '13:30–16:30' });
  const send = (file: { name: string; content: Buffer }) =>
    app.as(manager).upload<Shown>(`/api/v1/classes/${aClass.id}/attendance-imports`, file);

  it('finds a half-day by a shortened heading that can mean no other', async () => {
    const file = caseFile('attendance-01');
    const people = (await readWorkbook(file)).rows.filter(([ordinal]) => typeof ordinal === 'number');
    await classOf({ code: 'TC-01', opensOn: '2026-01-17' });
    const halfDays: string[] = [];
    for (const on of ['2026-01-17', '2026-01-18', '2026-01-24']) {
      halfDays.push((await a.halfDay(aClass, on)).id);
      halfDays.push((await afternoon(on)).id);
    }
    for (const [, code, name] of people)
      await a.enrollment({
        in: aClass,
        person: await a.person({ code: cellText(code), fullName: cellText(name) }),
        since: startOfSpecs,
      });

    const tried = await send(file);
    expect(tried.body.rows.map(({ verdict }) => verdict)).toEqual(people.map(() => 'marks'));
    expect(tried.body).toMatchObject({ unread: [] });
    const { id, fingerprint } = tried.body;
    await app.as(manager).post(`/api/v1/attendance-imports/${id}/application`, { fingerprint });
    const marked = await app.sql<{ id: string; count: number }>(
      `SELECT half_day_id AS id, count(*)::int AS count FROM attendance_lines WHERE half_day_id = ANY ($1) AND mark <> 'unmarked' GROUP BY 1`,
      halfDays,
    );
    expect(marked.find(({ id }) => id === halfDays[2])).toMatchObject({ count: 8 });
  });

  it('says how many marks stand under a heading that can mean two half-days, and in columns it did not read', async () => {
    await classOf();
    await a.halfDay(aClass, day);
    await afternoon(day);
    const { person } = await a.enrollment({ in: aClass });
    const csv = (headings: string, marks: string) => ({
      name: 'x.csv',
      content: Buffer.from(
        `Mã số;Họ và tên;Sáng 07/02/2026;${headings}\n${person.code};${person.fullName};;${marks}\n;Lê Không Mã`,
      ),
    });
    const lost = await send(csv('07/02', 'x'));
    expect(lost).toMatchObject({ status: 422, body: { code: 'half_day_column_lost' } });
    expect(JSON.stringify(lost.body)).toContain('Cột “07/02” có 1 ô điểm danh');
    const tried = await send(csv('Buổi 2;;Ghi chú', 'x;x;'));
    expect(tried.body).toMatchObject({
      rows: [{ verdict: 'unchanged' }],
      unread: [
        { label: 'Buổi 2', cells: 1 },
        { where: 'E2:E2', label: null, cells: 1 },
        { where: '3:3', what: 'row', sample: 'Lê Không Mã' },
      ],
    });
    const shown = await app.as(manager).get<string>(`/attendance-imports/${tried.body.id}`);
    expect(shown.text).toContain('Cột “Buổi 2” (D2): 1 ô');
  });
});
