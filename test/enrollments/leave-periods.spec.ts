import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltEnrollment, type BuiltHalfDay } from '../builders';
import { Situations } from '../reminders/situations';

interface Request {
  readonly id: string;
  readonly classId: string;
  readonly state: string;
  readonly code: string;
  readonly kind: string;
  readonly paper: { readonly number: string; readonly on: string | null } | null;
  readonly paperSeenByName: string | null;
  readonly needsPaper: boolean;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly halfDays: readonly { readonly id: string; readonly mark: string; readonly movedFrom: string | null }[];
}

const from = '2026-02-09';
const to = '2026-02-20';

let app: TestApp;
let a: Builders;
let office: BuiltAccount;
let one: BuiltClass;
let other: BuiltClass;
let manager: BuiltAccount;
let cadre: BuiltAccount;
let enrolled: BuiltEnrollment;
let within: BuiltHalfDay;
let after: BuiltHalfDay;

beforeAll(async () => {
  app = await TestApp.start({ LEAVE_REQUEST_DAYS: '3' });
  a = new Builders(app);
  office = await a.office();
});
afterAll(() => app.stop());
beforeEach(async () => {
  app.clock.moveTo(momentAt('2026-02-05', '08:00'));
  const span = { state: 'confirmed', opensOn: '2026-02-02', closesOn: '2026-03-31' } as const;
  [one, other] = [await a.trainingClass(span), await a.trainingClass(span)];
  within = await a.halfDay(one, '2026-02-10');
  after = await a.halfDay(one, '2026-02-24');
  await a.halfDay(other, '2026-02-12', { part: 'afternoon' });
  manager = await a.account({ roles: [['class_manager', one]] });
  const person = await a.person();
  enrolled = await a.enrollment({ in: one, person, since: momentAt('2026-02-01', '08:00') });
  await a.enrollment({ in: other, person, since: momentAt('2026-02-01', '08:00') });
  cadre = await a.account({ person });
});

const askPeriod = (given: object = {}, by = cadre) =>
  app.as(by).post<{ items: Request[]; code: string; errors: { field: string }[] }>('/api/v1/leave-periods', {
    ...{ from, to, kind: 'work', reason: 'Đi công tác miền Bắc' },
    ...given,
  });
const ofClass = (requests: readonly Request[], of = one) => requests.find(({ classId }) => classId === of.id)!;
const asked = async (given: object = {}) => ofClass((await askPeriod(given)).body.items);
const decide = (id: string, how: string, by = manager) =>
  app.as(by).post<Request>(`/api/v1/leave-requests/${id}/${how}`);
const shown = async (id: string) => (await app.as(cadre).get<Request>(`/api/v1/leave-requests/${id}`)).body;
const markAt = async (halfDay: { readonly id: string }) =>
  (
    await app.sql<{ mark: string }>(
      `SELECT mark FROM attendance_lines WHERE enrollment_id = $1 AND half_day_id = $2`,
      enrolled.id,
      halfDay.id,
    )
  )[0]!.mark;
const move = async (halfDay: { readonly id: string }, toDay: string) => {
  const moved = await app.as(office).patch(`/api/v1/half-days/${halfDay.id}`, { day: toDay, reason: 'Bão số 3' });
  expect(moved.status).toBe(200);
};

