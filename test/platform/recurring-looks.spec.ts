import { setTimeout as delay } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { backendOf, queueName } from '../../src/platform/jobs/job-queue';
import { type LastLook, RecurringLooks } from '../../src/platform/jobs/recurring-looks';
import { schedule } from '../../src/schedule';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { PrivateRedis } from '../../bench/private-redis';
import { wipeQueue } from '../../bench/wiped-queue';
import { runsOnRedis } from '../redis';
import { WorkerProcess } from '../worker-process';

const backends = runsOnRedis ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];
const aDay = 24 * 60 * 60 * 1_000;

// A process of its own reads all sources first, which takes long on a busy machine.
jest.setTimeout(300_000);

describe.each(backends)('recurring looks, with the queue on %s', (backend) => {
  let redis: PrivateRedis | null = null;
  let app: TestApp;
  let settings: Readonly<Record<string, string>>;

  beforeAll(async () => {
    redis = backend === 'Redis' ? await PrivateRedis.start() : null;
    settings = redis ? { REDIS_URL: redis.url } : {};
    app = await TestApp.start({ PROCESS: 'both', ...settings });
  });
  afterAll(async () => {
    await app.stop();
    await redis?.stop();
  });

  const doneSince = async (moment: string) =>
    (await app.sql<{ look: string }>('SELECT look FROM recurring_looks WHERE done_at > $1', moment)).length;
  const databaseTime = async () => (await app.sql<{ at: string }>('SELECT now()::text AS at'))[0]!.at;
  /** As if the next of each were due. */
  const letAllBeDue = () => app.sql(`UPDATE recurring_looks SET asked_at = asked_at - interval '2 days'`);
  const untilAllAreDone = async (since: string) => {
    while ((await doneSince(since)) < schedule.length) await delay(100);
  };

  it('are done when a worker starts, and again when they are due', async () => {
    await untilAllAreDone('2000-01-01');
    const since = await databaseTime();
    await letAllBeDue();
    await untilAllAreDone(since);
  });

  it('go on after the queue was wiped, without a restart', async () => {
    await wipeQueue({ databaseUrl: app.databaseUrl, redisUrl: redis?.url ?? null });
    const since = await databaseTime();
    await letAllBeDue();
    await untilAllAreDone(since);
  });

  it('go on though a worker whose machine is a day ahead came and went', async () => {
    const ahead = WorkerProcess.start(app.databaseUrl, app.clock.now(), {
      ...settings,
      MACHINE_AHEAD_MILLISECONDS: String(aDay),
    });
    const start = await databaseTime();
    await untilAllAreDone(start);
    await ahead.kill();
    const since = await databaseTime();
    await letAllBeDue();
    await untilAllAreDone(since);
  });

  it('are asked for once when many processes look at the same time, and not again while nobody takes them', async () => {
    const idle = await TestApp.start(settings);
    const { connection, factory } = backendOf({ databaseUrl: idle.databaseUrl, redisUrl: redis?.url ?? null });
    const queue = new Queue(`${queueName}`, { connection }, factory as never);
    try {
      await app.stop();
      const before = (await queue.getJobCounts('waiting'))['waiting']!;
      for (let turn = 0; turn < 3; turn += 1) {
        await idle.sql(`UPDATE recurring_looks SET asked_at = now() - interval '2 days'`);
        await Promise.all(Array.from({ length: 5 }, () => idle.get(RecurringLooks).askForDue(0)));
      }
      expect((await queue.getJobCounts('waiting'))['waiting']).toBe(before + schedule.length);
    } finally {
      await queue.close();
      await idle.stop();
      app = await TestApp.start({ PROCESS: 'both', ...settings });
    }
  });
});

describe('a recurring look that leaves something', () => {
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    await app.sql(
      `UPDATE recurring_looks SET known_since = now() - interval '1 day', asked_at = now(), done_at = now()`,
    );
  });
  afterAll(() => app.stop());

  const look = 'journal.seal';
  const last = async () => (await app.get(RecurringLooks).last()).find((one) => one.look === look)!;
  const askedAgain = async () => {
    const [{ before }] = (await app.sql<{ before: string }>('SELECT now()::text AS before')) as [{ before: string }];
    await app.get(RecurringLooks).askForDue(0);
    const rows = await app.sql<{ look: string }>('SELECT look FROM recurring_looks WHERE asked_at > $1', before);
    return rows.map((row) => row.look);
  };

  it('is asked for again at once, others in their time', async () => {
    await app.get(RecurringLooks).done(look, { seconds: 1, isMore: true });
    expect(await askedAgain()).toEqual([look]);
    await app.get(RecurringLooks).done(look, { seconds: 1, isMore: false });
    expect(await askedAgain()).toEqual([]);
  });

  it('falls behind after a while, and is said to on the page of operations, the office desk and in the metrics', async () => {
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    const operations = async () => (await app.as(admin).get<string>('/operations')).text;
    await app.get(RecurringLooks).done(look, { seconds: 61, isMore: false });
    expect(await last()).toMatchObject({ tookSeconds: 61, isBehind: false });
    expect(await operations()).not.toContain('Làm không kịp');

    await app.sql(
      `UPDATE recurring_looks SET behind_since = behind_since - interval '301 seconds' WHERE look = $1`,
      look,
    );
    await app.get(RecurringLooks).done(look, { seconds: 1, isMore: true });
    expect(await last()).toMatchObject({ isOverdue: false, isBehind: true });
    expect(await operations()).toContain('Làm không kịp');
    expect((await app.as(await a.office()).get<string>('/')).text).toContain('Chưa có gì bị mất');
    expect((await app.as(null).get<string>('/metrics')).text).toMatch(
      /training_look_behind_seconds\{look="journal.seal"\} 30\d/,
    );

    await app.get(RecurringLooks).done(look, { seconds: 1, isMore: false });
    expect(await last()).toMatchObject({ behindSeconds: 0, isBehind: false });
  });
});

describe('a recurring look that is overdue', () => {
  let app: TestApp;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  it('turns readiness red, and stands in the metrics, on the page of operations and on the office desk', async () => {
    const office = await a.office();
    const admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    const ready = () => app.as(null).get<{ looks: LastLook[]; facts: unknown }>('/health/ready');
    const last = (look: string) => `SELECT count(*)::int FROM recurring_looks WHERE look = '${look}'`;
    expect(await app.sql(last('mail.deliver'))).toEqual([{ count: 1 }]);

    await app.sql(`UPDATE recurring_looks SET done_at = now()`);
    expect((await ready()).status).toBe(200);
    expect((await app.as(office).get<string>('/')).text).toContain('Các việc tự động chạy bình thường');
    await app.sql(`UPDATE recurring_looks SET done_at = now() - interval '331 seconds'`);
    expect((await ready()).body.facts).toMatchObject({
      overdue: [
        'accounts.answer_link_requests',
        'accounts.invite_rosters',
        'completions.resume_closings',
        'mail.deliver',
        'webhooks.deliver',
      ],
    });
    expect((await ready()).status).toBe(503);
    const metrics = (await app.as(null).get<string>('/metrics')).text;
    expect(metrics).toContain('training_look_overdue{look="mail.deliver"} 1');
    expect(metrics).toContain('training_look_overdue{look="reminders.plan"} 0');
    expect((await app.as(office).get<string>('/')).text).toContain('Chưa có gì bị mất');
    expect((await app.as(admin).get<string>('/operations')).text).toContain('5 việc định kỳ bị trễ');
  });
});
