import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';

describe('the managers of a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let other: BuiltClass;
  let manager: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    [inClass, other] = [await a.trainingClass(), await a.trainingClass({ name: 'Lớp kia' })];
    manager = await a.account();
    await a.halfDay(inClass, '2026-02-07');
    await a.halfDay(inClass, '2026-02-08');
    await a.halfDay(other, '2026-02-08');
  });

  const appoint = (email: string, to: BuiltClass, managerOverlapReason?: string) =>
    app.signedIn(office).post<{ items: { name: string }[] }>(`/api/v1/classes/${to.id}/managers`, {
      email,
      ...(managerOverlapReason ? { managerOverlapReason } : {}),
    });
  const mayMark = async () => (await app.as(manager).get(`/classes/${inClass.id}/attendance`)).status;

  it('are appointed by the address of their account, and run the class until they are taken off it', async () => {
    expect(await mayMark()).not.toBe(200);
    expect((await appoint(manager.email, inClass)).body.items).toHaveLength(1);
    expect(await mayMark()).toBe(200);
    const page = await app.as(office).get<string>(`/classes/${inClass.id}`);
    expect(page.text).toContain(`/classes/${inClass.id}/managers`);

    await app.signedIn(office).form(`/classes/${inClass.id}/managers/${manager.id}/ending`, {});
    expect(await mayMark()).not.toBe(200);
    const lines = await app.sql(
      `SELECT action FROM journal_lines WHERE class_id = $1 AND action LIKE 'accounts.%' ORDER BY action`,
      inClass.id,
    );
    expect(lines.map(({ action }) => action)).toEqual(['accounts.role_ended', 'accounts.role_granted']);
  });

  it('run no two classes at once, unless a decision says so', async () => {
    await appoint(manager.email, other);
    const refused = await appoint(manager.email, inClass);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Lớp kia');
    expect((await appoint(manager.email, inClass, 'QĐ 12: hai lớp cùng nhà')).status).toBe(201);
    const decided = await app.sql(
      `SELECT day FROM half_days WHERE class_id = $1 AND manager_overlap_reason IS NOT NULL`,
      inClass.id,
    );
    expect(decided).toEqual([{ day: '2026-02-08' }]);
  });

  it('must have an account: an unknown address is refused and stays in the form', async () => {
    const page = await app.signedIn(office).form(`/classes/${inClass.id}/managers`, { email: 'la@example.vn' });
    expect(page.status).toBe(422);
    expect(page.text).toContain('value="la@example.vn"');
    expect(page.text).toContain('Không có tài khoản đang dùng');
  });
});