describe('leave for a whole period', () => {
  it('is asked once for all half-days of all classes, and decided once in each class by who runs it', async () => {
    const { status, body } = await askPeriod();
    expect([status, body.items.map(({ state }) => state)]).toEqual([201, ['asked', 'asked']]);
    expect(ofClass(body.items)).toMatchObject({ kind: 'work', period: { from, to }, halfDays: [{ id: within.id }] });
    const elsewhere = ofClass(body.items, other);
    expect((await decide(elsewhere.id, 'approval')).status).toBe(404);

    expect((await decide(ofClass(body.items).id, 'approval')).body).toMatchObject({ state: 'approved' });
    expect([await markAt(within), await markAt(after)]).toEqual(['excused', 'unmarked']);
    expect(await shown(elsewhere.id)).toMatchObject({ state: 'asked' });
    const secretary = await a.secretaryOf({ id: enrolled.person.unitId });
    expect((await app.as(secretary).get(`/api/v1/leave-requests/${elsewhere.id}`)).status).toBe(200);
    expect((await decide(elsewhere.id, 'approval', secretary)).status).toBe(403);
  });

  it('takes in what is moved or added into it, and nothing that is moved out of it', async () => {
    const { id } = await asked();
    await decide(id, 'approval');
    await move(after, '2026-02-18');
    expect(await markAt(after)).toBe('excused');
    expect((await shown(id)).halfDays.map((halfDay) => halfDay.id)).toEqual([within.id, after.id]);

    const added = await app.as(office).post<{ items: { id: string }[] }>(`/api/v1/classes/${one.id}/half-days`, {
      ...{ day: '2026-02-19', part: 'morning' },
    });
    expect(added.status).toBe(201);
    expect(await markAt(added.body.items[0]!)).toBe('excused');

    await move(within, '2026-02-26');
    expect(await markAt(within)).toBe('unmarked');
    expect(await shown(id)).toMatchObject({ state: 'approved' });
    expect((await shown(id)).halfDays.map((halfDay) => halfDay.id)).not.toContain(within.id);
    const reopened = await app.as(cadre).get<{ items: Request[] }>('/api/v1/leave-requests?state=reopened');
    expect(reopened.body.items).toMatchObject([
      { period: null, kind: 'work', halfDays: [{ id: within.id, movedFrom: '2026-02-10', mark: 'unmarked' }] },
    ]);
    const [own] = reopened.body.items;
    // Back in, there is nothing to ask again.
    await move(within, '2026-02-11');
    expect(await shown(own!.id)).toMatchObject({ state: 'withdrawn' });
    expect(await markAt(within)).toBe('excused');
  });

  it('stands where a half-day moves within it', async () => {
    const { id } = await asked();
    await decide(id, 'approval');
    await move(within, '2026-02-13');
    expect(await markAt(within)).toBe('excused');
    expect(await shown(id)).toMatchObject({ state: 'approved', halfDays: [{ id: within.id, movedFrom: null }] });
  });

  it('is asked before there are half-days, too, and not twice for the same days', async () => {
    const march = { from: '2026-03-09', to: '2026-03-20', kind: 'maternity' };
    const { id, halfDays } = await asked(march);
    expect(halfDays).toEqual([]);
    await decide(id, 'approval');
    expect((await app.as(cadre).get<string>(`/leave-requests/${id}`)).text).toContain('Chưa có buổi nào');
    await move(after, '2026-03-10');
    expect(await markAt(after)).toBe('excused');
    expect((await askPeriod(march)).body.code).toBe('no_class_in_period');
    const backwards = await askPeriod({ from: to, to: from });
    expect(backwards).toMatchObject({ status: 422, body: { errors: [{ field: 'to' }] } });
    expect((await askPeriod({ from: '2026-02-01' })).body.code).toBe('leave_too_late');
  });

  it('reminds of no half-day in it, tells the manager its days, and stands so in the person’s calendar', async () => {
    const given = new Situations(app, a);
    const { id } = await asked();
    await given.planAndSend();
    const [waiting] = await app.sql<{ body: string }>(
      `SELECT body FROM mail_messages WHERE to_address = $1 AND subject LIKE '%chờ duyệt%'`,
      manager.email,
    );
    expect(waiting!.body).toContain('từ 09/02/2026 đến hết 20/02/2026 (1 buổi)');
    await decide(id, 'approval');
    given.goTo('2026-02-09');
    await given.planAndSend();
    const near = await app.sql(
      `SELECT 1 FROM reminders WHERE class_id = $1 AND person_id = $2 AND rule = 'half_day_near'`,
      one.id,
      enrolled.person.id,
    );
    expect(near).toEqual([]);
    const feed = await app.signedIn(cadre).post<{ address: string }>('/api/v1/calendar-feeds', { kind: 'person' });
    const calendar = (await app.as(null).get<string>(new URL(feed.body.address).pathname)).text;
    expect(calendar.match(/\(được nghỉ\)/g)).toHaveLength(1);
  });

  it('is never decided by oneself', async () => {
    const person = await a.person();
    await a.enrollment({ in: one, person });
    const own = await a.account({ person, roles: [['class_manager', one]] });
    const { items } = (await askPeriod({}, own)).body;
    expect((await decide(ofClass(items).id, 'approval', own)).body.code).toBe('about_oneself');
  });

  it('is asked for on a page, which loses nothing that was typed', async () => {
    const typed = { from, to: '2026-02-01', reason: 'Nằm viện', kind: 'sick', paperNumber: '15/BV' };
    const refused = await app.as(cadre).form('/leave-periods', typed);
    expect(refused.status).toBe(422);
    for (const kept of ['Nằm viện', '15/BV']) expect(refused.text).toContain(kept);
    const done = await app.as(cadre).form('/leave-periods', { ...typed, to });
    expect(done.status).toBe(303);
    const list = await app.as(cadre).get<string>(done.headers.get('location')!);
    expect(list.text.match(/từ 09\/02\/2026 đến hết 20\/02\/2026 \(1 buổi\)/g)).toHaveLength(2);
  });
});

