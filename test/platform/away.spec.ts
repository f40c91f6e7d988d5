import { setTimeout as delay } from 'node:timers/promises';
import { type DeclaredRoute, DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { isDatabaseAway } from '../../src/platform/database/away';
import { Database } from '../../src/platform/database/database';
import { type Answer, TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { HangingProxy } from '../../bench/hanging-proxy';
import { PrivateRedis } from '../../bench/private-redis';
import { runsOnRedis } from '../redis';

const quick = {
  DATABASE_CONNECT_SECONDS: '1',
  DATABASE_STATEMENT_SECONDS: '2',
  QUEUE_SECONDS: '1',
  HEALTH_SECONDS: '1',
};
const anId = '00000000-0000-4000-8000-000000000000';

describe('a database that is away', () => {
  let proxy: HangingProxy;
  let app: TestApp;
  let admin: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start(quick, async (url) => (proxy = await HangingProxy.before(url)).url);
    const a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterEach(() => proxy.heal());
  afterAll(async () => {
    await app.stop();
    await proxy.stop();
  });

  const ready = () => app.as(null).get<{ facts: Record<string, unknown> }>('/health/ready');
  /** A connection that was cut is noticed by the first who uses it. */
  const untilWell = async () => {
    while ((await ready()).status !== 200) await delay(50);
    while ((await app.as(admin).get('/api/v1/me')).status !== 200) await delay(50);
  };

  it('is 503 with Retry-After on every route, as a problem from the API and as a page from the pages', async () => {
    await proxy.refuse();
    const routes = app
      .get(DeclaredRoutes)
      .list()
      .filter(({ path }) => path !== '/metrics');
    const wrong: string[] = [];
    // Many at a time: there are hundreds.
    const callOne = async ({ method, path }: DeclaredRoute) => {
      const address = path.replaceAll(/:\w+/g, anId);
      const { status, headers } = await app.as(admin).call(method, address, method === 'GET' ? undefined : {});
      const type = /^\/(api|health)\//.test(path) ? 'application/problem+json' : 'text/html';
      const isRight = status === 503 && Number(headers.get('retry-after')) > 0;
      if (!isRight || !headers.get('content-type')?.startsWith(type))
        wrong.push(`${method} ${path}: ${status} ${headers.get('content-type')}`);
    };
    while (routes.length > 0) await Promise.all(routes.splice(0, 20).map(callOne));
    expect(wrong).toEqual([]);
    expect((await app.as(admin).get<string>('/classes')).text).toContain('chưa kết nối được cơ sở dữ liệu');
    expect((await app.as(admin, 'en').get('/api/v1/me')).body).toMatchObject({ code: 'database_away' });
    expect((await app.as(null).get('/health/live')).status).toBe(200);
    expect((await app.as(null).get<string>('/metrics')).text).toContain('process_cpu_seconds_total');
    await proxy.heal();
    await untilWell();
  }, 240_000);

  it('is away for whoever goes on in a transaction whose connection is gone', async () => {
    const goingOn = app.get(Database).inTransaction(async (tx) => {
      await tx.rows('SELECT pg_terminate_backend(pg_backend_pid())').catch(() => null);
      while (!tx.queryRunner!.isReleased) await delay(5);
      await tx.execute('SELECT 1');
    });
    expect(isDatabaseAway(await goingOn.catch((error: unknown) => error))).toBe(true);
  });

  it('is 503 too when it hangs, in the time the settings say, and is well again when it goes on', async () => {
    expect((await app.as(admin).get('/api/v1/me')).status).toBe(200);
    proxy.hang();
    const asked = performance.now();
    const answers = await Promise.all(Array.from({ length: 30 }, () => app.as(admin).get('/api/v1/me')));
    expect(answers.map(({ status, body }: Answer) => [status, body['code']])).toEqual(
      answers.map(() => [503, 'database_away']),
    );
    expect(performance.now() - asked).toBeLessThan(10_000);
    await proxy.heal();
    await untilWell();
  });

  it('turns readiness red in time, and live stays green', async () => {
    proxy.hang();
    const asked = performance.now();
    const answers = await Promise.all([ready(), ready(), ready()]);
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(
      answers.map(() => [503, '5']),
    );
    expect(answers[0]!.body.facts).toMatchObject({ database: 'away' });
    expect((await app.as(null).get('/health/live')).status).toBe(200);
    await proxy.heal();
    await untilWell();
  });
});

const describeWithRedis = runsOnRedis ? describe : () => undefined;

describeWithRedis('a Redis that is away', () => {
  let redis: PrivateRedis;
  let proxy: HangingProxy;
  let app: TestApp;
  let admin: BuiltAccount;

  beforeAll(async () => {
    redis = await PrivateRedis.start();
    proxy = await HangingProxy.before(redis.url);
    app = await TestApp.start({ ...quick, PROCESS: 'both', REDIS_URL: proxy.url });
    const a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    await proxy.stop();
    await redis.stop();
  });

  const ready = () => app.as(null).get<{ facts: Record<string, unknown> }>('/health/ready');

  it.each([
    ['refuses', () => proxy.refuse()],
    ['hangs', async () => proxy.hang()],
  ])('and %s is told in time by readiness and by who asks the queue, and the pages stay', async (_, goAway) => {
    while ((await ready()).status !== 200) await delay(50);
    await goAway();
    const asked = performance.now();
    const answer = await ready();
    expect([answer.status, answer.body.facts]).toEqual([
      503,
      expect.objectContaining({ database: 'ok', queue: 'away' }),
    ]);
    const paused = await app.as(admin).post('/api/v1/operations/queue/pause');
    expect([paused.status, paused.headers.get('retry-after'), paused.body['code']]).toEqual([503, '5', 'queue_away']);
    expect((await app.as(admin).get<string>('/operations')).text).toContain('Hàng việc không trả lời');
    expect(performance.now() - asked).toBeLessThan(8_000);
    await proxy.heal();
    while ((await ready()).status !== 200) await delay(50);
  });
});
