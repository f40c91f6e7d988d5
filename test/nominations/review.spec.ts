import {
  a,
  accept,
  aClass,
  aPerson,
  app,
  endorse,
  nominate,
  nominated,
  office,
  reject,
  show,
  unit,
  beginNominating,
} from './nominating';

beginNominating();

describe('reviewing a nomination', () => {
  it('waits for the Group’s word where the course asks for it, then enrolls', async () => {
    const course = await a.course({ approvalSteps: ['group', 'bloc'] });
    const inClass = await aClass(1, { course });
    await a.halfDay(inClass, '2026-02-07');
    const person = await aPerson();
    const { body } = await nominate(inClass, person);
    expect((await accept(body)).body).toMatchObject({
      code: 'awaits_endorsement',
    });
    expect((await endorse(body, office)).status).toBe(403);

    await endorse(body);
    const accepted = await accept(body);

    expect(accepted.body).toMatchObject({ state: 'accepted', seat: 1 });
    expect(await app.sql('SELECT mark FROM attendance_lines WHERE person_id = $1', person.id)).toEqual([
      { mark: 'unmarked' },
    ]);
  });

  it('does not accept a reserve', async () => {
    const inClass = await aClass(1);
    await nominated(inClass);
    const reserve = await nominated(inClass);
    expect((await accept(reserve)).body).toMatchObject({
      code: 'still_reserve',
    });
  });

  it('rejects with a reason only, and the seat moves on', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const reserve = await nominated(inClass);
    expect((await reject(holder, ' ')).body).toMatchObject({ status: 422, errors: [{ field: 'reason' }] });
    await reject(holder, 'Chưa đủ hồ sơ');
    expect(await show(reserve)).toMatchObject({ seat: 1 });
  });

  it('reviews several with a result for each', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const reserve = await nominated(inClass);
    const decisions = [holder, reserve].map(({ id }) => ({ nominationId: id, decision: 'accept' }));
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

  it('is checked anew when accepted: who no longer qualifies is not', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const person = await aPerson();
    const { body } = await nominate(inClass, person);
    await person.leaves();
    expect(await accept(body)).toMatchObject({
      status: 409,
      body: { code: 'not_eligible' },
    });
  });
});
