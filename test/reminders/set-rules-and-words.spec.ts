import { reminderRules } from '../../src/reminders/rules/rule';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { Situations } from './situations';

interface InForce {
  readonly rule: string;
  readonly daysBefore: readonly number[];
  readonly enabled: boolean;
  readonly from: { readonly daysBefore: string; readonly enabled: string };
}
interface Refused {
  readonly errors: readonly { readonly field: string; readonly code: string; readonly message: string }[];
}

describe('how reminders are set', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let course: { id: string };
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start({ PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
    course = await a.course();
    inClass = await a.trainingClass({ course, name: 'Lớp Trung cấp', code: 'TC-1' });
  });
  afterAll(() => app.stop());

  describe('by rules', () => {
    const form = { daysBefore: '7, 2', tooLateAfterDays: '1', enabled: 'true', duty: 'true', reason: 'Nhắc muộn hơn' };
    const ofClass = async (rule: string) =>
      (await app.as(office).get<{ items: InForce[] }>(`/api/v1/classes/${inClass.id}/reminder-rules`)).body.items.find(
        (one) => one.rule === rule,
      )!;

    it('that the office changes with a reason, and that say where each part comes from', async () => {
      const saved = await app.as(office).form('/reminder-rules/class_near', form);
      expect(saved.headers.get('location')).toBe('/reminder-rules');
      const [line] = await app.sql(`SELECT reason, facts FROM journal_lines WHERE action = 'reminders.rule_changed'`);
      expect(line).toMatchObject({
        reason: 'Nhắc muộn hơn',
        facts: { was: { daysBefore: [7, 1] }, now: { daysBefore: [7, 2], urgent: false } },
      });

      await app.as(office).form(`/courses/${course.id}/reminder-rules`, {
        rule: 'class_near',
        enabled: 'off',
        reason: 'Chương trình ngắn',
      });
      await app.as(office).form(`/classes/${inClass.id}/reminder-rules`, {
        rule: 'class_near',
        enabled: 'same',
        daysBefore: '5; 4',
        reason: 'Lớp xa',
      });
      expect(await ofClass('class_near')).toMatchObject({
        daysBefore: [5, 4],
        enabled: false,
        from: { daysBefore: 'class', enabled: 'course', tooLateAfterDays: 'everywhere' },
      });
      const page = await app.as(await a.account()).get<string>(`/classes/${inClass.id}/reminder-rules`);
      expect(page.text).toContain('riêng của chương trình');
      expect(page.text).not.toContain('Đặt riêng ở đây');

      await app.as(office).form(`/classes/${inClass.id}/reminder-rules`, { rule: 'class_near', reason: 'Thôi' });
      expect((await ofClass('class_near')).from.daysBefore).toBe('everywhere');
      expect(await app.sql(`SELECT 1 FROM journal_lines WHERE action = 'reminders.exception_ended'`)).toHaveLength(1);
    });

    it('of which each can be saved as it is, and takes the days it comes with', async () => {
      const rules = (await app.as(office).get<{ items: InForce[] }>('/api/v1/reminder-rules')).body.items;
      expect(rules).toHaveLength(reminderRules.length);
      for (const { rule, ...settings } of rules) {
        const saved = await app.as(office).put(`/api/v1/reminder-rules/${rule}`, { ...settings, reason: 'Xem lại' });
        expect([rule, saved.status]).toEqual([rule, 204]);
      }
    });

    it.each([
      ['class_near', '7, ba', 'ví dụ: 7, 3, 1'],
      ['class_near', '7, 7', 'ví dụ: 7, 3, 1'],
      ['class_near', '7,, 3', 'ví dụ: 7, 3, 1'],
      ['review_waiting', '7', 'từ -60 đến -1'],
      ['absence_marked', '1', 'từ -14 đến 0'],
    ])('of %s that do not take the days “%s”, and keep what was typed', async (rule, daysBefore, said) => {
      const refused = await app.as(office).form(`/reminder-rules/${rule}`, { ...form, daysBefore });
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(said)]);
      expect(refused.text).toContain(`value="${daysBefore}"`);
      expect(refused.text).toContain('Nhắc muộn hơn');
    });
  });

  describe('in words', () => {
    const ours = async () =>
      (
        await app
          .as(office)
          .get<{ items: { rule: string; isOwn: boolean; texts: Record<'vi' | 'en', Text> }[] }>(
            '/api/v1/reminder-texts',
          )
      ).body.items;
    interface Text {
      readonly subject: string;
      readonly body: string;
    }
    const texts = {
      subjectVi: 'Sắp học: {class}',
      bodyVi: 'Ngày {day}.\r\n{where}',
      subjectEn: 'Soon: {class}',
      bodyEn: 'On {day}.',
    };
    const change = (rule: string, given: object) =>
      app.as(office).put<Refused>(`/api/v1/reminder-texts/${rule}`, { ...texts, ...given });

    it('of the office’s own, used from then on, until it goes back to ours', async () => {
      const saved = await app.as(office).form('/reminder-texts/class_near', { ...texts, classId: '' });
      expect(saved.headers.get('location')).toBe('/reminder-texts');
      const other = await a.trainingClass({ name: 'Lớp Cao cấp', code: 'CC-1' });
      await given.enroll(await a.person(), other);
      given.goTo('2026-01-31');
      await given.planAndSend();
      const [mail] = await given.messages(other);
      expect(mail!.subject).toBe('Sắp học: Lớp Cao cấp (CC-1)');
      expect(mail!.body).toContain('Ngày 07/02/2026.\nĐịa điểm: sẽ báo sau.');

      await app.as(office).form('/reminder-texts/class_near/restoration', {});
      expect((await ours()).filter(({ isOwn }) => isOwn)).toEqual([]);
      const actions = await app.sql(
        `SELECT action FROM journal_lines WHERE action LIKE 'reminders.text%' ORDER BY action`,
      );
      expect(actions.map(({ action }) => action)).toEqual(['reminders.text_changed', 'reminders.text_restored']);
    });

    it.each([
      [{ bodyVi: 'Kính mời {nguoi}' }, 'bodyVi', 'unknown_placeholder', '{class}'],
      [{ bodyEn: 'Dear {Name}' }, 'bodyEn', 'unknown_placeholder', '{class}'],
      [{ subjectVi: 'Trả lại: {list}' }, 'subjectVi', 'personal_data_in_subject', 'nội dung'],
      [{ subjectEn: 'For NGUYỄN VĂN CÓ THẬT, {class}' }, 'subjectEn', 'personal_data_in_subject', 'nội dung'],
    ])(
      'that hold no unknown placeholder and no personal data in the subject: %j',
      async (wrong, field, code, remedy) => {
        await a.person({ fullName: 'Nguyễn Văn Có Thật' });
        const known = { bodyVi: '{list}', bodyEn: '{list}' };
        const { status, body } = await change('nomination_returned', { ...known, ...wrong });
        expect([status, body.errors]).toEqual([
          422,
          [{ field, code, message: expect.stringContaining(remedy) as string }],
        ]);
      },
    );

    it('that are shown with invented facts, with those of a class, and while typing as a part of the page', async () => {
      const secretary = await a.unit();
      await a.secretaryOf(secretary);
      const real = await a.trainingClass({ name: 'Lớp Sơ cấp', code: 'SC-1', allocations: [[secretary, 2]] });
      const typed = {
        subjectVi: 'Hạn {until}, {class}',
        bodyVi: '{unit}: {seats}',
        subjectEn: 'Until {until}',
        bodyEn: '{unit}: {seats}',
      };
      const page = app.as(office);
      const sample = await page.form('/reminder-texts/deadline_near/preview', typed);
      expect(sample.text).toContain('Đảng ủy Công ty mẫu: 3 chỉ tiêu');
      expect(sample.text).toContain('value="Hạn {until}, {class}"');
      const part = await page
        .with({ 'hx-request': 'true' })
        .form('/reminder-texts/deadline_near/preview', { ...typed, classId: real.id });
      expect(part.text).toMatch(/^<div id="text-preview"/);
      expect(part.text).toContain(`Lớp Sơ cấp (SC-1)`);
      expect(part.text).toContain('2 chỉ tiêu');
    });
  });

  describe('by each for themselves', () => {
    it('as ways, rhythm and language, with what cannot be switched off', async () => {
      const account = await a.account();
      const me = app.as(account);
      const page = await me.get<string>('/me/reminders');
      expect(page.text).toContain('Việc không tắt được');
      expect(page.text).toContain('Sắp khai giảng');
      await me.form('/me/reminders', { notice: 'true', rhythm: 'each', locale: 'en' });
      expect((await me.get('/api/v1/me/reminders')).body).toMatchObject({
        mail: false,
        notice: true,
        digest: false,
        locale: 'en',
      });
      const refused = await me.form('/me/reminders', { mail: 'true', locale: 'en' });
      expect(refused.status).toBe(422);
    });

    it('by one press in a mail, without signing in; duties still come', async () => {
      given.goTo('2026-01-05');
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      const call = { allocations: [[unit, 2]] as const, announcedAt: '2026-01-10T01:00:00Z' };
      const mails = async () =>
        app.sql<{ body: string }>(
          'SELECT body FROM mail_messages WHERE to_account_id = $1 ORDER BY written_at',
          secretary.id,
        );
      await a.trainingClass(call);
      given.goTo('2026-01-19');
      await given.planAndSend();
      const [first] = await mails();
      const address = /https:\/\/hoc\.example\.vn(\/unsubscribe\/\S+)/.exec(first!.body)![1]!;
      const visitor = app.as(null);
      expect((await visitor.get<string>(address)).text).toContain('Ngừng gửi thư nhắc');
      await a.trainingClass(call);
      given.goTo('2026-01-20', '07:45');
      await given.planAndSend();
      expect(await mails()).toHaveLength(2);

      const stopped = await visitor.form(address, { 'List-Unsubscribe': 'One-Click' });
      expect([stopped.status, stopped.text]).toEqual([200, expect.stringContaining('Đã ngừng thư nhắc việc')]);
      await visitor.form(address, { 'List-Unsubscribe': 'One-Click' });
      expect(await app.sql(`SELECT 1 FROM journal_lines WHERE action = 'reminders.mail_stopped'`)).toHaveLength(1);
      await a.trainingClass(call);
      await a.change('reminder_rules', { code: 'call_opened' }, { duty: true });
      await a.trainingClass({ ...call, callOpensAt: '2026-01-20T01:00:00+07:00', code: 'BAT-BUOC' });
      given.goTo('2026-01-21', '08:00');
      await given.planAndSend();
      const later = (await mails()).slice(2).map(({ body }) => body);
      expect(later.filter((body) => body.includes('/unsubscribe/'))).toEqual([]);

      const undone = await visitor.form(`${address}/undoing`, {});
      expect(undone.text).toContain('Ngừng gửi thư nhắc');
      const forged = address.replace(/\.[\w-]{22}$/, '.AAAAAAAAAAAAAAAAAAAAAA');
      expect((await visitor.form(forged, {})).status).toBe(404);
    });

    it('is not offered where there is nothing to stop', async () => {
      const person = await a.person();
      const other = await a.trainingClass();
      await given.enroll(person, other, '2026-01-21');
      given.goTo('2026-01-31');
      await given.planAndSend();
      const [mail] = await given.messages(other);
      expect(mail!.body).not.toContain('/unsubscribe/');
    });
  });
});
