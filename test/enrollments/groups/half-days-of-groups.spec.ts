import { momentAt } from '../../../src/platform/clock';
import { TestApp } from '../../app';
import { Builders } from '../../builders';
import { Situations } from '../../reminders/situations';
import { DividedClass } from './situations';

/** Groups 1 (An, Bình, Chi) and 2 (Dũng, Giang, Hà) of one class. */
describe('a half-day that is for some groups of a class', () => {
  let app: TestApp;
  let a: Builders;
  let given: DividedClass;
  let rooms: { id: string }[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given = await DividedClass.build(app, a);
    await given.divide({ by: 'alphabet', groups: 2 });
    rooms = [await room(), await room()];
  });

  const room = async () => {
    const [made] = await app.sql<{ id: string }>(
      `INSERT INTO rooms (name, address, capacity) VALUES ('P' || gen_random_uuid(), 'Quận 1', 50) RETURNING id`,
    );
    return made!;
  };
  const parallel = async (day: string) => [
    await given.halfDayId(day, { groupNumbers: [1], roomId: rooms[0]!.id, topic: `Thảo luận ${day}` }),
    await given.halfDayId(day, { groupNumbers: [2], roomId: rooms[1]!.id, topic: `Thảo luận ${day}` }),
  ];
  const goTo = (day: string, time = '17:00') => app.clock.moveTo(momentAt(day, time));
  const rowOf = async (index: number) => {
    const { body } = await app
      .as(given.manager)
      .get<{ items: { id: string }[] }>(`/api/v1/classes/${given.aClass.id}/enrollments`);
    return body.items.find(({ id }) => id === given.learners[index]!.id)! as unknown as Record<string, unknown>;
  };
  const previewOf = async (index: number) => {
    const { body } = await app
      .as(given.office)
      .get<{ items: { personId: string; absentShare: number }[] }>(
        `/api/v1/classes/${given.aClass.id}/closing-preview`,
      );
    return body.items.find(({ personId }) => personId === given.learners[index]!.person.id)!;
  };

  it('expects the people of those groups and nobody else; the whole class where it names none', async () => {
    const [one, two] = await parallel('2026-02-09');
    const all = await given.halfDayId('2026-02-10');
    expect(await given.expectedAt(one!)).toEqual(['An', 'Bình', 'Chi']);
    expect(await given.expectedAt(two!)).toEqual(['Dũng', 'Giang', 'Hà']);
    expect(await given.expectedAt(all)).toHaveLength(6);
    const refused = await given.mark(one!, given.learners[3]!, 'present');
    goTo('2026-02-09');
    expect((await given.mark(one!, given.learners[3]!, 'present')).status).toBe(422);
    expect(refused.status).not.toBe(200);
  });

  it('may be at one time with that of another group, in another room; not in the same room, with one lecturer or with the class', async () => {
    await parallel('2026-02-09');
    const { body: lecturer } = await app
      .as(given.office)
      .post<{ id: string }>('/api/v1/lecturers', { fullName: 'Trần Giảng', workplace: 'Học viện' });
    const on = '2026-02-12';
    const one = { groupNumbers: [1], roomId: rooms[0]!.id, lecturerId: lecturer.id };
    expect((await given.halfDay(on, one)).status).toBe(201);
    expect((await given.halfDay(on, { groupNumbers: [2], roomId: rooms[0]!.id })).body.code).toBe('room_taken');
    const same = { groupNumbers: [2], roomId: rooms[1]!.id, lecturerId: lecturer.id };
    expect((await given.halfDay(on, same)).body.code).toBe('lecturer_taken');
    expect((await given.halfDay(on, { roomId: rooms[1]!.id })).body.code).toBe('half_days_overlap');
    expect((await given.halfDay(on, { groupNumbers: [1, 2], roomId: rooms[1]!.id })).body.code).toBe(
      'half_days_overlap',
    );
    expect((await given.halfDay(on, { groupNumbers: [3] })).body).toMatchObject({
      errors: [{ field: 'groupNumbers', code: 'no_such_group' }],
    });
  });

  it('is held in the room of its group unless it has its own, which nobody else has then', async () => {
    await app.as(given.manager).patch(`/api/v1/groups/${await given.groupId(1)}`, { roomId: rooms[0]!.id });
    await given.halfDayId('2026-02-09', { groupNumbers: [1] });
    expect((await given.halfDay('2026-02-09', { groupNumbers: [2], roomId: rooms[0]!.id })).body.code).toBe(
      'room_taken',
    );
    const timetable = await app
      .as(given.manager)
      .get<{ items: { roomId: string | null; roomName: string }[] }>(`/api/v1/classes/${given.aClass.id}/half-days`);
    expect(timetable.body.items[0]).toMatchObject({ roomId: null, roomName: expect.stringMatching(/^P/) as string });
    // A room that another half-day has is not given to the group.
    await given.halfDayId('2026-02-11', { groupNumbers: [1] });
    await given.halfDayId('2026-02-11', { groupNumbers: [2], roomId: rooms[1]!.id });
    const taken = await app
      .as(given.manager)
      .patch<{ code: string }>(`/api/v1/groups/${await given.groupId(1)}`, { roomId: rooms[1]!.id });
    expect([taken.status, taken.body.code]).toEqual([409, 'room_taken']);
  });

  it('is nobody’s who is in no group yet; whoever joins a group is expected from then on', async () => {
    const [one] = await parallel('2026-02-09');
    const [, later] = await parallel('2026-02-12');
    const newcomer = await app.as(given.office).post(`/api/v1/classes/${given.aClass.id}/half-days`, {
      ...{ day: '2026-02-13', part: 'morning' },
    });
    expect(newcomer.status).toBe(201);
    const late = await a.enrollment({ in: given.aClass, person: await a.person({ fullName: 'Lê Thị Muộn' }) });
    goTo('2026-02-10');
    await given.move([late], 2);
    expect(await given.expectedAt(later!)).toEqual(['Dũng', 'Giang', 'Hà', 'Muộn']);
    const { body } = await app
      .as(given.manager)
      .get<{ items: { id: string }[] }>(`/api/v1/classes/${given.aClass.id}/enrollments`);
    expect(body.items.find(({ id }) => id === late.id)).toMatchObject({ beforeJoining: 1, ahead: 2, unmarked: 0 });
    expect(await given.expectedAt(one!)).toEqual(['An', 'Bình', 'Chi']);
  });

  it('counts for its people alone: on the roster, in the judgement and for the doctor', async () => {
    const [one] = await parallel('2026-02-09');
    const all = await given.halfDayId('2026-02-10');
    goTo('2026-02-10');
    await given.mark(one!, given.learners[0]!, 'present');
    await given.mark(all, given.learners[0]!, 'unexcused');
    expect(await rowOf(0)).toMatchObject({ present: 1, unexcused: 1, unmarked: 0 });
    expect(await rowOf(3)).toMatchObject({ present: 0, unmarked: 2 });
    expect(await previewOf(0)).toMatchObject({ absentShare: 0.5 });
  });

  it('is told to its people alone: reminders, feeds and what they see of it', async () => {
    const situations = new Situations(app, a);
    const [one] = await parallel('2026-02-09');
    const { person } = given.learners[0]!;
    const account = await a.account({ person });
    const other = await a.account({ person: given.learners[3]!.person });
    const feedOf = async (by: typeof account) => {
      const made = await app.signedIn(by).post<{ address: string }>('/api/v1/calendar-feeds', { kind: 'person' });
      return (
        (await app.as(by).get<string>(new URL(made.body.address).pathname)).text.match(/BEGIN:VEVENT/g)?.length ?? 0
      );
    };
    expect([await feedOf(account), await feedOf(other)]).toEqual([1, 1]);
    const month = await app
      .as(account)
      .get<{ items: { id: string }[] }>('/api/v1/half-days?from=2026-02-01&to=2026-02-28');
    expect(month.body.items.map(({ id }) => id)).toEqual([one]);
    await app
      .as(given.office)
      .patch(`/api/v1/half-days/${one!}`, { startTime: '08:30', endTime: '11:30', reason: 'Đổi giờ' });
    await situations.planAndSend();
    const told = (await situations.ledger(given.aClass)).filter(({ rule }) => rule === 'timetable_changed');
    const timesTold = given.learners.map(({ person: { id } }) => told.filter(({ personId }) => personId === id).length);
    // Each of the half-day of their group as it was added, and those of the first group of its new hour.
    expect(timesTold).toEqual([2, 2, 2, 1, 1, 1]);
  });

  it('goes to other groups, and to the whole class, with its people', async () => {
    const id = await given.halfDayId('2026-02-09', { groupNumbers: [1] });
    const change = (groupNumbers: number[] | null) =>
      app.as(given.office).patch(`/api/v1/half-days/${id}`, { groupNumbers, reason: 'Đổi tổ' });
    expect((await change([2])).body).toMatchObject({ groupNumbers: [2] });
    expect(await given.expectedAt(id)).toEqual(['Dũng', 'Giang', 'Hà']);
    expect((await change(null)).body).toMatchObject({ groupNumbers: null });
    expect(await given.expectedAt(id)).toHaveLength(6);
    await change([1]);
    expect(await given.expectedAt(id)).toEqual(['An', 'Bình', 'Chi']);
    goTo('2026-02-09');
    expect((await change([2])).body['code']).toBe('half_day_begun');
  });

  it('comes along when the class is cloned, with the groups and without their people', async () => {
    await parallel('2026-02-09');
    const opensOn = '2026-09-07';
    const clone = await app
      .as(given.office)
      .post<{ class: { id: string } }>(`/api/v1/classes/${given.aClass.id}/clones`, {
        code: `S-${Date.now()}`,
        name: 'Khóa sau',
        opensOn,
      });
    expect(clone.status).toBe(201);
    const { body } = await app
      .as(given.office)
      .get<{ items: { groupNumbers: number[] | null }[] }>(`/api/v1/classes/${clone.body.class.id}/half-days`);
    expect(body.items.map(({ groupNumbers }) => groupNumbers)).toEqual([[1], [2]]);
    const groups = await app.as(given.office).get(`/api/v1/classes/${clone.body.class.id}/groups`);
    expect(groups.body).toMatchObject({
      items: [
        { number: 1, people: 0 },
        { number: 2, people: 0 },
      ],
      ungrouped: 0,
    });
  });

  it('takes nobody who is in another class then: dividing leaves them out by name, moving them is refused', async () => {
    await parallel('2026-02-09');
    const elsewhere = await a.trainingClass({ state: 'confirmed' });
    await a.halfDay(elsewhere, '2026-02-16');
    const [an] = given.learners;
    await a.enrollment({ in: elsewhere, person: an!.person });
    expect((await given.halfDay('2026-02-16', { groupNumbers: [1], roomId: rooms[0]!.id })).body.code).toBe(
      'person_busy',
    );
    expect((await given.halfDay('2026-02-16', { groupNumbers: [2], roomId: rooms[1]!.id })).status).toBe(201);
    const refused = await given.move([an!], 2);
    expect([refused.status, refused.body.code]).toEqual([409, 'person_busy']);
    const { body } = await given.divide({ by: 'unit', groups: 2 });
    const busy = body.busy.map(({ fullName }) => fullName);
    // By units An would be in the first group, where nothing is in the way.
    expect(busy).toEqual([]);
    await given.move([given.learners[1]!], 1);
    await given.move([an!], null);
    const again = await given.divide({ by: 'evenly', onlyUngrouped: true, dryRun: true });
    expect(again.body).toMatchObject({ busy: [{ fullName: 'Nguyễn Văn An' }], moved: [] });
  });

  it('says for which groups it is, and their room, wherever half-days are shown', async () => {
    await given.halfDayId('2026-02-08');
    await given.halfDayId('2026-02-09', { groupNumbers: [2], topic: 'Thảo luận chuyên đề' });
    const name = `Phòng tổ ${given.aClass.id}`;
    const roomId = await a.room(name, '1 Lê Duẩn', 20);
    await app.as(given.office).patch(`/api/v1/groups/${await given.groupId(2)}`, { roomId });
    const shown = async (path: string) => {
      const { text } = await app.as(given.office).get<string>(path);
      return text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    };
    expect(await shown(`/calendar?view=month&day=2026-02-09&courseId=${given.course.id}`)).toContain(`, Tổ 2, ${name}`);
    expect(await shown(`/calendar?view=week&day=2026-02-09&courseId=${given.course.id}`)).toContain(
      'Tổ 2 · Thảo luận chuyên đề',
    );
    expect(await shown(`/rooms/today?day=2026-02-09`)).toMatch(new RegExp(`${name}.*Tổ 2.*Thảo luận chuyên đề`));
    const print = await shown(`/classes/${given.aClass.id}/timetable/print`);
    expect(print).toContain('Tổ 2. Thảo luận chuyên đề');
    expect(print).toContain(name);
  });

  it('is made up with another group that meets for the same later, and counts once', async () => {
    const topic = 'Thảo luận chuyên đề 1';
    const missed = await given.halfDayId('2026-02-09', { groupNumbers: [1], topic });
    const later = await given.halfDayId('2026-02-11', { groupNumbers: [2], topic });
    const an = given.learners[0]!;
    goTo('2026-02-09');
    await given.mark(missed, an, 'unexcused');
    const door = app.as(given.manager);
    const path = `/api/v1/enrollments/${an.id}/half-days/${missed}`;
    const { body } = await door.get<{ items: { id: string }[] }>(`${path}/guest-choices`);
    expect(body.items[0]).toMatchObject({ id: later, ofOwnClass: true, groupNumbers: [2], sameTopic: true });
    expect((await door.get<string>(`/enrollments/${an.id}/half-days/${missed}/guest`)).text).toContain('– Tổ 2 –');
    const arrange = () => door.post<{ code: string }>(`${path}/guest`, { atHalfDayId: later, reason: 'Đi công tác' });
    expect((await arrange()).status).toBeLessThan(300);
    expect((await arrange()).body.code).toBe('on_that_sheet_already');
    goTo('2026-02-11');
    expect((await given.mark(later, an, 'present')).status).toBe(200);
    expect(await rowOf(0)).toMatchObject({ present: 1, unexcused: 0 });
    expect((await given.move([an], 2)).status).toBe(200);
    expect(await rowOf(0)).toMatchObject({ present: 1, unexcused: 0 });
    expect(await given.expectedAt(later)).toContain('An');
  });
});
