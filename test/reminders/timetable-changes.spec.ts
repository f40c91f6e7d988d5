import type { BuiltAccount, BuiltClass, BuiltPerson } from '../builders';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { Situations } from './situations';

describe('telling of a timetable that changed', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let person: BuiltPerson;
  let manager: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given.goTo('2026-01-05');
    inClass = await a.trainingClass();
    person = await a.person();
    await given.enroll(person, inClass);
    manager = await a.account({ roles: [['class_manager', inClass]] });
  });

  const aHalfDay = async (day = '2026-02-07') => (await a.halfDay(inClass, day)).id;
  const change = (id: string, to: object) =>
    app.as(office).patch(`/api/v1/half-days/${id}`, { reason: 'Đổi lịch giảng', ...to });
  const cancel = (id: string, reason: string) =>
    app.as(office).post(`/api/v1/half-days/${id}/cancellation`, { reason });
  const told = async () => (await given.ledger(inClass)).filter(({ rule }) => rule === 'timetable_changed');
  const messages = async () =>
    (await given.messages(inClass)).filter(({ subject }) => subject.startsWith('Lịch học thay đổi'));

  it('tells everybody enrolled and the class manager, once, what it was, what it is and why', async () => {
    await change(await aHalfDay(), { day: '2026-02-08', part: 'afternoon', reason: 'Bão số 3' });
    await given.planAndSend();
    await given.planAndSend();
    expect((await told()).map(({ state, personId, accountId }) => [state, personId ?? accountId]).toSorted()).toEqual(
      [
        ['written', person.id],
        ['written', manager.id],
      ].toSorted(),
    );
    const sent = await messages();
    expect(sent).toHaveLength(2);
    for (const { body } of sent)
      expect(body).toContain(
        '– Buổi sáng 07/02/2026 (08:00–11:30) chuyển sang chiều 08/02/2026 (13:30–17:00); phòng: báo sau; giảng viên: báo sau. Lý do: Bão số 3.',
      );
    const [notice] = await app.sql(`SELECT text_vi, link FROM notices WHERE account_id = $1`, manager.id);
    expect(notice).toMatchObject({ link: `/classes/${inClass.id}` });
  });

  it('makes one message of several changes that nobody was told of yet', async () => {
    const [moved, cancelled] = [await aHalfDay('2026-02-07'), await aHalfDay('2026-02-14')];
    await change(moved, { day: '2026-02-08' });
    await change(moved, { day: '2026-02-09' });
    await cancel(cancelled, 'Giảng viên ốm');
    await given.planAndSend();
    const [message, ...others] = (await messages()).filter(({ to }) => to === manager.email);
    expect(others).toEqual([]);
    expect(message!.body).toContain('– Buổi sáng 07/02/2026 (08:00–11:30) chuyển sang sáng 09/02/2026');
    expect(message!.body).toContain('– ĐÃ HỦY buổi sáng 14/02/2026 (08:00–11:30). Lý do: Giảng viên ốm.');
    expect((await told()).map(({ state }) => state)).toEqual(Array(6).fill('written'));
    expect(new Set((await told()).map(({ mailId }) => mailId)).size).toBe(2);
    await cancel(moved, 'Bão');
    await given.planAndSend();
    expect((await messages()).filter(({ to }) => to === manager.email)).toHaveLength(2);
  });

  it('tells of another room, another lecturer and a half-day more, but not of a topic', async () => {
    const id = await aHalfDay();
    await change(id, { topic: 'Chuyên đề 1' });
    await given.planAndSend();
    expect(await told()).toEqual([]);
    const room = await a.room('Hội trường B', 'Quận 3');
    await change(id, { roomId: room });
    await app.as(office).post(`/api/v1/classes/${inClass.id}/half-days`, { day: '2026-02-21', part: 'morning' });
    await given.planAndSend();
    const { body } = (await messages())[0]!;
    expect(body).toContain('sáng 07/02/2026 (08:00–11:30) đổi phòng hoặc giảng viên; phòng: Hội trường B');
    expect(body).toContain('– Thêm buổi học: sáng 21/02/2026 (07:30–11:30)');
  });

  it('names the hall of the class where a half-day has no room of its own, and the site of a unit that has one', async () => {
    const hall = await a.room('Hội trường A', 'Quận 1');
    await inClass.becomes({ roomId: hall });
    const elsewhere = await a.person({ in: await a.unit() });
    await given.enroll(elsewhere, inClass);
    const site = await a.site(
      inClass,
      { id: elsewhere.unitId },
      { name: 'Điểm cầu Nhà Bè', address: 'Nhà Bè', central: false },
    );
    await inClass.calls({ id: elsewhere.unitId }, site);
    await change(await aHalfDay(), { part: 'afternoon' });
    await given.planAndSend();
    const sent = await messages();
    const placesOf = async ({ id }: { id: string }) => {
      const [{ email }] = (await app.sql<{ email: string }>(`SELECT email FROM persons WHERE id = $1`, id)) as [
        { email: string },
      ];
      return sent.filter(({ to }) => to === email).map(({ body }) => /phòng: ([^;]*);/.exec(body)?.[1]);
    };
    expect(await placesOf(person)).toEqual(['Hội trường A']);
    expect(await placesOf(elsewhere)).toEqual(['Điểm cầu Nhà Bè']);
  });

  it('leaves alone whoever came after the change, has left, or is told too late', async () => {
    const id = await aHalfDay();
    await change(id, { day: '2026-02-08' });
    given.goTo('2026-01-06');
    const late = await a.person();
    await given.enroll(late, inClass);
    await a.change('enrollments', { personId: person.id }, { endedAt: app.clock.now(), endedReason: 'x' });
    await given.planAndSend();
    expect((await told()).map(({ personId, accountId }) => personId ?? accountId)).toEqual([manager.id]);

    given.goTo('2026-02-08', '07:00');
    await cancel(id, 'Mất điện');
    given.goTo('2026-02-08', '08:30');
    await given.planAndSend();
    const missed = (await told()).filter(({ state }) => state === 'missed');
    expect(missed.map(({ stateReason }) => stateReason)).toEqual(['too_late', 'too_late']);
  });

  it('says nothing of a draft', async () => {
    await inClass.becomes({ state: 'draft' });
    await change(await aHalfDay(), { day: '2026-02-08' });
    await inClass.becomes({ state: 'announced' });
    await given.planAndSend();
    expect(await told()).toEqual([]);
  });
});
