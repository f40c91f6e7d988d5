import { momentAt } from '../../src/platform/clock';
import {
  a,
  aClass,
  aPerson,
  app,
  journalOf,
  letter,
  noLetter,
  nominate,
  nominated,
  office,
  secretary,
  submit,
  unit,
  beginNominating,
} from './nominating';

beginNominating();

describe('submitting a nomination', () => {
  it('takes a seat of the unit and says so', async () => {
    const sent = await nominate(await aClass(1), await aPerson());
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({ state: 'submitted', seat: 1, rank: null });
    expect(sent.body.sentence.vi).toBe('Đang giữ chỉ tiêu số 1. Chờ văn phòng đào tạo xét duyệt.');
  });

  it('without a letter stays a draft that holds nothing', async () => {
    const draft = await nominate(await aClass(1), await aPerson(), noLetter);
    expect(draft.body).toMatchObject({ state: 'draft', seat: null, rank: null });
  });

  it('beyond the unit’s seats makes ranked reserves', async () => {
    const inClass = await aClass(1);
    await nominated(inClass);
    const first = await nominated(inClass);
    const second = await nominated(inClass);
    expect([first.rank, second.rank]).toEqual([1, 2]);
    expect(second.sentence.vi).toContain('Dự phòng số 2 của đơn vị; còn 1 người trước.');
  });

  it('takes a seat of the pool when the unit has none of its own and the class allows it', async () => {
    const inClass = await a.trainingClass({ allocations: [[await a.unit(), 1]], pool: 1 });
    expect((await nominated(inClass)).seat).toBe(2);
    expect((await nominated(inClass)).seat).toBeNull();
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
    const young = await aPerson({ birthDate: '1997-03-01', ratings: { 2024: 'good', 2025: 'completed' } });

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
    expect((await nominate(inClass, await aPerson({ birthDate: '1996-02-28' }))).status).toBe(201);
    expect((await nominate(inClass, await aPerson({ birthDate: '1996-03-01' }))).status).toBe(409);
  });

  it('takes nobody into a second class of the year where the course has one class a year, studies apart', async () => {
    const course = await a.course();
    await a.rule(course, 'admission', 'one_class_a_year', {});
    const inClass = await aClass(2, { course });
    const learning = async (kind: 'short' | 'study_session') => {
      const person = await aPerson();
      await a.enrollment({ in: await aClass(1, { course: await a.course({ kind }), opensOn: '2026-03-07' }), person });
      return nominate(inClass, person);
    };
    expect((await learning('short')).body).toMatchObject({
      code: 'not_eligible',
      detail: expect.stringContaining('Trong năm 2026 đã học Lớp mẫu') as string,
    });
    expect((await learning('study_session')).status).toBe(201);
  });

  it('names the fields of a letter that is not whole', async () => {
    const refused = await nominate(await aClass(1), await aPerson(), { letter: { number: '', date: '2026-02-30' } });
    expect(refused.body).toMatchObject({ status: 422, errors: [{ field: 'letter.number' }, { field: 'letter.date' }] });
  });

  it.each([
    ['2026-01-06', 'Công văn ghi ngày 06/01/2026, ở sau ngày hôm nay.'],
    ['2025-01-04', 'Công văn ghi ngày 04/01/2025, đã hơn một năm'],
  ])('asks about a letter of %s, which it holds against today', async (date, sentence) => {
    const inClass = await aClass(2);
    const person = await aPerson();
    const odd = { letter: { number: '47-CV/ĐU', date } };
    const asked = await nominate(inClass, person, odd);
    expect(asked.body).toMatchObject({
      ...{ status: 409, code: 'warnings_not_acknowledged' },
      detail: expect.stringContaining(sentence) as string,
    });
    expect((await nominate(inClass, person, { ...odd, acknowledged: true })).status).toBe(201);
    const draft = await nominate(inClass, await aPerson(), { letter: undefined });
    const send = async (more = {}) =>
      app.as(secretary).post(`/api/v1/nominations/${draft.body.id}/submission`, { ...odd, ...more });
    expect((await send()).body).toMatchObject({ code: 'warnings_not_acknowledged' });
    expect((await send({ acknowledged: true })).status).toBeLessThan(300);
  });

  it('is closed outside the window for units, and open to the office with a reason', async () => {
    const inClass = await aClass(1);
    const person = await aPerson();
    app.clock.moveTo(momentAt('2026-01-21', '09:00'));
    expect((await nominate(inClass, person)).body).toMatchObject({ status: 409, code: 'call_not_open' });
    expect((await nominate(inClass, person, { lateReason: 'Công văn đến muộn' })).status).toBe(403);

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
    const { body: draft } = await nominate(inClass, await aPerson(), noLetter);
    app.clock.moveTo(momentAt('2026-01-21', '09:00'));
    const path = `/api/v1/nominations/${draft.id}`;
    const lateReason = 'Công văn đến muộn';
    expect((await submit(draft, { lateReason })).status).toBe(403);
    expect((await submit(draft, {}, office)).body.code).toBe('call_not_open');
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
    const [line] = await journalOf(draft, 'nominations.submitted');
    expect(line!.reason).toBe(lateReason);
  });

  it('nominates several with a result for each', async () => {
    const inClass = await aClass(2);
    const [one, two] = [await aPerson(), await aPerson({ leftOn: '2025-12-31' })];
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

  it('a person of another unit is nobody to a secretary, with a letter or without', async () => {
    const inClass = await a.trainingClass();
    const stranger = await a.person();
    for (const more of [{}, noLetter])
      expect(await nominate(inClass, stranger, more)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'personId', code: 'unknown_person' }] },
      });
  });

  describe('a warning', () => {
    const aClassThatWarns = async () => {
      const course = await a.course();
      await a.rule(course, 'admission', 'standing', { anyOf: ['probationary'] }, 'warn');
      return a.trainingClass({ course, allocations: [[unit, 3]] });
    };

    it('must be read by whoever nominates, and it is written down who did', async () => {
      const inClass = await aClassThatWarns();
      const person = await aPerson();
      const refused = await nominate(inClass, person);
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'warnings_not_acknowledged', errors: [{ field: 'acknowledged' }] },
      });
      const sent = await nominate(inClass, person, { acknowledged: true });
      expect(sent.body).toMatchObject({ state: 'submitted', warningsAcknowledged: { by: secretary.email } });
      const [line] = await journalOf(sent.body, 'nominations.submitted');
      expect(line!.facts).toMatchObject({ warningsRead: ['standing'] });
    });

    it('is not asked about where there is none', async () => {
      const sent = await nominate(await aClassThatWarns(), await aPerson({ standing: 'probationary' }));
      expect(sent.body).toMatchObject({ state: 'submitted', warningsAcknowledged: null });
    });

    it('holds up only those it is about when several are sent, and one button sends them too', async () => {
      const inClass = await aClassThatWarns();
      const [plain, warned] = [await aPerson({ standing: 'probationary' }), await aPerson()];
      const path = `/classes/${inClass.id}/candidates`;
      const fields = { unitId: unit.id, 'letter.number': letter.number, 'letter.date': letter.date };
      const first = await app.as(secretary).pageAfter(path, { ...fields, personIds: [plain.id, warned.id] });
      expect(first.text).toContain('Tôi đã đọc, vẫn cử 1 người này');
      const again = await app.as(secretary).pageAfter(path, { ...fields, personIds: warned.id, acknowledged: 'true' });
      expect(again.text).toContain('Đã gửi 1 người.');
      const live = await app.sql(`SELECT 1 FROM nominations WHERE class_id = $1 AND state = 'submitted'`, inClass.id);
      expect(live).toHaveLength(2);
    });

    it('is given when the person is nominated into another class at the same hours', async () => {
      const [here, there] = [await a.trainingClass(), await a.trainingClass()];
      await a.halfDay(here, '2026-02-07');
      await a.halfDay(there, '2026-02-07');
      const person = await aPerson();
      await nominate(there, person);
      const refused = await nominate(here, person);
      expect(refused.body.code).toBe('warnings_not_acknowledged');
      const sent = await nominate(here, person, { acknowledged: true });
      expect(sent.body.checks.find(({ rule }) => rule === 'overlap')).toMatchObject({ outcome: 'warn' });
    });
  });
});
