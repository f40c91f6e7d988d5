import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltUnit } from '../builders';
import { Situations } from './situations';

describe('the mail of the day', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given.goTo('2026-01-05');
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  const reminders = () => app.get(RemindersService);
  const mails = () =>
    app.sql<{ id: string; subject: string; body: string }>(
      `SELECT id, subject, body FROM mail_messages WHERE to_account_id = $1 ORDER BY written_at, id`,
      secretary.id,
    );
  const aClass = () => a.trainingClass({ allocations: [[unit, 2]], announcedAt: '2025-12-01T00:00:00+07:00' });

  it('tells a secretary everything at once, and the ledger leads from each line to it', async () => {
    const classes = [await aClass(), await aClass(), await aClass()];
    given.goTo('2026-01-19');
    await given.planAndSend();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail!.subject).toMatch(/^3 việc cần biết ngày 19\/01\/2026$/);
    const lines = (await Promise.all(classes.map((one) => given.ledger(one)))).flat();
    const sent = lines.filter(({ state }) => state === 'written');
    expect(sent.map(({ mailId }) => mailId)).toEqual(Array(3).fill(mail!.id));
    expect(await app.sql('SELECT text_vi FROM notices WHERE account_id = $1', secretary.id)).toHaveLength(3);
  });

  it('comes once: what falls due later the same day waits for the next, unless that would be too late', async () => {
    await aClass();
    given.goTo('2026-01-19');
    await given.planAndSend();
    await a.trainingClass({
      allocations: [[unit, 2]],
      announcedAt: '2026-01-19T01:00:00Z',
      callOpensAt: '2026-01-19T01:00:00Z',
      code: 'SAU-1',
      callClosesAt: '2026-02-20T17:00:00+07:00',
      opensOn: '2026-03-07',
      closesOn: '2026-04-07',
    });
    await a.trainingClass({
      allocations: [[unit, 2]],
      announcedAt: '2026-01-10T01:00:00Z',
      code: 'GAP-1',
      callClosesAt: '2026-01-20T06:00:00+07:00',
    });
    given.goTo('2026-01-19', '15:00');
    await given.planAndSend();
    expect((await mails()).map(({ body }) => body)).toEqual([expect.anything(), expect.stringContaining('(GAP-1)')]);
    given.goTo('2026-01-20', '07:29');
    await given.planAndSend();
    expect(await mails()).toHaveLength(2);
    given.goTo('2026-01-20', '07:30');
    await given.planAndSend();
    expect((await mails())[2]!.body).toContain('(SAU-1)');
  });

  it('is written once when several senders are at it', async () => {
    await Promise.all([aClass(), aClass(), aClass(), aClass()]);
    given.goTo('2026-01-19');
    await reminders().plan();
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => reminders().send()));
    expect((await mails()).map(({ subject }) => subject)).toEqual(['4 việc cần biết ngày 19/01/2026']);
  });

  it('is not there for who wants each by itself, and mails nothing to who wants notices alone', async () => {
    await a.insert('reminder_choices', {
      chooser: secretary.id,
      mail: true,
      notice: true,
      digest: false,
      chosenAt: app.clock.now(),
    });
    await aClass();
    await aClass();
    given.goTo('2026-01-19');
    await given.planAndSend();
    expect(await mails()).toHaveLength(2);
    await a.change('reminder_choices', { chooser: secretary.id }, { mail: false, digest: true });
    const quietly = await aClass();
    given.goTo('2026-01-20');
    await given.planAndSend();
    expect(await mails()).toHaveLength(2);
    expect((await given.ledger(quietly)).map(({ state, mailId }) => [state, mailId])).toContainEqual(['left', null]);
  });

  describe('and the hours of the night', () => {
    it('hold back what can wait until the morning', async () => {
      const inClass = await a.trainingClass();
      await given.enroll(await a.person(), inClass);
      given.goTo('2026-01-31', '05:00');
      await given.planAndSend();
      expect((await given.ledger(inClass)).map(({ state }) => state)).toEqual(['due']);
      given.goTo('2026-01-31', '07:00');
      await given.planAndSend();
      expect((await given.ledger(inClass)).map(({ state }) => state)).toEqual(['written']);
    });

    it('do not hold back that a class of the early morning is off', async () => {
      const office = await a.office();
      const inClass = await a.trainingClass();
      await given.enroll(await a.person(), inClass);
      const { id } = await a.halfDay(inClass, '2026-02-14', {
        hours: '06:30–10:00',
      });
      given.goTo('2026-02-13', '22:00');
      await app.as(office).post(`/api/v1/half-days/${id}/cancellation`, { reason: 'Mưa bão' });
      await given.planAndSend();
      const told = (await given.ledger(inClass)).filter(({ rule }) => rule === 'timetable_changed');
      expect(told.map(({ state }) => state)).toEqual(['written']);
    });
  });

  describe('and the days of a rule', () => {
    const set = (exception: object) => a.insert('reminder_rule_exceptions', { setAt: app.clock.now(), ...exception });
    const daysTold = async (inClass: BuiltClass) =>
      (await given.ledger(inClass))
        .filter(({ rule, state }) => rule === 'class_near' && state === 'written')
        .map(({ daysBefore, dueOn }) => [daysBefore, dueOn]);

    it('that a class sets tell what cannot wait for the next mail of the day', async () => {
      await aClass();
      given.goTo('2026-01-19');
      await given.planAndSend();
      const inClass = await a.trainingClass({ allocations: [[unit, 2]], announcedAt: '2026-01-10T01:00:00Z' });
      await set({ rule: 'deadline_near', classId: inClass.id, tooLateAfterDays: 0 });
      given.goTo('2026-01-19', '15:00');
      await given.planAndSend();
      const told = (await given.ledger(inClass)).filter(
        ({ rule, daysBefore }) => rule === 'deadline_near' && daysBefore === 1,
      );
      expect(told.map(({ state }) => state)).toEqual(['written']);
    });

    it('are those of the class, else of its course, else of everywhere; and off where they are off', async () => {
      const course = await a.course();
      const [own, ofCourse, off] = [
        await a.trainingClass({ course }),
        await a.trainingClass({ course }),
        await a.trainingClass({ course }),
      ];
      const elsewhere = await a.trainingClass();
      for (const inClass of [own, ofCourse, off, elsewhere]) await given.enroll(await a.person(), inClass);
      await set({ rule: 'class_near', courseId: course.id, daysBefore: '{5}' });
      await set({ rule: 'class_near', classId: own.id, daysBefore: '{6}' });
      await set({ rule: 'class_near', classId: off.id, enabled: false });
      for (const day of ['2026-01-31', '2026-02-01', '2026-02-02']) {
        given.goTo(day);
        await given.planAndSend();
      }
      expect(await daysTold(own)).toEqual([[6, '2026-02-01']]);
      expect(await daysTold(ofCourse)).toEqual([[5, '2026-02-02']]);
      expect(await daysTold(off)).toEqual([]);
      expect(await daysTold(elsewhere)).toEqual([[7, '2026-01-31']]);
    });
  });

  describe('of a class that was cancelled', () => {
    it('tells everybody it was taken from, once, with the reason', async () => {
      const office = await a.office();
      const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
      const manager = await a.account({ roles: [['class_manager', inClass]] });
      const [enrolled, nominee] = [await a.person({ in: unit }), await a.person({ in: unit })];
      await given.enroll(enrolled, inClass);
      await given.nominate(nominee, inClass);
      given.goTo('2026-01-06', '15:00');
      await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Không đủ người' });
      await given.planAndSend();
      await given.planAndSend();
      const told = (await given.ledger(inClass)).filter(({ rule }) => rule === 'class_cancelled');
      expect(told.map(({ state, personId, accountId }) => [personId ?? accountId, state]).toSorted()).toEqual(
        [enrolled.id, nominee.id, secretary.id, manager.id].map((id) => [id, 'written']).toSorted(),
      );
      const [mail] = (await mails()).filter(({ subject }) => subject.startsWith('Hủy lớp'));
      expect(mail!.body).toContain(
        'dự kiến khai giảng ngày 07/02/2026, đã hủy và không tổ chức.\nLý do: Không đủ người.',
      );
    });

    it('says nothing of a draft nobody knew', async () => {
      const office = await a.office();
      const draft = await a.trainingClass({ state: 'draft', announcedAt: null, allocations: [[unit, 3]] });
      await app.as(office).post(`/api/v1/classes/${draft.id}/cancellation`, { reason: 'Nhầm' });
      await given.planAndSend();
      expect(await given.ledger(draft)).toEqual([]);
    });
  });
});