describe('leave with a paper', () => {
  const named = { kind: 'sick', reason: 'Nằm viện', paperNumber: 'Giấy ra viện 15/BV', paperOn: '2026-02-08' };
  const askOne = async (given: object = {}) =>
    (await app.as(cadre).post<Request>('/api/v1/leave-requests', { halfDayIds: [within.id], reason: 'Ốm', ...given }))
      .body;
  const needPaperFor = async (...kinds: string[]) => {
    const [{ courseId } = { courseId: '' }] = await app.sql<{ courseId: string }>(
      `SELECT course_id FROM classes WHERE id = $1`,
      one.id,
    );
    await a.rule({ id: courseId }, 'completion', 'leave_paper', { kinds });
  };

  it('excuses without it unless the course says otherwise, and who runs the class says that they saw it', async () => {
    const { id, paper, needsPaper } = await askOne(named);
    expect([paper, needsPaper]).toEqual([{ number: 'Giấy ra viện 15/BV', on: '2026-02-08' }, false]);
    await decide(id, 'approval');
    expect(await markAt(within)).toBe('excused');
    expect((await decide(id, 'paper-check', cadre)).status).toBe(403);
    expect((await decide(id, 'paper-check')).body).toMatchObject({ paperSeenByName: manager.email });
    expect((await decide(id, 'paper-check')).body.code).toBe('leave_paper_seen');
  });

  it('excuses only once the paper was seen where the course asks for one, and counts as absent until then', async () => {
    await needPaperFor('sick');
    const { id, needsPaper } = await askOne({ kind: 'sick' });
    expect(needsPaper).toBe(true);
    expect((await decide(id, 'approval')).body).toMatchObject({ state: 'approved' });
    expect(await markAt(within)).toBe('unmarked');
    expect((await app.as(cadre).get<string>(`/leave-requests/${id}`)).text).toContain(
      'chỉ tính là có phép khi giấy tờ đã được xem',
    );
    app.clock.moveTo(momentAt('2026-02-10', '12:00'));
    const entries = [{ enrollmentId: enrolled.id, mark: 'unexcused' }];
    await app.as(manager).put(`/api/v1/half-days/${within.id}/attendance`, { entries });

    expect((await decide(id, 'paper-check')).body.code).toBe('leave_paper_missing');
    const paper = await app.as(cadre).form(`/leave-requests/${id}/paper`, { paperNumber: '15/BV' });
    expect(paper.status).toBe(303);
    expect(await markAt(within)).toBe('unexcused');
    expect((await app.as(manager).form(`/leave-requests/${id}/paper-check`, {})).status).toBe(303);
    expect(await markAt(within)).toBe('excused');
    expect(
      (await app.as(cadre).put<Request>(`/api/v1/leave-requests/${id}/paper`, { paperNumber: '16/BV' })).body.code,
    ).toBe('leave_paper_seen');
  });

  it('of a kind the course asks none for excuses as it is approved', async () => {
    await needPaperFor('sick');
    await decide((await askOne({ kind: 'family' })).id, 'approval');
    expect(await markAt(within)).toBe('excused');
  });

  it('has a number if it has a day', async () => {
    const refused = await app.as(cadre).post<{ errors: { field: string }[] }>('/api/v1/leave-requests', {
      ...{ halfDayIds: [within.id], reason: 'Ốm', paperOn: '2026-02-08' },
    });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ field: 'paperNumber' }] } });
  });
});

describe('leave for a half-day that moved', () => {
  it('is asked again by one press on the desk, seen by the manager meanwhile, and shown with its old hour', async () => {
    const { id } = (
      await app.as(cadre).post<Request>('/api/v1/leave-requests', { halfDayIds: [within.id], reason: 'Giỗ bố' })
    ).body;
    await decide(id, 'approval');
    await move(within, '2026-02-11');
    const desk = (await app.as(cadre).get<string>('/')).text;
    expect(desk).toContain('đơn xin nghỉ là cho giờ cũ');
    expect(desk).toContain(`action="/leave-requests/${id}/renewal"`);
    expect((await app.as(manager).get<string>('/')).text).toContain('chờ học viên xin lại');
    expect((await decide(id, 'renewal', manager)).status).toBe(403);

    expect((await app.as(cadre).form(`/leave-requests/${id}/renewal`, {})).status).toBe(303);
    expect((await app.as(manager).get<string>(`/leave-requests/${id}`)).text).toContain('dời từ 08:00 ngày 10/02/2026');
    await decide(id, 'approval');
    expect(await markAt(within)).toBe('excused');
  });
});
