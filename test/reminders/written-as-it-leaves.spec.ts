import { Mailbox } from '../../bench/mailbox';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { Situations } from './situations';

interface Line {
  readonly rule: string;
  readonly state: string;
  readonly stateReason: { readonly code: string } | null;
  readonly mailId: string;
}

describe('a mail of reminders says what is true when it leaves', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let person: BuiltPerson;
  let halfDay: string;

  beforeEach(async () => {
    mailbox.letters.length = 0;
    app = await TestApp.start({ SMTP_URL: url, PUBLIC_URL: 'https://hoc.example.vn' });
    a = new Builders(app);
    given = new Situations(app, a);
    office = await a.office();
    given.goTo('2026-02-05');
    const hall = await a.room('Hội trường A', 'Quận 1');
    inClass = await a.trainingClass({ roomId: hall });
    halfDay = (await a.halfDay(inClass, '2026-02-07')).id;
    person = await a.person({ email: 'hoc-vien@example.vn' });
    await given.enroll(person, inClass, '2026-01-05');
  });
  afterEach(() => app.stop());

  let url: string;
  beforeAll(async () => {
    url = await mailbox.open();
  });
  afterAll(() => mailbox.close());

  const deliver = () => app.get(MailDeliveries).deliver();
  const change = (to: object) => app.as(office).patch(`/api/v1/half-days/${halfDay}`, { reason: 'Đổi lịch', ...to });
  /** The text of each letter as its reader sees it, in the order they came. */
  const letters = () =>
    mailbox.letters.map(({ raw }) => {
      const [, encoding, text] =
        /Content-Type: text\/plain[\s\S]*?Content-Transfer-Encoding: (\S+)\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)!;
      if (encoding === 'base64') return Buffer.from(text!, 'base64').toString();
      const bytes = text!
        .replace(/=\r\n/g, '')
        .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
      return Buffer.from(bytes, 'latin1').toString();
    });
  const ledger = async () => {
    const path = `/api/v1/reminders?classId=${inClass.id}&personId=${person.id}`;
    const { items } = (await app.as(office).get<{ items: Line[] }>(path)).body;
    // Written into the ledger after its day: no message of it was ever written.
    return items.filter(({ state }) => state !== 'missed');
  };
  const ofRule = async (rule: string) => (await ledger()).filter((line) => line.rule === rule);
  const messageOf = async ({ mailId }: Line) => (await app.as(office).get<string>(`/messages/${mailId}`)).text;

  it('not the hour of before: a half-day moved while the mail server was away', async () => {
    given.goTo('2026-02-06');
    await given.planAndSend();
    await change({ part: 'afternoon' });
    await given.planAndSend();
    expect((await ledger()).map(({ state }) => state)).toEqual(['written', 'written']);
    await deliver();
    expect(letters()).toHaveLength(2);
    expect(letters()[0]).toContain('Buổi học đầu tiên: 13:30 07/02/2026');
    expect(letters()[0]).not.toContain('08:00');
    expect(letters()[1]).toContain('chuyển sang chiều 07/02/2026 (13:30–17:00); phòng: Hội trường A');
    expect((await ledger()).map(({ state }) => state)).toEqual(['left', 'left']);
    const [opening] = await ofRule('class_near');
    expect(await messageOf(opening!)).toContain('13:30 07/02/2026');
  });

  it('nothing that is over: it is dropped, and the ledger says why', async () => {
    given.goTo('2026-02-06');
    await given.planAndSend();
    await a.change('enrollments', { personId: person.id }, { endedAt: app.clock.now(), endedReason: 'x' });
    expect(await deliver()).toBe(0);
    const [line] = await ofRule('class_near');
    expect(line).toMatchObject({ state: 'suppressed', stateReason: { code: 'not_enrolled' } });
    expect(await messageOf(line!)).toContain('Không gửi: không còn cần báo');
    expect(await deliver()).toBe(0);
    expect(letters()).toEqual([]);
  });

  it('all at once, when a half-day moved again before the first change could be told', async () => {
    await change({ part: 'afternoon' });
    await given.planAndSend();
    await change({ day: '2026-02-08', part: 'morning' });
    given.goTo('2026-02-05', '08:10');
    await given.planAndSend();
    const before = await ofRule('timetable_changed');
    expect(new Set(before.map(({ mailId }) => mailId)).size).toBe(2);
    await deliver();
    const told = letters().filter((text) => text.includes('có thay đổi'));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('– Buổi sáng 07/02/2026 (08:00–11:30) chuyển sang sáng 08/02/2026');
    const after = await ofRule('timetable_changed');
    expect(after.map(({ state }) => state)).toEqual(['left', 'left']);
    expect(new Set(after.map(({ mailId }) => mailId)).size).toBe(1);
    const dropped = before.find(({ mailId }) => mailId !== after[0]!.mailId);
    expect(await messageOf(dropped!)).toContain('Không gửi: đã báo gộp trong thư khác');
  });

  it('to the address of today, with a link made today', async () => {
    given.goTo('2026-02-06');
    await a.change('reminder_rules', { code: 'class_near' }, { duty: false });
    await given.planAndSend();
    await person.becomes({ email: 'moi@example.vn' });
    await a.change('unsubscribe_keys', {}, { key: 'another' });
    await deliver();
    expect(mailbox.letters.map(({ to }) => to)).toEqual(['moi@example.vn']);
    const [, path] = /https:\/\/hoc\.example\.vn(\/unsubscribe\/\S+)/.exec(letters()[0]!)!;
    expect((await app.as(null).get(path!)).status).toBe(200);
  });

  it('or waits with the reason, when mail came back from the address, until there is another', async () => {
    await change({ part: 'afternoon' });
    await given.planAndSend();
    await deliver();
    const [line] = await ofRule('timetable_changed');
    await app.as(office).post(`/api/v1/messages/${line!.mailId}/return`, { reason: '550 no such user' });
    expect(await ofRule('timetable_changed')).toMatchObject([
      { state: 'returned', stateReason: { code: 'mail_returned' } },
    ]);
    expect((await app.as(office).get<string>('/')).text).toContain('1 thư nhắc bị trả lại');

    given.goTo('2026-02-06');
    await given.planAndSend();
    expect(await deliver()).toBe(0);
    expect(await ofRule('class_near')).toMatchObject([{ state: 'written', stateReason: { code: 'address_bad' } }]);
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/reminders`)).text).toContain('Bị trả lại');
    await person.becomes({ email: 'moi@example.vn' });
    given.goTo('2026-02-06', '08:16');
    expect(await deliver()).toBe(1);
    expect(await ofRule('class_near')).toMatchObject([{ state: 'left', stateReason: null }]);
  });
});
