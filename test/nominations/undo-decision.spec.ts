import { RemindersService } from '../../src/reminders/reminders.service';
import { InvariantsService } from '../../src/invariants/invariants.service';
import type { BuiltClass } from '../builders';
import {
  a,
  accept,
  aClass,
  aPerson,
  app,
  beginNominating,
  journalOf,
  nominate,
  nominated,
  office,
  reject,
  returnUntil,
  secretary,
  show,
  unit,
} from './nominating';

beginNominating({ DECISION_WAIT_MINUTES: '10' });

type Nomination = { readonly id: string };

const undo = ({ id }: Nomination, by = office) =>
  app.as(by).post<{ code?: string; message?: string }>(`/api/v1/nominations/${id}/decision/reversal`);
const afterMinutes = (minutes: number) => app.clock.moveTo(new Date(app.clock.now().getTime() + minutes * 60_000));
const broken = async () =>
  (await app.get(InvariantsService).examine(['I1', 'I2', 'I3', 'I5', 'I6', 'I9'])).flatMap(({ ids }) => ids);
const enrolled = async ({ id }: Nomination) =>
  (await app.sql('SELECT FROM enrollments WHERE nomination_id = $1', id)).length;

async function told(inClass: BuiltClass): Promise<string[]> {
  await app.get(RemindersService).plan();
  await app.get(RemindersService).send();
  const lines = await app.sql<{ rule: string }>(
    `SELECT DISTINCT rule FROM reminders WHERE class_id = $1 AND state = 'written' AND rule LIKE 'nomination_%' ORDER BY rule`,
    inClass.id,
  );
  return lines.map(({ rule }) => rule);
}

/** The address the notice of an answer offers to undo by. */
function undoIn(answer: { readonly headers: Headers }): string {
  const kept = /flash=([^;]+)/.exec(answer.headers.getSetCookie().join())![1]!;
  return (JSON.parse(Buffer.from(kept, 'base64url').toString()) as { undo: string }).undo;
}

