import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

const decision = { decision: '12-QĐ/ĐUK', decidedOn: '2026-01-02', reason: 'Nghỉ thai sản, đã học bù' };

describe('a decision that somebody completes although the rules say no', () => {
  const pathOf = (enrollment: { id: string }) => `/api/v1/enrollments/${enrollment.id}/completion-override`;
  const results = async (inClass: { id: string }) =>
    (await app.as(office).get<{ items: Record<string, unknown>[] }>(`/api/v1/classes/${inClass.id}/completions`)).body
      .items;

  it('keeps who decided and why, and gives the certificate and the record when the class is closed', async () => {
    const inClass = await given.class();
    const [absent] = await given.crowd(inClass, 2, 1);
    expect((await app.as(office).put(pathOf(absent!), decision)).status).toBe(204);
    expect(await given.count('certificates', inClass)).toBe(0);

    await close(inClass);
    expect(await given.count('certificates', inClass)).toBe(2);
    expect(await given.count('training_records', inClass)).toBe(2);
    expect((await results(inClass)).find((item) => item['enrollmentId'] === absent!.id)).toMatchObject({
      completed: true,
      override: { ...decision, byName: office.email },
      reasons: [{ rule: 'attendance', ok: false }],
    });
    const [line] = await app.sql(
      `SELECT action, reason, facts, account_id FROM journal_lines WHERE subject_id = $1`,
      absent!.id,
    );
    expect(line).toEqual({
      action: 'completions.overridden',
      reason: decision.reason,
      facts: { decision: decision.decision, decidedOn: decision.decidedOn },
      accountId: office.id,
    });
  });

  it('can be taken back until the class is closed, and not after', async () => {
    const inClass = await given.class();
    const [absent] = await given.crowd(inClass, 1, 1);
    await app.as(office).put(pathOf(absent!), decision);
    expect((await app.as(office).delete(pathOf(absent!))).status).toBe(204);
    expect((await app.as(office).delete(pathOf(absent!))).status).toBe(404);
    await close(inClass);
    expect(await results(inClass)).toMatchObject([{ completed: false, override: null }]);

    expect((await app.as(office).put(pathOf(absent!), decision)).status).toBe(409);
    expect((await app.as(office).delete(pathOf(absent!))).status).toBe(409);
  });

  it('cannot change a result that stands already while the class is being closed', async () => {
    const inClass = await given.class();
    const people = await given.crowd(inClass, 2, 2);
    const job = await given.ask(office, inClass);
    await app.get(ClosingRunsService).step(job, 1);
    for (const person of people) {
      expect(await app.as(office).put(pathOf(person), decision)).toMatchObject({
        status: 409,
        body: { code: 'class_is_closing' },
      });
    }
  });

  it('is the office’s alone, and needs its number and reason', async () => {
    const inClass = await given.class();
    const [absent] = await given.crowd(inClass, 1, 1);
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    expect((await app.as(manager).put(pathOf(absent!), decision)).status).toBe(403);
    expect(await app.as(office).put(pathOf(absent!), { decision: '12', decidedOn: '2026-01-02' })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'reason', code: 'required' }] },
    });
  });
});
