import { InvariantsService } from '../../../src/invariants/invariants.service';
import { momentAt } from '../../../src/platform/clock';
import { TestApp } from '../../app';
import { Builders } from '../../builders';
import { DividedClass } from './situations';

/** Group 1 discusses a subject on the 9th, group 2 the same one on the 11th; An of group 1 changes to group 2. */
describe('somebody who changes groups while the class runs', () => {
  let app: TestApp;
  let a: Builders;
  let given: DividedClass;
  let first: string;
  let second: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given = await DividedClass.build(app, a);
    await given.divide({ by: 'alphabet', groups: 2 });
    first = await given.halfDayId('2026-02-09', { groupNumbers: [1], topic: 'Thảo luận' });
    second = await given.halfDayId('2026-02-11', { groupNumbers: [2], topic: 'thảo luận' });
  });

  const an = () => given.learners[0]!;
  const dung = () => given.learners[3]!;
  const goTo = (day: string) => app.clock.moveTo(momentAt(day, '17:00'));
  const learned = async (who = an()) =>
    (
      await app.as(given.office).get<{
        halfDays: { day: string; mark: string; expected: boolean; origin: { day: string } | null }[];
      }>(`/api/v1/enrollments/${who.id}`)
    ).body.halfDays;
  const counts = async (who = an()) => {
    const { body } = await app.as(given.office).get<{
      items: { id: string; present: number; excused: number; unexcused: number; unmarked: number; ahead: number }[];
    }>(`/api/v1/classes/${given.aClass.id}/enrollments`);
    const { present, excused, unexcused, unmarked, ahead } = body.items.find(({ id }) => id === who.id)!;
    return { present, excused, unexcused, unmarked, ahead };
  };
  const undoLast = async () =>
    app.as(given.manager).post(`/api/v1/group-moves/${(await given.groups()).lastMove!.id}/reversal`, {});

  it('keeps what they attended: it stands for the same half-day of the new group, and says where it is from', async () => {
    goTo('2026-02-09');
    await given.mark(first, an(), 'present');
    await given.move([an()], 2);
    expect(await learned()).toMatchObject([{ day: '2026-02-11', mark: 'present', origin: { day: '2026-02-09' } }]);
    expect(await counts()).toEqual({ present: 1, excused: 0, unexcused: 0, unmarked: 0, ahead: 0 });
    expect(await given.expectedAt(first)).toEqual(['Bình', 'Chi']);
    expect(await given.expectedAt(second)).toContain('An');
  });

  it('makes up with the new group what they missed, where it is yet to be', async () => {
    goTo('2026-02-09');
    await given.mark(first, an(), 'unexcused');
    await given.move([an()], 2);
    expect(await learned()).toMatchObject([{ day: '2026-02-11', mark: 'unmarked', expected: true }]);
    expect(await counts()).toMatchObject({ unexcused: 0, ahead: 1 });
  });

  it('is not expected where the new group met before they came; what they missed with the old one counts there', async () => {
    goTo('2026-02-11');
    await given.mark(second, dung(), 'unexcused');
    // Group 1 met on the 9th, before Dũng comes to it: he missed the subject with his own group.
    await given.move([dung()], 1);
    expect(await learned(dung())).toMatchObject([{ day: '2026-02-09', mark: 'unexcused' }]);
    expect(await counts(dung())).toMatchObject({ unexcused: 1 });
    // Whoever nobody marked has nothing to bring along.
    await given.move([given.learners[4]!], 1);
    expect(await counts(given.learners[4])).toMatchObject({ unexcused: 0, unmarked: 0, ahead: 0 });
  });

  it('has all as it was when the move is taken back, and once more in the other group', async () => {
    goTo('2026-02-09');
    await given.mark(first, an(), 'present');
    await given.move([an()], 2);
    expect((await undoLast()).status).toBe(204);
    expect(await learned()).toMatchObject([{ day: '2026-02-09', mark: 'present', expected: true, origin: null }]);
    expect(await counts()).toMatchObject({ present: 1, unmarked: 0 });
    await given.move([an()], 2);
    expect(await learned()).toMatchObject([{ day: '2026-02-11', mark: 'present' }]);
    await given.move([an()], 1);
    expect(await learned()).toMatchObject([{ day: '2026-02-09', mark: 'present', origin: null }]);
  });

  it('takes an unmarked half-day back with the group when the move is taken back', async () => {
    goTo('2026-02-09');
    await given.move([an()], 2);
    await undoLast();
    expect(await learned()).toMatchObject([{ day: '2026-02-09', mark: 'unmarked', expected: true }]);
    expect((await given.mark(first, an(), 'unexcused')).status).toBe(200);
  });

  it('leaves behind what the new group does not have, in the trail alone', async () => {
    const extra = await given.halfDayId('2026-02-10', { groupNumbers: [1], topic: 'Tham quan' });
    goTo('2026-02-10');
    await given.mark(extra, an(), 'present');
    await given.move([an()], 2);
    expect(await counts()).toMatchObject({ present: 0, ahead: 1 });
    const trail = await app
      .as(given.manager)
      .get<{ items: { mark: string }[] }>(`/api/v1/half-days/${extra}/attendance/${an().id}`);
    expect(trail.body.items).toMatchObject([{ mark: 'present' }]);
  });

  it('brings along what was learned in another class, once they come into a group', async () => {
    const earlier = await a.trainingClass({ course: given.course, state: 'confirmed' });
    const there = await a.halfDay(earlier, '2026-02-02', { topic: 'Thảo luận' });
    const person = await a.person({ fullName: 'Lê Thị Chuyển' });
    const before = await a.enrollment({ in: earlier, person, marks: ['present'] });
    const now = await a.enrollment({ in: given.aClass, person });
    await a.change('enrollments', { id: now.id }, { continuesId: before.id });
    goTo('2026-02-10');
    expect(there.id).toBeTruthy();
    await given.move([now], 2);
    expect(await learned(now)).toMatchObject([{ day: '2026-02-11', mark: 'present', origin: { day: '2026-02-02' } }]);
  });

  it('agrees with the doctor: nobody is in two places, and no result is other than its facts', async () => {
    goTo('2026-02-09');
    await given.mark(first, an(), 'present');
    await given.move([an()], 2);
    goTo('2026-02-11');
    const found = await app.get(InvariantsService).examine(['I3', 'I4', 'I10']);
    expect(found.flatMap(({ ids }) => ids)).toEqual([]);
    const { body } = await app
      .as(given.office)
      .get<{ items: { personId: string; absentShare: number | null }[] }>(
        `/api/v1/classes/${given.aClass.id}/closing-preview`,
      );
    expect(body.items.find(({ personId }) => personId === an().person.id)).toMatchObject({ absentShare: 0 });
  });
});
