import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

interface Item {
  readonly step: string;
  readonly state: string;
  readonly href: string;
}

describe('the first steps', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let admin: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(() => app.stop());

  const states = async () => {
    const { items } = (await app.as(office).get<{ items: Item[] }>('/api/v1/first-steps')).body;
    return Object.fromEntries(items.map(({ step, state }) => [step, state]));
  };
  const answer = (step: string, given: string, as = office) =>
    app.as(as).form(`/first-steps/${step}`, { answer: given });

  it('lead from the desk to a page for each, which is there for whoever reads', async () => {
    const { accounts, ...others } = await states();
    expect([accounts, ...new Set(Object.values(others))]).toEqual(['done', 'open']);
    const desk = await app.as(office).get<string>('/');
    expect(desk.text).toContain('href="/first-steps"');
    expect(desk.text).toContain('href="/office"');
    // An administrator plans no classes: that step is somebody else's.
    const theirs = await app.as(admin).get<string>('/first-steps');
    expect([theirs.text.includes('href="/classes/new"'), theirs.text.includes('href="/units"')]).toEqual([false, true]);
    for (const account of [office, admin]) {
      const { text } = await app.as(account).get<string>('/first-steps');
      const doors = [...text.matchAll(/<th[^>]*class="row-name"[^>]*><a href="([^"]+)"/g)].map(([, href]) => href!);
      expect(doors.length).toBeGreaterThan(3);
      for (const door of doors) expect([door, (await app.as(account).get(door)).status]).toEqual([door, 200]);
    }
    expect((await app.as(await a.secretaryOf(await a.unit())).get<string>('/')).text).not.toContain('/first-steps');
  });

  it('begin with no page that asks for what is not there without a door to it', async () => {
    const empty = await TestApp.start();
    try {
      const first = await new Builders(empty).office();
      const doors = {
        '/classes/new': '/courses',
        '/class-templates/new': '/courses',
        '/training-plans/2026': '/courses',
      };
      for (const [path, door] of Object.entries({
        ...doors,
        '/roster-imports': '/units',
        '/reports/joint': '/courses',
      })) {
        const main = /<main[^]*<\/main>/.exec((await empty.as(first).get<string>(path)).text)![0];
        expect([path, main.includes(`href="${door}"`)]).toEqual([path, true]);
        expect((await empty.as(first).get(door)).status).toBe(200);
      }
    } finally {
      await empty.stop();
    }
  });

  it('hold what the office says of itself, each part with the page where it is changed', async () => {
    const { bloc } = await a.organization();
    await app.as(admin).form(`/units/${bloc.id}/address`, { address: '12 Nguyễn Thị Minh Khai' });
    const seen = await app.as(office).get<string>('/office');
    expect(seen.text).toContain('12 Nguyễn Thị Minh Khai');
    expect(seen.text).toContain('07:30 – ');
    for (const door of [`/units/${bloc.id}`, '/letterhead', '/rooms']) expect(seen.text).toContain(`href="${door}"`);
    expect((await app.as(admin).get<string>('/office')).text).not.toContain('href="/letterhead"');
    const api = await app.as(office).put(`/api/v1/units/${bloc.id}/address`, {});
    expect(api.body).toMatchObject({ address: null });
    expect(await app.sql(`SELECT facts FROM journal_lines WHERE action = 'units.address_changed' ORDER BY id`)).toEqual(
      [
        { facts: { from: null, to: '12 Nguyễn Thị Minh Khai' } },
        { facts: { from: '12 Nguyễn Thị Minh Khai', to: null } },
      ],
    );
  });

  it('are done by what is there, and by nothing a person says', async () => {
    await app.as(office).post('/api/v1/courses/catalogue');
    expect(await states()).toMatchObject({
      units: 'done',
      courses: 'done',
      rules: 'open',
      accounts: 'done',
      rosters: 'open',
    });
    await a.person({ in: await a.unit() });
    await a.trainingClass();
    expect(await states()).toMatchObject({ rosters: 'done', first_class: 'done' });
    const claimed = await answer('rooms', 'looked_at');
    expect([claimed.status, claimed.text.includes('tự ghi nhận')]).toEqual([422, true]);
    expect((await states())['rooms']).toBe('open');
    expect((await answer('nothing', 'skipped')).status).toBe(404);
  });

  it('are left by a person, who may take them up again; the journal knows', async () => {
    expect((await answer('rules', 'looked_at')).headers.get('location')).toBe('/first-steps');
    for (const step of ['office', 'rooms', 'lecturers', 'mail']) await answer(step, 'skipped', admin);
    expect(await states()).toMatchObject({ rules: 'looked_at', mail: 'skipped' });
    expect((await app.as(office).get<string>('/')).text).not.toContain('href="/first-steps"');

    await answer('rooms', 'taken_up');
    expect((await app.as(office).get<string>('/')).text).toContain('href="/rooms"');
    await app.as(admin).put('/api/v1/first-steps/rooms/answer', { answer: 'skipped' });
    await app.as(admin).delete('/api/v1/first-steps/rooms/answer');
    expect((await states())['rooms']).toBe('open');
    const lines = await app.sql<{ action: string; step: string }>(
      `SELECT action, facts ->> 'step' AS step FROM journal_lines WHERE facts ->> 'step' IN ('rules', 'rooms') ORDER BY id`,
    );
    expect(lines).toEqual([
      { action: 'first_steps.looked_at', step: 'rules' },
      { action: 'first_steps.skipped', step: 'rooms' },
      { action: 'first_steps.taken_up', step: 'rooms' },
      { action: 'first_steps.skipped', step: 'rooms' },
      { action: 'first_steps.taken_up', step: 'rooms' },
    ]);
    expect((await app.as(admin).get<string>('/journal')).text).toContain('đã bỏ qua một bước thiết lập');
  });

  it('send a test message to oneself, whose page says whether it left', async () => {
    const sent = await app.as(admin).form('/operations/mail-test', {});
    expect(sent.status).toBe(303);
    const page = await app.as(admin).get<string>(sent.headers.get('location')!);
    expect([page.status, page.text.includes('Thư thử của hệ thống đào tạo')]).toEqual([200, true]);
    expect((await app.as(office).form('/operations/mail-test', {})).status).toBe(403);
    const { body } = await app.as(admin).post<{ id: string }>('/api/v1/operations/mail-test');
    await app.sql('UPDATE mail_messages SET delivered_at = now() WHERE id = $1', body.id);
    expect((await states())['mail']).toBe('done');
  });
});
