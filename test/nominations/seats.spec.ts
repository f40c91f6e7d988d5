import { SeatsService } from '../../src/classes/seats.service';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltUnit, Builders } from '../builders';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

interface Share {
  readonly unitCode: string | null;
  readonly seats: number;
  readonly held: number;
  readonly free: number;
  readonly reserves: number;
}

describe('seats', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let one: BuiltUnit;
  let other: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    one = await a.unit();
    other = await a.unit();
  });

  const nominate = async (inClass: BuiltClass, unit: BuiltUnit) => {
    const person = await a.person({ in: unit });
    return (
      await app.as(office).post<{ id: string; seat: number | null }>(`/api/v1/classes/${inClass.id}/nominations`, {
        personId: person.id,
        unitId: unit.id,
        letter,
      })
    ).body;
  };
  const move = (inClass: BuiltClass, verb: string, body: object) =>
    app.as(office).post<{ items: Share[]; code?: string }>(`/api/v1/classes/${inClass.id}/seats/${verb}`, {
      reason: 'Điều chỉnh',
      ...body,
    });
  const seatsOf = async (inClass: BuiltClass) => {
    const { items } = (await app.as(office).get<{ items: Share[] }>(`/api/v1/classes/${inClass.id}/seats`)).body;
    return Object.fromEntries(items.map(({ unitCode, seats, held }) => [unitCode ?? 'pool', `${held}/${seats}`]));
  };

  it('are shared out from the pool and always add up to the capacity', async () => {
    const inClass = await a.trainingClass({ seats: 10 });
    await move(inClass, 'allocations', {
      shares: [
        { unitId: one.id, seats: 4 },
        { unitId: other.id, seats: 3 },
      ],
    });
    expect(await seatsOf(inClass)).toEqual({ [one.code]: '0/4', [other.code]: '0/3', pool: '0/3' });
    await move(inClass, 'allocations', { shares: [{ unitId: one.id, seats: 2 }], reason: 'Đơn vị xin giảm' });
    expect(await seatsOf(inClass)).toEqual({ [one.code]: '0/2', [other.code]: '0/3', pool: '0/5' });
  });

  it('move in the number asked for, however the database goes about it', async () => {
    const inClass = await a.trainingClass({ seats: 48 });
    await app.get(Database).inTransaction(async (tx) => {
      // The plan PostgreSQL falls back to when its figures are stale: the choice is looked up again for every row.
      for (const way of ['hashjoin', 'mergejoin', 'hashagg', 'sort', 'material', 'memoize']) {
        await tx.execute(`SELECT set_config('enable_${way}', 'off', true)`);
      }
      await app.get(SeatsService).move(tx, inClass.id, 'pool', { unitId: one.id }, 6);
    });
    expect(await seatsOf(inClass)).toEqual({ [one.code]: '0/6', pool: '0/42' });
  });

  it('cannot be shared out twice', async () => {
    const inClass = await a.trainingClass({ seats: 3 });
    const refused = await move(inClass, 'allocations', { shares: [{ unitId: one.id, seats: 4 }] });
    expect(refused).toMatchObject({ status: 409, body: { code: 'too_few_free_seats', facts: { wanted: 4, free: 3 } } });
    expect(await seatsOf(inClass)).toEqual({ pool: '0/3' });
  });

  it('that somebody holds cannot be taken from a unit', async () => {
    const inClass = await a.trainingClass({ allocations: [[one, 2]], poolOpen: false });
    await nominate(inClass, one);
    expect((await move(inClass, 'allocations', { shares: [{ unitId: one.id, seats: 0 }] })).body.code).toBe(
      'too_few_free_seats',
    );
  });

  it('lent to a unit are taken at once by its reserves', async () => {
    const inClass = await a.trainingClass({
      allocations: [
        [one, 2],
        [other, 1],
      ],
      poolOpen: false,
    });
    await nominate(inClass, other);
    const waiting = await nominate(inClass, other);
    expect(waiting.seat).toBeNull();
    await move(inClass, 'loans', { fromUnitId: one.id, toUnitId: other.id, count: 1, reason: 'Nhường chỉ tiêu' });
    expect(await seatsOf(inClass)).toEqual({ [one.code]: '0/1', [other.code]: '2/2' });
  });

  it('given back to the pool go to whoever came first', async () => {
    const inClass = await a.trainingClass({
      allocations: [
        [one, 1],
        [other, 1],
      ],
    });
    await nominate(inClass, other);
    await nominate(inClass, other);
    const secretary = await a.secretaryOf(one);
    const given = await app.as(secretary).post<{ items: Share[] }>(`/api/v1/classes/${inClass.id}/seats/returns`, {
      unitId: one.id,
      count: 1,
      reason: 'Không có nhu cầu',
    });
    expect(given.status).toBe(200);
    expect(await seatsOf(inClass)).toEqual({ [other.code]: '1/1', pool: '1/1' });
  });

  it('of another unit are not a secretary’s to give back', async () => {
    const inClass = await a.trainingClass({ allocations: [[one, 1]] });
    const secretary = await a.secretaryOf(other);
    expect(
      (
        await app
          .as(secretary)
          .post(`/api/v1/classes/${inClass.id}/seats/returns`, { unitId: one.id, count: 1, reason: 'Không dùng' })
      ).status,
    ).toBe(404);
  });

  it('added to the class are taken at once by reserves; taking away what is held is refused', async () => {
    const inClass = await a.trainingClass({ seats: 1 });
    await nominate(inClass, one);
    await nominate(inClass, one);
    await move(inClass, 'capacity', { capacity: 2, reason: 'Đổi phòng lớn hơn' });
    expect(await seatsOf(inClass)).toEqual({ pool: '2/2' });
    expect((await move(inClass, 'capacity', { capacity: 1 })).body).toMatchObject({
      code: 'seats_taken',
      facts: { taken: 2 },
    });
  });

  it('are suggested in a fair share over eligible cadres, nothing stored', async () => {
    const inClass = await a.trainingClass({ seats: 60 });
    for (let n = 0; n < 2; n += 1) await a.person({ in: one });
    for (let n = 0; n < 4; n += 1) await a.person({ in: other });
    const { shares } = (
      await app
        .as(office)
        .post<{ shares: { unitId: string; seats: number }[] }>(`/api/v1/classes/${inClass.id}/seats/suggestion`)
    ).body;
    const of = (unit: BuiltUnit) => shares.find(({ unitId }) => unitId === unit.id)!.seats;
    expect(of(other)).toBeGreaterThan(of(one));
    expect(of(one)).toBeGreaterThan(0);
    expect(await seatsOf(inClass)).toEqual({ pool: '0/60' });
  });

  it('are suggested with the reason why a unit has none', async () => {
    const course = await a.course();
    await a.rule(course, 'admission', 'minimum_age', { mode: 'part_time', male: 60, female: 60 });
    const inClass = await a.trainingClass({ seats: 10, course });
    const [unit, empty] = [await a.unit(), await a.unit()];
    for (let n = 0; n < 2; n += 1) await a.person({ in: unit });
    await a.nomination({ in: await a.trainingClass({ course }), person: await a.person({ in: unit }) });
    const { body } = await app
      .as(office)
      .post<{ shares: { unitId: string; seats: number; why: object }[] }>(
        `/api/v1/classes/${inClass.id}/seats/suggestion`,
      );
    const of = ({ id }: BuiltUnit) => body.shares.find(({ unitId }) => unitId === id);
    expect(of(unit)).toMatchObject({
      seats: 0,
      eligible: 0,
      why: {
        vi: 'Chưa ai trong 3 người đủ điều kiện. Số người vướng: Tuổi tối thiểu 3; đang học hoặc trùng lịch lớp khác 1.',
      },
    });
    expect(of(empty)).toMatchObject({ seats: 0, why: { vi: 'Chưa có ai trong danh sách cán bộ.' } });
    const page = await app.as(office).get<string>(`/classes/${inClass.id}/seats?suggest=true`);
    expect(page.text).toContain('Chưa ai trong 3 người đủ điều kiện.');
  });

  it('leave a history that can be read', async () => {
    const inClass = await a.trainingClass({ seats: 4 });
    await move(inClass, 'allocations', { shares: [{ unitId: one.id, seats: 2 }], reason: 'Phân bổ đợt 1' });
    await move(inClass, 'releases', { reason: 'Hết hạn' });
    const lines = await app.sql<{ action: string; reason: string }>(
      `SELECT action, reason FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      inClass.id,
    );
    expect(lines).toEqual([
      { action: 'seats.allocated', reason: 'Phân bổ đợt 1' },
      { action: 'seats.released', reason: 'Hết hạn' },
    ]);
  });
});
