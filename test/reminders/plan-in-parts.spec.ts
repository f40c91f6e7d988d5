import { RecurringLooks } from '../../src/platform/jobs/recurring-looks';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { Situations } from './situations';

describe('a plan of reminders that stops and goes on', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterEach(() => app.stop());

  const plan = (atMost?: number) => app.get(RemindersService).plan(atMost);
  const place = () => app.get(RecurringLooks).placeOf('reminders.plan');
  /** Look by look until one leaves nothing; what each wrote. */
  const planAll = async (atMost: number) => {
    const written: number[] = [];
    for (;;) {
      const { planned, isMore } = await plan(atMost);
      written.push(planned);
      if (!isMore) return written;
    }
  };
  const ledger = async (rule: string) =>
    app.sql<{ anchor: string; recipient: string }>(
      `SELECT anchor, recipient FROM reminders WHERE rule = $1 ORDER BY anchor, recipient`,
      rule,
    );
  const sum = (numbers: readonly number[]) => numbers.reduce((one, other) => one + other, 0);

  const classOf = async (people: number) => {
    const inClass = await a.trainingClass({ seats: people });
    for (let n = 0; n < people; n += 1) await given.enroll(await a.person(), inClass);
    given.goTo('2026-01-31');
  };
  /** Certificates that end one after another in the months the rule looks ahead. */
  const certificatesEnding = async (days: readonly string[]) => {
    await a.register(days.length);
    const inClass = await a.trainingClass({ state: 'closed', closedAt: '2025-12-20T08:00:00+07:00' });
    for (const [index, validUntil] of days.entries()) {
      const enrollment = await a.enrollment({ in: inClass });
      const completion = await a.completion(inClass, enrollment);
      await a.certificate(completion, enrollment.person, index + 1, { validUntil });
    }
  };

  it('writes so many lines a look', async () => {
    await classOf(7);
    const written = await planAll(3);
    expect(Math.max(...written)).toBe(3);
    expect(await ledger('class_near')).toHaveLength(7);
    const [{ count }] = (await app.sql<{ count: number }>('SELECT count(*) FROM reminders')) as [{ count: number }];
    expect(sum(written)).toBe(count);
    expect(await plan()).toEqual({ planned: 0, isMore: false });
  });

  it('writes nothing twice, however many plan at once and wherever they begin', async () => {
    await classOf(7);
    while ((await Promise.all([plan(2), plan(2), plan(2)])).some(({ isMore }) => isMore));
    expect(await ledger('class_near')).toHaveLength(7);
    // As if a look had been cut off before it kept where it stopped.
    await app.get(RecurringLooks).goOnFrom('reminders.plan', 'class_near');
    expect(sum(await planAll(2))).toBe(0);
  });

  it('goes through certificates by the days they end on, and goes on with the day where it stopped', async () => {
    const days = ['2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01', '2026-06-20'];
    await certificatesEnding(days);
    const places: (string | null)[] = [];
    do places.push((await plan(2), await place()));
    while (places.at(-1) !== null);
    expect(places).toEqual(
      expect.arrayContaining(['certificate_expiring 2026-04-02', 'certificate_expiring 2026-06-02']),
    );
    expect((await ledger('certificate_expiring')).map(({ anchor }) => anchor)).toEqual(days);
  });

  it('takes a day whole, however many end on it', async () => {
    await certificatesEnding(Array.from({ length: 5 }, () => '2026-04-01'));
    await planAll(2);
    expect(await ledger('certificate_expiring')).toHaveLength(5);
  });
});
