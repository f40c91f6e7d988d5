import { momentAt } from '../../src/platform/clock';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import { Situations } from './situations';

interface Line {
  readonly id: string;
  readonly state: string;
  readonly dueOn: string;
  readonly recipientName: string;
  readonly resendReason: string | null;
  readonly mailAttempts: number | null;
  readonly mailError: string | null;
  readonly repeats: readonly Line[];
}
interface Why {
  readonly code: string;
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly nextOn: string | null;
  readonly line: Line | null;
}

describe('what the ledger answers', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let unit: BuiltUnit;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let an: BuiltPerson;
  let binh: BuiltPerson;
  let cadre: BuiltAccount;
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
    unit = await a.unit();
    office = await a.office();
    secretary = await a.secretaryOf(unit);
    an = await a.person({ in: unit, fullName: 'Lê Thị An', email: 'an@example.vn' });
    binh = await a.person({ in: unit, fullName: 'Trần Văn Bình', email: null });
    cadre = await a.account({ person: an });
    inClass = await a.trainingClass({ name: 'Lớp Trung cấp' });
    for (const person of [an, binh]) await given.enroll(person, inClass);
    given.goTo('2026-01-31');
    await given.planAndSend();
  });
  afterAll(() => app.stop());

  const lines = async (query: string) =>
    (
      await app
        .as(office)
        .get<{ items: Line[]; next: string | null }>(`/api/v1/reminders?classId=${inClass.id}${query}`)
    ).body.items;
  const names = async (query: string) => (await lines(query)).map(({ recipientName }) => recipientName);
  const why = async (account: BuiltAccount, query: string) =>
    (await app.as(account).get<Why>(`/api/v1/reminders/why?rule=${query}`)).body;

  describe('as a list', () => {
    it('is sorted by given name, narrowed by name and by day, and paged in its order', async () => {
      expect(await names('&sort=recipient')).toEqual(['Lê Thị An', 'Trần Văn Bình']);
      expect(await names('&sort=-recipient')).toEqual(['Trần Văn Bình', 'Lê Thị An']);
      expect(await names('&search=binh')).toEqual(['Trần Văn Bình']);
      expect(await names('&from=2026-02-01')).toEqual([]);
      expect(await names('&to=2026-01-31')).toHaveLength(2);
      const { body } = await app
        .as(office)
        .get<{ next: string }>(`/api/v1/reminders?classId=${inClass.id}&sort=recipient&limit=1`);
      expect(await names(`&sort=recipient&limit=1&after=${body.next}`)).toEqual(['Trần Văn Bình']);
      const other = await app.as(office).get(`/api/v1/reminders?sort=-recipient&after=${body.next}`);
      expect([other.status, other.text]).toEqual([422, expect.stringContaining('sắp xếp lại')]);
    });

    it('is an Excel file with the same lines, which the journal knows of', async () => {
      const file = await app.as(office).download(`/reminders/workbook?classId=${inClass.id}&state=suppressed`);
      expect(file.headers.get('content-disposition')).toContain('.xlsx');
      const sheet = await readWorkbook({ name: 'x.xlsx', content: file.content });
      expect(JSON.stringify(sheet)).toContain('Trần Văn Bình');
      expect(JSON.stringify(sheet)).not.toContain('Lê Thị An');
      const kept = await app.sql(`SELECT facts FROM journal_lines WHERE action = 'reminders.exported'`);
      expect(kept).toEqual([{ facts: { lines: 1 } }]);
    });

    it('shows what is about no class, and what the mail server said to who may read the message', async () => {
      const [line] = await lines('&state=written');
      const [{ mailId } = { mailId: '' }] = await app.sql<{ mailId: string }>(
        'SELECT mail_id FROM reminders WHERE id = $1',
        line!.id,
      );
      await a.change('mail_messages', { id: mailId }, { attempts: 3, lastError: '550 no such box' });
      const seenBy = async (account: BuiltAccount) =>
        (await app.as(account).get<Line>(`/api/v1/reminders/${line!.id}`)).body;
      expect(await seenBy(office)).toMatchObject({ mailAttempts: 3, mailError: '550 no such box' });
      expect(await seenBy(secretary)).toMatchObject({ mailAttempts: 3, mailError: null });
      expect((await why(cadre, `class_near&classId=${inClass.id}`)).sentence.vi).toContain('từ chối 3 lần');

      await a.insert('reminders', {
        rule: 'review_waiting',
        accountId: office.id,
        occurrence: 'of-no-class',
        daysBefore: -8,
        dueOn: '2026-01-30',
        anchor: '2026-01-22',
        state: 'missed',
        stateReason: 'too_late',
        plannedAt: app.clock.now(),
      });
      expect((await app.as(office).get<string>('/reminders')).text).toContain('Không theo lớp');
    });
  });

  describe('sent again', () => {
    it('goes out although its day has passed, is shown as such, and once while it waits', async () => {
      const [line] = await lines('&state=written');
      const page = app.as(office);
      const refused = await page.form(`/reminders/${line!.id}/resending`, { reason: '' });
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Chưa ghi')]);
      given.goTo('2026-02-05');
      await given.planAndSend();
      const reason = 'Người nhận chưa thấy thư';
      const asked = await page.form(`/reminders/${line!.id}/resending`, { reason });
      const path = asked.headers.get('location')!;
      expect((await page.post(`/api/v1/reminders/${line!.id}/resending`, { reason })).status).toBe(409);
      await given.planAndSend();
      await given.planAndSend();
      expect((await page.get<string>(path)).text).toContain(reason);
      const { body } = await page.get<Line>(`/api/v1/reminders/${line!.id}`);
      expect(body.repeats.map(({ state, dueOn }) => [state, dueOn])).toEqual([
        ['written', '2026-01-31'],
        ['written', '2026-02-05'],
      ]);
      const told = await app.sql(`SELECT reason FROM journal_lines WHERE action = 'reminders.resent'`);
      expect(told).toEqual([{ reason }]);
      expect((await app.as(secretary).post(`/api/v1/reminders/${line!.id}/resending`, { reason })).status).toBe(403);
    });

    it('does not go out when it no longer applies', async () => {
      const other = await a.trainingClass();
      const person = await a.person({ in: unit });
      const { id } = await given.enroll(person, other, '2026-01-05');
      await given.planAndSend();
      const [line] = await given.ledger(other);
      await a.change('enrollments', { id: id }, { endedAt: app.clock.now(), endedReason: 'Thôi học' });
      await app.as(office).post(`/api/v1/reminders/${line!.id}/resending`, { reason: 'Thử' });
      await given.planAndSend();
      const again = (await given.ledger(other)).find(({ dueOn }) => dueOn === '2026-02-05');
      expect(again).toMatchObject({ state: 'suppressed', stateReason: 'not_enrolled', mailId: null });
    });
  });

  describe('when asked why', () => {
    it('speaks from the ledger where there is a line', async () => {
      const mine = await why(cadre, `class_near&classId=${inClass.id}`);
      expect(mine).toMatchObject({ code: 'told', nextOn: '2026-02-06' });
      expect(mine.sentence.vi).toMatch(
        /^Thư đã soạn lúc .*, chưa gửi đi\. Đã báo bằng thông báo trong hệ thống\..*Lần tiếp theo: ngày 06\/02\/2026\.$/,
      );
      await a.change('mail_messages', {}, { deliveredAt: app.clock.now(), nextAttemptAt: null });
      expect((await why(cadre, `class_near&classId=${inClass.id}`)).sentence.vi).toMatch(
        /^Đã báo lúc .* bằng thư và thông báo trong hệ thống\./,
      );
      const his = await why(secretary, `class_near&classId=${inClass.id}&personId=${binh.id}`);
      expect(his.code).toBe('not_told');
      expect(his.sentence.en).toContain('no e-mail address');
    });

    it('asks the rule where there is none: what is to come, what is off, and for whom it is not', async () => {
      const later = await a.trainingClass({ opensOn: '2026-03-07', closesOn: '2026-04-07', name: 'Lớp Cao cấp' });
      const ask = `class_near&classId=${later.id}`;
      expect((await why(cadre, ask)).sentence.vi).toBe('Không gửi. Đồng chí không phải là học viên của lớp.');
      await given.enroll(an, later);
      const { code, nextOn, sentence } = await why(cadre, ask);
      expect([code, nextOn]).toEqual(['coming', '2026-02-28']);
      expect(sentence.vi).toContain('Sẽ báo ngày 28/02/2026 bằng thư và thông báo');
      expect(sentence.vi).toContain('7 ngày trước ngày 07/03/2026');
      expect((await why(cadre, 'class_near')).nextOn).toBe('2026-02-06');
      await a.insert('reminder_rule_exceptions', {
        rule: 'class_near',
        classId: later.id,
        enabled: false,
        setAt: app.clock.now(),
      });
      expect(await why(cadre, ask)).toMatchObject({ code: 'rule_off' });
      expect((await why(cadre, ask)).sentence.vi).toContain('đã tắt cho riêng lớp này');
    });

    it('knows of half-days far ahead, and says so only when there is none', async () => {
      const later = await a.trainingClass({ opensOn: '2026-06-06', closesOn: '2026-07-07' });
      await given.enroll(an, later);
      const ask = `half_day_near&classId=${later.id}`;
      expect((await why(cadre, ask)).sentence.vi).toBe(
        'Không gửi. Từ hôm nay lớp không còn buổi học nào đồng chí phải dự.',
      );
      await a.halfDay(later, '2026-06-13');
      expect(await why(cadre, ask)).toMatchObject({ code: 'coming', nextOn: '2026-06-12' });
    });

    it('tells a secretary of a call to open, and of seats that are filled', async () => {
      const call = {
        allocations: [[unit, 1]] as const,
        announcedAt: app.clock.now(),
        opensOn: '2026-05-09',
        closesOn: '2026-06-07',
      };
      const toOpen = await a.trainingClass({
        ...call,
        callOpensAt: momentAt('2026-03-02'),
        callClosesAt: momentAt('2026-04-01', '17:00'),
      });
      expect((await why(secretary, `call_opened&classId=${toOpen.id}`)).nextOn).toBe('2026-03-02');
      const filled = await a.trainingClass({ ...call, callClosesAt: momentAt('2026-04-01', '17:00') });
      await given.seatSomebodyOf(unit, filled);
      expect((await why(secretary, `deadline_near&classId=${filled.id}`)).sentence.vi).toContain('đã cử đủ người');
    });

    it('says “you” to who asks about themselves, and “they” about others', async () => {
      const guest = await a.person({ in: unit, standing: 'non_member' });
      const ask = `review_waiting&classId=${inClass.id}`;
      expect((await why(cadre, ask)).sentence.vi).toMatch(
        /^Không gửi\. (Đồng chí không|Không có hồ sơ nào chờ đồng chí)/,
      );
      expect((await why(await a.account({ person: guest }), ask)).sentence.vi).toMatch(/ông\/bà/i);
      expect((await why(secretary, `${ask}&personId=${an.id}`)).sentence.vi).toMatch(/người này/i);
    });

    it('answers about others to those who may see them, and finds them by name', async () => {
      const stranger = await a.person({ fullName: 'Phạm Văn Xa' });
      const ask = (account: BuiltAccount, id: string) =>
        app.as(account).get(`/api/v1/reminders/why?rule=class_near&personId=${id}`);
      expect((await ask(secretary, stranger.id)).status).toBe(404);
      expect((await ask(cadre, binh.id)).status).toBe(404);
      const page = await app
        .as(secretary)
        .get<string>(`/reminders/why?rule=class_near&classId=${inClass.id}&name=binh`);
      expect(page.text).toContain('Trả lời về Trần Văn Bình');
      const nobody = await app.as(secretary).get<string>(`/reminders/why?rule=class_near&name=pham+van+xa`);
      expect([nobody.status, nobody.text]).toEqual([422, expect.stringContaining('Không thấy ai tên hoặc mã')]);
      expect(nobody.text).toContain('value="pham van xa"');
    });
  });

  describe('notices', () => {
    it('are counted on every page, listed unread or all, and read all at once', async () => {
      const me = app.as(cadre);
      const { unread } = (await me.get<{ unread: number }>('/api/v1/notices')).body;
      expect(unread).toBeGreaterThan(1);
      expect((await me.get<string>('/certificates')).text).toContain(`${unread} thông báo chưa đọc`);
      const [first] = (await me.get<{ items: { id: string }[] }>('/api/v1/notices')).body.items;
      await me.post(`/api/v1/notices/${first!.id}/reading`);
      const list = async (query: string) =>
        (await me.get<{ items: unknown[] }>(`/api/v1/notices${query}`)).body.items.length;
      expect(await list('?unread=true')).toBe((await list('')) - 1);
      await me.form('/notices/reading', {});
      expect((await me.get<string>('/notices?show=unread')).text).toContain('Không còn thông báo nào chưa đọc');
      expect((await me.get<string>('/certificates')).text).not.toContain('thông báo chưa đọc');
    });
  });
});
