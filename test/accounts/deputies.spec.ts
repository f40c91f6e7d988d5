import { addDays, momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';
import { endGrantOf } from './given-accounts';

const letter = { number: '47-CV/ĐU', date: '2026-01-05' };
/** From the third to the fifth day after the specs start; the call of the class is open all the while. */
const period = { startsOn: '2026-01-08', endsOn: '2026-01-10' };

interface Loan {
  readonly id: string;
  readonly direction: string;
  readonly state: string;
}
interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { readonly field: string; readonly code: string }[];
}

describe('deputies', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let deputy: BuiltAccount;
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    deputy = await a.account();
    inClass = await a.trainingClass({ allocations: [[unit, 9]] });
  });

  const grantOf = async (account: BuiltAccount) =>
    (await app.as(account).get<{ grants: { id: string }[] }>('/api/v1/me')).body.grants[0]!.id;
  const lend = async (changes: Readonly<Record<string, unknown>> = {}, from = secretary) =>
    app.signedIn(from).post<{ id: string }>('/api/v1/grant-loans', {
      grantId: await grantOf(from),
      email: deputy.email,
      reason: 'Nghỉ phép',
      ...period,
      ...changes,
    });
  const refusals = async (changes: Readonly<Record<string, unknown>>, from = secretary) => {
    const { body } = (await lend(changes, from)) as unknown as { body: Problem };
    return body.errors.map(({ field, code }) => `${field} ${code}`);
  };
  const loansOf = async (account: BuiltAccount) =>
    (await app.as(account).get<{ items: Loan[] }>('/api/v1/grant-loans')).body.items;
  const end = async (account: BuiltAccount, id: string) =>
    app.as(account).post(`/api/v1/grant-loans/${id}/ending`, { reason: 'Đã đi làm lại' });
  const nominate = async (as = deputy) => {
    const person = await a.person({ in: unit });
    return (await app.as(as).post(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter })).status;
  };
  const moveTo = (day: string, time: string) => app.clock.moveTo(momentAt(day, time));

  it('act within the days of the loan, to the minute of the calendar, and not outside them', async () => {
    expect((await lend()).status).toBe(201);
    moveTo('2026-01-07', '23:59');
    expect(await nominate()).toBe(403);
    moveTo(period.startsOn, '00:00');
    expect(await nominate()).toBe(201);
    moveTo(period.endsOn, '23:59');
    expect(await nominate()).toBe(201);
    moveTo('2026-01-11', '00:00');
    expect(await nominate()).toBe(403);
    expect(await nominate(secretary)).toBe(201);
  });

  it('find the desk and the menu of the unit in those days only', async () => {
    await lend();
    const desk = async () => (await app.as(deputy).get('/')).text;
    expect(await desk()).not.toContain('Việc của đơn vị');
    moveTo(period.startsOn, '09:00');
    expect(await desk()).toContain('Việc của đơn vị');
    expect(await desk()).toContain('href="/reports/unit"');
    expect((await app.as(deputy).get(`/classes/${inClass.id}/candidates?unitId=${unit.id}`)).status).toBe(200);
    moveTo('2026-01-11', '09:00');
    expect(await desk()).not.toContain('Việc của đơn vị');
    expect((await app.as(deputy).get(`/classes/${inClass.id}/candidates?unitId=${unit.id}`)).status).toBe(403);
  });

  it('are told on their desk whose work it is, and until when', async () => {
    await lend();
    const [lender] = await app.sql<{ name: string }>('SELECT name FROM accounts WHERE id = $1', secretary.id);
    const desk = async (of: BuiltAccount) => (await app.as(of).get<string>('/')).text;
    moveTo(period.startsOn, '08:00');
    expect(await desk(deputy)).toContain(`Đồng chí đang làm thay đồng chí ${lender!.name}: Bí thư đơn vị`);
    expect(await desk(deputy)).toContain('đến hết ngày 10/01/2026.');
    expect(await desk(secretary)).not.toContain('đang làm thay');
    moveTo('2026-01-11', '08:00');
    expect(await desk(deputy)).not.toContain('đang làm thay');
  });

  it('may no more once the lender’s own grant ended, and its next holder may name them again', async () => {
    await lend();
    moveTo(period.startsOn, '09:00');
    expect(await nominate()).toBe(201);
    const grant = { role: 'unit_secretary', unitId: unit.id } as const;
    await endGrantOf(app, { accountId: secretary.id, ...grant });
    expect(await nominate()).toBe(403);
    expect(await loansOf(deputy)).toMatchObject([{ direction: 'received', state: 'without_ground' }]);

    const next = await a.secretaryOf(unit);
    expect((await lend({ startsOn: period.endsOn }, next)).status).toBe(201);
  });

  it('may no more while the lender’s account is disabled', async () => {
    await lend();
    moveTo(period.startsOn, '09:00');
    await secretary.isLocked(app.clock.now());
    expect(await nominate()).toBe(403);
  });

  it('lose nothing lent when a role of their own is to be ended', async () => {
    await lend();
    moveTo(period.startsOn, '09:00');
    const ending = endGrantOf(app, { accountId: deputy.id, role: 'unit_secretary', unitId: unit.id });
    await expect(ending).rejects.toMatchObject({ code: 'not_found' });
    expect(await nominate()).toBe(201);
  });

  it('are seen by both sides, and by nobody else', async () => {
    await lend();
    const shown = { role: 'unit_secretary', unitId: unit.id, placeName: `Đơn vị ${unit.code}`, ...period };
    expect(await loansOf(secretary)).toMatchObject([{ ...shown, direction: 'given', state: 'coming' }]);
    expect(await loansOf(deputy)).toMatchObject([{ ...shown, direction: 'received', state: 'coming' }]);
    expect(await loansOf(await a.secretaryOf(unit))).toEqual([]);
    moveTo('2026-01-11', '00:00');
    expect(await loansOf(deputy)).toMatchObject([{ state: 'over' }]);
  });

  it('are listed with what comes next before what comes later, and what is over last', async () => {
    const lent = async (startsOn: string, endsOn: string) => (await lend({ startsOn, endsOn })).body.id;
    const over = await lent('2026-01-06', '2026-01-06');
    const later = await lent('2026-01-20', '2026-01-21');
    const next = await lent('2026-01-12', '2026-01-13');
    const running = await lent(period.startsOn, period.endsOn);
    moveTo(period.startsOn, '09:00');
    expect((await loansOf(secretary)).map(({ id }) => id)).toEqual([running, next, later, over]);
  });

  it('are told in /me what is lent to them and until when', async () => {
    await lend();
    moveTo(period.startsOn, '09:00');
    const { body } = await app.as(deputy).get('/api/v1/me');
    expect(body['grants']).toMatchObject([
      { role: 'unit_secretary', unitId: unit.id, lent: true, until: '2026-01-10' },
    ]);
    const own = await app.as(secretary).get('/api/v1/me');
    expect(own.body['grants']).toMatchObject([{ lent: false, until: null }]);
  });

  it('cannot lend on what was lent to them', async () => {
    await lend();
    moveTo(period.startsOn, '09:00');
    const third = await a.account();
    expect(await refusals({ email: third.email, startsOn: period.endsOn }, deputy)).toEqual(['grantId lent_already']);
    const lent = await grantOf(deputy);
    const row = { accountId: third.id, role: 'unit_secretary', unitId: unit.id, grantedAt: app.clock.now() };
    const days = { startsOn: period.endsOn, endsOn: period.endsOn, lentReason: 'x' };
    await expect(a.insert('grants', { ...row, ...days, lentFrom: lent })).rejects.toMatchObject({
      constraint: 'grants_lent_from_an_own_grant',
    });
  });

  it('cannot be named by somebody who does not hold the grant, or whose role stays with its holder', async () => {
    expect(await refusals({ grantId: await grantOf(await a.secretaryOf(unit)) })).toEqual(['grantId not_yours']);
    const { bloc } = await a.organization();
    const keeper = await a.account({
      roles: [
        ['data_officer', bloc],
        ['training_officer', bloc],
      ],
    });
    const [grant] = await app.sql<{ id: string }>(
      `SELECT id FROM grants WHERE account_id = $1 AND role = 'data_officer'`,
      keeper.id,
    );
    expect(await refusals({ grantId: grant!.id }, keeper)).toEqual(['grantId role_not_lent']);
    expect((await app.signedIn(await a.account()).post('/api/v1/grant-loans', {})).status).toBe(403);
  });

  it('must have an account in use, be somebody else, and not hold the grant already', async () => {
    expect(await refusals({ email: 'khong-co@example.vn' })).toEqual(['email no_such_account']);
    expect(await refusals({ email: secretary.email })).toEqual(['email oneself']);
    expect(await refusals({ email: (await a.secretaryOf(unit)).email })).toEqual(['email holds_already']);
    await deputy.isLocked(app.clock.now());
    expect(await refusals({})).toEqual(['email no_such_account']);
  });

  it('are found by their address whatever its capitals', async () => {
    expect((await lend({ email: deputy.email.toUpperCase() })).status).toBe(201);
  });

  it('stand in for days that lie ahead, in order, and not for more than a year', async () => {
    expect(await refusals({ startsOn: '2026-01-01', endsOn: '2026-01-04' })).toEqual(['endsOn in_the_past']);
    expect(await refusals({ endsOn: '2026-01-07' })).toEqual(['endsOn before_start']);
    expect(await refusals({ endsOn: addDays(period.startsOn, 366) })).toEqual(['endsOn too_long']);
    expect((await lend({ endsOn: addDays(period.startsOn, 365) })).status).toBe(201);
  });

  it('are lent the same grant once for the same days, whoever lends it', async () => {
    await lend();
    const answer = await lend({ startsOn: period.endsOn, endsOn: '2026-02-01' }, await a.secretaryOf(unit));
    expect(answer.body).toMatchObject({ status: 409, code: 'deputy_already' });
    expect((await lend({ startsOn: '2026-01-11', endsOn: '2026-02-01' })).status).toBe(201);
  });

  it.each(['lender', 'deputy', 'administrator'] as const)('stand in no more once the %s ends it early', async (who) => {
    const { body } = await lend();
    moveTo(period.startsOn, '09:00');
    const administrator = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    const party = { lender: secretary, deputy, administrator }[who];
    expect((await end(await a.secretaryOf(unit), body.id)).status).toBe(404);
    expect(await nominate()).toBe(201);
    expect((await end(party, body.id)).status).toBe(204);
    expect(await nominate()).toBe(403);
    expect(await loansOf(secretary)).toMatchObject([{ state: 'ended_early', endReason: 'Đã đi làm lại' }]);
    expect((await end(party, body.id)).body).toMatchObject({ status: 409, code: 'grant_loan_over' });
  });

  it('cannot end an own grant by that door', async () => {
    expect((await end(secretary, await grantOf(secretary))).status).toBe(404);
  });

  it('leave two lines in the journal, without an address', async () => {
    const { body } = await lend();
    await end(deputy, body.id);
    const lines = await app.sql(
      `SELECT action, account_id, subject_id, unit_id, reason, facts FROM journal_lines WHERE facts ->> 'loan' = $1 ORDER BY id`,
      body.id,
    );
    const facts = { role: 'unit_secretary', loan: body.id, deputy: deputy.id, ...period };
    const about = { subjectId: deputy.id, unitId: unit.id, facts };
    expect(lines).toEqual([
      { ...about, action: 'accounts.grant_lent', accountId: secretary.id, reason: 'Nghỉ phép' },
      { ...about, action: 'accounts.grant_loan_ended', accountId: deputy.id, reason: 'Đã đi làm lại' },
    ]);
    const journal = await app.as(secretary).get('/journal');
    expect(journal.text).toContain('đã ủy quyền cho tài khoản');
  });

  it('may manage a class in the manager’s place', async () => {
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    await lend({}, manager);
    const roster = async () => (await app.as(deputy).get(`/api/v1/classes/${inClass.id}/enrollments`)).status;
    expect(await roster()).toBe(403);
    moveTo(period.startsOn, '09:00');
    expect(await roster()).toBe(200);
  });

  it('repeated with the same Idempotency-Key, is one loan', async () => {
    const body = { grantId: await grantOf(secretary), email: deputy.email, reason: 'Nghỉ phép', ...period };
    const caller = app.signedIn(secretary).with({ 'idempotency-key': 'loan-1' });
    const first = await caller.post('/api/v1/grant-loans', body);
    expect((await caller.post('/api/v1/grant-loans', body)).body).toEqual(first.body);
    expect(await loansOf(secretary)).toHaveLength(1);
  });

  describe('on the page', () => {
    it('are named by a form, which comes back as it was typed when it is refused', async () => {
      const page = await app.as(secretary).get('/me/deputies');
      expect(page.text).toContain(`Bí thư đơn vị – Đơn vị ${unit.code}`);
      const typed = { grantId: await grantOf(secretary), email: 'sai@example.vn', reason: 'Nghỉ phép', ...period };
      const refused = await app.signedIn(secretary).form('/me/deputies', typed);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('value="sai@example.vn"');
      expect(refused.text).toContain('Không có tài khoản đang dùng với địa chỉ thư này.');

      const done = await app.signedIn(secretary).form('/me/deputies', { ...typed, email: deputy.email });
      expect(done.headers.get('location')).toBe('/me/deputies');
      expect((await app.as(secretary).get('/me/deputies')).text).toContain('Bắt đầu từ ngày 08/01/2026');
      expect((await app.as(deputy, 'en').with({ cookie: 'locale=en' }).get('/me/deputies')).text).toContain(
        'From 08/01/2026; it allows nothing before.',
      );
    });

    it('give back what was lent, with a reason', async () => {
      const { body } = await lend();
      const address = `/me/deputies/${body.id}/ending`;
      const refused = await app.as(deputy).form(address, { reason: '' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Chưa ghi lý do kết thúc.');
      expect((await app.as(deputy).form(address, { reason: 'Bận việc khác' })).status).toBe(303);
      expect((await app.as(secretary).get('/me/deputies')).text).toContain('Bận việc khác');
    });

    it('are offered to nobody who has nothing to lend', async () => {
      const page = await app.as(deputy).get('/me/deputies');
      expect(page.text).toContain('Chưa có ai ủy quyền cho đồng chí.');
      expect(page.text).not.toContain('name="grantId"');
    });

    it('are found beside the name of whoever is signed in', async () => {
      const { text } = await app.as(secretary).get('/classes');
      expect(text.slice(0, text.indexOf('<nav'))).toContain('href="/me/deputies"');
    });
  });
});
