import { ActorsQueries } from '../../src/accounts/actors.queries';
import { ClassesService } from '../../src/classes/classes.service';
import { AwardsService } from '../../src/completions/certificates/awards.service';
import { CertificateRegister } from '../../src/completions/certificates/register';
import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { ClosingStepsService } from '../../src/completions/closing-steps.service';
import { ClosingWorkQueries } from '../../src/completions/closing-work.queries';
import { ClosingsQueries } from '../../src/completions/closings.queries';
import { CompletionsQueries } from '../../src/completions/completions.queries';
import { CompletionsService } from '../../src/completions/completions.service';
import { ResultNoticesService } from '../../src/completions/result-notices.service';
import { LetterheadsQueries } from '../../src/organization/letterheads.queries';

import { Clock } from '../../src/platform/clock';
import { Database, type Tx } from '../../src/platform/database/database';
import { Journal } from '../../src/platform/journal/journal';
import { LongJobSteps } from '../../src/platform/jobs/long-job-steps';
import { LongJobs } from '../../src/platform/jobs/long-jobs';
import { Randomness } from '../../src/platform/randomness';
import { PlatformSettings } from '../../src/platform/settings';
import { DiplomasService } from '../../src/theory-classes/diplomas.service';
import { TheoryLevelsService } from '../../src/training-records/theory-levels.service';
import { TrainingRecordsService } from '../../src/training-records/training-records.service';
import type { BuiltClass } from '../builders';
import { a, app, given, office, beginAtTheOffice } from './at-the-office';
import { from1To } from './closing';

beginAtTheOffice();

/** What anybody might write first: the last number is read without a lock. Here both readers read before either writes. */
class UnlockedRegister extends CertificateRegister {
  private readers = 0;
  private release = (): void => undefined;
  private readonly bothRead = new Promise<void>((resolve) => (this.release = resolve));

  protected override async lastSequence(tx: Tx, series: string, year: number): Promise<number> {
    const [register] = await tx.rows<{ last: number }>(
      `SELECT last_sequence AS last FROM certificate_registers WHERE series = $1 AND year = $2`,
      [series, year],
    );
    this.readers += 1;
    if (this.readers === 2) this.release();
    await this.bothRead;
    return register!.last;
  }
}

