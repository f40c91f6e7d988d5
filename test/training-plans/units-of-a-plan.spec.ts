import type { PlanSeason, ProposalItem } from '../../src/training-plans/proposals/proposals.queries';
import type { PlanLineItem, TrainingPlan } from '../../src/training-plans/training-plans.queries';
import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly { readonly field: string }[];
}

describe('units of a yearly plan', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let group: BuiltAccount;
  let unit: BuiltUnit;
  let other: BuiltUnit;
  let secretary: BuiltAccount;
  let elsewhere: BuiltAccount;
  let course: { id: string };
  let year = 2060;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    [office, group] = [await a.office(), await a.groupOfficer()];
  });
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    year += 1;
    [unit, other] = [await a.unit(), await a.unit()];
    [secretary, elsewhere] = [await a.secretaryOf(unit), await a.secretaryOf(other)];
    course = await a.course({ nameVi: 'Sơ cấp lý luận chính trị' });
    await app.as(office).put(plans('/season'), { lastDay: '2026-01-20' });
  });
  afterAll(() => app.stop());

  const plans = (path = '', of = year) => `/api/v1/training-plans/${of}${path}`;
  const planOf = async (who: BuiltAccount, of = year) => (await app.as(who).get<TrainingPlan>(plans('', of))).body;
  const season = async (who: BuiltAccount) => (await app.as(who).get<PlanSeason>(plans('/season'))).body;
  const say = (who: BuiltAccount, lineId: string, people: number, unitId?: string) =>
    app.as(who).put<Problem>(plans('/needs'), { unitId, needs: [{ lineId, people }] });
  const sayNone = (who: BuiltAccount, unitId?: string) => app.as(who).post<Problem>(plans('/no-need'), { unitId });
  const propose = async (who: BuiltAccount, quarter = 2, people = 6) =>
    (await app.as(who).post<ProposalItem>(plans('/proposals'), { courseId: course.id, quarter, people })).body;
  const merge = (into: BuiltUnit, ...units: BuiltUnit[]) =>
    app.as(office).post('/api/v1/unit-mergers', {
      unitIds: units.map(({ id }) => id),
      intoUnitId: into.id,
      on: '2026-01-05',
      reason: 'Quyết định 9-QĐ/ĐUK',
    });
  const line = async (id: string, who = office) =>
    (await app.as(who).get<PlanLineItem & Problem>(`/api/v1/training-plan-lines/${id}`)).body;
  const aLine = async (...units: BuiltUnit[]) => {
    const facts = { courseId: course.id, quarter: 1, plannedClasses: 1, targetPeople: 30 };
    const { id } = (await app.as(office).post<PlanLineItem>(plans('/lines'), facts)).body;
    if (units.length > 0) await address(id, units);
    return id;
  };
  const address = (id: string, units: readonly BuiltUnit[]) =>
    app.as(office).put(`/api/v1/training-plan-lines/${id}/addressees`, { unitIds: units.map((one) => one.id) });
  const silent = async () => (await season(office)).silent.map(({ id }) => id);

  it('are those a line was for when it is copied into another year', async () => {
    await aLine(unit);
    const to = year + 20;
    await app.as(office).post(plans('/copies', to), { fromYear: year });
    expect((await planOf(office, to)).lines).toMatchObject([{ addressedTo: [unit.id] }]);
    expect((await planOf(elsewhere, to)).lines).toEqual([]);
  });

  it('send people themselves: a Group has no number of its own, nor an answer that nothing is needed', async () => {
    const id = await aLine();
    expect((await say(group, id, 9)).body).toMatchObject({ status: 422, errors: [{ field: 'unitId' }] });
    expect((await sayNone(group)).body).toMatchObject({ status: 422, errors: [{ field: 'unitId' }] });
    expect(await line(id)).toMatchObject({ needed: 0 });
    const page = await app.as(group).get<string>(`/training-plans/${year}/proposals`);
    expect(page.text).not.toContain('/no-need');
  });

  it('say one thing when two of their people answer at the same moment', async () => {
    const second = await a.secretaryOf(unit);
    for (let round = 0; round < 5; round += 1) {
      const id = await aLine();
      await Promise.all([say(secretary, id, 4), sayNone(second)]);
      const { noNeed } = await season(secretary);
      expect([noNeed.length, (await line(id)).needed]).not.toEqual([1, 4]);
      await app.as(office).delete(`/api/v1/training-plan-lines/${id}`);
    }
  });

  it('hear that a line is gone, when it is removed as they answer it or as their proposal goes into it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [id, { id: proposal }] = [await aLine(), await propose(elsewhere, 3)];
      const answers = await Promise.all([
        app.as(office).delete(`/api/v1/training-plan-lines/${id}`),
        say(secretary, id, 2),
        app.as(office).post(`/api/v1/training-plan-proposals/${proposal}/answer`, { answer: 'merged', lineId: id }),
      ]);
      expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
      await app.as(elsewhere).post(`/api/v1/training-plan-proposals/${proposal}/withdrawal`);
    }
  });

  it('read the line their proposal went into, also when it was for others', async () => {
    const id = await aLine(other);
    const { version } = await line(id);
    const { id: proposal } = await propose(secretary);
    await app.as(office).post(`/api/v1/training-plan-proposals/${proposal}/answer`, { answer: 'merged', lineId: id });
    expect(await line(id, secretary)).toMatchObject({ id, needed: 6, version: version + 1 });
    expect(new Set((await line(id)).addressedTo)).toEqual(new Set([unit.id, other.id]));
  });

  it('are named on the page of the line, to whoever reads it, and are not overwritten unseen', async () => {
    const id = await aLine(unit);
    const path = `/training-plan-lines/${id}`;
    expect((await app.as(group).get<string>(path)).text).toContain(`Dành cho</dt><dd>Đơn vị ${unit.code}</dd>`);
    const version = `"${(await line(id)).version}"`;
    await address(id, [other]);
    const late = await app.as(office).form(`${path}/addressees`, { version, unitIds: [unit.id] });
    expect(late.status).toBe(412);
    expect((await line(id)).addressedTo).toEqual([other.id]);
  });

  it('find on their desk that they are asked, the committees what waits for their answer and word', async () => {
    const desk = async (who: BuiltAccount) => (await app.as(who).get<string>('/')).text;
    app.clock.moveTo(momentAt(`${year}-01-02`, '08:00'));
    await app.as(office).put(plans('/season'), { lastDay: `${year}-01-20` });
    expect(await desk(secretary)).toContain(
      `Kế hoạch năm ${year}: đơn vị chưa trả lời, hạn đến hết ngày 20/01/${year}.`,
    );
    expect(await desk(group)).toMatch(new RegExp(`Kế hoạch năm ${year}: \\d+ đơn vị chưa trả lời`));
    expect(await desk(office)).not.toContain(`Kế hoạch năm ${year}`);

    await propose(secretary);
    const id = await aLine();
    expect(await desk(secretary)).not.toContain(`Kế hoạch năm ${year}`);
    expect(await desk(office)).toContain(`Kế hoạch năm ${year}: 1 đề xuất chờ trả lời.`);
    for (const who of [office, group]) {
      expect(await desk(who)).toContain(`Kế hoạch năm ${year}: 1 dòng chờ xác nhận.`);
      expect((await app.as(who).get<string>(`/training-plan-lines/${id}`)).text).toContain('Xác nhận 1 dòng');
      await app.as(who).post(plans('/confirmations'), { lines: [{ id, version: 1 }] });
      expect(await desk(who)).not.toContain('dòng chờ xác nhận');
    }
    app.clock.moveTo(momentAt(`${year}-01-21`, '08:00'));
    expect(await desk(elsewhere)).not.toContain(`Kế hoạch năm ${year}`);
  });

  it('count as long as they are of the Bloc and the line is for them', async () => {
    const id = await aLine();
    await say(secretary, id, 3);
    await say(elsewhere, id, 4);
    await address(id, [other]);
    expect(await line(id)).toMatchObject({ needed: 4 });
    await address(id, []);
    expect(await line(id)).toMatchObject({ needed: 7 });
    await app
      .as(office)
      .form(`/units/${unit.id}/end`, { on: '2026-01-05', reason: 'Chuyển đảng bộ', endsGrants: 'true' });
    expect(await line(id)).toMatchObject({ needed: 4 });
    const needs = await app.as(office).get<{ items: { unitId: string }[] }>(plans('/needs'));
    expect(needs.body.items.map(({ unitId }) => unitId)).toEqual([other.id]);
  });

  describe('that become part of another', () => {
    it('leave their numbers and lines to it, which changes them as its own', async () => {
      const [all, own] = [
        await aLine(),
        await app
          .as(office)
          .post<PlanLineItem>(plans('/lines'), { courseId: course.id, quarter: 4, plannedClasses: 1, targetPeople: 5 }),
      ];
      await address(own.body.id, [unit]);
      await say(secretary, all, 3);
      await say(secretary, own.body.id, 2);
      await say(elsewhere, all, 4);
      await merge(other, unit);
      expect(await line(all)).toMatchObject({ needed: 7 });
      expect(await line(own.body.id, elsewhere)).toMatchObject({ needed: 2, addressedTo: [other.id] });
      await say(elsewhere, all, 5);
      expect((await say(elsewhere, own.body.id, 1)).status).toBe(200);
      expect(await line(all)).toMatchObject({ needed: 5 });
      expect(await line(own.body.id)).toMatchObject({ needed: 1 });
    });

    it('leave it their proposals, counted as its own once they are taken in', async () => {
      const { id: proposal } = await propose(secretary);
      await merge(other, unit);
      expect(await silent()).not.toContain(other.id);
      const taken = await app
        .as(office)
        .post<ProposalItem>(`/api/v1/training-plan-proposals/${proposal}/answer`, { answer: 'taken_in' });
      const { lineId } = taken.body;
      await say(elsewhere, lineId!, 8);
      expect(await line(lineId!)).toMatchObject({ needed: 8 });
    });

    it('leave “no need” to what it says itself, and not against what one of them needs', async () => {
      const [third, founded] = [await a.unit(), await a.unit()];
      const id = await aLine();
      await sayNone(secretary);
      await say(elsewhere, id, 3);
      await sayNone(office, third.id);
      await merge(other, unit);
      expect((await season(office)).noNeed.map((one) => one.id)).toEqual([third.id]);
      await merge(founded, third);
      expect((await season(office)).noNeed.map((one) => one.id)).toEqual([]);
      expect(await silent()).toContain(founded.id);
    });
  });
});
