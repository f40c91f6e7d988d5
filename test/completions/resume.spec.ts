import { Queue } from 'bullmq';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../src/application';
import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { ClosingsJobs } from '../../src/completions/closings.jobs';
import { configFrom } from '../../src/config';
import { backendOf, queueName } from '../../src/platform/jobs/job-queue';
import { a, app, given, office, beginAtTheOffice } from './at-the-office';
import { from1To } from './closing';

beginAtTheOffice();

describe('a closing that was interrupted', () => {
  const queued = async <T>(work: (queue: Queue) => Promise<T>): Promise<T> => {
    const { connection, factory } = backendOf({ databaseUrl: app.databaseUrl, redisUrl: null });
    const queue = new Queue(queueName, { connection }, factory as never);
    try {
      return await work(queue);
    } finally {
      await queue.close();
    }
  };

  const worker = (): Promise<NestFastifyApplication> =>
    createApplication({
      config: configFrom({ PORT: '0', PROCESS: 'worker', LOG_LEVEL: 'silent', DATABASE_POOL: '5' }),
      databaseUrl: app.databaseUrl,
      clock: app.clock,
    });

  it('goes on where it stopped, and does nothing twice', async () => {
    const inClass = await given.class(await given.course({ raisesTo: 'elementary' }));
    const people = await given.crowd(inClass, 7);
    const job = await given.ask(office, inClass);
    const runs = app.get(ClosingRunsService);
    expect(await runs.step(job, 3)).toBe(true);
    expect((await app.as(office).get(`/api/v1/jobs/${job}`)).body).toMatchObject({
      state: 'running',
      done: 3,
      total: 7,
    });
    while ((await given.count('certificates', inClass)) < 3) await runs.step(job, 3);
    expect(await given.stateOf(inClass)).toBe('confirmed');
    const before = await app.sql(`SELECT * FROM certificates ORDER BY sequence`);

    await app.get(ClosingsJobs).close({ longJobId: job });
    expect(await given.finished(job)).toMatchObject({ state: 'done', done: 7 });
    expect(await given.count('completions', inClass)).toBe(7);
    expect(await given.count('training_records', inClass)).toBe(7);
    expect((await app.sql(`SELECT * FROM certificates ORDER BY sequence`)).slice(0, 3)).toEqual(before);
    expect(await given.numbers(inClass)).toEqual(from1To(7));
    const raised = await app.sql(
      `SELECT FROM persons WHERE id = ANY ($1) AND theory_level = 'elementary'`,
      people.map(({ person }) => person.id),
    );
    expect(raised).toHaveLength(7);

    await app.get(ClosingsJobs).close({ longJobId: job });
    expect(await given.count('certificates', inClass)).toBe(7);
  });

  it('is done once by two workers at a time', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 9);
    const job = await given.ask(office, inClass);
    const runs = app.get(ClosingRunsService);
    const work = async () => {
      while (await runs.step(job, 2));
    };
    await Promise.all([work(), work(), work()]);
    expect(await given.finished(job)).toMatchObject({ state: 'done', done: 9 });
    expect(await given.count('completions', inClass)).toBe(9);
    expect(await given.count('training_records', inClass)).toBe(9);
    const closed = await app.sql(
      `SELECT FROM journal_lines WHERE class_id = $1 AND action = 'classes.closed'`,
      inClass.id,
    );
    expect(closed).toHaveLength(1);
  });

  it('is found again by a worker that starts after the queue was wiped', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 5);
    const job = await given.ask(office, inClass);
    await app.get(ClosingRunsService).step(job, 2);
    await queued((queue) => queue.obliterate({ force: true }));
    expect(await queued((queue) => queue.getJobCountByTypes('waiting', 'delayed', 'active'))).toBe(0);

    const second = await worker();
    try {
      expect(await given.finished(job)).toMatchObject({ state: 'done', done: 5, total: 5 });
    } finally {
      await second.close();
    }
    expect(await given.count('certificates', inClass)).toBe(5);
    expect(await given.stateOf(inClass)).toBe('closed');
  });

  it('does not hold up the others when one cannot go on', async () => {
    const course = await given.course();
    const broken = await given.class(course);
    await given.crowd(broken, 1);
    const sound = await given.class();
    await given.crowd(sound, 2);
    const brokenJob = await given.ask(office, broken);
    const soundJob = await given.ask(office, sound);
    await a.change('course_rules', { courseId: course.id, rule: 'attendance' }, { rule: 'unheard_of' });
    await expect(app.get(ClosingsJobs).resume()).rejects.toThrow('1 closings could not go on');
    expect(await given.finished(soundJob)).toMatchObject({ state: 'done' });
    expect((await app.as(office).get(`/api/v1/jobs/${brokenJob}`)).body).toMatchObject({ state: 'queued', done: 0 });
  });
});
