import { randomUUID } from 'node:crypto';
import { momentAt } from '../../src/platform/clock';
import { RollsService } from '../../src/study-sessions/rolls.service';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltPerson, type BuiltUnit } from '../builders';
import { pdf } from '../scans/hostile';
import { aStudy, type BuiltStudy, mark, studyDay } from './study';

interface Study {
  readonly units: readonly Record<string, unknown>[];
  readonly totals: Record<string, unknown>;
}

/** The cells of a workbook as texts, row by row. */
const sheetOf = async (content: Buffer) =>
  (await readWorkbook({ name: 'x.xlsx', content })).rows.map((row) => row.map(cellText));

const paper = 'Chi bộ 1, Nghị quyết 05-NQ/CB ngày 02/01/2026';

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

  const takeRoll = (study: BuiltStudy, body: object = { reason: 'Chốt sớm để in danh sách' }) =>
    app.as(office).post(`/api/v1/classes/${study.id}/roll`, body);
  const exemptionOf = (study: BuiltStudy, person: BuiltPerson) =>
    `/api/v1/classes/${study.id}/obliged-units/${unit.id}/exemptions/${person.id}`;
  const exempt = (study: BuiltStudy, person: BuiltPerson, by = office) =>
    app.as(by).put(exemptionOf(study, person), { ground: 'old_age', decidedBy: paper });
  const rollOf = (study: BuiltStudy) => `/api/v1/classes/${study.id}/participation/${unit.id}`;
  const registerAll = (study: BuiltStudy, personIds: readonly string[] = []) =>
    app.as(office).post(`/api/v1/classes/${study.id}/registrations`, { unitId: unit.id, personIds, allMembers: true });
  const read = async (study: BuiltStudy, by: BuiltAccount = office) =>
    (await app.as(by).get<Study>(`/api/v1/classes/${study.id}/study`)).body;

  it('follows the roster until it is taken, and then no longer', async () => {
    const member = await a.person({ in: unit });
    const probationary = await a.person({ in: unit, standing: 'probationary' });
    await a.person({ in: unit, standing: 'non_member' });
    await a.person({ in: unit, leftOn: '2026-01-01' });
    const study = await aStudy(a, [unit]);
    expect((await read(study)).units).toMatchObject([{ members: 2, nonMembers: 1, rollTakenOn: null }]);

    expect((await takeRoll(study)).body).toEqual({
      takenOn: '2026-01-05',
      units: 1,
      members: 2,
      exempt: 0,
      nonMembers: 1,
    });

    await member.leaves('2026-01-06');
    await probationary.movesTo(await a.unit());
    await a.change('persons', { unitId: unit.id, standing: 'non_member' }, { standing: 'probationary' });
    await a.person({ in: unit });
    app.clock.moveTo(momentAt('2026-03-01', '08:00'));
    expect((await read(study)).units).toMatchObject([{ members: 2, nonMembers: 1, rollTakenOn: '2026-01-05' }]);
  });

  it('is what attendance is measured against: non-members and newcomers are counted apart', async () => {
    const members = [await a.person({ in: unit }), await a.person({ in: unit }), await a.person({ in: unit })] as const;
    const outstanding = await a.person({ in: unit, standing: 'non_member' });
    const study = await aStudy(a, [unit]);
    await takeRoll(study);
    expect(await read(study)).toMatchObject({ units: [{ held: false, rate: null }], totals: { rate: null } });
    const before = await app.as(office).get<string>(`/classes/${study.id}/participation`);
    expect([before.text.includes('Chưa tổ chức'), before.text.includes('>0,0%<')]).toEqual([true, false]);
    const newcomer = await a.person({ in: unit });
    await registerAll(study, [outstanding.id]);
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    await mark(a, study.halfDay, 'present', members[0], members[1], outstanding, newcomer);
    await mark(a, study.halfDay, 'excused', members[2]);

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
    const [{ courseId } = { courseId: '' }] = await app.sql<{ courseId: string }>(
      'SELECT course_id FROM classes WHERE id = $1',
      study.id,
    );
    await a.rule({ id: courseId }, 'completion', 'unit_done', { minimumShare: 0.8 });
    expect((await read(study)).units).toMatchObject([{ ...expected, done: false, held: true }]);

    await outstanding.becomes({ standing: 'official' });
    await members[0].leaves(studyDay);
    expect((await read(study)).units).toMatchObject([expected]);
  });

  it('counts who was present at every half-day held so far', async () => {
    const [all, morning] = [await a.person({ in: unit }), await a.person({ in: unit })];
    const study = await aStudy(a, [unit]);
    const afternoon = await a.halfDay(study, studyDay, { part: 'afternoon' });
    await registerAll(study);
    await mark(a, study.halfDay, 'present', all, morning);
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    expect((await read(study)).units).toMatchObject([{ attendedMembers: 2, rate: 100 }]);

    app.clock.moveTo(momentAt(studyDay, '18:00'));
    await mark(a, afternoon, 'present', all);
    expect((await read(study)).units).toMatchObject([{ attendedMembers: 1, rate: 50 }]);
  });

  it('is taken by itself as the first day begins, and before that only with a reason', async () => {
    await a.person({ in: unit });
    const study = await aStudy(a, [unit]);
    expect((await takeRoll(study, {})).body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    const freeze = () => app.get(RollsService).freezeDue();
    app.clock.moveTo(momentAt('2026-02-06', '23:59'));
    await freeze();
    expect((await read(study)).units).toMatchObject([{ rollTakenOn: null }]);

    app.clock.moveTo(momentAt(studyDay, '00:01'));
    await freeze();
    expect((await read(study)).units).toMatchObject([{ rollTakenOn: studyDay, members: 1 }]);
    expect(await freeze()).toBe(0);

    await a.person({ in: unit });
    expect((await takeRoll(study)).body).toMatchObject({ status: 409, code: 'roll_taken' });
    await study.calls(await a.unit(), study.siteId);
    expect(await freeze()).toBe(1);
    expect((await read(study)).totals).toMatchObject({ units: 2, unitsDone: 0, members: 1 });
  });

  it('keeps name, position, standing and exemption of the day; the database refuses to change them', async () => {
    const person = await a.person({ in: unit, fullName: 'Trần Thị Hoa', position: 'Kế toán trưởng' });
    const study = await aStudy(a, [unit]);
    await exempt(study, person);
    await takeRoll(study);
    await person.becomes({ fullName: 'Khác', position: 'Giám đốc' });
    const { body } = await app.as(office).get<{ items: unknown[] }>(rollOf(study));
    expect(body.items).toMatchObject([
      { fullName: 'Trần Thị Hoa', position: 'Kế toán trưởng', exemptGround: 'old_age', exemptDecidedBy: paper },
    ]);
    const ofStudy = { classId: study.id };
    const added = {
      ...ofStudy,
      unitId: unit.id,
      personId: randomUUID(),
      standing: 'official',
      fullName: 'Thêm',
      sortName: 'Thêm',
    };
    for (const attempt of [
      () => a.change('roll_entries', ofStudy, { standing: 'non_member' }),
      () => a.remove('roll_entries', ofStudy),
      () => a.change('obliged_units', ofStudy, { rollTakenOn: null }),
      () => a.insert('roll_entries', added),
    ]) {
      await expect(attempt()).rejects.toThrow(/never changed|is frozen/);
    }
  });

  it('leaves the exempt out of the obliged; their unit says who they are until it is frozen', async () => {
    const [old, other] = [await a.person({ in: unit }), await a.person({ in: unit })];
    const outstanding = await a.person({ in: unit, standing: 'non_member' });
    const study = await aStudy(a, [unit]);
    const secretary = await a.secretaryOf(unit);
    expect((await exempt(study, old, secretary)).status).toBe(200);
    expect((await exempt(study, other, secretary)).status).toBe(200);
    expect((await exempt(study, outstanding, secretary)).body).toMatchObject({ code: 'not_exemptable' });
    expect((await exempt(study, old, await a.secretaryOf(await a.unit()))).status).toBe(403);
    expect((await app.as(secretary).delete(exemptionOf(study, other))).status).toBe(204);
    expect((await read(study)).units).toMatchObject([{ members: 2, exempt: 1, obliged: 1 }]);

    await registerAll(study, [old.id]);
    await takeRoll(study);
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    await mark(a, study.halfDay, 'present', old, other);
    const counts = { members: 2, exempt: 1, obliged: 1, attendedMembers: 1, attendedExempt: 1, rate: 100 };
    expect((await read(study)).totals).toMatchObject(counts);
    expect((await exempt(study, other, secretary)).body).toMatchObject({ code: 'roll_taken' });
  });

  it('is put right after the freeze by a line with decision and reason, and by nothing else', async () => {
    const [sick, wrong] = [await a.person({ in: unit }), await a.person({ in: unit })];
    const study = await aStudy(a, [unit]);
    const correct = (person: BuiltPerson, body: object, by = office) =>
      app.as(by).post(`/api/v1/classes/${study.id}/obliged-units/${unit.id}/roll-corrections`, {
        personId: person.id,
        decision: paper,
        reason: 'Ghi sót',
        ...body,
      });
    expect((await correct(sick, { place: 'off_roll' })).body).toMatchObject({ code: 'roll_not_taken' });
    await takeRoll(study);
    const newcomer = await a.person({ in: unit });
    expect((await correct(sick, { place: 'exempt' })).body).toMatchObject({ errors: [{ field: 'ground' }] });
    expect((await correct(sick, { place: 'exempt', ground: 'poor_health', reason: '' })).status).toBe(422);
    expect((await correct(sick, { place: 'exempt', ground: 'poor_health' })).status).toBe(201);
    expect((await correct(wrong, { place: 'off_roll' })).status).toBe(201);
    expect((await correct(wrong, { place: 'off_roll' })).body).toMatchObject({ errors: [{ code: 'no_change' }] });
    expect((await correct(newcomer, { place: 'obliged' })).status).toBe(201);
    expect((await correct(wrong, { place: 'obliged' }, await a.secretaryOf(unit))).status).toBe(403);
    expect((await read(study)).units).toMatchObject([{ members: 2, exempt: 1, obliged: 1 }]);
    expect(await app.sql(`SELECT 1 FROM roll_entries WHERE class_id = $1`, study.id)).toHaveLength(2);
    const page = await app.as(office).get<string>(`/classes/${study.id}/participation/${unit.id}`);
    expect(page.text).toContain('không thuộc danh sách');
    expect(page.text).toContain('Ghi sót');
  });

  it('is put right with a scan of the decision, one for many people, for the office alone', async () => {
    const people = [await a.person({ in: unit }), await a.person({ in: unit })];
    const secretary = await a.secretaryOf(unit);
    const study = await aStudy(a, [unit]);
    await takeRoll(study);
    const roll = `/classes/${study.id}/participation/${unit.id}`;
    const correct = ({ id }: BuiltPerson, content: Buffer) =>
      app
        .as(office)
        .upload<string>(
          `${roll}/people/${id}/correction`,
          { name: 'nq.pdf', content },
          { place: 'off_roll', decision: paper, reason: 'Ghi sót' },
        );
    const damaged = await correct(people[0]!, Buffer.from('x'));
    expect(damaged.status).toBe(422);
    expect(damaged.text).toContain(`value="${paper}"`);
    for (const [n, person] of people.entries()) expect((await correct(person, pdf({ pages: n + 1 }))).status).toBe(303);
    const lines = (await app.as(office).get<{ corrections: { paperId: string }[] }>(rollOf(study))).body.corrections;
    const [one, ...others] = new Set(lines.map(({ paperId }) => paperId));
    expect(others).toEqual([]);
    const scans = (by: BuiltAccount) =>
      app.as(by).get<{ items: unknown[] }>(`/api/v1/scans?kind=roll_correction&paperId=${one}`);
    expect((await scans(office)).body.items).toHaveLength(2);
    expect((await scans(secretary)).status).toBe(404);
    expect((await app.as(office).get<string>(roll)).text).toContain(`/scans/roll_correction/${one}`);
    expect((await app.as(secretary).get<string>(roll)).text).not.toContain('/scans/');
    expect((await app.as(office).get<string>(`/scans/roll_correction/${one}`)).text).toContain(paper);
  });

  it('still counts somebody who moved to another unit of the study and attends with it', async () => {
    const mover = await a.person({ in: unit });
    const other = await a.unit();
    const study = await aStudy(a, [unit, other]);
    await takeRoll(study);
    await mover.movesTo(other);
    await app.as(office).post(`/api/v1/classes/${study.id}/registrations`, { unitId: other.id, personIds: [mover.id] });
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    await mark(a, study.halfDay, 'present', mover);
    const units = (await read(study)).units;
    expect(units.find(({ unitId }) => unitId === unit.id)).toMatchObject({ members: 1, attendedMembers: 1, rate: 100 });
    expect(units.find(({ unitId }) => unitId === other.id)).toMatchObject({ members: 0, attendedOutsideRoll: 0 });
  });

  it('counts nobody twice who moved to a unit that is called later', async () => {
    const mover = await a.person({ in: unit });
    const later = await a.unit();
    const study = await aStudy(a, [unit]);
    await registerAll(study);
    await takeRoll(study);
    await mover.movesTo(later);
    await study.calls(later, study.siteId);
    const once = { units: 2, members: 1, registered: 1 };
    expect((await read(study)).totals).toMatchObject(once);
    const ofLater = async () =>
      (await app.as(office).get<{ items: unknown[] }>(`/api/v1/classes/${study.id}/participation/${later.id}`)).body;
    expect(await ofLater()).toMatchObject({ unit: { members: 0 }, items: [] });
    expect((await takeRoll(study)).body).toMatchObject({ units: 1, members: 0 });
    expect((await read(study)).totals).toMatchObject(once);
    expect(await ofLater()).toMatchObject({ unit: { members: 0 }, items: [] });
  });

  it('stands for good once the study is closed, and needs a unit to be called', async () => {
    const study = await aStudy(a, [unit]);
    await study.becomes({ state: 'closed' });
    expect((await takeRoll(study)).status).toBe(409);
    expect((await takeRoll(await aStudy(a, []))).body).toMatchObject({ code: 'nobody_called' });
  });

  it('is taken by the office, and each reads what concerns them', async () => {
    const study = await aStudy(a, [unit, await a.unit()]);
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

    await study.becomes({ state: 'draft' });
    expect((await app.as(secretary).get(`/api/v1/classes/${study.id}/study`)).status).toBe(404);
  });

  it('is taken on the page, which asks for a reason before the day', async () => {
    const study = await aStudy(a, [unit]);
    const page = `/classes/${study.id}/study`;
    const early = await app.as(office).form(`/classes/${study.id}/roll`, { reason: '' });
    expect(early.status).toBe(422);
    expect(early.text).toContain('Muốn chốt sớm hơn, hãy ghi lý do');
    const taken = await app.as(office).form(`/classes/${study.id}/roll`, { reason: 'In danh sách' });
    expect(taken.headers.get('location')).toBe(page);
    expect((await app.as(await a.account()).get<string>(page)).text).not.toContain('Chốt danh sách');
  });
});

