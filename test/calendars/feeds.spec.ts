import { randomUUID } from 'node:crypto';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { readCalendar, wrongLines } from './ical';

interface Feed {
  readonly id: string;
  readonly address: string;
  readonly kind: string;
}

describe('calendar feeds', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  const make = async (account: BuiltAccount, wanted: object) =>
    app.signedIn(account).post<Feed>('/api/v1/calendar-feeds', wanted);
  const fetched = async ({ address }: Feed) => app.as(null).get<string>(new URL(address).pathname);
  const read = async (feed: Feed) => readCalendar((await fetched(feed)).text);
  const mine = async (account: BuiltAccount) =>
    (await app.signedIn(account).get<{ items: Feed[] }>('/api/v1/calendar-feeds')).body.items;

  /** A learner of a class with two half-days, and the feed of that learner. */
  async function learner(inClass?: BuiltClass) {
    const trainingClass = inClass ?? (await a.trainingClass({ name: 'Bồi dưỡng nhận thức về Đảng, khóa I; năm 2026' }));
    const roomId = await a.insert('rooms', {
      name: `Hội trường ${randomUUID()}`,
      address: '59 Nguyễn Thị Minh Khai, Quận 1, Thành phố Hồ Chí Minh',
      capacity: 100,
    });
    const lecturerId = await a.lecturer('Trần Thị Ánh Nguyệt', 'Trường Chính trị');
    const first = await a.halfDay(trainingClass, '2026-02-07', {
      roomId: roomId,
      lecturerId: lecturerId,
      topic: 'Khái quát lịch sử Đảng Cộng sản Việt Nam và những truyền thống vẻ vang của Đảng qua các thời kỳ',
    });
    const second = await a.halfDay(trainingClass, '2026-02-08');
    const person = await a.person();
    const enrollment = await a.enrollment({ in: trainingClass, person });
    const account = await a.account({ person });
    return { trainingClass, first, second, person, account, enrollment };
  }

  it('give a person every half-day of their classes, as another program reads it', async () => {
    const { account, person, first, second, trainingClass } = await learner();
    const { body: feed, status } = await make(account, { kind: 'person' });
    expect(status).toBe(201);
    const { text, headers } = await fetched(feed);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toContain('private');

    const calendar = readCalendar(text);
    expect(calendar).toMatchObject({ method: null, name: 'Lịch học của tôi', zones: ['Asia/Ho_Chi_Minh'] });
    expect(calendar.events).toMatchObject([
      {
        uid: `${first.id}.${person.id}@training`,
        sequence: 0,
        status: 'CONFIRMED',
        summary: 'Bồi dưỡng nhận thức về Đảng, khóa I; năm 2026 – buổi 1',
        start: new Date('2026-02-07T08:00:00+07:00'),
        startZone: 'Asia/Ho_Chi_Minh',
        attendees: [],
      },
      { uid: `${second.id}.${person.id}@training`, start: new Date('2026-02-08T08:00:00+07:00'), location: null },
    ]);
    expect(calendar.events[0]!.location).toMatch(/^Hội trường .*, 59 Nguyễn Thị Minh Khai, Quận 1/);
    expect(calendar.events[0]!.description).toContain('Giảng viên: Trần Thị Ánh Nguyệt');

    const other = await a.enrollment({ in: trainingClass });
    expect((await fetched(feed)).text).not.toContain(other.person.fullName);
  });

  it('keep to 75 octets a line, to CRLF, and give the same bytes twice', async () => {
    const { account } = await learner();
    const { body: feed } = await make(account, { kind: 'person' });
    const { text } = await fetched(feed);
    expect(text.split('\r\n').some((line) => line.startsWith(' '))).toBe(true);
    expect(wrongLines(text)).toEqual([]);
    app.clock.moveTo(new Date('2026-01-06T08:00:00+07:00'));
    expect((await fetched(feed)).text).toBe(text);
  });

  it('count each move and the one cancellation, and keep a cancelled half-day', async () => {
    const { account, first } = await learner();
    const { body: feed } = await make(account, { kind: 'person' });
    const asOffice = app.as(office);
    const now = async () => (await read(feed)).events[0]!;
    const before = await now();

    expect(
      (await asOffice.patch(`/api/v1/half-days/${first.id}`, { startTime: '08:30', reason: 'Bão' })).status,
    ).toBeLessThan(300);
    expect(await now()).toMatchObject({ uid: before.uid, sequence: 1, start: new Date('2026-02-07T08:30:00+07:00') });
    await asOffice.patch(`/api/v1/half-days/${first.id}`, { part: 'afternoon', reason: 'Bão' });
    expect((await now()).sequence).toBe(2);
    await asOffice.patch(`/api/v1/half-days/${first.id}`, { part: 'afternoon', reason: 'Bão' });
    expect((await now()).sequence).toBe(2);

    const cancel = () =>
      asOffice.post(`/api/v1/half-days/${first.id}/cancellation`, { reason: 'Hội trường hỏng điện' });
    await cancel();
    expect((await cancel()).status).toBe(409);
    expect(await now()).toMatchObject({ uid: before.uid, sequence: 3, status: 'CANCELLED' });
  });

  it('show a cancelled class as cancelled, and nothing to whoever left it before', async () => {
    const { account, trainingClass, person } = await learner();
    const { body: feed } = await make(account, { kind: 'person' });
    const left = await a.enrollment({ in: trainingClass });
    const leaver = await a.account({ person: left.person });
    await left.ends(app.clock.now());
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    await app.as(office).post(`/api/v1/classes/${trainingClass.id}/cancellation`, { reason: 'Không đủ người' });
    const { events } = await read(feed);
    expect(events.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    expect(events.every(({ uid }) => uid.includes(person.id))).toBe(true);
    expect((await read((await make(leaver, { kind: 'person' })).body)).events).toEqual([]);
  });

  it('give a manager the classes managed today, and a class its half-days without anybody’s name', async () => {
    const { trainingClass, first, second, person } = await learner();
    const draft = await a.trainingClass({ state: 'draft', announcedAt: null });
    await a.halfDay(draft, '2026-02-09');
    const manager = await a.account({
      roles: [
        ['class_manager', trainingClass],
        ['class_manager', draft],
      ],
    });
    const { body: own } = await make(manager, { kind: 'manager' });
    const { body: published } = await make(manager, { kind: 'class', classId: trainingClass.id });
    const uids = [`${first.id}@training`, `${second.id}@training`];
    for (const feed of [own, published]) {
      expect((await read(feed)).events.map(({ uid }) => uid)).toEqual(uids);
      expect((await fetched(feed)).text).not.toContain(person.fullName);
    }
    await manager.isRelieved(app.clock.now());
    expect((await read(own)).events).toEqual([]);
    expect((await read(published)).events).toHaveLength(2);
  });

  it('end when revoked, made anew, or with the account; an unknown address is as good as none', async () => {
    const { account } = await learner();
    const { body: first } = await make(account, { kind: 'person' });
    const { body: second } = await make(account, { kind: 'person' });
    expect((await fetched(first)).status).toBe(404);
    expect((await fetched(second)).status).toBe(200);
    expect((await mine(account)).map(({ id }) => id)).toEqual([second.id]);

    const revoke = () => app.signedIn(account).post(`/api/v1/calendar-feeds/${second.id}/revocation`);
    expect((await revoke()).status).toBe(204);
    expect((await revoke()).status).toBe(409);
    expect((await fetched(second)).status).toBe(404);
    expect(await mine(account)).toEqual([]);
    for (const token of ['nothing', '%00', `${'x'.repeat(90)}`]) {
      expect((await app.as(null).get(`/calendars/${token}.ics`)).status).toBe(404);
    }

    const { body: third } = await make(account, { kind: 'person' });
    await account.isLocked(app.clock.now());
    expect((await fetched(third)).status).toBe(404);
  });

  it('leave one live address when two are made at once', async () => {
    const { account } = await learner();
    const answers = await Promise.all(Array.from({ length: 8 }, () => make(account, { kind: 'person' })));
    expect(answers.map(({ status }) => status).every((status) => [201, 412].includes(status))).toBe(true);
    expect(await mine(account)).toHaveLength(1);
  });

  it('are nobody else’s to list or revoke, but those who run a class share its address', async () => {
    const { account, trainingClass } = await learner();
    const { body: feed } = await make(account, { kind: 'person' });
    const stranger = await a.account({ person: await a.person() });
    expect(await mine(stranger)).toEqual([]);
    for (const other of [stranger, office]) {
      expect((await app.as(other).post(`/api/v1/calendar-feeds/${feed.id}/revocation`)).status).toBe(404);
    }

    const manager = await a.account({ roles: [['class_manager', trainingClass]] });
    const { body: published } = await make(manager, { kind: 'class', classId: trainingClass.id });
    const listed = async (who: BuiltAccount) =>
      (await app.signedIn(who).get<{ items: Feed[] }>(`/api/v1/calendar-feeds?classId=${trainingClass.id}`)).body.items;
    expect((await listed(office)).map(({ id }) => id)).toEqual([published.id]);
    expect(await listed(stranger)).toEqual([]);
    expect((await make(account, { kind: 'class', classId: trainingClass.id })).status).toBe(403);
    expect((await make(office, { kind: 'person' })).status).toBe(403);
    expect((await make(office, { kind: 'class' })).status).toBe(422);
  });

  it('are written into the journal when made and revoked, without their address', async () => {
    const { account } = await learner();
    const { body: feed } = await make(account, { kind: 'person' });
    await app.signedIn(account).post(`/api/v1/calendar-feeds/${feed.id}/revocation`);
    const lines = await app.sql<{ action: string; facts: object }>(
      'SELECT action, facts FROM journal_lines WHERE subject_id = $1 ORDER BY id',
      feed.id,
    );
    expect(lines).toEqual([
      { action: 'calendars.feed_made', facts: { kind: 'person' } },
      { action: 'calendars.feed_revoked', facts: { kind: 'person' } },
    ]);
  });

  it('are made, shown and revoked on the page too', async () => {
    const { account } = await learner();
    const browser = app.signedIn(account);
    expect((await browser.get<string>('/me/calendar')).text).toContain('Chưa có địa chỉ lịch');
    expect((await browser.form('/me/calendar', { kind: 'person' })).status).toBe(303);
    const [feed] = await mine(account);
    const { text } = await browser.get<string>('/me/calendar');
    expect(text).toContain(feed!.address);
    expect(text).toMatch(/<input[^>]*readonly/i);
    expect((await browser.form(`/me/calendar/${feed!.id}/revocation`, {})).status).toBe(303);
    expect((await browser.get<string>('/me/calendar')).text).not.toContain(feed!.address);
  });

  it('are read so many times an hour, and who guesses at addresses is stopped', async () => {
    const limited = await TestApp.start({ CALENDAR_READ_LIMIT: '2' });
    try {
      const own = new Builders(limited);
      const account = await own.account({ person: await own.person() });
      const { body } = await limited.signedIn(account).post<Feed>('/api/v1/calendar-feeds', { kind: 'person' });
      const get = (path: string) => limited.as(null).get<string>(path);
      const { pathname } = new URL(body.address);
      expect([(await get(pathname)).status, (await get(pathname)).status]).toEqual([200, 200]);
      const refused = await get(pathname);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3000);
      expect((await get('/calendars/doan-mo-1.ics')).status).toBe(404);
      expect((await get('/calendars/doan-mo-2.ics')).status).toBe(404);
      expect((await get('/calendars/doan-mo-3.ics')).status).toBe(429);
    } finally {
      await limited.stop();
    }
  });
});
