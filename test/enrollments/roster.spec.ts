import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltUnit } from '../builders';

interface Roster {
  readonly items: readonly (Record<string, unknown> & { readonly id: string; readonly fullName: string })[];
  readonly next: string | null;
}

describe('the roster', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let units: [BuiltUnit, BuiltUnit];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    units = [await a.unit(), await a.unit()];
    aClass = await a.trainingClass({ state: 'confirmed' });
    await a.halfDay(aClass, '2026-02-07');
    await a.halfDay(aClass, '2026-02-08');
    for (const [unit, fullName] of [
      [units[0], 'Nguyễn Thị Ánh'],
      [units[0], 'Đặng Văn Bình'],
      [units[1], 'Trần Văn An'],
      [units[1], 'Lê Thị Đào'],
    ] as const) {
      await a.enrollment({ in: aClass, person: await a.person({ in: unit, fullName }) });
    }
    app.clock.moveTo(momentAt('2026-02-07', '12:00'));
  });
  afterAll(() => app.stop());

  const path = () => `/api/v1/classes/${aClass.id}/enrollments`;
  const namesSeenBy = async (account: BuiltAccount, query = '') =>
    (await app.as(account).get<Roster>(`${path()}${query}`)).body.items.map(({ fullName }) => fullName);

  it('is sorted by given name in Vietnamese order', async () => {
    expect(await namesSeenBy(office)).toEqual(['Trần Văn An', 'Nguyễn Thị Ánh', 'Đặng Văn Bình', 'Lê Thị Đào']);
  });

  it('can be read page by page and by unit', async () => {
    const first = await app.as(office).get<Roster>(`${path()}?limit=3`);
    const second = await app.as(office).get<Roster>(`${path()}?limit=3&after=${first.body.next}`);
    expect(first.body.items).toHaveLength(3);
    expect(second.body).toMatchObject({ items: [{ fullName: 'Lê Thị Đào' }], next: null });
    expect(await namesSeenBy(office, `?unitId=${units[0].id}`)).toEqual(['Nguyễn Thị Ánh', 'Đặng Văn Bình']);
  });

  it('shows a unit its own people only', async () => {
    const secretary = await a.secretaryOf(units[1]);
    expect(await namesSeenBy(secretary)).toEqual(['Trần Văn An', 'Lê Thị Đào']);
    expect(await namesSeenBy(secretary, `?unitId=${units[0].id}`)).toEqual([]);
    const page = await app.as(secretary).get<string>(`/classes/${aClass.id}/roster`);
    expect(page.text).toContain('Lê Thị Đào');
    expect(page.text).not.toContain('Đặng Văn Bình');
  });

  it('shows everybody to the Group and to the manager of this class', async () => {
    expect(await namesSeenBy(await a.groupOfficer())).toHaveLength(4);
    expect(await namesSeenBy(await a.account({ roles: [['class_manager', aClass]] }))).toHaveLength(4);
  });

  it('is not there for the manager of another class, nor for a cadre', async () => {
    const other = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
    expect((await app.as(other).get(path())).status).toBe(404);
    expect((await app.as(await a.account({ person: await a.person() })).get(path())).status).toBe(403);
    expect((await app.as(office).get('/api/v1/classes/0b6e1e9c-6b1f-4a39-8a2e-0d3a4f5b6c7d/enrollments')).status).toBe(
      404,
    );
  });

  it('counts the marks, what waits for one, and what is still to come', async () => {
    const roster = await app.as(office).get<Roster>(path());
    const [an, anh] = roster.body.items;
    const [halfDay] = await app.sql<{ id: string }>(
      `SELECT id FROM half_days WHERE class_id = $1 AND day = '2026-02-07'`,
      aClass.id,
    );
    await app.as(office).put(`/api/v1/half-days/${halfDay!.id}/attendance`, {
      entries: [{ enrollmentId: an!.id, mark: 'present' }],
    });
    const after = await app.as(office).get<Roster>(path());
    expect(after.body.items[0]).toMatchObject({ present: 1, excused: 0, unexcused: 0, unmarked: 0, ahead: 1 });
    expect(after.body.items.find(({ id }) => id === anh!.id)).toMatchObject({ present: 0, unmarked: 1, ahead: 1 });
  });

  it('keeps those who left apart, with the reason', async () => {
    const { id } = await a.enrollment({
      in: aClass,
      person: await a.person({ in: units[0], fullName: 'Võ Văn Zương' }),
    });
    await a.change('enrollments', { id: id }, { endedAt: app.clock.now(), endedReason: 'Chuyển công tác' });
    expect(await namesSeenBy(office)).not.toContain('Võ Văn Zương');
    expect(await namesSeenBy(office, '?ended=true')).toEqual(['Võ Văn Zương']);
    const page = await app.as(office).get<string>(`/classes/${aClass.id}/roster?ended=true`);
    expect(page.text).toContain('Chuyển công tác');
  });
});