describe('participation in a study', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let study: BuiltStudy;
  let units: readonly BuiltUnit[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    units = [await a.unit('A1'), await a.unit('B2'), await a.unit('C3')];
    study = await aStudy(a, units);
    const people: BuiltPerson[] = [];
    for (const [index, unit] of units.entries())
      for (let count = 0; count <= index; count += 1) people.push(await a.person({ in: unit }));
    for (const unit of units)
      await app.as(office).post(`/api/v1/classes/${study.id}/registrations`, { unitId: unit.id, allMembers: true });
    app.clock.moveTo(momentAt(studyDay, '12:00'));
    await mark(a, study.halfDay, 'present', people[1]!);
  });
  afterAll(() => app.stop());

  const list = async (query: string, by = office) =>
    (
      await app.as(by).get<{
        items: readonly { unitCode: string }[];
        next: string | null;
        totals: Record<string, unknown>;
      }>(`/api/v1/classes/${study.id}/participation?${query}`)
    ).body;
  const codes = async (query: string) => (await list(query)).items.map(({ unitCode }) => unitCode);

  it('is listed by unit, by rate or by size, narrowed to who has done it, page by page', async () => {
    expect(await codes('')).toEqual(['A1', 'B2', 'C3']);
    expect(await codes('sort=-obliged')).toEqual(['C3', 'B2', 'A1']);
    expect(await codes('sort=-rate')).toEqual(['B2', 'C3', 'A1']);
    expect(await codes('done=true')).toEqual(['B2']);
    expect(await codes('done=false&sort=-unit')).toEqual(['C3', 'A1']);
    const first = await list('limit=2');
    expect(first.totals).toMatchObject({ units: 3, unitsDone: 1, members: 6, obliged: 6, attendedMembers: 1 });
    expect(await codes(`limit=2&after=${first.next}`)).toEqual(['C3']);
  });

  it('shows a unit its own line, and a cadre none', async () => {
    const secretary = await a.secretaryOf(units[1]!);
    expect(await list('', secretary)).toMatchObject({ items: [{ unitCode: 'B2' }], totals: { members: 2 } });
    expect((await app.as(secretary).get(`/classes/${study.id}/participation/${units[0]!.id}`)).status).toBe(404);
    expect((await app.as(secretary).get(`/classes/${study.id}/participation/${units[1]!.id}`)).status).toBe(200);
    const cadre = await a.account({ person: await a.person({ in: units[1]! }) });
    expect((await app.as(cadre).get(`/classes/${study.id}/participation`)).status).toBe(403);
  });

  it('is taken away as Excel whose line of totals adds up, and the roll of one unit with a line in the journal', async () => {
    const { content } = await app.as(office).download(`/api/v1/classes/${study.id}/participation/workbook`);
    const [, , headings, ...rows] = await sheetOf(content);
    const [obliged, attended] = ['Phải dự', 'Đã dự'].map((label) => headings!.indexOf(label));
    const sum = (column: number) => rows.slice(0, -1).reduce((total, row) => total + Number(row[column]), 0);
    expect(rows.map((row) => row[0]!.slice(0, 2))).toEqual(['A1', 'B2', 'C3', 'Cộ']);
    expect([rows.at(-1)![obliged!], rows.at(-1)![attended!]]).toEqual([String(sum(obliged!)), '1']);

    await a.change('units', { id: units[2]!.id }, { code: 'C/3' });
    const path = `/api/v1/classes/${study.id}/participation/${units[2]!.id}/workbook`;
    expect((await sheetOf((await app.as(office).download(path)).content)).length).toBeGreaterThan(4);
    expect(await app.sql(`SELECT facts FROM journal_lines WHERE action = 'study_sessions.roll_downloaded'`)).toEqual([
      { facts: { people: 3 } },
    ]);
  });
});
