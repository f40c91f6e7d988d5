import { Worker } from 'bullmq';
import { Database } from '../../src/platform/database/database';
import { backendOf, JobQueue, queueName } from '../../src/platform/jobs/job-queue';
import { deliverMail } from '../../src/platform/mailer/mail.jobs';
import { Mailer } from '../../src/platform/mailer/mailer';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { PrivateRedis } from '../../bench/private-redis';
import { runsOnRedis } from '../redis';

const backends = runsOnRedis ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

interface Figures {
  readonly queue: { backend: string; isPaused: boolean; counts: Record<string, number>; lastHour: object };
  readonly backlogs: { name: string; waiting: number; oldestAt: string | null; dead: number }[];
}

describe.each(backends)('operations, with the queue on %s', (backend) => {
  let redis: PrivateRedis | null = null;
  let app: TestApp;
  let a: Builders;
  let admin: BuiltAccount;

  beforeAll(async () => {
    redis = backend === 'Redis' ? await PrivateRedis.start() : null;
    app = await TestApp.start(redis ? { REDIS_URL: redis.url } : {});
    a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await app.stop();
    await redis?.stop();
  });

  const figures = async () => (await app.as(admin).get<Figures>('/api/v1/operations')).body;
  const page = async () => (await app.as(admin).get<string>('/operations')).text;
  const actions = async () =>
    (await app.sql<{ action: string }>(`SELECT action FROM journal_lines ORDER BY id DESC LIMIT 2`)).map(
      ({ action }) => action,
    );

  it('pause and resume the queue, and the journal says who did', async () => {
    await app.as(admin).post('/api/v1/operations/queue/pause');
    await app.get(JobQueue).add(deliverMail, {});
    expect((await figures()).queue).toMatchObject({ backend, isPaused: true });
    expect(await page()).toContain('Đang tạm dừng');
    await app.as(admin).form('/operations/queue/resumption', {});
    expect((await figures()).queue).toMatchObject({ isPaused: false, counts: { waiting: 1 } });
    expect(await actions()).toEqual(['queue.resumed', 'queue.paused']);
  });

  it('show jobs that failed, and do them again', async () => {
    const { connection, factory } = backendOf({ databaseUrl: app.databaseUrl, redisUrl: redis?.url ?? null });
    const worker = new Worker(
      queueName,
      async () => Promise.reject(new Error('the mail server burnt down')),
      { connection, metrics: { maxDataPoints: 60 } },
      factory as never,
    );
    const failed = new Promise((resolve) => worker.once('failed', resolve));
    await expect(app.get(JobQueue).runNow(deliverMail, {})).rejects.toThrow('burnt down');
    await failed;
    await worker.close();

    const path = '/api/v1/operations/dead-letters?kind=jobs';
    const { items } = (await app.as(admin).get<{ items: { id: string; what: string }[] }>(path)).body;
    expect(items).toContainEqual(
      expect.objectContaining({ what: 'mail.deliver', error: 'the mail server burnt down' }),
    );
    const shown = await page();
    expect(shown).toContain('the mail server burnt down');
    expect(shown).toContain('>Gửi thư</th>');
    expect(shown).not.toContain('mail.deliver');
    const id = items.find(({ what }) => what === 'mail.deliver')!.id;
    expect((await app.as(admin).post('/api/v1/operations/replays', { kind: 'jobs', id })).body).toEqual({ count: 1 });
    expect((await app.as(admin).post('/api/v1/operations/replays', { kind: 'jobs', id })).status).toBe(404);
    await app.as(admin).post('/api/v1/operations/replays', { kind: 'jobs' });
    expect((await figures()).queue.counts['failed']).toBe(0);
  });

  it('count what waits and what was given up, in figures and metrics, and have it tried again', async () => {
    const mails = ['a', 'b', 'c'].map((name) => ({
      to: `${name}@example.vn`,
      accountId: null,
      subject: `Thư ${name}`,
      body: 'x',
    }));
    const written = app.clock.now();
    const ids = await app.get(Database).inTransaction((tx) => app.get(Mailer).write(tx, mails));
    await a.change('mail_messages', { id: ids.slice(1) }, { deadAt: written, nextAttemptAt: null, lastError: '550' });
    const mail = async () => (await figures()).backlogs.find(({ name }) => name === 'mail');
    expect(await mail()).toEqual({ name: 'mail', waiting: 1, oldestAt: written.toISOString(), dead: 2 });
    expect((await figures()).backlogs.map(({ name }) => name).toSorted()).toEqual(['mail', 'reminders', 'webhooks']);
    expect((await app.as(null).get<string>('/metrics')).text).toContain('training_backlog_dead{backlog="mail"} 2');
    expect(await page()).toContain('Thư b');

    await app.as(admin).form('/operations/replays', { kind: 'mail', id: ids[1]! });
    expect(await mail()).toMatchObject({ waiting: 2, dead: 1 });
    await app.as(admin).form('/operations/replays', { kind: 'mail' });
    expect(await mail()).toMatchObject({ waiting: 3, dead: 0 });
    expect(await actions()).toEqual(['mail.replayed', 'mail.replayed']);
  });
});
