import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

interface Nominated {
  readonly id: string;
  readonly seat: number | null;
  readonly reservesBefore: number | null;
  readonly code?: string;
}

describe('reserves of a unit', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let inClass: BuiltClass;
  let holder: Nominated;
  let reserves: Nominated[];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    inClass = await a.trainingClass({ allocations: [[unit, 1]], poolOpen: false });
    holder = await nominate();
    reserves = [await nominate(), await nominate(), await nominate()];
  });

  const nominate = async () => {
    const { id: personId } = await a.person({ in: unit });
    const sent = await app
      .as(secretary)
      .post<Nominated>(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter });
    return sent.body;
  };
  const show = async ({ id }: Nominated) => (await app.as(secretary).get<Nominated>(`/api/v1/nominations/${id}`)).body;
  const rank = ({ id }: Nominated, place: number, by = secretary) =>
    app.as(by).post<Nominated>(`/api/v1/nominations/${id}/ranking`, { place });
  const before = async () => Promise.all(reserves.map(async (one) => (await show(one)).reservesBefore));

  it('move up in the order the unit gives them', async () => {
    expect(await rank(reserves[2]!, 1)).toMatchObject({ status: 200, body: { reservesBefore: 0 } });
    expect(await before()).toEqual([1, 2, 0]);
    await rank(reserves[2]!, 2);
    expect(await before()).toEqual([0, 2, 1]);
    await rank(reserves[1]!, 1);
    await app.as(secretary).post(`/api/v1/nominations/${holder.id}/withdrawal`, { reason: 'Đi công tác' });
    expect((await show(reserves[1]!)).seat).toBe(1);
    expect(await before()).toEqual([0, null, 1]);
  });

  it('have no place beyond the last, and who holds a seat has none', async () => {
    expect(await rank(reserves[0]!, 4)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'place', code: 'beyond_the_last' }] },
    });
    expect(await rank(holder, 1)).toMatchObject({ status: 409, body: { code: 'not_a_reserve' } });
    expect(await rank(reserves[0]!, 1, await a.secretaryOf(await a.unit()))).toMatchObject({ status: 404 });
    expect(await before()).toEqual([0, 1, 2]);
  });

  it('are ranked by several people at once without a gap or a tie', async () => {
    const office = await a.office();
    const wishes = [...reserves, ...reserves].map((one, index) =>
      rank(one, 1 + (index % 2), index % 3 ? secretary : office),
    );
    expect((await Promise.all(wishes)).map(({ status }) => status)).toEqual(wishes.map(() => 200));
    expect((await before()).toSorted()).toEqual([0, 1, 2]);
  });

  it('are ranked on their page, which tells of it', async () => {
    const page = await app.as(secretary).get(`/nominations/${reserves[2]!.id}`);
    expect(page.text).toContain('Đổi thứ tự dự phòng');
    expect((await app.as(secretary).get(`/nominations/${holder.id}`)).text).not.toContain('Đổi thứ tự dự phòng');

    const refused = await app.as(secretary).post(`/nominations/${reserves[2]!.id}/ranking`, { place: '9' });
    expect(refused).toMatchObject({ status: 422, text: expect.stringContaining('từ 1 đến 3') as string });
    expect(refused.text).toContain('value="9"');
    await app.as(secretary).post(`/nominations/${reserves[2]!.id}/ranking`, { place: '1' });
    const told = await app.as(secretary).get(`/nominations/${reserves[2]!.id}`);
    expect(told.text).toContain('Đơn vị đổi thứ tự dự phòng từ số 3 thành số 1');
    expect(told.text).toContain('Dự phòng số 1 của đơn vị');
  });
});
