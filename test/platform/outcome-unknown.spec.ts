import { type Answer, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';
import { CuttingProxy } from '../../bench/cutting-proxy';
import { WebProcess } from '../web-process';

const letter = { number: '12-CV/ĐU', date: '2026-01-05' };
const many = 20;

interface Reviewed {
  readonly results: readonly { readonly id: string; readonly done: boolean }[];
}

describe('work whose answer never came', () => {
  const proxy = new CuttingProxy();
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let keys = 0;

  beforeAll(async () => {
    app = await TestApp.start({}, (url) => proxy.open(url));
    a = new Builders(app);
    unit = await a.unit();
    office = await a.office();
    secretary = await a.secretaryOf(unit);
  });
  afterAll(async () => {
    await app.stop();
    await proxy.close();
  });

  const newKey = () => ({ 'idempotency-key': `k-${(keys += 1)}` });
  const accepted = async (inClass: BuiltClass) =>
    (
      await app.sql<{ lines: number; nominations: number }>(
        `SELECT count(*)::int AS lines, count(DISTINCT subject_id)::int AS nominations
         FROM journal_lines WHERE action = 'nominations.accepted' AND class_id = $1`,
        inClass.id,
      )
    )[0];

  async function nominated(inClass: BuiltClass, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const { id: personId } = await a.person({ in: unit });
      const { body } = await app.as(secretary).post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, {
        personId,
        letter,
      });
      ids.push(body.id);
    }
    return ids;
  }

  it('is told truly under its key, each time, when the connection was cut after COMMIT', async () => {
    const inClass = await a.trainingClass({ seats: many });
    const nominate = (personId: string, key: Record<string, string>) =>
      app
        .as(secretary)
        .with(key)
        .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter });
    let truths = 0;
    for (let n = 0; n < many; n += 1) {
      const [{ id: personId }, key] = [await a.person({ in: unit }), newKey()];
      proxy.cutAfterCommit();
      const cut = await nominate(personId, key);
      expect(cut).toMatchObject({ status: 503, body: { code: 'outcome_unknown' } });
      expect(cut.headers.get('retry-after')).toBe('2');
      const again = await nominate(personId, key);
      const rows = await app.sql<{ id: string }>('SELECT id FROM nominations WHERE person_id = $1', personId);
      if (again.status === 201 && rows.length === 1 && rows[0]!.id === again.body.id) truths += 1;
    }
    expect(truths).toBe(many);
  });

  it('is done by asking again when the connection was cut with the COMMIT', async () => {
    const caller = app.as(office).with(newKey());
    const add = () => caller.post('/api/v1/rooms', { name: 'Phòng mất', address: 'Quận 3', capacity: 40 });
    proxy.cutBeforeCommit();
    expect((await add()).status).toBe(503);
    expect(await app.sql(`SELECT 1 FROM rooms WHERE name = 'Phòng mất'`)).toEqual([]);
    expect((await add()).status).toBe(201);
    expect(await app.sql(`SELECT 1 FROM rooms WHERE name = 'Phòng mất'`)).toHaveLength(1);
  });

  it('is never said not to be stored, with a key or without, in either language', async () => {
    const said = async (language: string, key: Record<string, string>) => {
      proxy.cutAfterCommit();
      const room = { name: `Phòng ${(keys += 1)}`, address: 'Quận 5', capacity: 40 };
      return (await app.as(office, language).with(key).post<{ detail: string }>('/api/v1/rooms', room)).body.detail;
    };
    expect(await said('vi', newKey())).toContain('gửi lại đúng yêu cầu này với cùng mã Idempotency-Key');
    expect(await said('en', newKey())).toContain('Ask again with the same Idempotency-Key');
    expect(await said('vi', {})).toContain('chỉ gửi lại khi chưa thấy');
    expect(await said('en', {})).toContain('Reload the page or list to check');

    proxy.cutAfterCommit();
    const page = await app.as(office).form('/rooms', { name: 'Phòng trang', address: 'Quận 5', capacity: '40' });
    expect(page.status).toBe(503);
    expect(page.headers.get('retry-after')).toBe('2');
    expect(page.text).toContain('chưa biết việc này đã được ghi hay chưa');
  });

  it('of many decisions is done once, and the answer tells of all', async () => {
    const inClass = await a.trainingClass({ seats: many });
    const ids = await nominated(inClass, many);
    const caller = app.as(office).with(newKey());
    const decisions = ids.map((nominationId) => ({ nominationId, decision: 'accept' }));
    const review = () => caller.post<Reviewed>('/api/v1/nominations/reviews', { decisions });

    proxy.cutAfterCommit();
    expect((await review()).status).toBe(503);
    expect(await accepted(inClass)).toEqual({ lines: many, nominations: many });
    expectAllDone(await review(), ids);
    expect(await accepted(inClass)).toEqual({ lines: many, nominations: many });
  });

  it('is done whole after the process was killed, and no key stays under way', async () => {
    const inClass = await a.trainingClass({ seats: many });
    const ids = await nominated(inClass, many);
    const decisions = ids.map((nominationId) => ({ nominationId, decision: 'accept' }));
    const web = await WebProcess.start(app.databaseUrl, app.clock.now());
    const key = newKey();
    const cut = web
      .as(office)
      .with(key)
      .post('/api/v1/nominations/reviews', { decisions })
      .catch(() => 'cut');
    const writes = `SELECT FROM pg_locks WHERE locktype = 'transactionid' AND pid <> pg_backend_pid() AND database IS NULL`;
    while ((await app.sql(writes)).length === 0);
    await web.kill();
    await cut;
    expect([0, many]).toContain((await accepted(inClass))!.lines);

    const again = await app.as(office).with(key).post<Reviewed>('/api/v1/nominations/reviews', { decisions });
    expectAllDone(again, ids);
    expect(await accepted(inClass)).toEqual({ lines: many, nominations: many });
  });
});

function expectAllDone({ status, body: { results } }: Answer<Reviewed>, ids: readonly string[]): void {
  expect(status).toBe(200);
  expect(results.map(({ id, done }) => [id, done])).toEqual(ids.map((id) => [id, true]));
}
