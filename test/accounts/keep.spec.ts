import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';

describe('a keeper of accounts', () => {
  let app: TestApp;
  let a: Builders;
  let admin: BuiltAccount;
  let bloc: BuiltUnit;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    ({ bloc } = await a.organization());
    unit = await a.unit();
    admin = await a.account({ roles: [['admin', bloc]] });
  });
  afterAll(() => app.stop());

  const as = (account: BuiltAccount = admin) => app.signedIn(account);
  const lock = (account: BuiltAccount, by = admin) =>
    as(by).post(`/api/v1/accounts/${account.id}/lock`, { reason: 'Chuyển công tác' });
  const unlock = (account: BuiltAccount) => as().post(`/api/v1/accounts/${account.id}/unlock`);
  const look = async ({ id }: BuiltAccount) =>
    (
      await as().get<{ state: string; lockReason: string; grants: { id: string; role: string }[] }>(
        `/api/v1/accounts/${id}`,
      )
    ).body;
  const endRole = async (account: BuiltAccount, role: string, by = admin) => {
    const grant = (await look(account)).grants.find((held) => held.role === role)!;
    return as(by).post(`/api/v1/accounts/${account.id}/grants/${grant.id}/end`);
  };

  it('locks one out at once, sessions and tokens alike, and unlocking brings back neither', async () => {
    const secretary = await a.secretaryOf(unit);
    expect((await as(secretary).get('/api/v1/me')).status).toBe(200);
    expect((await lock(secretary)).status).toBe(204);
    expect((await as(secretary).get('/api/v1/me')).status).toBe(401);
    expect((await app.as(secretary).get('/api/v1/me')).status).toBe(401);
    expect(await look(secretary)).toMatchObject({ state: 'locked', lockReason: 'Chuyển công tác' });
    expect((await lock(secretary)).body['code']).toBe('account_locked');

    expect((await unlock(secretary)).status).toBe(204);
    expect((await as(secretary).get('/api/v1/me')).status).toBe(401);
    expect((await app.as(secretary).get('/api/v1/me')).status).toBe(401);
    expect(await look(secretary)).toMatchObject({ state: 'active', grants: [{ role: 'unit_secretary' }] });
    expect((await unlock(secretary)).body['code']).toBe('account_not_locked');
    const lines = await app.sql<{ action: string; reason: string | null }>(
      'SELECT action, reason FROM journal_lines WHERE subject_id = $1 ORDER BY id',
      secretary.id,
    );
    expect(lines).toEqual([
      { action: 'accounts.locked', reason: 'Chuyển công tác' },
      { action: 'accounts.unlocked', reason: null },
    ]);
  });

  it('gives roles on units they fit, to several of one unit, and ends them', async () => {
    const [one, two] = [await a.account(), await a.account()];
    const give = (account: BuiltAccount, role: string, unitId: string) =>
      as().post(`/api/v1/accounts/${account.id}/grants`, { role, unitId });
    for (const account of [one, two]) expect((await give(account, 'unit_secretary', unit.id)).status).toBe(204);
    expect((await give(one, 'unit_secretary', unit.id)).status).toBe(204);
    expect((await give(one, 'training_officer', unit.id)).body['code']).toBe('role_elsewhere');
    expect((await give(one, 'class_manager', unit.id)).status).toBe(422);
    expect((await look(one)).grants).toHaveLength(1);

    expect((await endRole(one, 'unit_secretary')).status).toBe(204);
    expect((await look(one)).grants).toEqual([]);
    expect((await look(two)).grants).toHaveLength(1);
    const page = await as().get(`/accounts/${two.id}`);
    expect(page.text).toContain('Bí thư đơn vị');
    expect(page.text).not.toContain(`value="training_officer/${unit.id}"`);
    expect(page.text).toContain(`value="training_officer/${bloc.id}"`);
  });

  it('is an administrator: nobody else locks or gives roles', async () => {
    const office = await a.office();
    const person = await a.person({ in: unit });
    const cadre = await a.account({ person });
    expect((await lock(cadre, office)).status).toBe(403);
    expect(
      (await as(office).post(`/api/v1/accounts/${cadre.id}/grants`, { role: 'admin', unitId: bloc.id })).status,
    ).toBe(403);
  });

  it('is never the last one to go: neither locked nor without the role', async () => {
    expect((await lock(admin)).body['code']).toBe('last_administrator');
    expect((await endRole(admin, 'admin')).body['code']).toBe('last_administrator');
    const page = await as().form(`/accounts/${admin.id}/lock`, { reason: 'Nghỉ hưu' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('quản trị viên cuối cùng');
    expect(page.text).toContain('Nghỉ hưu');

    // Somebody who was invited and did not come yet lets nobody in.
    const invited = await a.account({ roles: [['admin', bloc]] });
    await a.change('accounts', { id: invited.id }, { acceptedAt: null });
    expect((await lock(admin)).body['code']).toBe('last_administrator');
    await a.change('accounts', { id: invited.id }, { acceptedAt: app.clock.now() });
    expect((await endRole(invited, 'admin')).status).toBe(204);
  });

  describe('and another who lock one another at once', () => {
    const race = async () => {
      const other = await a.account({ roles: [['admin', bloc]] });
      const answers = await Promise.all([lock(other, admin), lock(admin, other)]);
      const active = await app.sql(
        `SELECT FROM accounts a JOIN grants g ON g.account_id = a.id WHERE g.role = 'admin' AND g.ended_at IS NULL AND a.disabled_at IS NULL`,
      );
      return { locked: answers.filter(({ status }) => status === 204).length, active: active.length };
    };
    const again = async () => {
      admin = await a.account({ roles: [['admin', bloc]] });
      await app.sql(
        `UPDATE grants SET ended_at = now() WHERE role = 'admin' AND ended_at IS NULL AND account_id <> $1`,
        admin.id,
      );
    };

    it('leave one', async () => {
      for (let round = 0; round < 5; round += 1) {
        await again();
        expect(await race()).toEqual({ locked: 1, active: 1 });
      }
    });

    it('leave none in some round where the database does not look', async () => {
      await app.sql('ALTER TABLE accounts DISABLE TRIGGER accounts_keep_an_administrator');
      let left = 1;
      for (let round = 0; round < 20 && left > 0; round += 1) {
        await again();
        left = (await race()).active;
      }
      expect(left).toBe(0);
      await app.sql('ALTER TABLE accounts ENABLE TRIGGER accounts_keep_an_administrator');
    });
  });
});
