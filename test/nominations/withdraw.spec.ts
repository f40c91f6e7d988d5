import {
  a,
  aClass,
  aPerson,
  app,
  letter,
  nominate,
  nominated,
  secretary,
  show,
  unit,
  withdraw,
  beginNominating,
} from './nominating';

beginNominating();

describe('withdrawing a nomination', () => {
  it('gives the seat to the unit’s first reserve', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const first = await nominated(inClass);
    const second = await nominated(inClass);

    const withdrawn = await withdraw(holder, 'Đi công tác dài ngày');

    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', seat: null });
    expect(await show(first)).toMatchObject({ seat: 1, rank: null });
    expect(await show(second)).toMatchObject({ seat: null, rank: 2, reservesBefore: 0 });
  });

  it('refuses moves the state table does not have', async () => {
    const one = await nominated(await aClass(1));
    await withdraw(one);
    const again = await withdraw(one);
    expect(again.body).toMatchObject({
      status: 409,
      code: 'nomination_not_in_that_state',
      detail: expect.stringContaining('Đã rút') as string,
    });
  });

  it('is read and left alone by the unit the nominee belongs to now, and unknown to others', async () => {
    const [person, next] = [await aPerson(), await a.unit()];
    const one = (await nominate(await aClass(1), person)).body;
    await a.change('persons', { id: person.id }, { unitId: next.id });
    const [now, stranger] = [await a.secretaryOf(next), await a.secretaryOf(await a.unit())];
    expect((await app.as(now).get(`/api/v1/nominations/${one.id}`)).status).toBe(200);
    expect((await withdraw(one, 'Chuyển công tác', now)).status).toBe(403);
    expect((await withdraw(one, 'Chuyển công tác', stranger)).status).toBe(404);
    expect((await withdraw(one, 'Chuyển công tác')).status).toBe(200);
  });

  it('writes a journal line for each move', async () => {
    const one = await nominated(await aClass(1));
    await withdraw(one, 'Bận việc');
    const lines = await app.sql<{ action: string; reason: string | null; accountId: string }>(
      `SELECT action, reason, account_id FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      one.id,
    );
    expect(lines).toEqual([
      { action: 'nominations.drafted', reason: null, accountId: secretary.id },
      { action: 'nominations.submitted', reason: null, accountId: secretary.id },
      { action: 'nominations.withdrawn', reason: 'Bận việc', accountId: secretary.id },
    ]);
  });

  it('a file may be sent again once somebody of it was withdrawn', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const person = await aPerson({ fullName: 'Đinh Thị Gửi Lại' });
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
    await withdraw(nomination!, 'Nhầm');
    expect((await send()).status).toBe(200);
  });
});
