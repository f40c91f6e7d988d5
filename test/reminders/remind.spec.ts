import { DesksQueries } from '../../src/desks/desks.queries';
import { Database } from '../../src/platform/database/database';
import { DeliveryAttempts } from '../../src/platform/jobs/delivery-attempts';
import { mailOutbox } from '../../src/platform/mailer/mail-deliveries';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { type LedgerLine, Situations } from './situations';

describe('reminding', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
  });
  afterAll(() => app.stop());
  beforeEach(() => given.goTo('2026-01-05'));

  const reminders = () => app.get(RemindersService);

  describe('of the end of a call', () => {
    it('says nothing too early, and on the day one mail to the secretary of a unit with free seats', async () => {
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      const room = await a.room('Hội trường A', '1 Lê Duẩn, Quận 1');
      const inClass = await a.trainingClass({
        allocations: [[unit, 3]],
        roomId: room,
        code: 'LLCT-12',
        name: 'Lớp Trung cấp',
      });
      await a.halfDay(inClass, '2026-02-07');
      await given.seatSomebodyOf(unit, inClass);

      given.goTo('2026-01-12');
      await given.planAndSend();
      expect((await given.ledger(inClass)).filter(({ rule }) => rule === 'deadline_near')).toEqual([]);

      given.goTo('2026-01-13');
      await given.planAndSend();
      const [line] = (await given.ledger(inClass)).filter(({ rule }) => rule === 'deadline_near');
      expect(line).toMatchObject({ daysBefore: 7, state: 'written', accountId: secretary.id });

      const [message] = (await given.messages(inClass)).filter(({ subject }) => subject.includes('Hạn'));
      expect(message).toMatchObject({
        to: secretary.email,
        subject: 'Hạn cử người học Lớp Trung cấp (LLCT-12): 17:00 20/01/2026',
      });
      expect(message!.body).toContain(
        `17:00 20/01/2026 (7 ngày nữa). Đơn vị ${unit.code} có 3 chỉ tiêu, đã gửi 1 người`,
      );
      expect(message!.body).toContain('Buổi học đầu tiên: 08:00 07/02/2026');
      expect(message!.body).toContain('Hội trường A, 1 Lê Duẩn, Quận 1');
      expect(message!.body).toContain(`https://hoc.example.vn/classes/${inClass.id}/nominations`);
    });

    it('plans and sends once, however often and by however many at once', async () => {
      const units = await Promise.all([1, 2, 3, 4].map(() => a.unit()));
      for (const unit of units) await a.secretaryOf(unit);
      const inClass = await a.trainingClass({
        allocations: units.map((unit) => [unit, 2] as const),
        callOpensAt: '2025-12-01T00:00:00+07:00',
        announcedAt: '2025-12-01T00:00:00+07:00',
      });
      given.goTo('2026-01-17');
      const inParallel = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: 6 }, work));
      await inParallel(() => reminders().plan());
      await inParallel(() => reminders().send());
      await reminders().plan();
      await reminders().send();

      const told = (await given.ledger(inClass)).filter(({ state }) => state === 'written');
      expect(told.map(({ rule, daysBefore }) => [rule, daysBefore])).toEqual(units.map(() => ['deadline_near', 3]));
      expect(await given.messages(inClass)).toHaveLength(4);
      expect(new Set(told.map(({ accountId }) => accountId)).size).toBe(4);
    });

    it('tells the secretary’s deputy too, but only in the days of the loan', async () => {
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      const [own] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', secretary.id);
      const [now, later] = [await a.account(), await a.account()];
      for (const [deputy, startsOn, endsOn] of [
        [now, '2026-01-13', '2026-01-15'],
        [later, '2026-01-14', '2026-01-15'],
      ] as const) {
        await a.insert('grants', {
          accountId: deputy.id,
          role: 'unit_secretary',
          unitId: unit.id,
          grantedAt: app.clock.now(),
          lentFrom: own!.id,
          startsOn,
          endsOn,
          lentReason: 'Nghỉ phép',
        });
      }
      const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
      given.goTo('2026-01-13');
      await given.planAndSend();
      const near = (await given.ledger(inClass)).filter(({ rule }) => rule === 'deadline_near');
      expect(near.map(({ accountId }) => accountId).toSorted()).toEqual([secretary.id, now.id].toSorted());
    });

    it('leaves alone a unit that filled its seats, answered none, or has no seats', async () => {
      const [full, none, without] = [await a.unit(), await a.unit(), await a.unit()];
      for (const unit of [full, none, without]) await a.secretaryOf(unit);
      const inClass = await a.trainingClass({
        allocations: [
          [full, 1],
          [none, 2],
        ],
      });
      await given.seatSomebodyOf(full, inClass);
      await inClass.hearsNoneFrom(none, app.clock.now());
      given.goTo('2026-01-19');
      await given.planAndSend();
      expect((await given.ledger(inClass)).filter(({ rule }) => rule === 'deadline_near')).toEqual([]);
    });

    it('still chases a unit whose list is only drafts', async () => {
      const unit = await a.unit();
      await a.secretaryOf(unit);
      const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
      await given.nominate(await a.person({ in: unit }), inClass, { state: 'draft', submittedAt: null });
      given.goTo('2026-01-19');
      await given.planAndSend();
      const [message] = (await given.messages(inClass)).filter(({ subject }) => subject.includes('Hạn'));
      expect(message!.body).toContain('còn 1 hồ sơ ở dạng bản nháp, chưa gửi');
    });

    it('suppresses what was planned when the seats were filled since, and says so', async () => {
      const unit = await a.unit();
      await a.secretaryOf(unit);
      const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
      given.goTo('2026-01-19');
      await reminders().plan();
      await given.seatSomebodyOf(unit, inClass);
      await reminders().send();
      const lines = (await given.ledger(inClass)).filter(({ daysBefore }) => daysBefore === 1);
      expect(lines).toMatchObject([{ state: 'suppressed', stateReason: 'seats_filled', mailId: null }]);
      expect(await given.messages(inClass)).toEqual([]);
    });

    it('suppresses what was planned for a class cancelled since', async () => {
      const unit = await a.unit();
      await a.secretaryOf(unit);
      const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
      given.goTo('2026-01-19');
      await reminders().plan();
      await inClass.becomes({ state: 'cancelled' });
      await reminders().send();
      const due = (await given.ledger(inClass)).filter(({ daysBefore }) => daysBefore === 1);
      expect(due).toMatchObject([{ state: 'suppressed', stateReason: 'class_cancelled' }]);
    });

    it('counts anew when the end of the call is moved', async () => {
      const unit = await a.unit();
      await a.secretaryOf(unit);
      const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
      given.goTo('2026-01-19');
      await reminders().plan();
      await inClass.becomes({ callClosesAt: '2026-01-27T17:00:00+07:00' });
      await reminders().send();
      given.goTo('2026-01-23');
      await given.planAndSend();
      const lines = (await given.ledger(inClass)).filter(
        ({ rule, state }) => rule === 'deadline_near' && state !== 'missed',
      );
      expect(lines.map(({ dueOn, state, stateReason }) => [dueOn, state, stateReason])).toEqual([
        ['2026-01-19', 'suppressed', 'day_moved'],
        // Three days before the 27th lies on a Saturday.
        ['2026-01-23', 'written', null],
      ]);
    });

    it('counts days as the calendar of Ho Chi Minh City does', async () => {
      const unit = await a.unit();
      await a.secretaryOf(unit);
      // 00:30 on the 23rd there is still the 22nd in UTC.
      const inClass = await a.trainingClass({ allocations: [[unit, 1]], callClosesAt: '2026-01-23T00:30:00+07:00' });
      given.goTo('2026-01-19', '23:59');
      await reminders().plan();
      expect((await given.ledger(inClass)).filter(({ daysBefore }) => daysBefore === 3)).toEqual([]);
      given.goTo('2026-01-20', '00:01');
      await reminders().plan();
      expect((await given.ledger(inClass)).filter(({ daysBefore }) => daysBefore === 3)).toMatchObject([
        { dueOn: '2026-01-20', state: 'due' },
      ]);
    });
  });

  describe('of the opening of a class', () => {
    it('tells everybody enrolled, by account or by their e-mail, and says who has no address', async () => {
      const unit = await a.unit();
      const [withAccount, withEmail, withNothing] = [
        await a.person({ in: unit }),
        await a.person({ in: unit, email: 'khong-tai-khoan@example.vn' }),
        await a.person({ in: unit, email: null }),
      ];
      const account = await a.account({ person: withAccount, locale: 'en' });
      const inClass = await a.trainingClass();
      for (const person of [withAccount, withEmail, withNothing]) await given.enroll(person, inClass);
      given.goTo('2026-01-31');
      await given.planAndSend();

      const messages = await given.messages(inClass);
      expect(messages.map(({ to }) => to)).toEqual([account.email, 'khong-tai-khoan@example.vn']);
      expect(messages[0]).toMatchObject({ subject: expect.stringContaining('opens on 07/02/2026') as string });
      expect(messages[1]).toMatchObject({ subject: expect.stringContaining('Khai giảng') as string });
      expect(messages[1]!.body).not.toContain('http');
      for (const { subject } of messages) expect(subject).not.toContain('Nguyễn');
      expect(await given.ledger(inClass)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ personId: withNothing.id, state: 'suppressed', stateReason: 'no_address' }),
        ]),
      );
    });

    it('gives a late joiner what still applies, and mails nothing after the fact', async () => {
      const inClass = await a.trainingClass();
      const late = await a.person();
      given.goTo('2026-02-04');
      await given.enroll(late, inClass);
      await given.planAndSend();
      given.goTo('2026-02-06');
      await given.planAndSend();
      expect((await given.ledger(inClass)).map((line) => [line.daysBefore, line.state, line.stateReason])).toEqual([
        [7, 'written', null],
        [1, 'written', null],
      ]);
      expect((await given.messages(inClass)).map(({ body }) => body)).toEqual([
        expect.stringContaining('(3 ngày nữa)'),
        expect.stringContaining('(ngày mai)'),
      ]);

      const later = await a.person();
      await given.enroll(later, inClass);
      await given.planAndSend();
      const ofLater = (await given.ledger(inClass)).filter(({ personId }) => personId === later.id);
      expect(ofLater.map((line) => [line.daysBefore, line.state, line.stateReason])).toEqual([
        [7, 'missed', 'joined_later'],
        [1, 'written', null],
      ]);

      const tooLate = await a.person();
      given.goTo('2026-02-08');
      await given.enroll(tooLate, inClass);
      await given.planAndSend();
      const lines = (await given.ledger(inClass)).filter(({ personId }) => personId === tooLate.id);
      expect(lines.map(({ state }) => state)).toEqual(['missed', 'missed']);
    });

    it('marks as missed what nobody was there to send in time', async () => {
      const inClass = await a.trainingClass();
      await given.enroll(await a.person(), inClass);
      given.goTo('2026-02-06');
      await reminders().plan();
      given.goTo('2026-02-09');
      await reminders().send();
      expect((await given.ledger(inClass)).map(({ state, stateReason }) => [state, stateReason])).toEqual([
        ['missed', 'too_late'],
        ['missed', 'too_late'],
      ]);
      expect(await given.messages(inClass)).toEqual([]);
    });

    it('tells nobody who left the class, and a person who got an account meanwhile only once', async () => {
      const inClass = await a.trainingClass();
      const [left, stays] = [await a.person(), await a.person()];
      const ended = await given.enroll(left, inClass);
      await given.enroll(stays, inClass);
      given.goTo('2026-01-31');
      await reminders().plan();
      await ended.ends(app.clock.now());
      await reminders().send();
      const account = await a.account({ person: stays });
      await given.planAndSend();
      expect((await given.messages(inClass)).map(({ to }) => to)).toEqual([
        (await app.sql<{ email: string }>(`SELECT email FROM persons WHERE id = $1`, stays.id))[0]!.email,
      ]);
      given.goTo('2026-02-06');
      await given.planAndSend();
      expect((await given.messages(inClass)).map(({ to }) => to)).toContain(account.email);
      expect((await given.ledger(inClass)).filter(({ personId }) => personId === left.id)).toMatchObject([
        { state: 'suppressed', stateReason: 'not_enrolled' },
      ]);
    });

    it('names the site of the person’s unit when a resolution study has many', async () => {
      const unit = await a.unit();
      const inClass = await a.trainingClass({ course: await a.course({ kind: 'study_session', award: 'none' }) });
      const site = await a.site(inClass, unit, {
        name: 'Điểm cầu Bình Điền',
        address: 'Long Trường, Thủ Đức',
        capacity: 200,
        central: false,
      });
      await inClass.calls(unit, site);
      await given.enroll(await a.person({ in: unit }), inClass);
      given.goTo('2026-02-06');
      await given.planAndSend();
      expect((await given.messages(inClass))[0]!.body).toContain('Điểm cầu Bình Điền, Long Trường, Thủ Đức');
    });

    it('leaves history alone: a class of last year that is entered now reminds nobody', async () => {
      const inClass = await a.trainingClass({ opensOn: '2025-03-01', closesOn: '2025-03-20', state: 'confirmed' });
      await given.enroll(await a.person(), inClass);
      await given.planAndSend();
      expect(await given.ledger(inClass)).toEqual([]);
    });
  });

  describe('of the opening of a call', () => {
    it('tells the secretaries of units holding seats once it is open', async () => {
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      await a.secretaryOf(await a.unit());
      const inClass = await a.trainingClass({ allocations: [[unit, 4]], callOpensAt: '2026-01-06T09:00:00+07:00' });
      given.goTo('2026-01-06', '08:59');
      await given.planAndSend();
      expect(await given.ledger(inClass)).toEqual([]);
      given.goTo('2026-01-06', '09:00');
      await given.planAndSend();
      expect(await given.messages(inClass)).toMatchObject([
        { to: secretary.email, subject: expect.stringContaining('đơn vị có 4 chỉ tiêu') as string },
      ]);
    });
  });

  describe('of a returned nomination', () => {
    it('tells the secretary the same day, several in one mail with the reason and the day of each', async () => {
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      const inClass = await a.trainingClass({ callOpensAt: '2025-12-01T00:00:00+07:00', seats: 5 });
      const returned = {
        state: 'returned' as const,
        decidedAt: app.clock.now(),
        reason: 'Thiếu nhận xét',
        correctBy: '2026-01-09',
      };
      const [first, second] = [await a.person({ in: unit }), await a.person({ in: unit })];
      const one = await given.nominate(first, inClass, returned);
      await given.nominate(second, inClass, returned);
      await given.planAndSend();

      const messages = await given.messages(inClass);
      expect(messages).toMatchObject([
        { to: secretary.email, subject: expect.stringContaining('2 hồ sơ cử học') as string },
      ]);
      expect(messages[0]!.body).toContain(`– ${first.fullName}: Thiếu nhận xét (sửa trước hết ngày 09/01/2026)`);
      expect(messages[0]!.subject).not.toContain(first.fullName);

      const lines = await given.ledger(inClass);
      expect(lines.map(({ state }) => state)).toEqual(['written', 'written']);
      expect(lines[0]!.mailId).toBe(lines[1]!.mailId);

      given.goTo('2026-01-05', '15:00');
      await one.becomes({ decidedAt: app.clock.now(), reason: 'Thiếu công văn' });
      await given.planAndSend();
      expect(await given.messages(inClass)).toHaveLength(2);
    });

    it('is silent when it was sent again before the mail left', async () => {
      const unit = await a.unit();
      await a.secretaryOf(unit);
      const inClass = await a.trainingClass();
      const nomination = await given.nominate(await a.person({ in: unit }), inClass, {
        state: 'returned' as const,
        decidedAt: app.clock.now(),
        reason: 'Thiếu nhận xét',
      });
      await reminders().plan();
      await nomination.becomes({ state: 'submitted', decidedAt: null });
      await reminders().send();
      expect(await given.ledger(inClass)).toMatchObject([{ state: 'suppressed', stateReason: 'nomination_settled' }]);
    });
  });

  describe('of nominations nobody decides on', () => {
    it('tells the training office after more than seven days, once for a day’s nominations', async () => {
      const office = await a.office();
      const unit = await a.unit();
      const inClass = await a.trainingClass();
      await given.nominate(await a.person({ in: unit }), inClass);
      await given.nominate(await a.person({ in: unit }), inClass);
      given.goTo('2026-01-12');
      await given.planAndSend();
      expect(await given.ledger(inClass)).toEqual([]);
      given.goTo('2026-01-13');
      await given.planAndSend();
      expect(await given.messages(inClass)).toMatchObject([
        { to: office.email, body: expect.stringContaining('2 hồ sơ chờ xét quá 7 ngày') as string },
      ]);
    });

    it('tells the Group while its word is asked for', async () => {
      const group = await a.groupOfficer();
      const inClass = await a.trainingClass({ course: await a.course({ approvalSteps: ['group', 'bloc'] }) });
      await given.nominate(await a.person(), inClass);
      given.goTo('2026-01-13');
      await given.planAndSend();
      expect((await given.messages(inClass)).map(({ to }) => to)).toEqual([group.email]);
    });
  });

  it('leaves one journal line per class and rule sent', async () => {
    const inClass = await a.trainingClass();
    await given.enroll(await a.person(), inClass);
    await given.enroll(await a.person(), inClass);
    given.goTo('2026-02-06');
    await given.planAndSend();
    const lines = await app.sql(`SELECT action, facts FROM journal_lines WHERE class_id = $1`, inClass.id);
    expect(lines).toEqual([{ action: 'reminders.sent', facts: { rule: 'class_near', count: 2 } }]);
  });

  it('does not claim as left what waits or what the mail server refused for good, until it takes it after all', async () => {
    const inClass = await a.trainingClass();
    await given.enroll(await a.person(), inClass);
    given.goTo('2026-02-06');
    await given.planAndSend();
    const [sent] = (await given.ledger(inClass)).filter(({ state }) => state === 'written');
    await a.change(
      'mail_messages',
      { id: sent!.mailId },
      { deadAt: app.clock.now(), nextAttemptAt: null, lastError: '550 no such user' },
    );
    await reminders().send();
    expect(await given.ledger(inClass)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: sent!.id, state: 'failed', stateReason: 'mail_refused' })]),
    );

    await a.change('mail_messages', { id: sent!.mailId }, { deadAt: null, deliveredAt: app.clock.now() });
    await reminders().send();
    expect(await given.ledger(inClass)).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: sent!.id, state: 'left', stateReason: null })]),
    );
  });

  it('gives up a message that could not leave while it was worth telling, and says so', async () => {
    const inClass = await a.trainingClass();
    await given.enroll(await a.person(), inClass);
    given.goTo('2026-02-06');
    await given.planAndSend();
    const [{ id, mailId }] = (await given.ledger(inClass)).filter(({ state }) => state === 'written') as [LedgerLine];
    const giveUpLate = () =>
      app.get(Database).inTransaction((tx) => app.get(DeliveryAttempts).giveUpLate(tx, mailOutbox));
    const state = async () => {
      await giveUpLate();
      await reminders().send();
      return (await given.ledger(inClass)).find((line) => line.id === id)!;
    };
    given.goTo('2026-02-07', '23:59');
    expect(await state()).toMatchObject({ mailId, state: 'written' });
    // The class of 7 February has no timetable, so it is told until that day is over.
    given.goTo('2026-02-08', '00:00');
    expect(await state()).toMatchObject({ mailId, state: 'failed', stateReason: 'mail_too_late' });
  });

  it('alarms the office about what was missed, not about who came after it', async () => {
    const troubles = async () =>
      (await app.get(DesksQueries).atAGlance({ personId: null, managedClasses: [] })).troubles;
    const [late, joined] = [await a.trainingClass(), await a.trainingClass()];
    given.goTo('2026-02-07');
    const before = await troubles();
    await given.enroll(await a.person(), joined, '2026-02-06');
    await given.planAndSend();
    expect((await given.ledger(joined)).map(({ stateReason }) => stateReason)).toContain('joined_later');
    expect(await troubles()).toEqual(before);
    await given.enroll(await a.person(), late, '2026-01-05');
    await given.planAndSend();
    expect((await troubles()).missed).toBeGreaterThan(before.missed);
  });
});
