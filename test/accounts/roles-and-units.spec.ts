import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { cloneDatabase } from '../cluster/clone';
import { grantTo } from './given-accounts';

describe('a role', () => {
  let app: TestApp;
  let a: Builders;
  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  it.each([
    ['admin', 'bloc'],
    ['training_officer', 'bloc'],
    ['data_officer', 'bloc'],
    ['group_officer', 'group'],
    ['unit_secretary', 'base'],
  ] as const)('%s is given on a unit of the kind %s and on no other', async (role, kind) => {
    const { bloc, group } = await a.organization();
    const units = { bloc, group, base: await a.unit() };
    for (const [on, { id: unitId }] of Object.entries(units)) {
      const { id: accountId } = await a.account();
      const given = grantTo(app, { accountId, role, unitId });
      await (on === kind
        ? expect(given).resolves.toBeUndefined()
        : expect(given).rejects.toMatchObject({ code: 'role_elsewhere' }));
    }
  });

  it('keeps its unit of the kind it is for', async () => {
    const unit = await a.unit();
    await expect(a.change('units', { id: unit.id }, { kind: 'group' })).rejects.toMatchObject({
      constraint: 'units_stay_of_their_kind',
    });
  });

  it('on a Bloc that became part of another shows and lists nothing of the other', async () => {
    const { bloc } = await a.organization();
    const merged = await a.mergedBloc();
    const roles = ['training_officer', 'admin', 'data_officer'] as const;
    const [here, there] = [
      app.as(await a.account({ roles: roles.map((role) => [role, bloc] as const) })),
      app.as(await a.account({ roles: roles.map((role) => [role, merged] as const) })),
    ];
    const draft = await a.trainingClass({ state: 'draft' });
    await a.person();
    const secretary = await a.secretaryOf(await a.unit());
    await a.insert('mail_messages', {
      messageId: '1@example.vn',
      toAddress: secretary.email,
      toAccountId: secretary.id,
      subject: 'Thư của người khác',
      body: 'x',
      writtenAt: app.clock.now(),
      nextAttemptAt: app.clock.now(),
    });
    const seen = async (caller: typeof here) => ({
      classes: (await caller.get<{ items: { id: string }[] }>('/api/v1/classes')).text.includes(draft.id),
      mail: (await caller.get('/messages')).text.includes('Thư của người khác'),
      desk: (await caller.get('/')).text.includes('/operations'),
      people: (await caller.get('/api/v1/people')).status,
    });
    expect(await seen(here)).toEqual({ classes: true, mail: true, desk: true, people: 200 });
    expect(await seen(there)).toEqual({ classes: false, mail: false, desk: false, people: 403 });
  });
});

describe('the Bloc', () => {
  it('is one: another is founded only by taking the old one in', async () => {
    const app = await TestApp.start();
    const { bloc } = await new Builders(app).organization();
    const found = `INSERT INTO units (code, kind) VALUES ('KHOI-2', 'bloc') RETURNING id`;
    await expect(app.sql(found)).rejects.toMatchObject({ constraint: 'units_one_bloc' });
    const [made] = await app.sql<{ id: string }>(
      `WITH new AS (${found}) UPDATE units SET merged_into_id = new.id, merged_on = '2026-01-05' FROM new WHERE units.id = $1 RETURNING new.id`,
      bloc.id,
    );
    expect(await app.sql('SELECT organizing_bloc() AS id')).toEqual([made]);
    await app.stop();
  });
});

describe('a role given elsewhere before the rule came', () => {
  it('ends with what was lent of it, and what fits stays', async () => {
    const { url, drop } = await cloneDatabase();
    const source = new DataSource(dataSourceOptions({ url, pool: 2, applicationName: 'spec' }));
    await source.initialize();
    const applied = () => source.query<{ name: string }[]>('SELECT name FROM migrations');
    while ((await applied()).some(({ name }) => name.startsWith('RolesFitTheirUnit'))) await source.undoLastMigration();
    await source.query(`
      INSERT INTO units (id, code, kind) VALUES ('00000000-0000-4000-8000-00000000000b', 'KHOI', 'bloc'), ('00000000-0000-4000-8000-00000000000c', 'U1', 'base');
      INSERT INTO accounts (id, email, name, password_hash, locale, created_at) VALUES
        ('00000000-0000-4000-8000-0000000000a1', 'a1@example.vn', 'A', 'none', 'vi', now()), ('00000000-0000-4000-8000-0000000000a2', 'a2@example.vn', 'B', 'none', 'vi', now());
      INSERT INTO grants (id, account_id, role, unit_id, granted_at) VALUES
        ('00000000-0000-4000-8000-0000000000d1', '00000000-0000-4000-8000-0000000000a1', 'training_officer', '00000000-0000-4000-8000-00000000000c', now()),
        ('00000000-0000-4000-8000-0000000000d2', '00000000-0000-4000-8000-0000000000a1', 'training_officer', '00000000-0000-4000-8000-00000000000b', now());
      INSERT INTO grants (account_id, role, unit_id, granted_at, lent_from, starts_on, ends_on, lent_reason) VALUES
        ('00000000-0000-4000-8000-0000000000a2', 'training_officer', '00000000-0000-4000-8000-00000000000c', now(), '00000000-0000-4000-8000-0000000000d1', '2026-01-01', '2026-02-01', 'x');`);
    await source.runMigrations();
    expect(
      await source.query('SELECT u.code FROM grants g JOIN units u ON u.id = g.unit_id WHERE ended_at IS NULL'),
    ).toEqual([{ code: 'KHOI' }]);
    await source.destroy();
    await drop();
  });
});
