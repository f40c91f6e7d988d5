import { addDays } from '../../src/platform/clock';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import type { CertificateWords } from '../builders/completions';
import { type LedgerLine, Situations } from './situations';

describe('reminding of learning', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let person: BuiltPerson;
  let certificates = 0;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
    await a.register(100);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given.goTo('2026-01-05');
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    person = await a.person({ in: unit, fullName: 'Lê Thị Ánh' });
  });

  const reminders = () => app.get(RemindersService);
  const lines = async (inClass: BuiltClass, rule: string) =>
    (await given.ledger(inClass)).filter((line) => line.rule === rule);
  const mails = (to: string) =>
    app.sql<{ subject: string; body: string }>(
      `SELECT subject, body FROM mail_messages WHERE to_address = $1 ORDER BY written_at, id`,
      to,
    );
  const addressOf = async ({ id }: BuiltPerson) =>
    (await app.sql<{ email: string }>(`SELECT email FROM persons WHERE id = $1`, id))[0]!.email;
  /** What the ledger says to a recipient about no class. */
  const beyondClasses = (recipient: { id: string }, rule: string) =>
    app.sql<LedgerLine & { classId: string | null }>(
      `SELECT * FROM reminders WHERE recipient = $1 AND rule = $2 ORDER BY due_on`,
      recipient.id,
      rule,
    );

  describe('of tomorrow’s half-days', () => {
    it('tells learners and the manager of the day’s half-days once, learners not of the opening day nor of leave', async () => {
      const room = await a.room('Phòng 5', '5 Lê Lợi, Quận 1', 60);
      const inClass = await a.trainingClass();
      const manager = await a.account({ roles: [['class_manager', inClass]] });
      const onLeave = await a.person({ in: unit });
      await given.enroll(person, inClass);
      const { id: enrollmentId } = await given.enroll(onLeave, inClass);
      await a.halfDay(inClass, '2026-02-07');
      const morning = await a.halfDay(inClass, '2026-02-14', { roomId: room });
      await a.halfDay(inClass, '2026-02-14', {
        part: 'afternoon',
        cancelled: { at: app.clock.now() },
      });
      await a.halfDay(inClass, '2026-02-15');
      const leave = {
        enrollmentId,
        reason: 'Ốm',
        state: 'approved',
        askedAt: app.clock.now(),
        decidedAt: app.clock.now(),
      };
      await a.insert('leave_request_half_days', {
        leaveRequestId: await a.insert('leave_requests', leave),
        halfDayId: morning.id,
      });

      given.goTo('2026-02-06');
      await given.planAndSend();
      expect((await lines(inClass, 'half_day_near')).map(({ accountId }) => accountId)).toEqual([manager.id]);
      given.goTo('2026-02-12');
      await given.planAndSend();
      expect(await lines(inClass, 'half_day_near')).toHaveLength(1);
      given.goTo('2026-02-13');
      await given.planAndSend();
      await given.planAndSend();
      const told = (await lines(inClass, 'half_day_near')).filter(({ dueOn }) => dueOn === '2026-02-13');
      expect(told.map((line) => [line.personId ?? line.accountId, line.state]).toSorted()).toEqual(
        [
          [person.id, 'written'],
          [manager.id, 'written'],
        ].toSorted(),
      );
      const mail = (await mails(await addressOf(person))).at(-1)!;
      expect(mail.body).toContain('– Sáng 08:00–11:30: Phòng 5, 5 Lê Lợi, Quận 1');
      expect(mail.body).toContain('openstreetmap.org/search?query=5%20L%C3%AA%20L%E1%BB%A3i');
      expect(mail.body).not.toContain('Chiều');
    });

    it('tells who joins a running class of today and tomorrow in one message', async () => {
      const inClass = await a.trainingClass();
      await a.halfDay(inClass, '2026-02-14', { part: 'afternoon' });
      await a.halfDay(inClass, '2026-02-15');
      given.goTo('2026-02-14');
      await given.enroll(person, inClass);
      await given.planAndSend();
      const sent = (await lines(inClass, 'half_day_near')).filter(({ state }) => state === 'written');
      expect(sent).toHaveLength(2);
      const told = (await mails(await addressOf(person))).filter(({ subject }) => subject.startsWith('Buổi học'));
      expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining('14/02/2026, 15/02/2026')]);
      expect(told[0]!.body).toMatch(/\n14\/02\/2026:\n– Chiều 13:30.*\n15\/02\/2026:\n– Sáng 08:00/);
    });

    it('is silent about a half-day that was cancelled before the message left', async () => {
      const inClass = await a.trainingClass();
      await given.enroll(person, inClass);
      const { id } = await a.halfDay(inClass, '2026-02-14');
      given.goTo('2026-02-13');
      await reminders().plan();
      await a.change('half_days', { id }, { cancelledAt: app.clock.now() });
      await reminders().send();
      expect(await lines(inClass, 'half_day_near')).toMatchObject([
        { state: 'suppressed', stateReason: 'no_half_day' },
      ]);
    });
  });

  describe('of absences', () => {
    it('tells the person and the secretary of an absence without leave the day after, unless it was corrected', async () => {
      const inClass = await a.trainingClass();
      const excused = await a.person({ in: unit });
      const corrected = await a.person({ in: unit });
      const halfDay = await a.halfDay(inClass, '2026-02-07');
      for (const [of, as] of [
        [person, 'unexcused'],
        [excused, 'excused'],
        [corrected, 'unexcused'],
      ] as const)
        await (await given.enroll(of, inClass)).isMarked(as, halfDay);
      given.goTo('2026-02-07', '17:00');
      await given.planAndSend();
      expect(await lines(inClass, 'absence_marked')).toEqual([]);
      given.goTo('2026-02-08');
      await reminders().plan();
      await a.change('attendance_lines', { personId: corrected.id }, { mark: 'present' });
      await reminders().send();
      const told = await lines(inClass, 'absence_marked');
      expect(told.filter(({ state }) => state === 'written')).toHaveLength(2);
      expect(new Set(told.flatMap(({ state, stateReason }) => (state === 'written' ? [] : stateReason)))).toEqual(
        new Set(['attendance_changed']),
      );
      const [own] = await mails(await addressOf(person));
      expect(own!.body).toContain('Đồng chí được ghi vắng buổi sáng, ngày 07/02/2026.');
      const [digest] = await mails(secretary.email);
      expect(digest!.body).toContain('– Lê Thị Ánh: sáng 07/02/2026');
      expect(digest!.subject).not.toContain('Ánh');
      expect(await mails(await addressOf(corrected))).toEqual([]);
    });

    it('warns from the last absence but one that the course allows, anew at each further one', async () => {
      const course = await a.course();
      await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
      const inClass = await a.trainingClass({ course });
      const days = Array.from({ length: 15 }, (_, at) => addDays('2026-02-07', at));
      const halfDays: { id: string }[] = [];
      for (const day of days) halfDays.push(await a.halfDay(inClass, day));
      const enrollment = await given.enroll(person, inClass);
      // Three of fifteen may be missed.
      await enrollment.isMarked('excused', halfDays[0]!);
      given.goTo('2026-02-08');
      await given.planAndSend();
      expect(await lines(inClass, 'absence_limit_near')).toEqual([]);
      await enrollment.isMarked('excused', halfDays[1]!);
      given.goTo('2026-02-09');
      await given.planAndSend();
      expect((await lines(inClass, 'absence_limit_near')).map(({ state }) => state)).toEqual(['written', 'written']);
      expect((await mails(await addressOf(person))).map(({ body }) => body)).toContainEqual(
        expect.stringContaining('đã vắng 2 buổi, cả lớp được vắng tối đa 3 buổi; còn được vắng 1 buổi'),
      );
      await enrollment.isMarked('unexcused', halfDays[2]!);
      given.goTo('2026-02-10');
      await given.planAndSend();
      expect(await lines(inClass, 'absence_limit_near')).toHaveLength(4);
      expect((await mails(secretary.email)).at(-1)!.body).toContain('– Lê Thị Ánh: vắng 3/3 buổi');
    });
  });

  it('warns of absences without leave apart, where the rule limits them apart', async () => {
    const course = await a.course();
    await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.4, maximumUnexcusedShare: 0.1 });
    const inClass = await a.trainingClass({ course });
    const halfDays: { id: string }[] = [];
    for (let at = 0; at < 10; at += 1) halfDays.push(await a.halfDay(inClass, addDays('2026-02-07', at)));
    const learner = await a.person({ in: unit, fullName: 'Võ Thị Vắng' });
    const enrollment = await given.enroll(learner, inClass);
    await enrollment.isMarked('excused', halfDays[0]!);
    await enrollment.isMarked('unexcused', halfDays[1]!);
    given.goTo('2026-02-09');
    await given.planAndSend();
    const bodies = (await mails(secretary.email)).map(({ body }) => body);
    expect(bodies).toContainEqual(expect.stringContaining('– Võ Thị Vắng: vắng không phép 1/1 buổi'));
  });

  describe('of leave', () => {
    it('tells the manager at once who asks, and the person how it was decided and why', async () => {
      const inClass = await a.trainingClass();
      const manager = await a.account({ roles: [['class_manager', inClass]] });
      const own = await a.account({ person });
      const [saturday, sunday] = [await a.halfDay(inClass, '2026-02-14'), await a.halfDay(inClass, '2026-02-15')];
      await given.enroll(person, inClass);
      const ask = async (halfDay: { id: string }) =>
        (
          await app
            .as(own)
            .post<{ id: string }>('/api/v1/leave-requests', { halfDayIds: [halfDay.id], reason: 'Ốm nặng' })
        ).body.id;
      given.goTo('2026-02-12');
      const first = await ask(saturday);
      await given.planAndSend();
      await given.planAndSend();
      const [asked, ...more] = (await mails(manager.email)).filter(({ subject }) => subject.includes('xin nghỉ học'));
      expect(more).toEqual([]);
      expect(asked!.subject).toMatch(/^1 đơn xin nghỉ học chờ duyệt/);
      expect(asked!.body).toContain('– Lê Thị Ánh: sáng 14/02/2026');
      // Why somebody is away is health and home; it stands on the page only.
      expect(asked!.body).not.toContain('Ốm nặng');

      const second = await ask(sunday);
      await reminders().plan();
      await app.as(own).post(`/api/v1/leave-requests/${second}/withdrawal`, {});
      await app.as(manager).post(`/api/v1/leave-requests/${first}/rejection`, { reason: 'Buổi kiểm tra' });
      await given.planAndSend();
      expect((await lines(inClass, 'leave_waiting')).map((line) => [line.accountId, line.stateReason])).toEqual(
        expect.arrayContaining([
          [manager.id, null],
          [manager.id, 'leave_settled'],
        ]),
      );
      expect(await lines(inClass, 'leave_decided')).toMatchObject([{ personId: person.id, state: 'written' }]);
      const answer = (await mails(own.email)).find(({ subject }) => subject.includes('đã có trả lời'))!;
      expect(answer.body).toContain('– sáng 14/02/2026: không được duyệt. Lý do: Buổi kiểm tra');
    });
  });

  it('expects and reminds whoever had leave for another day, tells them why, and the manager once they asked again', async () => {
    const inClass = await a.trainingClass();
    const office = await a.office();
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    const own = await a.account({ person });
    const moving = await a.halfDay(inClass, '2026-02-14');
    await given.enroll(person, inClass);
    given.goTo('2026-02-09');
    const asked = await app
      .as(own)
      .post<{ id: string }>('/api/v1/leave-requests', { halfDayIds: [moving.id], reason: 'Giỗ bố' });
    await app.as(manager).post(`/api/v1/leave-requests/${asked.body.id}/approval`, {});
    await given.planAndSend();
    given.goTo('2026-02-10');
    const moved = { day: '2026-02-21', reason: 'Phòng sửa chữa' };
    expect((await app.as(office).patch(`/api/v1/half-days/${moving.id}`, moved)).status).toBe(200);
    await given.planAndSend();
    await given.planAndSend();

    const answers = (await mails(own.email)).filter(({ subject }) => subject.includes('đã có trả lời'));
    expect(answers.map(({ body }) => body)).toEqual([
      expect.stringContaining('sáng 14/02/2026: được nghỉ'),
      expect.stringContaining(
        'sáng 21/02/2026 (dời từ 08:00 ngày 14/02/2026): buổi học đã dời, đơn xin nghỉ là cho giờ cũ',
      ),
    ]);
    expect(answers[1]!.body).toContain(`/leave-requests/${asked.body.id}`);
    expect((await mails(manager.email)).filter(({ subject }) => subject.includes('chờ duyệt'))).toEqual([]);
    expect((await app.as(own).post(`/api/v1/leave-requests/${asked.body.id}/renewal`)).status).toBe(200);
    await given.planAndSend();
    const waiting = (await mails(manager.email)).filter(({ subject }) => subject.includes('chờ duyệt'));
    expect(waiting.map(({ body }) => body)).toEqual([
      expect.stringContaining('Lê Thị Ánh: sáng 21/02/2026 (dời từ 08:00 ngày 14/02/2026)'),
    ]);
    given.goTo('2026-02-20');
    await given.planAndSend();
    expect((await lines(inClass, 'half_day_near')).filter(({ personId }) => personId !== null)).toMatchObject([
      { personId: person.id, state: 'written' },
    ]);
  });

  it('tells the manager of leave that was asked for after the half-day, too', async () => {
    const inClass = await a.trainingClass();
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    const own = await a.account({ person });
    const missed = await a.halfDay(inClass, '2026-02-14');
    await given.enroll(person, inClass);
    given.goTo('2026-02-14', '19:00');
    await app.as(own).post('/api/v1/leave-requests', { halfDayIds: [missed.id], reason: 'Ốm nặng' });
    await given.planAndSend();
    expect(await lines(inClass, 'leave_waiting')).toMatchObject([{ accountId: manager.id, state: 'written' }]);
  });

  it('warns who is about to be barred from the examination of a module, and not whom a decision lets sit it', async () => {
    const course = await a.course();
    await a.rule(course, 'completion', 'exam_attendance', { maximumAbsentShare: 0.2 });
    const inClass = await a.trainingClass({ course });
    const allowed = await a.person({ in: unit });
    const moduleId = await a.module(inClass, 1, 'Triết học');
    const [held, other] = [await a.halfDay(inClass, '2026-02-07'), await a.halfDay(inClass, '2026-02-08')];
    for (const day of ['2026-02-14', '2026-02-15', '2026-02-21', '2026-02-22']) {
      const { id } = await a.halfDay(inClass, day);
      await a.insert('module_half_days', { halfDayId: id, moduleId });
    }
    await a.insert('module_half_days', { halfDayId: held.id, moduleId });
    const [own, lifted] = [await given.enroll(person, inClass), await given.enroll(allowed, inClass)];
    for (const halfDay of [held, other]) await own.isMarked('excused', halfDay);
    await lifted.isMarked('excused', held);
    await a.insert('exam_permissions', {
      enrollmentId: lifted.id,
      moduleId,
      decisionNumber: '5-QĐ',
      decidedOn: '2026-02-07',
      reason: 'Ốm',
      recordedAt: app.clock.now(),
    });
    given.goTo('2026-02-08');
    await given.planAndSend();
    expect((await lines(inClass, 'absence_limit_near')).map((line) => line.personId ?? line.accountId)).toEqual(
      expect.arrayContaining([person.id, secretary.id]),
    );
    expect(await lines(inClass, 'absence_limit_near')).toHaveLength(2);
    expect((await mails(secretary.email)).at(-1)!.body).toContain(
      '– Lê Thị Ánh: vắng 1/1 buổi của học phần “Triết học”',
    );
  });

  describe('of essays', () => {
    const term = (inClass: BuiltClass, dueAt: string) =>
      a.insert('essay_terms', { classId: inClass.id, dueAt, setAt: app.clock.now() });
    const handIn = ({ id }: { id: string }) =>
      a.insert('essays', { enrollmentId: id, body: 'Bài', handedInAt: app.clock.now() });

    it('reminds who has not handed in seven days and one day before', async () => {
      const inClass = await a.trainingClass();
      const quick = await a.person({ in: unit });
      await given.enroll(person, inClass);
      const done = await given.enroll(quick, inClass);
      await term(inClass, '2026-03-20T17:00:00+07:00');
      given.goTo('2026-03-12');
      await given.planAndSend();
      expect(await lines(inClass, 'essay_near')).toEqual([]);
      given.goTo('2026-03-13');
      await reminders().plan();
      await handIn(done);
      await reminders().send();
      given.goTo('2026-03-19');
      await given.planAndSend();
      expect(
        (await lines(inClass, 'essay_near')).map((line) => [line.personId, line.daysBefore, line.stateReason]),
      ).toEqual(
        expect.arrayContaining([
          [person.id, 7, null],
          [quick.id, 7, 'essay_handed_in'],
          [person.id, 1, null],
        ]),
      );
      expect((await mails(await addressOf(person))).map(({ subject }) => subject)).toContainEqual(
        expect.stringContaining('Hạn nộp bài thu hoạch'),
      );
    });

    it('tells the secretary each week who is late, until nobody is', async () => {
      const inClass = await a.trainingClass();
      const enrollment = await given.enroll(person, inClass);
      // A Thursday.
      await term(inClass, '2026-03-19T17:00:00+07:00');
      for (const day of ['2026-03-20', '2026-03-23', '2026-03-27']) {
        given.goTo(day);
        await given.planAndSend();
      }
      const told = async () => (await lines(inClass, 'essay_overdue')).filter(({ state }) => state === 'written');
      expect((await told()).map(({ accountId, dueOn }) => [accountId, dueOn])).toEqual([
        [secretary.id, '2026-03-20'],
        [secretary.id, '2026-03-27'],
      ]);
      const mail = (await mails(secretary.email)).at(-1)!;
      expect(mail.body).toContain('còn 1 người chưa nộp:\n– Lê Thị Ánh\n');
      expect(mail.subject).not.toContain('Ánh');
      await handIn(enrollment);
      given.goTo('2026-04-03');
      await given.planAndSend();
      expect(await told()).toHaveLength(2);
    });

    it('tells the writer why an essay was sent back and until when, each time, unless a new version is in', async () => {
      const inClass = await a.trainingClass();
      const office = await a.office();
      const enrollment = await given.enroll(person, inClass);
      const own = await a.account({ person });
      const essay = `/api/v1/enrollments/${enrollment.id}/essay`;
      const write = () => app.as(own).post(essay, { body: 'Bài viết lại' });
      const sendBack = (reason: string) =>
        app.as(office).post(`${essay}-return`, { reason, dueAt: '2026-03-30T10:00:00Z' });
      await write();
      await sendBack('Chưa liên hệ thực tế đơn vị');
      await given.planAndSend();
      const told = async () => (await mails(own.email)).filter(({ subject }) => subject.includes('cần viết lại'));
      expect((await told()).map(({ body }) => body)).toEqual([
        expect.stringContaining('Lý do: Chưa liên hệ thực tế đơn vị\nHạn nộp lại: 17:00 30/03/2026.'),
      ]);
      given.goTo('2026-01-06');
      await write();
      await sendBack('Còn thiếu phần kiến nghị');
      await reminders().plan();
      await write();
      await reminders().send();
      expect((await lines(inClass, 'essay_sent_back')).map(({ stateReason }) => stateReason)).toEqual([
        null,
        'essay_handed_in',
      ]);
      expect(await told()).toHaveLength(1);
    });
  });

  describe('of what one leaves with', () => {
    const certify = async (of: BuiltPerson, inClass: BuiltClass, more: CertificateWords = {}) => {
      const completion = await a.completion(inClass, await given.enroll(of, inClass), { grade: 'very_good' });
      certificates += 1;
      await a.certificate(completion, of, certificates, {
        issuedOn: '2026-03-10',
        courseName: 'Bồi dưỡng nhận thức về Đảng',
        ...more,
      });
      return completion;
    };

    it('tells of completion with the grade, the number and a page that verifies it without an account', async () => {
      const inClass = await a.trainingClass({ state: 'closed', closedAt: '2026-03-10T10:00:00+07:00' });
      given.goTo('2026-03-10');
      await certify(person, inClass);
      await given.planAndSend();
      await given.planAndSend();
      expect(await lines(inClass, 'completion_ready')).toMatchObject([{ personId: person.id, state: 'written' }]);
      const [mail] = await mails(await addressOf(person));
      expect(mail!.body).toContain(`Giấy chứng nhận số 00${certificates}/2026/GCN-ĐUK`);
      expect(mail!.body).toContain('Xếp loại: Giỏi.');
      expect(mail!.body).toContain(`https://hoc.example.vn/verify/MA-${certificates}`);
    });

    it('tells six months before a certificate expires, of no class, unless another outlasts it', async () => {
      const course = await a.course();
      const [old, newer] = [await a.trainingClass({ course }), await a.trainingClass({ course })];
      const renewed = await a.person({ in: unit });
      const holder = await a.account({ person });
      await certify(person, old, { validUntil: '2026-09-30' });
      await certify(renewed, old, { validUntil: '2026-09-30' });
      await certify(renewed, newer, { validUntil: '2031-01-01' });
      const ofOldPaper = await a.person({ in: unit, fullName: 'Trần Văn Cảnh' });
      const entered = {
        kind: 'earlier_certificate',
        courseId: course.id,
        holderName: 'x',
        courseName: 'x',
        className: 'x',
      };
      const days = { startedOn: '2021-09-30', endedOn: '2021-09-30', issuedOn: '2021-09-30', validUntil: '2026-09-30' };
      const oldPaper = {
        ...entered,
        ...days,
        awardNumber: '8/2021',
        issuedBy: 'Đảng ủy cũ',
        recordedAt: app.clock.now(),
      };
      await a.insert('training_records', { ...oldPaper, personId: ofOldPaper.id });
      await a.insert('training_records', { ...oldPaper, personId: renewed.id, awardNumber: '9/2021' });
      given.goTo('2026-03-29');
      await given.planAndSend();
      expect(await beyondClasses(person, 'certificate_expiring')).toEqual([]);
      given.goTo('2026-03-30');
      await given.planAndSend();
      expect(await beyondClasses(person, 'certificate_expiring')).toMatchObject([{ state: 'written', classId: null }]);
      expect(await beyondClasses(ofOldPaper, 'certificate_expiring')).toMatchObject([{ state: 'written' }]);
      expect(await beyondClasses(renewed, 'certificate_expiring')).toEqual([]);
      expect((await mails(holder.email)).at(-1)!.body).toContain('có giá trị đến 30/09/2026');
      expect((await mails(secretary.email)).at(-1)).toMatchObject({
        subject: '2 giấy chứng nhận sắp hết hạn',
        body: expect.stringMatching(/– Lê Thị Ánh: số[^]*– Trần Văn Cảnh: số 8\/2021/) as string,
      });
      expect(await app.sql(`SELECT link FROM notices WHERE account_id = $1`, holder.id)).toEqual([
        { link: '/my-training-record' },
      ]);
    });

    it('tells the secretary six and three months before a probation ends without the class for new members', async () => {
      const course = await a.course({ code: 'new_member' });
      const joined = { in: unit, standing: 'probationary', officialOn: null };
      await a.person({ ...joined, fullName: 'Trần Văn Bình', joinedOn: '2025-07-15' });
      const seenTo = await a.person({ ...joined, joinedOn: '2025-07-15' });
      await given.enroll(seenTo, await a.trainingClass({ course }));
      given.goTo('2026-01-11');
      await given.planAndSend();
      expect(await beyondClasses(secretary, 'probation_ending')).toEqual([]);
      // 184 days before 15/07/2026, and 92: working days both.
      for (const day of ['2026-01-12', '2026-04-14']) {
        given.goTo(day);
        await given.planAndSend();
      }
      const told = await beyondClasses(secretary, 'probation_ending');
      expect(told.map((line) => [line.daysBefore, line.state])).toEqual([
        [184, 'written'],
        [92, 'written'],
      ]);
      const mail = (await mails(secretary.email)).at(-1)!;
      expect(mail.body).toContain('– Trần Văn Bình: hết thời gian dự bị ngày 15/07/2026');
      expect(mail.subject).not.toContain('Bình');
      expect(
        await app.sql(
          `SELECT class_id FROM journal_lines WHERE action = 'reminders.sent' AND facts ->> 'rule' = 'probation_ending'`,
        ),
      ).toEqual([{ classId: null }, { classId: null }]);
    });
  });
});
