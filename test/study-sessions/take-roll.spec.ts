import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltUnit } from '../builders';
import { aStudy, type BuiltStudy, callTo, mark, studyDay } from './study';

interface Study {
  readonly units: readonly Record<string, unknown>[];
  readonly totals: Record<string, unknown>;
}

describe('the roll of a study', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(async () => {
    unit = await a.unit();
    app.clock.moveTo(startOfSpecs);
  });
  afterAll(() => app.stop());

  const takeRoll = (study: BuiltStudy, body: object = {}) =>
    app.as(office).post(`/api/v1/classes/${study.id}/roll`, body);
  const registerAll = (study: BuiltStudy, personIds: readonly string[] = []) =>
    app.as(office).post(`/api/v1/classes/${study.id}/registrations`, { unitId: unit.id, personIds, allMembers: true });
  const read = async (study: BuiltStudy, by: BuiltAccount = office) =>
    (await app.as(by).get<Study>(`/api/v1/classes/${study.id}/study`)).body;

  it('follows the roster until it is taken, and then no longer', async () => {
    const member = await a.person({ in: unit });
    const probationary = await a.person({ in: unit, standing: 'probationary' });
    await a.person({ in: unit, standing: 'non_member' });
    await a.person({ in: unit, left_on: '2026-01-01' });
    const study = await aStudy(app, a, [unit]);
    expect((await read(study)).units).toMatchObject([{ members: 2, nonMembers: 1, rollTakenOn: null }]);

    expect((await takeRoll(study)).body).toEqual({ takenOn: '2026-01-05', units: 1, members: 2, nonMembers: 1 });

    await app.sql(`UPDATE persons SET left_on = '2026-01-06' WHERE id = $1`, member.id);
    await app.sql(`UPDATE persons SET unit_id = $2 WHERE id = $1`, probationary.id, (await a.unit()).id);
    await app.sql(
      `UPDATE persons SET standing = 'probationary' WHERE unit_id = $1 AND standing = 'non_member'`,
      unit.id,
    );
    await a.person({ in: unit });
    app.clock.moveTo(momentAt('2026-03-01', '08:00'));
    expect((await read(study)).units).toMatchObject([{ members: 2, nonMembers: 1, rollTakenOn: '2026-01-05' }]);
  });

  it('is what attendance is measured against: non-members and newcomers are counted apart', async () => {
    const members = [await a.person({ in: unit }), await a.person({ in: unit }), await a.person({ in: unit })] as const;
    const outstanding = await a.person({ in: unit, standing: 'non_member' });
    const study = await aStudy(app, a, [unit]);
    await takeRoll(study);
    const newcomer = await a.person({ in: unit });
    await registerAll(study, [outstanding.id]);
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    await mark(app, study, 'present', members[0], members[1], outstanding, newcomer);
    await mark(app, study, 'excused', members[2]);

    const expected = {
      members: 3,
      nonMembers: 1,
      registered: 5,
      attendedMembers: 2,
      attendedNonMembers: 1,
      attendedOutsideRoll: 1,
      rate: 66.7,
    };
    expect((await read(study)).units).toMatchObject([{ ...expected, done: true }]);

    await app.sql(`UPDATE persons SET standing = 'official' WHERE id = $1`, outstanding.id);
    await app.sql(`UPDATE persons SET left_on = $2 WHERE id = $1`, members[0].id, studyDay);
    expect((await read(study)).units).toMatchObject([expected]);
  });

  it('counts who was present at every half-day held so far', async () => {
    const [all, morning] = [await a.person({ in: unit }), await a.person({ in: unit })];
    const study = await aStudy(app, a, [unit]);
    const afternoon = await a.halfDay(study, studyDay, {
      part: 'afternoon',
      during: `[${studyDay}T13:30:00+07:00,${studyDay}T17:00:00+07:00)`,
    });
    await registerAll(study);
    await mark(app, study, 'present', all, morning);
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    expect((await read(study)).units).toMatchObject([{ attendedMembers: 2, rate: 100 }]);

    app.clock.moveTo(momentAt(studyDay, '18:00'));
    await mark(app, { ...study, halfDay: afternoon }, 'present', all);
    expect((await read(study)).units).toMatchObject([{ attendedMembers: 1, rate: 50 }]);
  });

  it('is taken once; again only with a reason, and units called since get theirs', async () => {
    await a.person({ in: unit });
    const study = await aStudy(app, a, [unit]);
    await takeRoll(study);
    await a.person({ in: unit });
    expect((await takeRoll(study)).body).toMatchObject({ status: 409, code: 'roll_taken' });

    await callTo(app, study, study.siteId, await a.unit());
    expect((await takeRoll(study)).body).toMatchObject({ units: 1, members: 0 });
    expect((await read(study)).totals).toMatchObject({ units: 2, unitsDone: 0, members: 1 });

    expect((await takeRoll(study, { reason: 'Bổ sung đảng viên mới chuyển đến' })).body).toMatchObject({ members: 2 });
    const [line] = await app.sql(
      `SELECT reason FROM journal_lines WHERE class_id = $1 AND action = 'study_sessions.roll_taken' ORDER BY id DESC LIMIT 1`,
      study.id,
    );
    expect(line).toEqual({ reason: 'Bổ sung đảng viên mới chuyển đến' });
  });

  it('stands for good once the study is closed, and needs a unit to be called', async () => {
    const study = await aStudy(app, a, [unit]);
    await app.sql(`UPDATE classes SET state = 'closed' WHERE id = $1`, study.id);
    expect((await takeRoll(study)).status).toBe(409);
    expect((await takeRoll(await aStudy(app, a, []))).body).toMatchObject({ code: 'nobody_called' });
  });

  it('is taken by the office, and each reads what concerns them', async () => {
    const study = await aStudy(app, a, [unit, await a.unit()]);
    const secretary = await a.secretaryOf(unit);
    const groupOfficer = await a.groupOfficer();
    const manager = await a.account({ roles: [['class_manager', study]] });
    const cadre = await a.account({ person: await a.person({ in: unit }) });
    for (const account of [secretary, groupOfficer, manager, cadre]) {
      expect((await app.as(account).post(`/api/v1/classes/${study.id}/roll`)).status).toBe(403);
    }
    expect((await read(study, secretary)).units).toMatchObject([{ unitId: unit.id }]);
    expect((await read(study, groupOfficer)).units).toHaveLength(2);
    expect((await read(study, manager)).units).toHaveLength(2);
    expect(await read(study, cadre)).toMatchObject({ units: [], sites: [{ address: '12 Nguyễn Huệ' }] });

    await app.sql(`UPDATE classes SET state = 'draft' WHERE id = $1`, study.id);
    expect((await app.as(secretary).get(`/api/v1/classes/${study.id}/study`)).status).toBe(404);
  });

  it('is taken on the page, which then asks for a reason', async () => {
    const study = await aStudy(app, a, [unit]);
    const page = `/classes/${study.id}/study`;
    expect((await app.as(office).form(`/classes/${study.id}/roll`, {})).headers.get('location')).toBe(page);
    const again = await app.as(office).form(`/classes/${study.id}/roll`, { reason: '' });
    expect(again.status).toBe(409);
    expect(again.text).toContain('Muốn chốt lại theo danh sách hôm nay, hãy ghi lý do');
    expect((await app.as(await a.account()).get<string>(page)).text).not.toContain('Chốt');
  });
});
