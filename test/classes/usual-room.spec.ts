import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

describe('a half-day held in the usual room of its class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let room: string;
  let rooms = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    rooms += 1;
    room = await a.room(`Hội trường ${rooms}`, '1 Lê Duẩn');
  });

  const add = (classId: string, more: object = {}) =>
    app.as(office).post(`/api/v1/classes/${classId}/half-days`, { day: '2026-02-07', part: 'morning', ...more });

  it('takes the room as if it were named, unless a decision shares it', async () => {
    const first = await a.trainingClass({ roomId: room, name: 'Lớp ở trước', state: 'draft' });
    const second = await a.trainingClass({ roomId: room, state: 'draft' });
    expect((await add(first.id)).status).toBe(201);
    const refused = await add(second.id);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('Lớp ở trước');
    expect((await add(second.id, { roomSharedReason: 'QĐ 3: khai giảng chung' })).status).toBe(201);
  });

  it('keeps other classes from making the room their usual one at that time', async () => {
    const first = await a.trainingClass({ roomId: room });
    const second = await a.trainingClass();
    await a.halfDay(first, '2026-02-07');
    await a.halfDay(second, '2026-02-07');
    await expect(second.becomes({ roomId: room })).rejects.toThrow('half_days_room_once');
  });

  it('comes to a clone without the room where that is taken', async () => {
    const source = await a.trainingClass({ roomId: room });
    await a.halfDay(source, '2026-02-07');
    const inTheWay = await a.trainingClass({ roomId: room });
    await a.halfDay(inTheWay, '2026-03-07');
    const clone = await app
      .as(office)
      .post<{ class: { roomId: string | null }; emptied: unknown[] }>(`/api/v1/classes/${source.id}/clones`, {
        code: 'BAN-SAO',
        name: 'Bản sao',
        opensOn: '2026-03-07',
      });
    expect(clone.body.emptied).toHaveLength(1);
    expect(clone).toMatchObject({ status: 201, body: { class: { roomId: null } } });
  });
});