describe('undoing a decision nobody was told of', () => {
  it('leaves an acceptance as if it never was, and lets it be accepted again', async () => {
    const inClass = await aClass(1);
    await a.halfDay(inClass, '2026-02-07');
    const one = await nominated(inClass);
    await accept(one);
    expect((await undo(one)).status).toBe(204);
    expect(await show(one)).toMatchObject({ state: 'submitted', seat: 1 });
    expect(await enrolled(one)).toBe(0);
    expect(await journalOf(one, 'nominations.decision_taken_back')).toHaveLength(1);
    await accept(one);
    expect([(await show(one)).state, await enrolled(one)]).toEqual(['accepted', 1]);
    expect(await broken()).toEqual([]);
  });

  it('lets what was returned wait for review again, where it stood', async () => {
    const one = await nominated(await aClass(1));
    await returnUntil('2026-01-20', one);
    await undo(one);
    expect(await show(one)).toMatchObject({ state: 'submitted', seat: 1, reason: null, correctBy: null });
  });

  it('gives a seat back, and puts whoever moved up onto it where they waited', async () => {
    const inClass = await aClass(1);
    const [one, first, second] = [await nominated(inClass), await nominated(inClass), await nominated(inClass)];
    await reject(one, 'Chưa đủ tuổi');
    expect(await show(first)).toMatchObject({ seat: 1, rank: null });
    expect((await undo(one)).status).toBe(204);
    expect(await show(one)).toMatchObject({ state: 'submitted', seat: 1, rank: null });
    expect(await show(first)).toMatchObject({ state: 'submitted', seat: null, reservesBefore: 0 });
    expect(await show(second)).toMatchObject({ seat: null, reservesBefore: 1 });
    expect(await broken()).toEqual([]);
  });

  it('puts whoever became a reserve meanwhile behind those who waited before', async () => {
    const inClass = await aClass(1);
    const [one, first] = [await nominated(inClass), await nominated(inClass)];
    await reject(one, 'Chưa đủ tuổi');
    const late = await nominated(inClass);
    await undo(one);
    expect([(await show(first)).reservesBefore, (await show(late)).reservesBefore]).toEqual([0, 1]);
    expect(await broken()).toEqual([]);
  });

  it('is refused where the seat is another’s by then, and takes another one that is free', async () => {
    const inClass = await aClass(1);
    const [one, first] = [await nominated(inClass), await nominated(inClass)];
    await reject(one, 'Chưa đủ tuổi');
    await accept(first);
    expect((await undo(one)).body.code).toBe('seat_given_away');
    expect((await show(one)).state).toBe('rejected');
    await undo(first);
    expect((await undo(one)).status).toBe(204);
    expect([(await show(one)).seat, (await show(first)).seat]).toEqual([1, null]);
    expect(await broken()).toEqual([]);
  });

  it('is over once its time is, and names the usual door; nobody hears of it before', async () => {
    const inClass = await aClass(3);
    const people = [await aPerson(), await aPerson(), await aPerson()];
    for (const person of people) await a.account({ person });
    const sent: Nomination[] = [];
    for (const person of people) sent.push((await nominate(inClass, person)).body);
    await accept(sent[0]!);
    await reject(sent[1]!, 'Chưa đủ tuổi');
    await returnUntil('2026-01-20', sent[2]!);
    afterMinutes(9);
    expect(await told(inClass)).toEqual([]);
    afterMinutes(1);
    expect(await told(inClass)).toEqual(['nomination_accepted', 'nomination_rejected', 'nomination_returned']);
    const { status, body } = await undo(sent[0]!);
    expect([status, body.code]).toEqual([409, 'decision_stands']);
    expect(JSON.stringify(body)).toContain('rút tên hoặc thay người');
    expect((await show(sent[0]!)).state).toBe('accepted');
  });

  it('tells nobody of what was undone, nor of who moved up by it', async () => {
    const inClass = await aClass(1);
    const [one, first] = [await nominated(inClass), await nominated(inClass)];
    await reject(one, 'Chưa đủ tuổi');
    expect(await told(inClass)).toEqual([]);
    await undo(one);
    afterMinutes(30);
    expect(await told(inClass)).toEqual(['nomination_reserve']);
    expect((await show(first)).reservesBefore).toBe(0);
  });

  it('is refused where somebody was marked, and where the nomination went on', async () => {
    const inClass = await aClass(2);
    await a.halfDay(inClass, '2026-02-07');
    const [learns, withdrawn] = [await nominated(inClass), await nominated(inClass)];
    await accept(learns);
    await app.sql(
      `UPDATE attendance_lines SET mark = 'present' WHERE enrollment_id = (SELECT id FROM enrollments WHERE nomination_id = $1)`,
      learns.id,
    );
    expect((await undo(learns)).body.code).toBe('learns_already');
    await accept(withdrawn);
    await app.as(secretary).post(`/api/v1/nominations/${withdrawn.id}/withdrawal`, { reason: 'Bận' });
    expect((await undo(withdrawn)).body.code).toBe('decision_moved_on');
  });

  it('is for whoever decides, and not for the unit', async () => {
    const one = await nominated(await aClass(1));
    await accept(one);
    expect((await undo(one, secretary)).status).toBe(403);
  });

  it('undoes of a decision on many whatever went through, where some were refused', async () => {
    const inClass = await aClass(1);
    const [holder, reserve] = [await nominated(inClass), await nominated(inClass)];
    const path = `/classes/${inClass.id}/nominations/reviews`;
    const sent = { nominationIds: [holder.id, reserve.id], decision: 'accept' };
    const decided = await app.as(office).form(path, sent);
    expect(decided.headers.get('location')).toContain('outcome=');
    expect((await app.as(office).pageAfter(undoIn(decided), {})).text).toContain(holder.id);
    expect(await show(holder)).toMatchObject({ state: 'submitted', seat: 1 });
    const nobody = await app.as(office).form(path, { ...sent, nominationIds: [reserve.id] });
    expect([nobody.status, nobody.headers.getSetCookie()]).toEqual([303, []]);
  });

  it('undoes a whole letter by the notice, and comes back to it', async () => {
    const inClass = await aClass(2);
    const ids = [(await nominated(inClass)).id, (await nominated(inClass)).id];
    const { items } = (
      await app.as(office).get<{ items: { paperId: string }[] }>(`/api/v1/waiting-letters?unitId=${unit.id}`)
    ).body;
    const letter = `/classes/${inClass.id}/letters/${items[0]!.paperId}/review`;
    const decided = await app
      .as(office)
      .form(letter, Object.fromEntries(ids.map((id) => [`decision.${id}`, 'accept'])));
    const back = await app.as(office).form(undoIn(decided), {});
    expect([back.status, back.headers.get('location')]).toEqual([303, letter]);
    for (const id of ids) expect(await show({ id })).toMatchObject({ state: 'submitted' });
    expect((await app.as(office).form(undoIn(decided), {})).status).toBe(409);
  });

  it('is offered on the page of the nomination until its time is over', async () => {
    const one = await nominated(await aClass(1));
    await accept(one);
    const page = async () => (await app.as(office).get<string>(`/nominations/${one.id}`)).body;
    expect(await page()).toContain('Hoàn tác được đến 08 giờ 10 ngày 05/01/2026');
    afterMinutes(10);
    expect(await page()).not.toContain('Hoàn tác được');
  });
});
