import { addDays, momentAt, showMoment } from '../../src/platform/clock';
import { ExaminationsService } from '../../src/invariants/examinations.service';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

describe('what an examination keeps', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;

  beforeEach(async () => {
    app = await TestApp.start({ EXAMINE_AT: '03:00' });
    a = new Builders(app);
    office = await a.office();
    unit = await a.unit();
  });
  afterEach(() => app.stop());

  const examinations = () => app.get(ExaminationsService);
  const unread = () => app.unread('invariants');
  const look = () => app.untilRead('invariants', () => examinations().look());
  const broken = async () =>
    (await examinations().kept()).filter((one) => one.broken > 0).map(({ invariant }) => invariant);
  const aClass = () => a.trainingClass({ allocations: [[unit, 2]], poolOpen: false });
  const nominate = async ({ id }: BuiltClass) =>
    app.as(office).post(`/api/v1/classes/${id}/nominations`, {
      personId: (await a.person({ in: unit })).id,
      unitId: unit.id,
      letter,
    });
  const harm = ({ id }: BuiltClass) => a.change('classes', { id }, { capacity: 3 });

  it('is of everything at first, and of what changed from then on', async () => {
    const inClass = await aClass();
    await look();
    const first = await examinations().kept();
    expect(first).toHaveLength(13);
    expect(first.every(({ wholeAt }) => wholeAt?.getTime() === app.clock.now().getTime())).toBe(true);

    app.clock.moveTo(momentAt('2026-01-05', '09:00'));
    await nominate(inClass);
    await harm(inClass);
    await look();
    expect(await broken()).toEqual(['I1']);
    const [one] = await examinations().kept();
    expect(one).toMatchObject({ ids: [inClass.id], changesAt: app.clock.now(), wholeAt: first[0]!.wholeAt });
  });

  it('finds what no line of the journal told of by night, and not before', async () => {
    const inClass = await aClass();
    await look();
    await harm(inClass);
    app.clock.moveTo(momentAt(addDays('2026-01-05', 1), '02:59'));
    await look();
    expect(await broken()).toEqual([]);
    app.clock.moveTo(momentAt(addDays('2026-01-05', 1), '03:00'));
    await look();
    expect(await broken()).toEqual(['I1']);
  });

  it('looks at what is broken until it holds, though nothing is written about it', async () => {
    const inClass = await aClass();
    await harm(inClass);
    await look();
    expect(await broken()).toEqual(['I1']);
    expect((await app.as(office).get<string>('/')).text).toContain('Có quy tắc bị vi phạm');
    expect((await app.as(null).get<string>('/metrics')).text).toContain('training_invariant_broken{invariant="I1"} 1');
    await a.change('classes', { id: inClass.id }, { capacity: 2 });
    await look();
    expect(await broken()).toEqual([]);
    expect((await app.as(office).get<string>('/')).text).not.toContain('Có quy tắc bị vi phạm');
  });

  it('takes so many lines at one look, and says that more are left', async () => {
    await look();
    await app.sql(
      `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id)
       SELECT now(), 'spec', 'units.created', 'unit', gen_random_uuid() FROM generate_series(1, 600)`,
    );
    let isMore = await examinations().look();
    while (!isMore && (await unread()) === 600) isMore = await examinations().look();
    expect(isMore).toBe(true);
    expect(await unread()).toBe(100);
  });

  it('is made anew when somebody asks for it, told on the page with how far it is', async () => {
    await look();
    const page = async () => (await app.as(office).get<string>('/invariants')).text;
    expect(await page()).not.toContain('<progress');
    app.clock.moveTo(momentAt('2026-01-05', '09:30'));
    await app.as(office).post('/invariants/examinations');
    expect(await page()).toContain('<progress');
    await look();
    expect(await page()).toContain(showMoment(app.clock.now()));
    expect(await page()).not.toContain('<progress');
  });
});
