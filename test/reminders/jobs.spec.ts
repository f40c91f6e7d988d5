import { Queue } from 'bullmq';
import { backendOf, JobQueue, queueName } from '../../src/platform/jobs/job-queue';
import { planReminders } from '../../src/reminders/plan.job';
import { sendReminders } from '../../src/reminders/reminders.jobs';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { PrivateRedis } from '../../bench/private-redis';
import { runsOnRedis } from '../redis';
import { Situations } from './situations';

const backends = runsOnRedis ? ['PostgreSQL', 'Redis'] : ['PostgreSQL'];

describe.each(backends)('the jobs of reminders, with the queue on %s', (backend) => {
  let redis: PrivateRedis | null = null;
  let app: TestApp;
  let a: Builders;
  let given: Situations;

  beforeAll(async () => {
    redis = backend === 'Redis' ? await PrivateRedis.start() : null;
    app = await TestApp.start({ PROCESS: 'both', ...(redis ? { REDIS_URL: redis.url } : {}) });
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterAll(async () => {
    await app.stop();
    await redis?.stop();
  });
  beforeEach(() => given.goTo('2026-01-05'));

  const run = async (job: typeof planReminders, times = 1) => {
    await Promise.all(Array.from({ length: times }, () => app.get(JobQueue).runNow(job, {})));
  };

  const onQueue = async <T>(work: (queue: Queue) => Promise<T>): Promise<T> => {
    const { connection, factory } = backendOf({ databaseUrl: app.databaseUrl, redisUrl: redis?.url ?? null });
    const queue = new Queue(queueName, { connection }, factory as never);
    try {
      return await work(queue);
    } finally {
      await queue.close();
    }
  };

  it('plan and send what is due, once, when they run many at a time', async () => {
    const inClass = await a.trainingClass();
    const people = await Promise.all([1, 2, 3, 4, 5].map(() => a.person()));
    for (const person of people) await given.enroll(person, inClass);
    given.goTo('2026-01-31');
    await run(planReminders, 4);
    await run(sendReminders, 4);
    await run(planReminders);
    await run(sendReminders);
    expect((await given.ledger(inClass)).map(({ daysBefore, state }) => [daysBefore, state])).toEqual(
      people.map(() => [7, 'written']),
    );
    expect(await given.messages(inClass)).toHaveLength(people.length);
  });

  it('lose nothing when the queue is wiped: what is due is found in the database', async () => {
    const inClass = await a.trainingClass();
    await given.enroll(await a.person(), inClass);
    given.goTo('2026-01-31');
    await run(planReminders);
    await onQueue((queue) => queue.obliterate({ force: true }));
    given.goTo('2026-02-01');
    await run(sendReminders);
    expect((await given.ledger(inClass)).map(({ state }) => state)).toEqual(['written']);
  });
});
