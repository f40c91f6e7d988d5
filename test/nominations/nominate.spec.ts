import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

const letter = { number: '47-CV/ĐU', date: '2026-01-05' };

interface Shown {
  readonly id: string;
  readonly state: string;
  readonly seat: number | null;
  readonly rank: number | null;
  readonly reservesBefore: number | null;
  readonly sentence: { vi: string; en: string };
}

describe('nominating', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let group: BuiltAccount;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    group = await a.groupOfficer();
  });
  afterAll(() => app.stop());

  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  const nominate = async (inClass: BuiltClass, person: BuiltPerson, more: object = { letter }) =>
    app.as(secretary).post<Shown>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, ...more });
  const show = async (id: string) => (await app.as(secretary).get<Shown>(`/api/v1/nominations/${id}`)).body;
  const aClass = (seats: number, more: object = {}) =>
    a.trainingClass({ allocations: [[unit, seats]], pool_open: false, ...more });
  const aPerson = (more: object = {}) => a.person({ in: unit, ...more });

  it('takes a seat of the unit and says so', async () => {
    const nominated = await nominate(await aClass(1), await aPerson());
    expect(nominated.status).toBe(201);
    expect(nominated.body).toMatchObject({ state: 'submitted', seat: 1, rank: null });
    expect(nominated.body.sentence.vi).toBe('Đang giữ chỉ tiêu số 1. Chờ văn phòng đào tạo xét duyệt.');
  });

  it('without a letter stays a draft that holds nothing', async () => {
    const draft = await nominate(await aClass(1), await aPerson(), {});
    expect(draft.body).toMatchObject({ state: 'draft', seat: null, rank: null });
  });

  it('beyond the unit’s seats makes ranked reserves', async () => {
    const inClass = await aClass(1);
    await nominate(inClass, await aPerson());
    const first = await nominate(inClass, await aPerson());
    const second = await nominate(inClass, await aPerson());
    expect([first.body.rank, second.body.rank]).toEqual([1, 2]);
    expect(second.body.sentence.vi).toContain('Dự phòng số 2 của đơn vị; còn 1 người trước.');
  });

  it('takes a seat of the pool when the unit has none of its own and the class allows it', async () => {
    const other = await a.unit();
    const inClass = await a.trainingClass({ seats: 2 });
    await app.sql('UPDATE seats SET unit_id = $2 WHERE class_id = $1 AND number = 1', inClass.id, other.id);
    expect((await nominate(inClass, await aPerson())).body.seat).toBe(2);
    expect((await nominate(inClass, await aPerson())).body.seat).toBeNull();
  });

  it('gives a withdrawn seat to the unit’s first reserve', async () => {
    const inClass = await aClass(1);
    const holder = await nominate(inClass, await aPerson());
    const first = await nominate(inClass, await aPerson());
    const second = await nominate(inClass, await aPerson());

    const withdrawn = await app
      .as(secretary)
      .post(`/api/v1/nominations/${holder.body.id}/withdrawal`, { reason: 'Đi công tác dài ngày' });

    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', seat: null });
    expect(await show(first.body.id)).toMatchObject({ seat: 1, rank: null });
    expect(await show(second.body.id)).toMatchObject({ seat: null, rank: 2, reservesBefore: 0 });
  });

  it('passes over a reserve who no longer qualifies, and the journal says why', async () => {
    const inClass = await aClass(1);
    const holder = await nominate(inClass, await aPerson());
    const gone = await aPerson();
    const first = await nominate(inClass, gone);
    const second = await nominate(inClass, await aPerson());
    await app.sql(`UPDATE persons SET left_on = '2026-01-04' WHERE id = $1`, gone.id);

    await app.as(secretary).post(`/api/v1/nominations/${holder.body.id}/withdrawal`, { reason: 'Chuyển công tác' });

    expect(await show(second.body.id)).toMatchObject({ seat: 1 });
    const [line] = await app.sql<{ facts: object }>(
      `SELECT facts FROM journal_lines WHERE subject_id = $1 AND action = 'nominations.passed_over'`,
      first.body.id,
    );
    expect(line!.facts).toEqual({
      because: {
        vi: 'Không còn sinh hoạt tại đơn vị cử.',
        en: 'Does not belong to the nominating unit any more.',
      },
      rank: 1,
    });
  });

  it('refuses the same person twice in one class', async () => {
    const inClass = await aClass(2);
    const person = await aPerson();
    await nominate(inClass, person);
    expect((await nominate(inClass, person)).body).toMatchObject({ status: 409, code: 'already_nominated' });
  });

  it('refuses who does not qualify, rule by rule, in the reader’s language', async () => {
    const course = await a.course();
    await a.rule(course, 'admission', 'minimum_age', { mode: 'part_time', male: 30, female: 28 });
    await a.rule(course, 'admission', 'ratings', { years: 2, atLeast: 'good' });
    const inClass = await aClass(1, { course });
    const young = await aPerson({ birth_date: '1997-03-01', ratings: { 2024: 'good', 2025: 'completed' } });

    const refused = await nominate(inClass, young);
    expect(refused.body).toMatchObject({ status: 409, code: 'not_eligible' });
    expect(refused.body).toMatchObject({
      detail: expect.stringContaining('Đủ 28 tuổi vào ngày khai giảng 07/02/2026 (yêu cầu nam từ 30 tuổi') as string,
    });
    expect(refused.body).toMatchObject({ detail: expect.stringContaining('2025: hoàn thành nhiệm vụ') as string });
    const english = await app
      .as(secretary, 'en')
      .post(`/api/v1/classes/${inClass.id}/nominations`, { personId: young.id, letter });
    expect(english.body).toMatchObject({ detail: expect.stringContaining('Aged 28 on the opening day') as string });
  });

  it('counts age by the month of birth on the opening day', async () => {
    const course = await a.course();
    await a.rule(course, 'admission', 'minimum_age', { mode: 'part_time', male: 30, female: 28 });
    const inClass = await aClass(2, { course });
    expect((await nominate(inClass, await aPerson({ birth_date: '1996-02-28' }))).status).toBe(201);
    expect((await nominate(inClass, await aPerson({ birth_date: '1996-03-01' }))).status).toBe(409);
  });

  it('names the fields of a letter that is not whole', async () => {
    const refused = await nominate(await aClass(1), await aPerson(), { letter: { number: '', date: '2026-02-30' } });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'letter.number' }, { field: 'letter.date' }] });
  });

  it('is closed outside the window for units, and open to the office with a reason', async () => {
    const inClass = await aClass(1);
    const person = await aPerson();
    app.clock.moveTo(momentAt('2026-01-21', '09:00'));
    expect((await nominate(inClass, person)).body).toMatchObject({ status: 409, code: 'call_not_open' });
    expect((await nominate(inClass, person, { letter, lateReason: 'Công văn đến muộn' })).status).toBe(403);

    const late = await app.as(office).post(`/api/v1/classes/${inClass.id}/nominations`, {
      personId: person.id,
      unitId: unit.id,
      letter,
      lateReason: 'Công văn đến muộn',
    });
    expect(late.body).toMatchObject({ state: 'submitted', seat: 1, lateReason: 'Công văn đến muộn' });
  });

  it('lets the office send a unit’s draft after the window, with a reason, and nobody else', async () => {
    const inClass = await aClass(1);
    const { body: draft } = await nominate(inClass, await aPerson(), {});
    app.clock.moveTo(momentAt('2026-01-21', '09:00'));
    const path = `/api/v1/nominations/${draft.id}`;
    const lateReason = 'Công văn đến muộn';
    expect((await app.as(secretary).post(`${path}/submission`, { letter, lateReason })).status).toBe(403);
    expect((await app.as(office).post(`${path}/submission`, { letter })).body['code']).toBe('call_not_open');
    expect((await app.as(secretary).get<string>(`/nominations/${draft.id}`)).text).not.toContain('/submission');
    expect((await app.as(office).get<string>(`/nominations/${draft.id}`)).text).toContain('name="lateReason"');
    expect((await app.as(office).get(path)).body).toMatchObject({ nextStep: { who: 'office' } });

    const sent = await app.as(office).form(`/nominations/${draft.id}/submission`, {
      'letter.number': letter.number,
      'letter.date': letter.date,
      lateReason,
    });
    expect(sent.status).toBe(303);
    expect((await app.as(office).get(path)).body).toMatchObject({ state: 'submitted', seat: 1, lateReason });
    const [line] = await app.sql(
      `SELECT reason FROM journal_lines WHERE subject_id = $1 AND action = 'nominations.submitted'`,
      draft.id,
    );
    expect(line).toEqual({ reason: lateReason });
  });

  it('cancels nothing when the window ends: what was returned may still be sent again', async () => {
    const inClass = await aClass(1);
    const { body } = await nominate(inClass, await aPerson());
    const returned = await app
      .as(office)
      .post(`/api/v1/nominations/${body.id}/return`, { reason: 'Thiếu ngày chính thức', correctBy: '2026-01-25' });
    expect(returned.body).toMatchObject({ state: 'returned', seat: 1 });

    app.clock.moveTo(momentAt('2026-01-22', '09:00'));
    const again = await app.as(secretary).post(`/api/v1/nominations/${body.id}/submission`, { letter });
    expect(again.body).toMatchObject({ state: 'submitted', seat: 1 });
  });

  it('waits for the Group’s word where the course asks for it, then enrolls', async () => {
    const course = await a.course({ approval_steps: '{group,bloc}' });
    const inClass = await aClass(1, { course });
    await a.halfDay(inClass, '2026-02-07');
    const person = await aPerson();
    const { body } = await nominate(inClass, person);
    expect((await app.as(office).post(`/api/v1/nominations/${body.id}/acceptance`)).body).toMatchObject({
      code: 'awaits_endorsement',
    });
    expect((await app.as(office).post(`/api/v1/nominations/${body.id}/endorsement`)).status).toBe(403);

    await app.as(group).post(`/api/v1/nominations/${body.id}/endorsement`);
    const accepted = await app.as(office).post(`/api/v1/nominations/${body.id}/acceptance`);

    expect(accepted.body).toMatchObject({ state: 'accepted', seat: 1 });
    expect(await app.sql('SELECT mark FROM attendance_lines WHERE person_id = $1', person.id)).toEqual([
      { mark: 'unmarked' },
    ]);
  });

  it('does not accept a reserve', async () => {
    const inClass = await aClass(1);
    await nominate(inClass, await aPerson());
    const reserve = await nominate(inClass, await aPerson());
    expect((await app.as(office).post(`/api/v1/nominations/${reserve.body.id}/acceptance`)).body).toMatchObject({
      code: 'still_reserve',
    });
  });

  it('rejects with a reason only, and the seat moves on', async () => {
    const inClass = await aClass(1);
    const holder = await nominate(inClass, await aPerson());
    const reserve = await nominate(inClass, await aPerson());
    expect(
      (await app.as(office).post(`/api/v1/nominations/${holder.body.id}/rejection`, { reason: ' ' })).body,
    ).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    await app.as(office).post(`/api/v1/nominations/${holder.body.id}/rejection`, { reason: 'Chưa đủ hồ sơ' });
    expect(await show(reserve.body.id)).toMatchObject({ seat: 1 });
  });

  it('substitutes in one move: the newcomer takes the seat and no reserve moves', async () => {
    const inClass = await aClass(1);
    const holder = await nominate(inClass, await aPerson());
    const reserve = await nominate(inClass, await aPerson());
    const newcomer = await aPerson();

    const came = await app.as(secretary).post<Shown>(`/api/v1/nominations/${holder.body.id}/substitution`, {
      personId: newcomer.id,
      reason: 'Nghỉ thai sản',
      letter,
    });

    expect(came.body).toMatchObject({ state: 'submitted', seat: 1, substitutesId: holder.body.id });
    expect(await show(holder.body.id)).toMatchObject({ state: 'substituted', seat: null });
    expect(await show(reserve.body.id)).toMatchObject({ seat: null, rank: 1 });
  });

  it('substitutes nobody by the very same person', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const person = await a.person({ in: unit });
    const { body: holder } = await nominate(inClass, person);
    const again = await app
      .as(secretary)
      .post(`/api/v1/nominations/${holder.id}/substitution`, { personId: person.id, reason: 'Nhầm', letter });
    expect(again).toMatchObject({ status: 422, body: { errors: [{ field: 'personId', code: 'same_person' }] } });
    expect(await show(holder.id)).toMatchObject({ state: 'submitted', seat: 1 });
  });

  it('substitutes nobody from the opening day on', async () => {
    const inClass = await aClass(1);
    const holder = await nominate(inClass, await aPerson());
    app.clock.moveTo(momentAt('2026-02-07', '06:00'));
    const refused = await app.as(secretary).post(`/api/v1/nominations/${holder.body.id}/substitution`, {
      personId: (await aPerson()).id,
      reason: 'x',
      letter,
    });
    expect(refused.body).toMatchObject({ code: 'too_late_to_substitute' });
  });

  it('refuses moves the state table does not have', async () => {
    const { body } = await nominate(await aClass(1), await aPerson());
    await app.as(secretary).post(`/api/v1/nominations/${body.id}/withdrawal`, { reason: 'Bận' });
    const again = await app.as(secretary).post(`/api/v1/nominations/${body.id}/withdrawal`, { reason: 'Bận' });
    expect(again.body).toMatchObject({
      status: 409,
      code: 'nomination_not_in_that_state',
      detail: expect.stringContaining('Đã rút') as string,
    });
  });

  it('nominates several with a result for each', async () => {
    const inClass = await aClass(2);
    const [one, two] = [await aPerson(), await aPerson({ left_on: '2025-12-31' })];
    const answer = await app
      .as(secretary)
      .post<{ results: { done: boolean; problem: { code: string } | null }[] }>(
        `/api/v1/classes/${inClass.id}/nominations/batch`,
        { personIds: [one.id, two.id], letter },
      );
    expect(answer.body.results.map(({ done, problem }) => [done, problem?.code])).toEqual([
      [true, undefined],
      [false, 'not_eligible'],
    ]);
  });

  it('reviews several with a result for each', async () => {
    const inClass = await aClass(1);
    const holder = await nominate(inClass, await aPerson());
    const reserve = await nominate(inClass, await aPerson());
    const decisions = [holder, reserve].map(({ body }) => ({ nominationId: body.id, decision: 'accept' }));
    const answer = await app
      .as(office)
      .post<{ results: { done: boolean; problem: { code: string } | null }[] }>('/api/v1/nominations/reviews', {
        decisions,
      });
    expect(answer.body.results.map(({ done, problem }) => [done, problem?.code])).toEqual([
      [true, undefined],
      [false, 'still_reserve'],
    ]);
  });

  it('hides a unit’s nominations from other units', async () => {
    const { body } = await nominate(await aClass(1), await aPerson());
    const stranger = await a.secretaryOf(await a.unit());
    expect((await app.as(stranger).get(`/api/v1/nominations/${body.id}`)).status).toBe(404);
    expect((await app.as(stranger).post(`/api/v1/nominations/${body.id}/withdrawal`, { reason: 'x' })).status).toBe(
      404,
    );
    expect((await app.as(stranger).get<{ items: unknown[] }>('/api/v1/nominations')).body.items).toEqual([]);
  });

  it('takes “none this time” for an answer, unless somebody is nominated', async () => {
    const inClass = await aClass(1);
    expect(
      (await app.as(secretary).post(`/api/v1/classes/${inClass.id}/none-this-time`, { note: 'Không có nhu cầu' }))
        .status,
    ).toBe(204);
    await nominate(inClass, await aPerson());
    expect((await app.as(secretary).post(`/api/v1/classes/${inClass.id}/none-this-time`)).body).toMatchObject({
      code: 'has_live_nominations',
    });
  });

  it('ends with its class: nobody is left nominated or enrolled', async () => {
    const inClass = await aClass(2);
    await a.halfDay(inClass, '2026-02-07');
    const person = await aPerson();
    const { body } = await nominate(inClass, person);
    await app.as(office).post(`/api/v1/nominations/${body.id}/acceptance`);

    expect(
      (await app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Không đủ sĩ số' })).status,
    ).toBe(204);

    expect(await show(body.id)).toMatchObject({ state: 'withdrawn', seat: null });
    expect(await app.sql('SELECT live FROM attendance_lines WHERE person_id = $1', person.id)).toEqual([
      { live: false },
    ]);
  });

  it('writes a journal line for each move', async () => {
    const { body } = await nominate(await aClass(1), await aPerson());
    await app.as(secretary).post(`/api/v1/nominations/${body.id}/withdrawal`, { reason: 'Bận việc' });
    const lines = await app.sql<{ action: string; reason: string | null; account_id: string }>(
      `SELECT action, reason, account_id FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      body.id,
    );
    expect(lines).toEqual([
      { action: 'nominations.drafted', reason: null, account_id: secretary.id },
      { action: 'nominations.submitted', reason: null, account_id: secretary.id },
      { action: 'nominations.withdrawn', reason: 'Bận việc', account_id: secretary.id },
    ]);
  });
});
