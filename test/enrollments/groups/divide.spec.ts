import { TestApp } from '../../app';
import { Builders } from '../../builders';
import { DividedClass } from './situations';

describe('a class divided into groups', () => {
  let app: TestApp;
  let a: Builders;
  let given: DividedClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given = await DividedClass.build(app, a);
  });

  const namesIn = ({ moved }: { moved: readonly { fullName: string; to: number }[] }) =>
    [1, 2].map((number) => moved.filter(({ to }) => to === number).map(({ fullName }) => fullName.split(' ').at(-1)));

  it('is shown by a dry run, which stores nothing and makes no group; applying does exactly that', async () => {
    const tried = await given.divide({ by: 'evenly', groups: 2, dryRun: true });
    expect(tried.status).toBe(200);
    expect(tried.body.sizes).toEqual([
      { number: 1, people: 3 },
      { number: 2, people: 3 },
    ]);
    expect(await given.groups()).toMatchObject({ items: [], ungrouped: 6, lastMove: null });

    const done = await given.divide({ by: 'evenly', groups: 2, expects: tried.body.fingerprint });
    expect(done.status).toBe(200);
    expect(done.body.moved).toEqual(tried.body.moved);
    expect(await given.groups()).toMatchObject({
      items: [
        { number: 1, people: 3 },
        { number: 2, people: 3 },
      ],
      ungrouped: 0,
      lastMove: { people: 6 },
    });
  });

  it('is not divided when the roster changed since the dry run', async () => {
    const { body } = await given.divide({ by: 'evenly', groups: 2, dryRun: true });
    await a.enrollment({ in: given.aClass });
    const refused = await given.divide({ by: 'evenly', groups: 2, expects: body.fingerprint });
    expect([refused.status, refused.body.code]).toEqual([409, 'groups_changed_meanwhile']);
    expect(await given.groups()).toMatchObject({ items: [], ungrouped: 7 });
  });

  it('is divided by the alphabet of given names, or by units', async () => {
    expect(namesIn((await given.divide({ by: 'alphabet', groups: 2, dryRun: true })).body)).toEqual([
      ['An', 'Bình', 'Chi'],
      ['Dũng', 'Giang', 'Hà'],
    ]);
    expect(namesIn((await given.divide({ by: 'unit', groups: 2, dryRun: true })).body)).toEqual([
      ['An', 'Chi', 'Giang'],
      ['Bình', 'Dũng', 'Hà'],
    ]);
  });

  it('has people moved by hand, many at once, into a group and out of any', async () => {
    await app.as(given.manager).post(given.path, { name: 'Khối sản xuất' });
    await app.as(given.manager).post(given.path, {});
    const [an, binh, chi] = given.learners;
    expect((await given.move([an!, binh!, chi!], 2)).body).toMatchObject({ moved: 3, ungrouped: 3 });
    expect((await given.move([chi!], 1)).body.items).toMatchObject([
      { number: 1, name: 'Khối sản xuất', people: 1 },
      { number: 2, people: 2 },
    ]);
    expect((await given.move([chi!], null)).body).toMatchObject({ moved: 1, ungrouped: 4 });
    // A repeat moves nobody.
    expect((await given.move([an!], 2)).body.moved).toBe(0);
  });

  it('takes the latest move back, then the one before, and not twice', async () => {
    await given.divide({ by: 'alphabet', groups: 2 });
    const first = (await given.groups()).lastMove!;
    await given.move([given.learners[0]!], 2);
    const second = (await given.groups()).lastMove!;
    const undo = (id: string) => app.as(given.manager).post<{ code: string }>(`/api/v1/group-moves/${id}/reversal`, {});
    expect([(await undo(first.id)).status, (await undo(first.id)).body.code]).toEqual([409, 'move_not_the_last']);
    expect((await undo(second.id)).status).toBe(204);
    expect((await given.groups()).items.map(({ people }) => people)).toEqual([3, 3]);
    expect((await undo(second.id)).status).toBe(409);
    expect((await undo(first.id)).status).toBe(204);
    expect(await given.groups()).toMatchObject({ ungrouped: 6, lastMove: null });
  });

  it('has newcomers in no group, who are counted, and put where there is room by one call', async () => {
    await given.divide({ by: 'alphabet', groups: 2 });
    await given.move([given.learners[0]!], 2);
    const late = await a.enrollment({ in: given.aClass });
    expect((await given.groups()).ungrouped).toBe(1);
    const { body } = await given.divide({ by: 'evenly', onlyUngrouped: true });
    expect(body.moved).toEqual([expect.objectContaining({ enrollmentId: late.id, from: null, to: 1 })]);
    expect(await given.groups()).toMatchObject({ ungrouped: 0 });
    const nobody = await given.divide({ by: 'evenly', onlyUngrouped: true });
    expect([nobody.status, nobody.body]).toMatchObject([
      422,
      { errors: [{ field: 'only', code: 'nobody_to_divide' }] },
    ]);
  });

  it('has a leader in each group, who is one of it and gets no rights', async () => {
    await given.divide({ by: 'alphabet', groups: 2 });
    const lead = async (number: number, who: { id: string } | null) =>
      app
        .as(given.manager)
        .put<{ leader: unknown; errors: unknown }>(`/api/v1/groups/${await given.groupId(number)}/leader`, {
          enrollmentId: who?.id,
        });
    const [an, binh] = given.learners;
    expect((await lead(1, an!)).body.leader).toMatchObject({ fullName: 'Nguyễn Văn An' });
    expect((await lead(1, binh!)).body.leader).toMatchObject({ fullName: 'Nguyễn Văn Bình' });
    expect((await lead(2, an!)).body.errors).toMatchObject([{ field: 'enrollmentId', code: 'not_in_the_group' }]);
    // Who moves to another group does not lead it.
    await given.move([binh!], 2);
    expect((await given.groups()).items.map(({ leader }) => leader)).toEqual([null, null]);
  });

  it('keeps a group with people in it or half-days of its own', async () => {
    await given.divide({ by: 'alphabet', groups: 2 });
    const id = await given.groupId(2);
    const remove = () => app.as(given.manager).delete(`/api/v1/groups/${id}`);
    const halfDay = await given.halfDayId('2026-02-09', { groupNumbers: [2] });
    expect((await remove()).body).toMatchObject({ code: 'group_still_used', facts: { people: 3, halfDays: 1 } });
    await given.move(given.learners, 1);
    await app.as(given.office).patch(`/api/v1/half-days/${halfDay}`, { groupNumbers: null, reason: 'Cả lớp cùng học' });
    expect((await remove()).status).toBe(204);
    expect((await given.groups()).items).toHaveLength(1);
  });

  it('is sealed once it is closed or cancelled', async () => {
    await given.divide({ by: 'alphabet', groups: 2 });
    await app.sql(
      `UPDATE classes SET state = 'cancelled', cancelled_at = $2 WHERE id = $1`,
      given.aClass.id,
      app.clock.now(),
    );
    for (const answer of [
      await given.divide({ by: 'evenly', groups: 3 }),
      await given.move(given.learners, null),
      await app.as(given.manager).post<{ code: string }>(given.path, {}),
    ])
      expect([answer.status, answer.body.code]).toEqual([409, 'class_cannot_be_changed']);
  });

  it('is divided by whoever runs it, and by nobody else', async () => {
    const secretary = await a.account({ roles: [['unit_secretary', given.units[0]]] });
    const another = await a.account({ roles: [['class_manager', await a.trainingClass()]] });
    const wanted = { by: 'evenly', groups: 2, dryRun: true };
    const statuses = [given.office, given.manager, secretary, another].map(
      async (one) => (await given.divide(wanted, one)).status,
    );
    expect(await Promise.all(statuses)).toEqual([200, 200, 403, 403]);
  });
});
