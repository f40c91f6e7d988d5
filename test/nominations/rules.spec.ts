import { NominationsQueries } from '../../src/nominations/nominations.queries';
import { ReservesService } from '../../src/nominations/reserves.service';
import { ReturnedPlacesService } from '../../src/nominations/returned-places.service';
import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

const letter = { number: '47-CV/ĐU', date: '2026-01-05' };
const decision = {
  rule: 'minimum_age',
  decisionNumber: '128-QĐ/ĐU',
  decisionDate: '2026-01-04',
  authority: 'Ban Thường vụ Đảng ủy Tập đoàn',
  reason: 'Nguồn cán bộ trẻ',
};

interface Check {
  readonly rule: string;
  readonly outcome: string;
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly override?: { readonly decisionNumber: string };
}
interface Shown {
  readonly id: string;
  readonly state: string;
  readonly seat: number | null;
  readonly rank: number | null;
  readonly checks: readonly Check[];
  readonly sentence: { readonly vi: string };
  readonly nextStep: { readonly who: string; readonly by: string | null };
  readonly warningsAcknowledged: { readonly by: string } | null;
  readonly code?: string;
}

describe('the rules of a nomination', () => {
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

  const nominate = (inClass: BuiltClass, person: BuiltPerson, more: object = {}) =>
    app
      .as(secretary)
      .post<Shown>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter, ...more });
  const show = async (id: string) => (await app.as(secretary).get<Shown>(`/api/v1/nominations/${id}`)).body;
  const aPerson = (more: object = {}) => a.person({ in: unit, ...more });

  describe('an override', () => {
    const aClassFromThirty = async () => {
      const course = await a.course();
      await a.rule(course, 'admission', 'minimum_age', { mode: 'part_time', male: 30, female: 28 });
      return a.trainingClass({ course, allocations: [[unit, 2]] });
    };
    const record = (inClass: BuiltClass, person: BuiltPerson, by = office, more: object = {}) =>
      app.as(by).post<{ id: string; code?: string }>(`/api/v1/classes/${inClass.id}/overrides`, {
        ...decision,
        ...more,
        personId: person.id,
      });

    it('lets in whom a rule holds back, and the check cites the decision', async () => {
      const inClass = await aClassFromThirty();
      const young = await aPerson({ birth_date: '2000-05-12' });
      expect(await nominate(inClass, young)).toMatchObject({ status: 409, body: { code: 'not_eligible' } });
      expect((await record(inClass, young)).status).toBe(201);

      const nominated = await nominate(inClass, young);
      expect(nominated.status).toBe(201);
      const check = nominated.body.checks.find(({ rule }) => rule === 'minimum_age');
      expect(check).toMatchObject({ outcome: 'pass', override: { decisionNumber: '128-QĐ/ĐU' } });
      expect(check!.sentence.vi).toContain('Được cho phép theo Quyết định 128-QĐ/ĐU ngày 04/01/2026');
      const page = await app.as(secretary).get(`/nominations/${nominated.body.id}`);
      expect(page.text).toContain('Quy định mẫu; áp dụng từ ngày 01/01/2020.');
      const [line] = await app.sql<{ reason: string }>(
        `SELECT reason FROM journal_lines WHERE class_id = $1 AND action = 'overrides.recorded'`,
        inClass.id,
      );
      expect(line!.reason).toBe('Nguồn cán bộ trẻ');
    });

    it('is recorded by the Group or the office, never by the unit itself', async () => {
      const inClass = await aClassFromThirty();
      const young = await aPerson({ birth_date: '2000-05-12' });
      expect((await record(inClass, young, secretary)).status).toBe(403);
      expect((await record(inClass, young, group)).status).toBe(201);
    });

    it('is not needed for whom no rule holds back, and cannot set aside a rule of the house', async () => {
      const inClass = await aClassFromThirty();
      const grown = await aPerson();
      expect(await record(inClass, grown)).toMatchObject({ status: 409, body: { code: 'override_not_needed' } });
      await app.sql(`UPDATE persons SET left_on = '2026-01-04' WHERE id = $1`, grown.id);
      expect(await record(inClass, grown, office, { rule: 'belongs_to_unit' })).toMatchObject({
        status: 409,
        body: { code: 'override_not_needed' },
      });
    });

    it('is recorded once, and once taken back no longer lets anybody in', async () => {
      const inClass = await aClassFromThirty();
      const young = await aPerson({ birth_date: '2000-05-12' });
      const { body } = await record(inClass, young);
      expect(await record(inClass, young)).toMatchObject({ status: 409, body: { code: 'override_recorded' } });
      const revoked = await app
        .as(office)
        .post(`/api/v1/overrides/${body.id}/revocation`, { reason: 'Ghi nhầm người' });
      expect(revoked.status).toBe(200);
      expect(await nominate(inClass, young)).toMatchObject({ status: 409, body: { code: 'not_eligible' } });
      expect(await app.as(office).post(`/api/v1/overrides/${body.id}/revocation`, { reason: 'Nữa' })).toMatchObject({
        status: 409,
        body: { code: 'override_revoked' },
      });
    });

    it('is recorded on a page that keeps what was typed when something is missing', async () => {
      const inClass = await aClassFromThirty();
      const young = await aPerson({ birth_date: '2000-05-12', full_name: 'Nguyễn Trẻ Tuổi' });
      const path = `/classes/${inClass.id}/overrides`;
      const form = await app.as(group).get(`${path}?unitId=${unit.id}&personId=${young.id}`);
      expect(form.text).toContain('Nguyễn Trẻ Tuổi');
      const fields = { ...decision, personId: young.id, unitId: unit.id };
      const refused = await app.as(group).form(path, { ...fields, decisionNumber: '' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Ban Thường vụ Đảng ủy Tập đoàn');
      const done = await app.as(group).form(path, fields);
      expect(done.status).toBe(303);
      expect((await app.as(secretary).get(path)).text).toContain('Số 128-QĐ/ĐU ngày 04/01/2026');
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
      const [line] = await app.sql<{ facts: object }>(
        `SELECT facts FROM journal_lines WHERE subject_id = $1 AND action = 'nominations.submitted'`,
        sent.body.id,
      );
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
      const first = await app
        .as(secretary)
        .post<string>(path, { unitId: unit.id, personIds: [plain.id, warned.id], letter });
      expect(first.text).toContain('Tôi đã đọc, vẫn cử 1 người này');
      const again = await app.as(secretary).form(path, { ...fields, personIds: warned.id, acknowledged: 'true' });
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

  describe('a nomination returned for correction', () => {
    const returned = async (inClass: BuiltClass, person: BuiltPerson) => {
      const { body } = await nominate(inClass, person);
      await app
        .as(office)
        .post(`/api/v1/nominations/${body.id}/return`, { reason: 'Thiếu ngày', correctBy: '2026-01-08' });
      return body.id;
    };
    const giveUp = () => app.get(ReturnedPlacesService).giveUpOverdue();

    it('keeps its place until the end of the day given, then the place goes to the next reserve', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 1]], pool_open: false });
      const id = await returned(inClass, await aPerson());
      const reserve = (await nominate(inClass, await aPerson())).body.id;
      app.clock.moveTo(momentAt('2026-01-08', '23:59'));
      expect(await giveUp()).toBe(0);
      expect((await show(id)).nextStep).toEqual({ who: 'unit', by: '2026-01-08' });

      app.clock.moveTo(momentAt('2026-01-09', '00:00'));
      expect(await giveUp()).toBe(1);
      expect(await giveUp()).toBe(0);
      expect(await show(reserve)).toMatchObject({ seat: 1, rank: null });
      const late = await show(id);
      expect(late).toMatchObject({ state: 'returned', seat: null, rank: null });
      expect(late.sentence.vi).toContain('quá hạn 08/01/2026 nên chỗ đã nhường cho người khác');
    });

    it('keeps it no longer than the class lasts', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 1]], closes_on: '2026-03-01' });
      const { body } = await nominate(inClass, await aPerson());
      const until = (correctBy: string) =>
        app.as(office).post(`/api/v1/nominations/${body.id}/return`, { reason: 'Thiếu ngày', correctBy });
      expect(await until('2062-01-10')).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'correctBy', code: 'after_closing' }] },
      });
      expect((await until('2026-03-01')).status).toBe(200);
    });

    it('may still be sent after that, for a free seat or the end of the reserves', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 1]], pool_open: false });
      const id = await returned(inClass, await aPerson());
      await nominate(inClass, await aPerson());
      await nominate(inClass, await aPerson());
      app.clock.moveTo(momentAt('2026-01-09', '08:00'));
      await giveUp();
      const swap = await app
        .as(secretary)
        .post(`/api/v1/nominations/${id}/substitution`, { personId: (await aPerson()).id, reason: 'Bận', letter });
      expect(swap).toMatchObject({ status: 409, body: { code: 'place_given_up' } });
      const sent = await app.as(secretary).post<Shown>(`/api/v1/nominations/${id}/submission`, { letter });
      expect(sent.body).toMatchObject({ state: 'submitted', seat: null, rank: 3 });
    });
  });

  it('a substitution has its last day', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], substitute_until: '2026-01-10' });
    const { body } = await nominate(inClass, await aPerson());
    const newcomer = { personId: (await aPerson()).id, reason: 'Ốm', letter };
    app.clock.moveTo(momentAt('2026-01-11', '08:00'));
    const late = await app.as(secretary).post(`/api/v1/nominations/${body.id}/substitution`, newcomer);
    expect(late).toMatchObject({ status: 409, body: { code: 'too_late_to_substitute' } });
    app.clock.moveTo(momentAt('2026-01-10', '23:00'));
    expect((await app.as(secretary).post(`/api/v1/nominations/${body.id}/substitution`, newcomer)).status).toBe(201);
  });

  it('a reserve who qualifies again beside a free seat moves up when the clock looks', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], pool_open: false });
    const holder = (await nominate(inClass, await aPerson())).body;
    const away = await aPerson();
    const reserve = (await nominate(inClass, away)).body;
    await app.sql(`UPDATE persons SET left_on = '2026-01-04' WHERE id = $1`, away.id);
    await app.as(secretary).post(`/api/v1/nominations/${holder.id}/withdrawal`, { reason: 'Bận' });
    expect(await app.get(ReservesService).promoteRequalified()).toBe(0);
    await app.sql(`UPDATE persons SET left_on = NULL WHERE id = $1`, away.id);
    expect(await app.get(ReservesService).promoteRequalified()).toBe(1);
    expect(await show(reserve.id)).toMatchObject({ seat: 1, rank: null });
  });

  it('a reserve is told why a seat went by', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], pool_open: false });
    const holder = (await nominate(inClass, await aPerson())).body;
    const gone = await aPerson();
    const reserve = (await nominate(inClass, gone)).body;
    await app.sql(`UPDATE persons SET left_on = '2026-01-04' WHERE id = $1`, gone.id);
    await app.as(secretary).post(`/api/v1/nominations/${holder.id}/withdrawal`, { reason: 'Bận' });
    expect((await show(reserve.id)).sentence.vi).toContain(
      'Ngày 05/01/2026 có chỉ tiêu trống nhưng chưa được xếp: Không còn sinh hoạt tại đơn vị cử.',
    );
  });

  it('says who acts next and by when', async () => {
    const course = await a.course({ approval_steps: '{group,bloc}' });
    const inClass = await a.trainingClass({ course, allocations: [[unit, 1]] });
    const draft = await nominate(inClass, await aPerson(), { letter: undefined });
    expect(draft.body.nextStep).toEqual({ who: 'unit', by: '2026-01-20' });
    const sent = await app.as(secretary).post<Shown>(`/api/v1/nominations/${draft.body.id}/submission`, { letter });
    expect(sent.body.nextStep).toEqual({ who: 'group', by: '2026-02-06' });
    const endorsed = await app.as(group).post<Shown>(`/api/v1/nominations/${draft.body.id}/endorsement`);
    expect(endorsed.body.nextStep).toEqual({ who: 'office', by: '2026-02-06' });
    const accepted = await app.as(office).post<Shown>(`/api/v1/nominations/${draft.body.id}/acceptance`);
    expect(accepted.body.nextStep).toEqual({ who: 'nominee', by: '2026-02-07' });
  });

  it('says of what nobody decided on that its class was closed', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const { body } = await nominate(inClass, await aPerson());
    await app.sql(`UPDATE classes SET state = 'closed', closed_at = now() WHERE id = $1`, inClass.id);
    const left = await show(body.id);
    expect(left.sentence.vi).toContain('Lớp đã kết thúc khi đề nghị này chưa được duyệt');
    expect(left.nextStep).toEqual({ who: 'nobody', by: null });
  });

  it('a list of nominations can be sorted by name and by sending, page by page', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
    for (const [minute, full_name] of [
      ['01', 'Trần Văn Bình'],
      ['02', 'Lê Thị An'],
      ['03', 'Võ Văn Cường'],
    ]) {
      app.clock.moveTo(momentAt('2026-01-05', `09:${minute}`));
      await nominate(inClass, await aPerson({ full_name }));
    }
    const names = async (sort: string) => {
      const seen: string[] = [];
      let after = '';
      do {
        const { body } = await app
          .as(secretary)
          .get<{ items: { fullName: string }[]; next: string | null }>(
            `/api/v1/nominations?classId=${inClass.id}&sort=${sort}&limit=2${after}`,
          );
        seen.push(...body.items.map(({ fullName }) => fullName));
        after = body.next ? `&after=${body.next}` : '';
      } while (after);
      return seen;
    };
    expect(await names('name')).toEqual(['Lê Thị An', 'Trần Văn Bình', 'Võ Văn Cường']);
    expect(await names('submittedAt')).toEqual(['Trần Văn Bình', 'Lê Thị An', 'Võ Văn Cường']);
    expect(await names('-submittedAt')).toEqual(['Võ Văn Cường', 'Lê Thị An', 'Trần Văn Bình']);
  });

  it('a person of another unit is nobody to a secretary, with a letter or without', async () => {
    const inClass = await a.trainingClass();
    const stranger = await a.person();
    for (const more of [{}, { letter: undefined }])
      expect(await nominate(inClass, stranger, more)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'personId', code: 'unknown_person' }] },
      });
  });

  it('is checked anew when accepted: who no longer qualifies is not', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const person = await aPerson();
    const { body } = await nominate(inClass, person);
    await app.sql(`UPDATE persons SET left_on = '2026-01-04' WHERE id = $1`, person.id);
    expect(await app.as(office).post(`/api/v1/nominations/${body.id}/acceptance`)).toMatchObject({
      status: 409,
      body: { code: 'not_eligible' },
    });
  });

  it('a file may be sent again once somebody of it was withdrawn', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const person = await aPerson({ full_name: 'Đinh Thị Gửi Lại' });
    const content = Buffer.from('TT;Họ và tên;Ngày sinh\n1;Đinh Thị Gửi Lại;12/05/1980\n');
    const send = async () => {
      const file = { name: 'danh-sach.csv', content };
      const { body } = await app
        .as(secretary)
        .upload<{ id: string }>(`/api/v1/classes/${inClass.id}/list-imports`, file);
      return app.as(secretary).post<{ code?: string }>(`/api/v1/list-imports/${body.id}/application`, { letter });
    };
    expect((await send()).status).toBe(200);
    expect((await send()).body.code).toBe('nothing_to_apply');
    const [nomination] = await app.sql<{ id: string }>('SELECT id FROM nominations WHERE person_id = $1', person.id);
    await app.as(secretary).post(`/api/v1/nominations/${nomination!.id}/withdrawal`, { reason: 'Nhầm' });
    expect((await send()).status).toBe(200);
  });

  it('“none this time” is the answer until the unit nominates after all', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    await app.as(secretary).post(`/api/v1/classes/${inClass.id}/none-this-time`);
    const answers = () => app.get(NominationsQueries).noneAnswers(inClass.id);
    expect(await answers()).toHaveLength(1);
    await nominate(inClass, await aPerson());
    expect(await answers()).toEqual([]);
  });

  it('a returned place whose day is over is given up before it is sent again, though no look came by', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], pool_open: false });
    const { body } = await nominate(inClass, await aPerson());
    await app
      .as(office)
      .post(`/api/v1/nominations/${body.id}/return`, { reason: 'Thiếu ngày', correctBy: '2026-01-06' });
    const reserve = (await nominate(inClass, await aPerson())).body;
    app.clock.moveTo(momentAt('2026-01-07', '08:00'));
    const late = await app.as(secretary).post<Shown>(`/api/v1/nominations/${body.id}/submission`, { letter });
    expect(late.body).toMatchObject({ state: 'submitted', seat: null });
    expect((await show(reserve.id)).seat).toBe(1);
  });
});
