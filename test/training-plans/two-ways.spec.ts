import type { CommentItem } from '../../src/training-plans/proposals/comments.service';
import type { NeedItem, PlanSeason, ProposalItem } from '../../src/training-plans/proposals/proposals.queries';
import type { PlanLineItem, TrainingPlan } from '../../src/training-plans/training-plans.queries';
import { momentAt } from '../../src/platform/clock';
import { RemindersService } from '../../src/reminders/reminders.service';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';

interface Problem {
  readonly status: number;
  readonly code: string;
}

describe('a plan that is made by both sides', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let group: BuiltAccount;
  let unit: BuiltUnit;
  let other: BuiltUnit;
  let secretary: BuiltAccount;
  let elsewhere: BuiltAccount;
  let course: { id: string };
  let year = 2030;

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

  const plans = (path = '') => `/api/v1/training-plans/${year}${path}`;
  const propose = (who: BuiltAccount, given: object = {}) =>
    app
      .as(who)
      .post<ProposalItem & Problem>(plans('/proposals'), { courseId: course.id, quarter: 2, people: 6, ...given });
  const proposals = async (who: BuiltAccount) =>
    (await app.as(who).get<{ items: ProposalItem[] }>(plans('/proposals'))).body.items;
  const answer = (id: string, given: object, by = office) =>
    app.as(by).post<ProposalItem & Problem>(`/api/v1/training-plan-proposals/${id}/answer`, given);
  const planOf = async (who: BuiltAccount) => (await app.as(who).get<TrainingPlan>(plans())).body;
  const addLine = async (given: object = {}) =>
    (
      await app.as(office).post<PlanLineItem>(plans('/lines'), {
        courseId: course.id,
        quarter: 1,
        plannedClasses: 1,
        targetPeople: 30,
        ...given,
      })
    ).body;
  const line = async (id: string, who = office) =>
    (await app.as(who).get<PlanLineItem & Problem>(`/api/v1/training-plan-lines/${id}`)).body;
  const season = async (who: BuiltAccount) => (await app.as(who).get<PlanSeason>(plans('/season'))).body;
  const say = (who: BuiltAccount, needs: readonly object[], unitId?: string) =>
    app.as(who).put<Problem>(plans('/needs'), { unitId, needs });
  const confirm = async (who: BuiltAccount, ids?: readonly string[]) => {
    const { lines } = await planOf(who);
    const seen = lines.filter(({ id }) => ids?.includes(id) ?? true).map(({ id, version }) => ({ id, version }));
    return app.as(who).post<{ confirmed: number } & Problem>(plans('/confirmations'), { lines: seen });
  };

  describe('by proposals', () => {
    it('of a unit reach the office and the Group, and no other unit', async () => {
      const sent = await propose(secretary, { note: 'Có 6 đảng viên mới' });
      expect(sent.status).toBe(201);
      expect(sent.body).toMatchObject({ unitId: unit.id, people: 6, state: 'proposed' });
      for (const who of [office, group]) expect(await proposals(who)).toMatchObject([{ id: sent.body.id }]);
      expect(await proposals(elsewhere)).toEqual([]);
      const hidden = await app.as(elsewhere).get(`/api/v1/training-plan-proposals/${sent.body.id}`);
      expect(hidden.status).toBe(404);
    });

    it('are one of a unit for a course and quarter, and are changed or taken back until answered', async () => {
      const { id } = (await propose(secretary)).body;
      expect((await propose(secretary)).body).toMatchObject({ status: 409, code: 'plan_proposed_already' });
      const path = `/api/v1/training-plan-proposals/${id}`;
      // The Group mends what its unit wrote.
      expect((await app.as(group).patch(path, { people: 4 })).body).toMatchObject({ people: 4, version: 2 });
      expect((await app.as(secretary).with({ 'if-match': '"1"' }).patch(path, { people: 9 })).status).toBe(412);
      expect((await app.as(secretary).post(`${path}/withdrawal`)).body).toMatchObject({ state: 'withdrawn' });
      expect((await app.as(secretary).patch(path, { people: 9 })).body).toMatchObject({
        code: 'plan_proposal_settled',
      });
      expect((await propose(secretary)).status).toBe(201);
    });

    it('are taken in as a line, merged into one, or declined with the reason the unit reads', async () => {
      const taken = (await propose(secretary)).body.id;
      expect((await answer(taken, { answer: 'taken_in' }, group)).status).toBe(403);
      const first = await answer(taken, { answer: 'taken_in', plannedClasses: 2 });
      expect(first.body).toMatchObject({ state: 'taken_in', lineQuarter: 2 });
      const lineId = first.body.lineId!;
      expect(await line(lineId)).toMatchObject({ plannedClasses: 2, targetPeople: 6, needed: 6 });

      const merged = (await propose(elsewhere, { quarter: 3, people: 5 })).body.id;
      expect((await answer(merged, { answer: 'merged' })).body).toMatchObject({ errors: [{ field: 'lineId' }] });
      await answer(merged, { answer: 'merged', lineId, reason: 'Học chung quý 2' });
      expect(await line(lineId)).toMatchObject({ targetPeople: 6, needed: 11 });
      expect(await line(lineId, secretary)).toMatchObject({ needed: 6 });

      const declined = (await propose(secretary, { quarter: 4 })).body.id;
      expect((await answer(declined, { answer: 'declined' })).body).toMatchObject({ errors: [{ field: 'reason' }] });
      await answer(declined, { answer: 'declined', reason: 'Không đủ kinh phí' });
      const read = await app.as(secretary).get<string>(`/training-plan-proposals/${declined}`);
      expect(read.text).toContain('Không đủ kinh phí');
      expect((await answer(declined, { answer: 'taken_in' })).body).toMatchObject({ code: 'plan_proposal_settled' });
    });

    it('wait for an answer again when the line they stood in is removed', async () => {
      const { id } = (await propose(secretary)).body;
      const { lineId } = (await answer(id, { answer: 'taken_in' })).body;
      expect((await app.as(office).delete(`/api/v1/training-plan-lines/${lineId}`)).status).toBe(204);
      expect(await proposals(secretary)).toMatchObject([{ id, state: 'proposed', lineId: null }]);
    });

    it('end with the last day; the office still enters what came by letter, and may give longer', async () => {
      app.clock.moveTo(momentAt('2026-01-21', '08:00'));
      const late = await propose(secretary);
      expect(late.body).toMatchObject({ status: 409, code: 'plan_season_over' });
      expect((await propose(office, { unitId: unit.id })).status).toBe(201);
      expect((await app.as(office).put(plans('/season'), { lastDay: '2026-01-20' })).status).toBe(422);
      await app.as(office).put(plans('/season'), { lastDay: '2026-01-25' });
      expect((await propose(secretary, { quarter: 3 })).status).toBe(201);
      year += 1;
      expect((await propose(secretary)).body).toMatchObject({ status: 409, code: 'plan_season_not_open' });
    });
  });

  describe('by numbers', () => {
    it('that each unit says of the lines it may send people to, added up for office and Group', async () => {
      const { id } = await addLine();
      await say(secretary, [{ lineId: id, people: 3 }]);
      await say(group, [{ lineId: id, people: 4 }], other.id);
      await say(secretary, [{ lineId: id, people: 5 }]);
      expect(await line(id)).toMatchObject({ needed: 9 });
      expect(await line(id, group)).toMatchObject({ needed: 9 });
      const own = await app.as(secretary).get<{ items: NeedItem[] }>(plans('/needs'));
      expect(own.body.items).toMatchObject([{ unitId: unit.id, people: 5 }]);
      expect((await say(secretary, [{ lineId: id, people: 1 }], other.id)).status).toBe(404);
    });

    it('are suggested from the roster where a course knows who lacks it', async () => {
      const member = await a.course({ code: 'new_member', nameVi: 'Bồi dưỡng đảng viên mới' });
      await a.rule(member, 'admission', 'inside_probation', { months: 12 }, 'warn');
      await a.person({ in: unit, standing: 'probationary', joinedOn: '2025-11-01' });
      await addLine({ courseId: member.id });
      const page = await app.as(secretary).get<string>(`/training-plans/${year}/proposals`);
      expect(page.text).toContain('1 người còn thiếu chương trình này');
    });

    it('are nothing at all when the unit says so, until it says otherwise', async () => {
      const { id } = await addLine();
      const { silent } = await season(group);
      expect(silent.map((one) => one.id)).toEqual(expect.arrayContaining([unit.id, other.id]));
      const none = () => app.as(secretary).post<PlanSeason & Problem>(plans('/no-need'), { note: 'Đã học đủ' });
      expect((await none()).body).toMatchObject({ silent: [], noNeed: [{ id: unit.id, note: 'Đã học đủ' }] });
      await say(secretary, [{ lineId: id, people: 2 }]);
      expect((await season(secretary)).noNeed).toEqual([]);
      expect((await none()).body).toMatchObject({ status: 409, code: 'plan_answered_otherwise' });
      await say(secretary, [{ lineId: id, people: 0 }]);
      expect((await none()).status).toBe(200);
    });
  });

  describe('and is seen by whom it concerns', () => {
    it('a unit reads lines for all and for itself, the committees read all of them', async () => {
      const [forAll, forOther] = [await addLine(), await addLine({ quarter: 3 })];
      const addressed = await app
        .as(office)
        .put<PlanLineItem>(`/api/v1/training-plan-lines/${forOther.id}/addressees`, { unitIds: [other.id] });
      expect(addressed.body).toMatchObject({ addressedTo: [other.id], version: 2 });
      expect((await planOf(secretary)).lines.map(({ id }) => id)).toEqual([forAll.id]);
      for (const who of [elsewhere, group, office])
        expect((await planOf(who)).lines.map(({ id }) => id)).toEqual([forAll.id, forOther.id]);
      expect((await line(forOther.id, secretary)).status).toBe(404);
      expect((await say(secretary, [{ lineId: forOther.id, people: 1 }])).status).toBe(422);
      expect((await app.as(secretary).get(`/training-plan-lines/${forOther.id}`)).status).toBe(404);
      expect((await app.as(secretary).get(`/training-plan-lines/${forAll.id}`)).status).toBe(200);
    });

    it('is talked about in one thread, with who and when', async () => {
      const { id } = await addLine();
      const comments = `/api/v1/training-plan-lines/${id}/comments`;
      await app.as(secretary).post(comments, { text: 'Xin mở vào cuối tuần' });
      await app.as(group).post(comments, { text: 'Tập đoàn đồng ý' });
      await app.as(office).form(`/training-plan-lines/${id}/comments`, { text: 'Sẽ xếp thứ Bảy' });
      const thread = (await app.as(elsewhere).get<{ items: CommentItem[] }>(comments)).body.items;
      expect(thread.map(({ text }) => text)).toEqual(['Xin mở vào cuối tuần', 'Tập đoàn đồng ý', 'Sẽ xếp thứ Bảy']);
      expect(thread[0]).toMatchObject({ unitNameVi: `Đơn vị ${unit.code}` });
      expect(new Date(thread[0]!.writtenAt)).toEqual(startOfSpecs);
      const empty = await app.as(secretary).form(`/training-plan-lines/${id}/comments`, { text: '' });
      expect(empty.status).toBe(422);
    });

    it('is told to units that have not answered, and to nobody who has', async () => {
      const planned = async (who: BuiltAccount) =>
        app.sql(
          `SELECT 1 FROM reminders WHERE rule = 'plan_answer_due' AND days_before = 7 AND account_id = $1 AND occurrence LIKE '%:' || $2::text || '%'`,
          who.id,
          String(year),
        );
      await app.as(secretary).post(plans('/no-need'), {});
      app.clock.moveTo(momentAt('2026-01-13', '08:00'));
      await app.get(RemindersService).plan();
      expect(await planned(elsewhere)).toHaveLength(1);
      expect(await planned(secretary)).toEqual([]);
    });
  });

  describe('and is confirmed by both committees', () => {
    it('each as itself, and again after a change', async () => {
      const { id } = await addLine();
      expect(await line(id)).toMatchObject({ standing: 'unconfirmed' });
      expect((await confirm(office)).body).toEqual({ confirmed: 1 });
      expect(await line(id)).toMatchObject({ standing: 'partly' });
      expect((await confirm(office)).body).toEqual({ confirmed: 0 });
      await confirm(group);
      expect(await line(id)).toMatchObject({ standing: 'confirmed' });
      await app.as(office).patch(`/api/v1/training-plan-lines/${id}`, { plannedClasses: 3 });
      expect(await line(id)).toMatchObject({ standing: 'changed' });
      const page = await app.as(group).get<string>(`/training-plans/${year}`);
      expect(page.text).toContain('Đã sửa, cần xác nhận lại');
      await confirm(office);
      const again = await app.as(group).form(`/training-plans/${year}/confirmations`, { lines: [`${id}:2`] });
      expect(again.status).toBe(303);
      expect(await line(id)).toMatchObject({ standing: 'confirmed' });
      const lines = await app.sql(
        `SELECT unit_id FROM journal_lines WHERE action = 'training_plans.line_confirmed' AND subject_id = $1`,
        id,
      );
      expect(lines).toHaveLength(4);
    });

    it('not as it was seen before somebody changed it, and not by a unit', async () => {
      const { id } = await addLine();
      await app.as(office).patch(`/api/v1/training-plan-lines/${id}`, { plannedClasses: 3 });
      const stale = await app.as(group).post(plans('/confirmations'), { lines: [{ id, version: 1 }] });
      expect(stale.status).toBe(412);
      expect((await confirm(secretary)).status).toBe(403);
    });

    it('not by one account for both', async () => {
      const { id } = await addLine();
      const { bloc, group: ofGroup } = await a.organization();
      const both = await a.account({
        roles: [
          ['training_officer', bloc],
          ['group_officer', ofGroup],
        ],
      });
      await confirm(both);
      await confirm(both);
      expect(await line(id)).toMatchObject({ standing: 'partly' });
      const forGroup = await app.sql(
        `SELECT 1 FROM training_plan_confirmations WHERE line_id = $1 AND body_id = $2`,
        id,
        ofGroup.id,
      );
      expect(forGroup).toEqual([]);
      // However it comes: the database keeps it.
      await expect(
        app.sql(
          `INSERT INTO training_plan_confirmations (line_id, version, body_id, confirmed_at, confirmed_by) VALUES ($1, 1, $2, now(), $3)`,
          id,
          ofGroup.id,
          both.id,
        ),
      ).rejects.toThrow('training_plan_confirmations_one_body');
    });
  });

  describe('and counts what was done of it', () => {
    const classOf = (given: object) =>
      a.trainingClass({ course, opensOn: `${year}-10-05`, closesOn: `${year + 1}-03-20`, ...given });

    it('a class counts in each of its years, on the first line of its course after the one it names', async () => {
      const { id } = await addLine({ quarter: 4 });
      const running = await classOf({ planLineId: id });
      await a.enrollment({ in: running });
      await classOf({ planLineId: id, state: 'cancelled' });
      await classOf({ planLineId: id, state: 'draft' });
      year += 1;
      const [late, early] = [await addLine({ quarter: 3 }), await addLine({ quarter: 1 })];
      expect(await line(id)).toMatchObject({ opened: 1, continuing: 0, drafted: 1, cancelled: 1, enrolled: 1 });
      expect(await line(early.id)).toMatchObject({ opened: 1, continuing: 1, enrolled: 1, drafted: 0, cancelled: 0 });
      expect(await line(late.id)).toMatchObject({ opened: 0, continuing: 0 });
      expect((await planOf(office)).totals.year).toMatchObject({ opened: 1, continuing: 1 });
      expect((await planOf(office)).outside).toEqual([]);
      const page = await app.as(office).get<string>(`/training-plan-lines/${early.id}`);
      expect(page.text).toContain('chuyển tiếp từ năm trước');
      expect(page.text).not.toContain(`/classes/${running.id}/removal`);
      expect((await app.as(office).delete(`/api/v1/training-plan-lines/${early.id}`)).status).toBe(204);
    });

    it('shows classes outside it, once they open, with a button that lets them count', async () => {
      const { id } = await addLine();
      const outside = await classOf({ name: 'Lớp ngoài kế hoạch' });
      await classOf({ state: 'draft' });
      expect((await planOf(secretary)).outside).toMatchObject([{ id: outside.id, continues: false }]);
      year += 1;
      expect((await planOf(office)).outside).toMatchObject([{ id: outside.id, continues: true }]);
      year -= 1;
      const page = await app.as(office).get<string>(`/training-plans/${year}`);
      expect(page.text).toContain(`action="/training-plan-lines/${id}/classes"`);
      await app.as(office).form(`/training-plan-lines/${id}/classes`, { classId: outside.id });
      expect((await planOf(office)).outside).toEqual([]);
    });

    it('is taken along as a paper', async () => {
      const { id } = await addLine();
      await say(secretary, [{ lineId: id, people: 3 }]);
      await classOf({ name: 'Lớp ngoài kế hoạch' });
      const { content } = await app.as(office).download(plans('/paper?format=xlsx'));
      const rows = (await readWorkbook({ name: 'x.xlsx', content })).rows.map((row) => row.map(cellText).join('|'));
      expect(rows.some((row) => row.includes(`Đơn vị ${unit.code}: 3`))).toBe(true);
      expect(rows.some((row) => row.includes('- Lớp ngoài kế hoạch ('))).toBe(true);
    });
  });

  it('has its proposals taken along as a sheet, of the units their reader sees', async () => {
    const { id } = (await propose(secretary, { note: 'Có 6 đảng viên mới' })).body;
    await propose(elsewhere, { quarter: 3 });
    await answer(id, { answer: 'declined', reason: 'Không đủ kinh phí' });
    const rowsOf = async (who: BuiltAccount, path: string) => {
      const { content } = await app.as(who).download(path);
      const { rows } = await readWorkbook({ name: 'x.xlsx', content });
      return rows.slice(2).map((row) => row.map(cellText).join('|'));
    };
    const rows = await rowsOf(office, plans('/proposals/workbook'));
    expect(rows).toHaveLength(2);
    const own = rows.find((row) => row.includes(`|Đơn vị ${unit.code}|`))!;
    expect(own).toMatch(/\|2\|6\|Có 6 đảng viên mới\|.*Không đủ kinh phí$/);
    expect(await rowsOf(office, plans('/proposals/workbook?state=proposed'))).toHaveLength(1);
    expect(await rowsOf(elsewhere, `/training-plans/${year}/proposals/workbook`)).toHaveLength(1);
  });

  it('is answered on one page, which keeps what was typed', async () => {
    const { id } = await addLine();
    const path = `/training-plans/${year}`;
    const plan = await app.as(secretary).get<string>(path);
    expect(plan.text).toContain('Đơn vị chưa trả lời.');
    const wrong = await app.as(secretary).form(`${path}/needs`, { unitId: unit.id, [`people.${id}`]: 'ba' });
    expect([wrong.status, wrong.text.includes('value="ba"')]).toEqual([422, true]);
    const sent = await app.as(secretary).form(`${path}/needs`, { unitId: unit.id, [`people.${id}`]: '3' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${path}/proposals`]);
    const refused = await app
      .as(secretary)
      .form(`${path}/proposals`, { courseId: course.id, quarter: '9', people: '7' });
    expect([refused.status, refused.text.includes('value="7"')]).toEqual([422, true]);
    const opened = await app.as(office).form(`${path}/season`, { lastDay: '2026-01-01' });
    expect([opened.status, opened.text.includes('Ngày này đã qua')]).toEqual([422, true]);
  });
});
