import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import { Situations } from './situations';

interface Item {
  readonly id: string;
  readonly rule: string;
  readonly ruleText: { readonly vi: string };
  readonly state: string;
  readonly stateReason: { readonly code: string; readonly vi: string; readonly en: string } | null;
  readonly recipientName: string;
  readonly personId: string;
  readonly unitId: string;
  readonly classId: string;
  readonly mailId: string | null;
}
interface Items<T = Item> {
  readonly items: readonly T[];
  readonly next: string | null;
}

describe('the ledger of reminders', () => {
  let app: TestApp;
  let a: Builders;
  let given: Situations;
  let unit: BuiltUnit;
  let mine: BuiltPerson;
  let colleague: BuiltPerson;
  let stranger: BuiltPerson;
  let cadre: BuiltAccount;
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Situations(app, a);
    unit = await a.unit();
    mine = await a.person({ in: unit, fullName: 'Lê Thị Hạnh' });
    colleague = await a.person({ in: unit, fullName: 'Trần Văn Bình', email: null });
    stranger = await a.person({ fullName: 'Phạm Văn Xa', email: 'nguoi-khac@example.vn' });
    cadre = await a.account({ person: mine });
    inClass = await a.trainingClass({ name: 'Lớp Bồi dưỡng đảng viên mới' });
    for (const person of [mine, colleague, stranger]) await given.enroll(person, inClass);
    given.goTo('2026-01-31');
    await given.planAndSend();
    given.goTo('2026-02-06');
    await given.planAndSend();
  });
  afterAll(() => app.stop());

  const readBy = async (account: BuiltAccount, query = '') =>
    (await app.as(account).get<Items>(`/api/v1/reminders?classId=${inClass.id}${query}`)).body.items;
  const recipients = (items: readonly Item[]) => [...new Set(items.map(({ recipientName }) => recipientName))].sort();

  it('is read in full by the office, by a unit’s secretary for the unit, by a person for themselves', async () => {
    const otherUnit = await a.unit();
    expect(recipients(await readBy(await a.office()))).toEqual(['Lê Thị Hạnh', 'Phạm Văn Xa', 'Trần Văn Bình']);
    expect(recipients(await readBy(await a.groupOfficer()))).toHaveLength(3);
    expect(recipients(await readBy(await a.secretaryOf(unit)))).toEqual(['Lê Thị Hạnh', 'Trần Văn Bình']);
    expect(recipients(await readBy(await a.secretaryOf(otherUnit)))).toEqual([]);
    expect(recipients(await readBy(await a.account({ roles: [['class_manager', inClass]] })))).toHaveLength(3);
    expect(recipients(await readBy(cadre))).toEqual(['Lê Thị Hạnh']);
  });

  it('is narrowed by person, unit, rule and state, and read page by page', async () => {
    const office = await a.office();
    expect(recipients(await readBy(office, `&personId=${mine.id}`))).toEqual(['Lê Thị Hạnh']);
    expect(recipients(await readBy(office, `&unitId=${stranger.unitId}`))).toEqual(['Phạm Văn Xa']);
    expect(await readBy(office, '&rule=deadline_near')).toEqual([]);
    const suppressed = await readBy(office, '&state=suppressed');
    expect(recipients(suppressed)).toEqual(['Trần Văn Bình']);
    expect(suppressed[0]!.stateReason).toMatchObject({
      code: 'no_address',
      vi: expect.stringContaining('thư điện tử') as string,
    });
    expect(suppressed[0]!.ruleText.vi).toBe('Sắp khai giảng, trước 1 ngày');

    const seen: string[] = [];
    for (let after = ''; ;) {
      const page = await app.as(office).get<Items>(`/api/v1/reminders?classId=${inClass.id}&limit=4${after}`);
      seen.push(...page.body.items.map(({ id }) => id));
      if (page.body.next === null) break;
      after = `&after=${page.body.next}`;
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen).toHaveLength(6);
  });

  it('leads from a line to the message as the recipient got it', async () => {
    const office = await a.office();
    const [line] = await readBy(office, `&personId=${mine.id}&state=written`);
    const page = await app.as(office).get<string>('/reminders');
    expect(page.text).toContain(`href="/messages/${line!.mailId}"`);
    for (const reader of [office, cadre]) {
      const message = await app.as(reader).get<string>(`/messages/${line!.mailId}`);
      expect(message.status).toBe(200);
      expect(message.text).toContain('Kính gửi đồng chí Lê Thị Hạnh');
    }
    expect((await app.as(await a.secretaryOf(unit)).get(`/messages/${line!.mailId}`)).status).toBe(404);
  });

  it('stands on a page for everybody, and on the page of its class', async () => {
    const secretary = await a.secretaryOf(unit);
    const page = await app.as(secretary).get<string>('/reminders');
    expect(page.text).toContain('Sắp khai giảng, trước 1 ngày');
    expect(page.text).toContain('Chưa có thư điện tử của người này');
    expect(page.text).not.toContain('Phạm Văn Xa');
    const ofClass = await app.as(cadre).get<string>(`/classes/${inClass.id}/reminders`);
    expect(ofClass.text).toContain('Lê Thị Hạnh');
    expect(ofClass.text).not.toContain('Trần Văn Bình');
    const inEnglish = await app.as(await a.account({ person: stranger, locale: 'en' })).get<string>('/reminders');
    expect(inEnglish.text).toContain('Class opens soon, 1 day before');
  });

  it('is not for visitors', async () => {
    expect((await app.as(null).get('/api/v1/reminders')).status).toBe(401);
    expect((await app.as(null).get('/reminders')).headers.get('location')).toContain('/sign-in');
  });

  describe('notices', () => {
    interface Notice {
      readonly id: string;
      readonly text: { readonly vi: string; readonly en: string };
      readonly link: string;
      readonly readAt: string | null;
    }
    const noticesOf = async (account: BuiltAccount) =>
      (await app.as(account).get<Items<Notice> & { unread: number }>('/api/v1/notices')).body;

    it('come with every reminder to an account, and are counted until they are read', async () => {
      const { items, unread } = await noticesOf(cadre);
      expect(unread).toBe(2);
      expect(items[0]).toMatchObject({ link: `/classes/${inClass.id}`, readAt: null });
      expect(items[0]!.text.en).toContain('opens on 07/02/2026');
      expect(items[0]!.text.vi).not.toContain('Hạnh');

      const read = await app.as(cadre).post(`/api/v1/notices/${items[0]!.id}/reading`);
      expect(read.status).toBe(200);
      expect((await noticesOf(cadre)).unread).toBe(1);

      const opened = await app.as(cadre).form(`/notices/${items[1]!.id}/reading`, {});
      expect(opened.headers.get('location')).toBe(`/classes/${inClass.id}`);
      expect((await noticesOf(cadre)).unread).toBe(0);
      expect((await app.as(cadre).get('/notices')).text).toContain('Đã đọc hết.');
    });

    it('of others are not there', async () => {
      const { items } = await noticesOf(cadre);
      const other = await a.account();
      expect((await app.as(other).post(`/api/v1/notices/${items[0]!.id}/reading`)).status).toBe(404);
      expect((await noticesOf(other)).items).toEqual([]);
    });
  });

  describe('messages', () => {
    it('are all read by the office and the administrator, by others their own', async () => {
      const { bloc } = await a.organization();
      const admin = await a.account({ roles: [['admin', bloc]] });
      for (const reader of [admin, await a.office()]) {
        expect((await app.as(reader).get<string>('/messages')).text).toContain('nguoi-khac@example.vn');
      }
      const own = await app.as(cadre).get<string>('/messages');
      expect(own.text).toContain('Khai giảng Lớp Bồi dưỡng đảng viên mới');
      expect(own.text).not.toContain('@example.vn');
      expect((await app.as(await a.account()).get<string>('/messages')).text).toContain('Chưa có thư nào');
    });
  });
});