describe('numbering certificates', () => {
  beforeEach(async () => {
    const kept = ['certificate_register_lines', 'certificates_handed_out'];
    for (const table of kept) await app.sql(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_are_kept`);
    await app.sql(`TRUNCATE certificate_registers, certificates, ${kept.join(', ')}`);
    for (const table of kept) await app.sql(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_are_kept`);
    await a.register();
  });

  const runsWith = (register: CertificateRegister) => {
    const awards = new AwardsService(
      app.get(ClosingWorkQueries),
      register,
      app.get(DiplomasService),
      app.get(TheoryLevelsService),
      app.get(TrainingRecordsService),
    );
    return new ClosingRunsService(
      app.get(Database),
      app.get(Journal),
      app.get(LongJobs),
      app.get(LongJobSteps),
      app.get(ActorsQueries),
      app.get(ClassesService),
      app.get(ClosingsQueries),
      new ClosingStepsService(
        app.get(ClassesService),
        app.get(ClosingsQueries),
        app.get(CompletionsService),
        awards,
        app.get(ResultNoticesService),
      ),
      app.get(CompletionsQueries),
      app.get(PlatformSettings),
    );
  };

  const twoClosings = async (size: number): Promise<{ classes: BuiltClass[]; jobs: string[] }> => {
    const course = await given.course();
    const classes = [await given.class(course), await given.class(course)];
    for (const one of classes) await given.crowd(one, size);
    return { classes, jobs: await Promise.all(classes.map((one) => given.ask(office, one))) };
  };

  /** Every step small, so that the two closings meet at the register again and again. */
  const stepThrough = async (runs: ClosingRunsService, job: string) => {
    while (await runs.step(job, 2));
  };

  it('leaves no gap and repeats nothing while two classes are closed at the same time', async () => {
    const { classes, jobs } = await twoClosings(11);
    const runs = runsWith(app.get(CertificateRegister));
    // Two workers on each closing besides.
    await Promise.all([...jobs, ...jobs].map((job) => stepThrough(runs, job)));
    expect(await given.numbers(...classes)).toEqual(from1To(22));
    for (const one of classes) expect(await given.count('training_records', one)).toBe(11);
    const [register] = await app.sql(
      `SELECT last_sequence FROM certificate_registers WHERE series = 'GCN' AND year = 2026`,
    );
    expect(register).toEqual({ lastSequence: 22 });
  });

  it('does nothing twice while two workers take turns, each with what it knew was left', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 9);
    const job = await given.ask(office, inClass);
    const workers = [runsWith(app.get(CertificateRegister)), runsWith(app.get(CertificateRegister))];
    for (let turn = 0; await workers[turn % 2]!.step(job, 2); turn += 1);
    expect(await given.finished(job)).toMatchObject({ state: 'done', done: 9 });
    expect(await given.numbers(inClass)).toEqual(from1To(9));
    expect(await given.count('training_records', inClass)).toBe(9);
    const [{ mails, told }] = (await app.sql<{ mails: number; told: number }>(
      `SELECT count(m.id)::int AS mails, count(DISTINCT m.about)::int AS told
       FROM completions c JOIN mail_messages m ON m.about = c.id WHERE c.class_id = $1`,
      inClass.id,
    )) as [{ mails: number; told: number }];
    expect(mails).toBe(told);
  });

  it('would give out a number twice if the register were read without its lock', async () => {
    const { jobs } = await twoClosings(2);
    for (const job of jobs) await app.get(ClosingRunsService).step(job);
    const runs = runsWith(
      new UnlockedRegister(new Randomness(), app.get(Clock), app.get(Journal), app.get(LetterheadsQueries)),
    );
    const outcomes = await Promise.allSettled(jobs.map((job) => runs.step(job, 2)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0]!.reason)).toMatch(/certificates_one_(number|sequence)/);
  });

  it('gives a number back with everything else when a step fails, and uses it the next time', async () => {
    const course = await given.course();
    const inClass = await given.class(course);
    await given.crowd(inClass, 3);
    const job = await given.ask(office, inClass);
    await app.sql(
      `CREATE FUNCTION power_cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'power cut'; END $$`,
    );
    await app.sql(
      `CREATE TRIGGER power_cut AFTER INSERT ON certificates FOR EACH ROW WHEN (NEW.sequence = 2) EXECUTE FUNCTION power_cut()`,
    );
    const runs = app.get(ClosingRunsService);
    await expect(runs.workOn(job)).rejects.toThrow('power cut');
    expect(await given.count('completions', inClass)).toBe(3);
    expect(await given.numbers(inClass)).toEqual([]);

    await app.sql(`DROP TRIGGER power_cut ON certificates`);
    await runs.workOn(job);
    expect(await given.numbers(inClass)).toEqual([1, 2, 3]);
  });

  it('begins anew every year', async () => {
    const course = await given.course();
    const [old, young] = [await given.class(course), await given.class(course)];
    await given.crowd(old, 1);
    await given.crowd(young, 1);
    const runs = app.get(ClosingRunsService);
    await runs.workOn(await given.ask(office, old));
    const now = app.clock.now();
    app.clock.moveTo(new Date('2027-01-01T00:10:00+07:00'));
    const asked = await given.ask(office, young);
    app.clock.moveTo(now);
    await runs.workOn(asked);
    const numbers = await app.sql<{ number: string }>(`SELECT number FROM certificates ORDER BY issued_on`);
    expect(numbers.map(({ number }) => number)).toEqual(['001/2026/GCN-ĐUK', '001/2027/GCN-ĐUK']);
  });
});
