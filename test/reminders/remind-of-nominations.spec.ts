import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import { Situations } from './situations';

const letter = { number: '47-CV/ĐU', date: '2026-01-05' };

describe('reminding of nominations', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given.goTo('2026-01-05');
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  const lines = async (inClass: BuiltClass, rule: string) =>
    (await given.ledger(inClass)).filter((line) => line.rule === rule);
  const mailTo = async (to: string, words: string, inClass: BuiltClass) =>
    (await given.messages(inClass)).filter((mail) => mail.to === to && mail.body.includes(words));

  describe('when a call is over', () => {
    it('tells the secretary of a unit that sent nothing, once, on the working day after', async () => {
      const [sent, none] = [await a.unit(), await a.unit()];
      for (const other of [sent, none]) await a.secretaryOf(other);
      // A Friday, so the day after is no working day.
      const inClass = await a.trainingClass({
        allocations: [
          [unit, 2],
          [sent, 2],
          [none, 2],
        ],
        callClosesAt: '2026-01-23T17:00:00+07:00',
      });
      await given.seatSomebodyOf(sent, inClass);
      await given.nominate(await a.person({ in: unit }), inClass, { state: 'draft', submittedAt: null });
      await inClass.hearsNoneFrom(none, app.clock.now());
      given.goTo('2026-01-24');
      await given.planAndSend();
      expect(await lines(inClass, 'deadline_passed')).toEqual([]);
      given.goTo('2026-01-26');
      await given.planAndSend();
      given.goTo('2026-01-27');
      await given.planAndSend();
      expect(await lines(inClass, 'deadline_passed')).toMatchObject([
        { accountId: secretary.id, dueOn: '2026-01-26', state: 'written' },
      ]);
      const [mail] = await mailTo(secretary.email, 'có 2 chỉ tiêu nhưng chưa gửi danh sách', inClass);
      expect(mail!.body).toContain('17:00 23/01/2026');
    });

    it('is silent when the list came before the message left', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 2]] });
      given.goTo('2026-01-21');
      await app.get(RemindersService).plan();
      await given.nominate(await a.person({ in: unit }), inClass, { lateReason: 'Công văn đến muộn' });
      await app.get(RemindersService).send();
      expect(await lines(inClass, 'deadline_passed')).toMatchObject([
        { state: 'suppressed', stateReason: 'list_sent' },
      ]);
    });
  });

  describe('that wait for a decision', () => {
    it('asks the Group for its word and leaves the office alone until it is given', async () => {
      const [group, office] = [await a.groupOfficer(), await a.office()];
      const inClass = await a.trainingClass({ course: await a.course({ approvalSteps: ['group', 'bloc'] }) });
      const { id } = await given.nominate(await a.person({ in: unit }), inClass);
      given.goTo('2026-01-12');
      await given.planAndSend();
      expect(await lines(inClass, 'endorsement_waiting')).toEqual([]);
      given.goTo('2026-01-13');
      await given.planAndSend();
      expect(await lines(inClass, 'endorsement_waiting')).toMatchObject([{ accountId: group.id, state: 'written' }]);
      expect(await mailTo(group.email, 'đang chờ ý kiến của Tập đoàn', inClass)).toMatchObject([
        { body: expect.stringContaining('https://hoc.example.vn/endorsements') as string },
      ]);
      await a.change('nominations', { id: id }, { state: 'endorsed', endorsedAt: app.clock.now() });
      given.goTo('2026-01-21');
      await given.planAndSend();
      expect((await lines(inClass, 'review_waiting')).map(({ accountId }) => accountId)).toEqual([office.id]);
      expect(await lines(inClass, 'endorsement_waiting')).toHaveLength(1);
    });

    it('asks the Group about a reserve too, whose seat may come any day', async () => {
      const group = await a.groupOfficer();
      const inClass = await a.trainingClass({ course: await a.course({ approvalSteps: ['group', 'bloc'] }) });
      await given.nominate(await a.person({ in: unit }), inClass, { rank: 1 });
      given.goTo('2026-01-13');
      await given.planAndSend();
      expect((await lines(inClass, 'endorsement_waiting')).map(({ accountId }) => accountId)).toContain(group.id);
    });

    it('counts those of every day that fall due together after a weekend', async () => {
      const office = await a.office();
      const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
      for (const day of ['2026-01-09', '2026-01-11'])
        await given.nominate(await a.person({ in: unit }), inClass, { submittedAt: `${day}T10:00:00+07:00` });
      given.goTo('2026-01-19');
      await given.planAndSend();
      const [mail] = await mailTo(office.email, 'nhận ngày 09/01/2026, 11/01/2026', inClass);
      expect(mail!.body).toContain('Có 2 hồ sơ');
      // The mail of the day may tell of other classes, too.
      expect(`${mail!.subject}\n${mail!.body}`).toContain('2 hồ sơ chờ xét quá 7 ngày');
    });

    it('goes to whom the office names as its head when it still has not decided, never to who runs the computer', async () => {
      const { bloc } = await a.organization();
      const admin = await a.account({ roles: [['admin', bloc]] });
      const [head, officer] = [await a.office(), await a.office()];
      const heads = `/api/v1/reminder-rules/review_overdue/heads`;
      const naming = (accountIds: readonly string[]) => app.as(officer).put(heads, { accountIds, reason: 'Phân công' });
      expect((await naming([admin.id])).body).toMatchObject({
        errors: [{ field: 'accountIds', code: 'not_of_the_office' }],
      });
      expect((await naming([head.id])).status).toBe(204);
      expect((await app.as(officer).get<string>('/reminder-rules/review_overdue/heads')).text).toContain(
        'Lãnh đạo văn phòng đào tạo',
      );
      const [still, decided] = [await a.trainingClass(), await a.trainingClass()];
      await given.nominate(await a.person({ in: unit }), still);
      const { id } = await given.nominate(await a.person({ in: unit }), decided);
      given.goTo('2026-01-19');
      await given.planAndSend();
      expect(await lines(still, 'review_overdue')).toEqual([]);
      given.goTo('2026-01-20');
      await app.get(RemindersService).plan();
      await a.change('nominations', { id }, { state: 'accepted', decidedAt: app.clock.now() });
      await app.get(RemindersService).send();
      expect(await lines(still, 'review_overdue')).toMatchObject([{ accountId: head.id, state: 'written' }]);
      expect(await lines(decided, 'review_overdue')).toMatchObject([
        { state: 'suppressed', stateReason: 'nothing_waits' },
      ]);

      const nobody = await app.as(officer).form('/reminder-rules/review_overdue/heads', { reason: 'Chưa có trưởng' });
      expect(nobody.headers.get('location')).toBe('/reminder-rules/review_overdue');
      const later = await a.trainingClass();
      await given.nominate(await a.person({ in: unit }), later);
      given.goTo('2026-02-04');
      await given.planAndSend();
      const told = (await lines(later, 'review_overdue')).map(({ accountId }) => accountId);
      expect(told).toEqual(expect.arrayContaining([head.id, officer.id]));
      expect(told).not.toContain(admin.id);
    });
  });

  describe('that moved on', () => {
    let inClass: BuiltClass;
    let office: BuiltAccount;
    let first: BuiltPerson;
    let second: BuiltPerson;
    let third: BuiltPerson;
    let round = 0;

    beforeEach(async () => {
      // Nobody here is like somebody of an earlier unit.
      const birthDate = `1980-05-0${(round += 1)}` as const;
      office = await a.office();
      const room = await a.room(`Phòng ${unit.code}`, '1 Lê Duẩn, Quận 1', 90);
      inClass = await a.trainingClass({ allocations: [[unit, 1]], roomId: room });
      first = await a.person({ in: unit, fullName: 'Lê Thị Ánh', birthDate });
      second = await a.person({ in: unit, fullName: 'Trần Văn Bình', birthDate });
      third = await a.person({ in: unit, fullName: 'Phạm Thị Chi', birthDate, email: null });
    });
    const nominate = async ({ id }: BuiltPerson) =>
      (
        await app
          .as(secretary)
          .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: id, letter })
      ).body.id;
    const addressOf = async ({ id }: BuiltPerson) =>
      (await app.sql<{ email: string }>(`SELECT email FROM persons WHERE id = $1`, id))[0]!.email;

    it('says who is a reserve, with the rank and how many come before, and why somebody without an address is not told', async () => {
      for (const person of [first, second, third]) await nominate(person);
      await given.planAndSend();
      const told = await lines(inClass, 'nomination_reserve');
      expect(told.map((line) => [line.personId, line.state, line.stateReason])).toEqual(
        expect.arrayContaining([
          [null, 'written', null],
          [second.id, 'written', null],
          [third.id, 'suppressed', 'no_address'],
        ]),
      );
      const [own] = await mailTo(await addressOf(second), 'người dự phòng thứ 1 của đơn vị', inClass);
      expect(own!.body).not.toContain('{');
      const [list] = await mailTo(secretary.email, 'là dự phòng của', inClass);
      expect(list!.body).toContain(
        '– Trần Văn Bình: dự phòng thứ 1, không có ai ở trước\n– Phạm Thị Chi: dự phòng thứ 2, trước còn 1 người',
      );
      expect(list!.subject).not.toContain('Bình');
    });

    it('says who was promoted, and to whom a seat was promised no more says nothing', async () => {
      const ids = [await nominate(first), await nominate(second)];
      await app.as(secretary).post(`/api/v1/nominations/${ids[0]}/withdrawal`, { reason: 'Đi công tác dài ngày' });
      await given.planAndSend();
      expect(await lines(inClass, 'nomination_reserve')).toEqual([]);
      expect((await lines(inClass, 'nomination_promoted')).map(({ state }) => state)).toEqual(['written', 'written']);
      expect(await mailTo(await addressOf(second), 'không còn là dự phòng', inClass)).toHaveLength(1);
      await app.as(secretary).post(`/api/v1/nominations/${ids[1]}/withdrawal`, { reason: 'Ốm' });
      await given.planAndSend();
      expect(await lines(inClass, 'nomination_promoted')).toHaveLength(2);
    });

    it('says who was accepted, with place and map, and who was rejected and why', async () => {
      const [accepted] = [await nominate(first)];
      await app.as(office).post(`/api/v1/nominations/${accepted}/acceptance`);
      const rejected = await nominate(second);
      await app.as(office).post(`/api/v1/nominations/${rejected}/rejection`, { reason: 'Chưa đủ điều kiện' });
      await given.planAndSend();
      const [own] = await mailTo(await addressOf(first), 'Đồng chí là học viên của lớp', inClass);
      expect(own!.body).toContain(
        'https://www.openstreetmap.org/search?query=1%20L%C3%AA%20Du%E1%BA%A9n%2C%20Qu%E1%BA%ADn%201',
      );
      expect(await mailTo(await addressOf(second), 'Lý do: Chưa đủ điều kiện', inClass)).toHaveLength(1);
      // Both in the secretary's one mail of the day.
      const [digest, ...more] = await mailTo(secretary.email, '– Trần Văn Bình: Chưa đủ điều kiện', inClass);
      expect(more).toEqual([]);
      expect(digest!.body).toContain('Được nhận vào học');
      given.goTo('2026-01-06');
      await given.planAndSend();
      expect(await lines(inClass, 'nomination_accepted')).toHaveLength(2);
    });

    it('leaves out what changed before it was told', async () => {
      const id = await nominate(first);
      await app.as(office).post(`/api/v1/nominations/${id}/acceptance`);
      await app.get(RemindersService).plan();
      await app.as(secretary).post(`/api/v1/nominations/${id}/withdrawal`, { reason: 'Ốm' });
      await app.get(RemindersService).send();
      expect((await lines(inClass, 'nomination_accepted')).map((line) => [line.state, line.stateReason])).toEqual([
        ['suppressed', 'nomination_changed'],
        ['suppressed', 'nomination_changed'],
      ]);
    });
  });
});
