import { momentAt } from '../../src/platform/clock';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { RollsService } from '../../src/study-sessions/rolls.service';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson, type BuiltUnit } from '../builders';
import { aStudy, type BuiltStudy, mark, studyDay } from '../study-sessions/study';

const reason = 'Quyết định 9-QĐ/ĐUK';
const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

interface Participation {
  readonly items: readonly { readonly unitId: string; readonly [fact: string]: unknown }[];
  readonly totals: Record<string, unknown>;
}

describe('units that change while classes and studies go on', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(() => app.clock.moveTo(startOfSpecs));
  afterAll(() => app.stop());

  const merge = (units: readonly BuiltUnit[], into: BuiltUnit, on = '2026-01-05') =>
    app
      .as(office)
      .post('/api/v1/unit-mergers', { unitIds: units.map(({ id }) => id), intoUnitId: into.id, on, reason });
  const participation = async (study: { id: string }) =>
    (await app.as(office).get<Participation>(`/api/v1/classes/${study.id}/participation`)).body;
  const register = (study: BuiltStudy, unit: BuiltUnit) =>
    app.as(office).post(`/api/v1/classes/${study.id}/registrations`, { unitId: unit.id, allMembers: true });
  const atTheStudy = () => app.clock.moveTo(momentAt(studyDay, '12:00'));
  const journal = (action: string, classId: string) =>
    app.sql('SELECT unit_id, reason FROM journal_lines WHERE action = $1 AND class_id = $2', action, classId);
  const doctor = async () =>
    (await app.get(InvariantsService).examine(['I1', 'I5', 'I6', 'I12', 'I13'])).flatMap(({ invariant, ids }) =>
      ids.map((id) => `${invariant} ${id}`),
    );

  describe('a unit that becomes part of another', () => {
    let gone: BuiltUnit;
    let successor: BuiltUnit;
    let person: BuiltPerson;

    beforeEach(async () => {
      [gone, successor] = [await a.unit(), await a.unit()];
      person = await a.person({ in: gone });
    });

    it('before a study: its call, site, exemptions and registrations are the successor’s, and so is the roll', async () => {
      const exempt = await a.person({ in: gone });
      const study = await aStudy(a, [gone]);
      const at = `/api/v1/classes/${study.id}/obliged-units/${gone.id}/exemptions/${exempt.id}`;
      await app.as(office).put(at, { ground: 'old_age', decidedBy: 'Chi bộ 1' });
      await register(study, gone);
      const preview = await app
        .as(office)
        .form('/unit-mergers/preview', { unitIds: gone.id, intoUnitId: successor.id, on: '2026-01-05', reason });
      expect(preview.text).toContain('danh sách phải học và người đã đăng ký của');

      expect((await merge([gone], successor)).body).toMatchObject({ studies: [{ classId: study.id }] });
      const expected = { unitId: successor.id, members: 2, exempt: 1, obliged: 1, registered: 1, siteId: study.siteId };
      expect((await participation(study)).items).toMatchObject([expected]);
      expect(await journal('study_sessions.call_carried', study.id)).toEqual([{ unitId: successor.id, reason }]);

      atTheStudy();
      await app.get(RollsService).freezeDue();
      await mark(a, study.halfDay, 'present', person);
      expect(await participation(study)).toMatchObject({
        items: [{ ...expected, rollTakenOn: studyDay, attendedMembers: 1, rate: 100, done: true }],
        totals: { units: 1, unitsDone: 1, obliged: 1 },
      });
    });

    it('in the middle of one: the frozen roll is counted as the successor’s, once, and is not taken again', async () => {
      const own = await a.person({ in: successor });
      const study = await aStudy(a, [gone, successor]);
      for (const unit of [gone, successor]) await register(study, unit);
      atTheStudy();
      await app.get(RollsService).freezeDue();
      await mark(a, study.halfDay, 'present', person);
      const entries = await app.sql('SELECT * FROM roll_entries WHERE class_id = $1 ORDER BY person_id', study.id);

      expect((await merge([gone], successor, studyDay)).status).toBe(201);
      expect(await participation(study)).toMatchObject({
        items: [{ unitId: successor.id, members: 2, registered: 2, attendedMembers: 1, rate: 50, done: true }],
        totals: { units: 1, unitsDone: 1, members: 2 },
      });
      expect(await app.sql('SELECT * FROM roll_entries WHERE class_id = $1 ORDER BY person_id', study.id)).toEqual(
        entries,
      );
      const roll = `/api/v1/classes/${study.id}/participation/${successor.id}`;
      const people = (await app.as(office).get<{ items: { personId: string; corrected: boolean }[] }>(roll)).body.items;
      expect(people.map(({ personId }) => personId).toSorted()).toEqual([person.id, own.id].toSorted());
      expect(people.every(({ corrected }) => !corrected)).toBe(true);

      // What was wrong on it is put right where it is now.
      const corrected = await app
        .as(office)
        .post(`/api/v1/classes/${study.id}/obliged-units/${successor.id}/roll-corrections`, {
          personId: person.id,
          place: 'off_roll',
          decision: '3-QĐ',
          reason: 'Ghi nhầm',
        });
      expect(corrected.status).toBe(201);
      expect((await participation(study)).items).toMatchObject([{ members: 1, attendedOutsideRoll: 1 }]);
      expect(await doctor()).toEqual([]);
    });

    it('in the middle of one the successor was not called to: only whom the roll named is obliged', async () => {
      await a.person({ in: successor });
      const study = await aStudy(a, [gone]);
      await register(study, gone);
      atTheStudy();
      await app.get(RollsService).freezeDue();
      await merge([gone], successor, studyDay);
      expect((await participation(study)).items).toMatchObject([
        { unitId: successor.id, members: 1, rollTakenOn: studyDay, done: false },
      ]);
      // And once more, into a third.
      const third = await a.unit();
      await merge([successor], third, studyDay);
      expect((await participation(study)).items).toMatchObject([{ unitId: third.id, members: 1 }]);
    });

    it('after a study is over changes nothing of it', async () => {
      const study = await aStudy(a, [gone]);
      await register(study, gone);
      atTheStudy();
      await app.get(RollsService).freezeDue();
      await study.isClosed(app.clock.now());
      await merge([gone], successor, studyDay);
      expect((await participation(study)).items).toMatchObject([{ unitId: gone.id, members: 1 }]);
    });

    it('has its “none this time” go along, unless the successor has seats it has not answered for', async () => {
      const [alone, together] = [
        await a.trainingClass({ allocations: [[gone, 2]] }),
        await a.trainingClass({
          allocations: [
            [gone, 1],
            [successor, 1],
          ],
        }),
      ];
      for (const inClass of [alone, together]) await inClass.hearsNoneFrom(gone, app.clock.now());
      await merge([gone], successor);
      expect(await app.sql('SELECT class_id FROM standing_unit_answers WHERE unit_id = $1', successor.id)).toEqual([
        { classId: alone.id },
      ]);
    });
  });

  it('a unit that becomes part of another while its secretary nominates and answers leaves nothing behind', async () => {
    for (let round = 0; round < 4; round += 1) {
      const [gone, into] = [await a.unit(), await a.unit()];
      const secretary = await a.secretaryOf(gone);
      const inClass = await a.trainingClass({
        allocations: [
          [gone, 4],
          [into, 1],
        ],
      });
      const people = await Promise.all([1, 2, 3, 4, 5, 6].map(() => a.person({ in: gone })));
      await a.planSeason();
      const line = await a.planLine({ year: 2026, quarter: 1 + round });
      const nominations = people.map(({ id }) =>
        app.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, { personId: id, letter }),
      );
      const [merged, said, ...answers] = await Promise.all([
        merge([gone], into),
        app.as(secretary).put('/api/v1/training-plans/2026/needs', { needs: [{ lineId: line.id, people: 7 }] }),
        ...nominations,
      ]);
      expect(merged.status).toBe(201);
      expect([said, ...answers].filter(({ status }) => status >= 500)).toEqual([]);
      const [left] = await app.sql<Record<string, number>>(
        `SELECT (SELECT count(*)::int FROM seats WHERE unit_id = $1 AND nomination_id IS NULL) AS free,
           (SELECT count(*)::int FROM persons WHERE unit_id = $1) AS people,
           (SELECT count(*)::int FROM training_plan_needs WHERE unit_id = $1) AS needs,
           (SELECT count(*)::int FROM nominations n WHERE n.unit_id = $1 AND n.submitted_at > (SELECT merged_on FROM units WHERE id = $1) AND n.rank IS NOT NULL
              AND EXISTS (SELECT FROM seats s WHERE s.class_id = n.class_id AND s.unit_id = $1 AND s.nomination_id IS NULL)) AS waiting`,
        gone.id,
      );
      expect(left).toEqual({ free: 0, people: 0, needs: 0, waiting: 0 });
      expect(await doctor()).toEqual([]);
    }
  });

  describe('a unit that leaves', () => {
    let unit: BuiltUnit;
    let secretary: BuiltAccount;

    beforeEach(async () => {
      unit = await a.unit();
      secretary = await a.secretaryOf(unit);
    });

    const end = () =>
      app
        .as(office)
        .form(`/units/${unit.id}/end`, { on: '2026-01-05', reason, peopleLeave: 'true', endsGrants: 'true' });
    const nominate = async (inClass: { id: string }, person: BuiltPerson) =>
      (
        await app
          .as(secretary)
          .post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter })
      ).body.id;
    const open = async () =>
      (await app.as(office).get<{ items: { id: string; personId: string }[] }>(`/api/v1/leavers?unitId=${unit.id}`))
        .body.items;

    it('leaves its learners in their classes, its free seats to the pool and nothing to its reserves', async () => {
      const people = [
        await a.person({ in: unit }),
        await a.person({ in: unit }),
        await a.person({ in: unit }),
      ] as const;
      const held = await a.trainingClass({ allocations: [[unit, 2]], poolOpen: false });
      const free = await a.trainingClass({ allocations: [[unit, 2]], poolOpen: false });
      const [learner, waiting] = [await nominate(held, people[0]), await nominate(held, people[1])];
      const reserve = await nominate(held, people[2]);
      await app.as(office).post(`/api/v1/nominations/${learner}/acceptance`);
      const page = await app.as(office).get<string>(`/units/${unit.id}/end`);
      expect(page.text).toContain('học tiếp đến hết khóa');

      const answer = await end();
      expect(answer.headers.get('location')).toBe(`/leavers?unitId=${unit.id}`);
      expect((await open()).map(({ personId }) => personId).toSorted()).toEqual(
        [people[0].id, people[1].id].toSorted(),
      );
      const stateOf = async (id: string) =>
        (await app.as(office).get<{ state: string }>(`/api/v1/nominations/${id}`)).body.state;
      expect([await stateOf(learner), await stateOf(waiting), await stateOf(reserve)]).toEqual([
        'accepted',
        'submitted',
        'withdrawn',
      ]);
      expect(await app.sql('SELECT DISTINCT unit_id FROM seats WHERE class_id = ANY ($1)', [held.id, free.id])).toEqual(
        [{ unitId: null }],
      );
      expect(await journal('seats.returned', free.id)).toEqual([{ unitId: null, reason }]);
      expect(await doctor()).toEqual([]);
    });

    it('has its learners decided about in one form: they stay, or their places end', async () => {
      const people = [
        await a.person({ in: unit }),
        await a.person({ in: unit }),
        await a.person({ in: unit }),
      ] as const;
      const inClass = await a.trainingClass({ allocations: [[unit, 3]] });
      for (const person of people)
        await app.as(office).post(`/api/v1/nominations/${await nominate(inClass, person)}/acceptance`);
      await end();
      const page = await app.as(office).get<string>(`/leavers?unitId=${unit.id}`);
      expect(page.text).toContain('Quyết định chung cho 3 người');
      const flags = await open();
      const decide = (ids: readonly string[], decision: string, more: object = {}) =>
        app.as(office).post('/api/v1/leavers/decisions', { ids, decision, ...more });
      const withoutReason = await decide([flags[0]!.id], 'ends');
      expect(withoutReason.body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
      expect((await decide([flags[0]!.id], 'ends', { reason })).body).toEqual({ settled: 1 });

      const ids = flags.map(({ id }) => id);
      const stays = await app.as(office).form('/leavers/decisions', { ids, decision: 'stays', reason: 'Học tiếp' });
      expect(stays.status).toBe(303);
      expect(await open()).toEqual([]);
      const roster = await app.as(office).get<{ items: object[] }>(`/api/v1/classes/${inClass.id}/enrollments`);
      expect(roster.body.items).toHaveLength(2);
      // The seat that came free is the pool's: its unit is gone.
      expect(
        await app.sql('SELECT unit_id FROM seats WHERE class_id = $1 AND nomination_id IS NULL', inClass.id),
      ).toEqual([{ unitId: null }]);
      expect((await decide(ids, 'stays')).body).toMatchObject({ status: 409, code: 'leaver_settled' });
    });

    it('decides about nobody who decides: the own place is left to another', async () => {
      const person = await a.person({ in: unit });
      const other = await a.person({ in: unit });
      const inClass = await a.trainingClass({ allocations: [[unit, 2]] });
      for (const one of [person, other])
        await app.as(office).post(`/api/v1/nominations/${await nominate(inClass, one)}/acceptance`);
      const { bloc } = await a.organization();
      const officer = await a.account({ person, roles: [['training_officer', bloc]] });
      await end();
      const ids = (await open()).map(({ id }) => id);
      const decided = await app.as(officer).post('/api/v1/leavers/decisions', { ids, decision: 'stays' });
      expect(decided.body).toEqual({ settled: 1 });
      expect(await open()).toMatchObject([{ personId: person.id }]);
    });

    it('is not called any more to a study that has not begun, and counts to the end in one that has', async () => {
      await a.person({ in: unit });
      const [begun, later] = [await aStudy(a, [unit]), await aStudy(a, [unit, await a.unit()])];
      await register(later, unit);
      await app.as(office).post(`/api/v1/classes/${begun.id}/roll`, { reason: 'Chốt sớm' });
      await end();
      expect((await participation(begun)).items).toMatchObject([{ unitId: unit.id, members: 1 }]);
      expect((await participation(later)).items.some(({ unitId }) => unitId === unit.id)).toBe(false);
      expect(await app.sql('SELECT 1 FROM enrollments WHERE class_id = $1 AND ended_at IS NULL', later.id)).toEqual([]);
      expect(await journal('study_sessions.call_ended', later.id)).toEqual([{ unitId: unit.id, reason }]);
    });
  });

  describe('a unit that joins', () => {
    it('gets a seat in each open call and is called to each study by one button, with rolls as of that day', async () => {
      const unit = await a.unit();
      const other = await a.unit();
      await a.person({ in: unit });
      const open = await a.trainingClass({ allocations: [[other, 1]], pool: 2 });
      const full = await a.trainingClass({ allocations: [[other, 1]] });
      const [begun, later] = [await aStudy(a, [other]), await aStudy(a, [other])];
      await later.becomes({ opensOn: '2026-03-07', closesOn: '2026-03-07' });
      await a.change(
        'half_days',
        { id: later.halfDay.id },
        { day: '2026-03-07', during: '[2026-03-07T08:00:00+07:00,2026-03-07T11:30:00+07:00)' },
      );
      app.clock.moveTo(momentAt('2026-01-15', '08:00'));
      await begun.becomes({ opensOn: '2026-01-15', closesOn: '2026-02-07' });
      await a.change(
        'half_days',
        { id: begun.halfDay.id },
        { day: '2026-01-15', during: '[2026-01-15T08:00:00+07:00,2026-01-15T11:30:00+07:00)' },
      );

      const path = `/units/${unit.id}/joining`;
      const shown = await app.as(office).get<string>(path);
      expect((await app.as(office).get<string>(`/units/${unit.id}`)).text).toContain(`href="${path}"`);
      expect(shown.text).toContain(`name="seats.${open.id}"`);
      expect(shown.text).not.toContain(full.id);
      const joinable = (await app.as(office).get<{ studies: object[] }>(`/api/v1${path}`)).body;
      for (const [study, hasBegun] of [
        [begun, true],
        [later, false],
      ] as const)
        expect(joinable.studies).toContainEqual(expect.objectContaining({ classId: study.id, hasBegun }));
      const nothing = await app.as(office).form(path, { [`seats.${open.id}`]: '0' });
      expect([nothing.status, nothing.text.includes('Chưa giao chỉ tiêu')]).toEqual([422, true]);
      const tooMany = await app.as(office).form(path, { [`seats.${open.id}`]: '3', studyIds: [later.id] });
      expect(tooMany.status).toBe(409);
      const sent = { [`seats.${open.id}`]: '1', studyIds: [begun.id, later.id] };
      expect((await app.as(office).form(path, sent)).headers.get('location')).toBe(`/units/${unit.id}`);

      expect(await app.sql('SELECT count(*)::int AS count FROM seats WHERE unit_id = $1', unit.id)).toEqual([
        { count: 1 },
      ]);
      const calledTo = async (study: BuiltStudy) =>
        (await participation(study)).items.find(({ unitId }) => unitId === unit.id);
      expect(await calledTo(begun)).toMatchObject({ members: 1, rollTakenOn: '2026-01-15' });
      expect(await calledTo(later)).toMatchObject({ members: 1, rollTakenOn: null });
      const left = (await app.as(office).get<{ studies: { classId: string }[] }>(`/api/v1${path}`)).body.studies;
      expect(left.some(({ classId }) => [begun.id, later.id].includes(classId))).toBe(false);
    });

    it('is called to nothing once it has left', async () => {
      const unit = await a.unit();
      const study = await aStudy(a, [await a.unit()]);
      await a.change('units', { id: unit.id }, { leftOn: '2026-01-05' });
      const joined = await app.as(office).post(`/api/v1/units/${unit.id}/joining`, { studyIds: [study.id] });
      expect(joined.body).toMatchObject({ status: 409, code: 'unit_has_left' });
    });
  });
});
