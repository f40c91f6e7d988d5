import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass } from '../builders';
import { Situations } from '../reminders/situations';
import { ClassInCourse, type Learner } from './class-in-course';

interface GroupOfList {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly roomName: string | null;
  readonly people: number;
  readonly leader: { readonly fullName: string } | null;
  readonly managers: readonly { readonly accountId: string }[];
}
interface Passed {
  readonly number: number;
  readonly toNumber: number;
  readonly isNew: boolean;
  readonly managers: readonly string[];
}

/** Class A has the groups 1 “Khối sản xuất” (An, Chi) and 2 (Dũng), each meeting by itself, in a room and with somebody in charge. */
describe('groups of a class that is split or merged', () => {
  let app: TestApp;
  let a: Builders;
  let here: ClassInCourse;
  let from: BuiltClass;
  let an: Learner;
  let chi: Learner;
  let dung: Learner;
  let inCharge: BuiltAccount;
  let met: string;
  let yetToMeet: string;
  const reason = 'Hội trường nhỏ';

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    here = await ClassInCourse.gather(app, a);
    from = await here.aClass([3, 1], { roomId: await a.room() });
    await here.mornings(from);
    an = await here.learner(from, 1, 'Nguyễn Văn An');
    chi = await here.learner(from, 2, 'Lê Thị Chi');
    dung = await here.learner(from, 4, 'Phạm Văn Dũng', here.units[1]);
    inCharge = await a.account();
    await group(from, 'Khối sản xuất', [an, chi]);
    await group(from, null, [dung]);
    const one = (await groupsOf(from))[0]!;
    await office().patch(`/api/v1/groups/${one.id}`, { roomId: await a.room(`Phòng tổ ${from.id}`, '1 Lê Duẩn', 20) });
    await office().put(`/api/v1/groups/${one.id}/leader`, { enrollmentId: an.enrollment.id });
    await app.signedIn(here.office).post(`/api/v1/groups/${one.id}/managers`, { email: inCharge.email });
    met = await halfDay(from, '2026-02-03', [1]);
    await halfDay(from, '2026-02-03', [2]);
    yetToMeet = await halfDay(from, '2026-02-09', [1]);
    await halfDay(from, '2026-02-09', [2]);
    app.clock.moveTo(momentAt('2026-02-03', '17:30'));
    await office().put(`/api/v1/half-days/${met}/attendance`, {
      entries: [
        { enrollmentId: an.enrollment.id, mark: 'present' },
        { enrollmentId: chi.enrollment.id, mark: 'unexcused' },
      ],
    });
  });

  const office = () => app.as(here.office);
  const groupsOf = async ({ id }: { id: string }) =>
    (await office().get<{ items: GroupOfList[] }>(`/api/v1/classes/${id}/groups`)).body.items;
  async function group(inClass: BuiltClass, name: string | null, who: readonly Learner[]) {
    const { body } = await office().post<GroupOfList>(`/api/v1/classes/${inClass.id}/groups`, name ? { name } : {});
    if (who.length > 0)
      await office().put(`/api/v1/classes/${inClass.id}/groups/members`, {
        ...{ groupId: body.id, enrollmentIds: who.map(({ enrollment }) => enrollment.id) },
      });
  }
  const halfDay = async (of: BuiltClass, day: string, groupNumbers: number[]) =>
    (
      await office().post<{ items: { id: string }[] }>(`/api/v1/classes/${of.id}/half-days`, {
        ...{ day, part: 'afternoon', topic: `Thảo luận ${day}`, groupNumbers },
      })
    ).body.items[0]!.id;
  const split = (part: object, division = 'groups') =>
    office().post<{ parts: { classId: string; withoutRoom: number; groups: (Passed & { isWhole: boolean })[] }[] }>(
      `/api/v1/classes/${from.id}/splits`,
      { division, reason, parts: [{ code: `T-${from.id}`, name: 'Tách', ...part }] },
    );
  const merge = (of: { id: string }, into: { id: string }, more = '') =>
    office().post<{ groups: Passed[]; meetingsLost: number }>(`/api/v1/classes/${of.id}/merger${more}`, {
      ...{ intoClassId: into.id, reason },
    });
  const meetingsOf = ({ id }: { id: string }) =>
    app.sql<{ day: string; groups: number[]; roomId: string; people: number }>(
      `SELECT h.day, h.group_numbers AS groups, h.held_room_id AS room_id,
         (SELECT count(*)::int FROM attendance_lines l WHERE l.half_day_id = h.id AND l.live) AS people
       FROM half_days h WHERE h.class_id = $1 AND h.group_numbers IS NOT NULL AND h.cancelled_at IS NULL ORDER BY h.day, h.group_numbers`,
      id,
    );
  const marksAtMeetings = ({ person }: Learner, { id }: { id: string }) =>
    app.sql<{ mark: string }>(
      `SELECT l.mark FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id JOIN enrollments e ON e.id = l.enrollment_id
       WHERE h.class_id = $1 AND e.person_id = $2 AND e.ended_at IS NULL AND l.live AND h.group_numbers IS NOT NULL ORDER BY h.day`,
      id,
      person.id,
    );

  it('a group that goes as a whole takes its room, its half-days and whoever looks after it along', async () => {
    const before = await meetingsOf(from);
    const { status, body } = await split({ groupNumbers: [1] });
    expect(status).toBe(201);
    const made = { id: body.parts[0]!.classId };
    expect(body.parts[0]!.groups).toMatchObject([{ number: 1, isWhole: true }]);
    expect(await groupsOf(made)).toMatchObject([
      {
        ...{ number: 1, name: 'Khối sản xuất', people: 2, leader: { fullName: 'Nguyễn Văn An' } },
        ...{ roomName: `Phòng tổ ${from.id}`, managers: [{ accountId: inCharge.id }] },
      },
    ]);
    expect(await meetingsOf(made)).toEqual([
      { ...before[0], people: 2 },
      { ...before[2], people: 2 },
    ]);
    expect((await meetingsOf(from)).map(({ day, groups }) => [day, groups])).toEqual([
      ['2026-02-03', [1]],
      ['2026-02-03', [2]],
      ['2026-02-09', [2]],
    ]);
    expect(await marksAtMeetings(an, made)).toEqual([{ mark: 'present' }, { mark: 'unmarked' }]);
    expect((await groupsOf(from))[0]).toMatchObject({ people: 0, managers: [] });
    // The half-day of the group that stayed does not stand for that of the one that went.
    const [theirs] = await app.sql<{ id: string }>(
      `SELECT id FROM half_days WHERE class_id = $1 AND day = '2026-02-09' AND group_numbers = '{2}'`,
      from.id,
    );
    const moved = await office().patch(`/api/v1/half-days/${theirs!.id}`, {
      ...{ part: 'evening', reason: 'Đổi giờ', alsoInClassIds: [made.id] },
    });
    expect(moved.status).toBe(200);
    const [{ part }] = (await app.sql<{ part: string }>(
      `SELECT part FROM half_days WHERE class_id = $1 AND day = '2026-02-09' AND cancelled_at IS NULL`,
      made.id,
    )) as [{ part: string }];
    expect(part).toBe('afternoon');
    const sheet = await app
      .as(inCharge)
      .get<{ items: { fullName: string }[] }>(`/api/v1/classes/${made.id}/enrollments`);
    expect(sheet.body.items.length).toBe(2);
    expect(await here.broken()).toEqual([]);
  });

  it('a group of which part goes is in both classes, looked after in both', async () => {
    const { body } = await split({ personIds: [chi.person.id] }, 'people');
    const made = { id: body.parts[0]!.classId };
    expect(body.parts[0]!.groups).toMatchObject([{ number: 1, isWhole: false }]);
    for (const one of [made, from])
      expect((await groupsOf(one))[0]).toMatchObject({ people: 1, managers: [{ accountId: inCharge.id }] });
    expect((await meetingsOf(made)).map(({ groups }) => groups)).toEqual([[1], [1]]);
    expect((await meetingsOf(from)).length).toBe(4);
    expect(await here.broken()).toEqual([]);
  });

  it('come back into the groups they left, with what they attended and the half-days they took along', async () => {
    const before = await meetingsOf(from);
    const { body } = await split({ groupNumbers: [1] });
    const back = await merge({ id: body.parts[0]!.classId }, from);
    expect(back.status).toBe(201);
    expect(back.body.groups).toMatchObject([{ number: 1, toNumber: 1, isNew: false }]);
    expect((await groupsOf(from)).map(({ people }) => people)).toEqual([2, 1]);
    expect((await groupsOf(from))[0]!.managers).toMatchObject([{ accountId: inCharge.id }]);
    expect((await marksAtMeetings(an, from))[0]).toEqual({ mark: 'present' });
    expect(await meetingsOf(from)).toEqual(before);
    expect(await here.broken()).toEqual([]);
  });

  it('of a class that goes into another are made there, beside those it has, with room and half-days', async () => {
    const into = await here.aClass([1, 0], { roomId: await a.room() });
    await here.mornings(into);
    const ba = await here.learner(into, 1, 'Trần Văn Ba', here.units[0], []);
    await group(into, 'Khối văn phòng', [ba]);
    const leave = await app
      .as(await a.account({ person: an.person }))
      .post<{ id: string }>('/api/v1/leave-requests', { halfDayIds: [yetToMeet], reason: 'Đi công tác' });
    expect(leave.status).toBe(201);
    const preview = await merge(from, into, '/preview');
    expect(preview.body).toMatchObject({
      meetingsLost: 0,
      leaveLost: 0,
      groups: [
        { number: 1, toNumber: 2, isNew: true, people: 2 },
        { number: 2, toNumber: 3, isNew: true, people: 1 },
      ],
    });
    const before = await meetingsOf(from);
    expect((await merge(from, into)).status).toBe(201);
    expect(await groupsOf(into)).toMatchObject([
      { number: 1, name: 'Khối văn phòng', people: 1 },
      {
        number: 2,
        name: 'Khối sản xuất',
        people: 2,
        roomName: `Phòng tổ ${from.id}`,
        leader: { fullName: 'Nguyễn Văn An' },
      },
      { number: 3, name: null, people: 1 },
    ]);
    expect((await meetingsOf(into)).map(({ day, groups, roomId }) => ({ day, groups, roomId }))).toEqual(
      before.map(({ day, groups, roomId }) => ({ day, groups: groups.map((number) => number + 1), roomId })),
    );
    expect((await marksAtMeetings(chi, into))[0]).toEqual({ mark: 'unexcused' });
    app.clock.moveTo(momentAt('2026-02-03', '19:00'));
    await new Situations(app, a).planAndSend();
    const told = await app.sql<{ rule: string }>(
      `SELECT rule FROM reminders WHERE person_id = $1 AND class_id = $2 AND rule NOT IN ('half_day_near', 'class_near')`,
      ...[chi.person.id, into.id],
    );
    expect(told).toEqual([{ rule: 'learner_moved' }]);
    const asked = await app.sql(
      `SELECT h.group_numbers AS groups, h.day FROM leave_request_half_days f JOIN half_days h ON h.id = f.half_day_id WHERE f.leave_request_id = $1 AND h.class_id = $2`,
      leave.body.id,
      into.id,
    );
    expect(asked).toEqual([{ groups: [2], day: '2026-02-09' }]);
    expect(await here.broken()).toEqual([]);
  });

  it('meet no more where the class they go to has their hour taken, as the preview says', async () => {
    const into = await here.aClass([1, 0], { roomId: await a.room() });
    await a.halfDay(into, '2026-02-09', { part: 'afternoon' });
    await here.learner(into, 1, 'Trần Văn Ba', here.units[0], []);
    expect((await merge(from, into, '/preview')).body).toMatchObject({ meetingsLost: 2 });
    const page = await office().form(`/classes/${from.id}/merger/preview`, { intoClassId: into.id, reason });
    expect(page.text).toContain('2 buổi riêng sắp tới của các tổ trùng giờ');
    expect(page.text).toContain('Tổ 1 – Khối sản xuất: 2 người thành Tổ 1');
    expect((await merge(from, into)).status).toBe(201);
    expect((await meetingsOf(into)).map(({ day }) => day)).toEqual(['2026-02-03', '2026-02-03']);
    expect(await here.broken()).toEqual([]);
  });
});
