import type { ClassItem, HalfDayItem } from '../../src/classes/classes.queries';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders } from '../builders';

interface Cloned {
  readonly class: ClassItem;
  readonly dropped: readonly {
    readonly day: string;
    readonly part: string;
    readonly holiday: { readonly vi: string };
  }[];
  readonly emptied: readonly {
    readonly day: string;
    readonly what: string;
    readonly name: string;
    readonly takenBy: string;
  }[];
}

describe('cloning a class', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let codes = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  const clone = async (of: BuiltClass, opensOn: string, given: object = {}) => {
    codes += 1;
    const wanted = { code: `BS-${codes}`, name: `Bản sao ${codes}`, opensOn, ...given };
    return app.as(office).post<Cloned>(`/api/v1/classes/${of.id}/clones`, wanted);
  };
  const halfDaysOf = async (id: string) =>
    (await app.as(office).get<{ items: HalfDayItem[] } & HalfDayItem[]>(`/api/v1/classes/${id}/half-days`)).body;
  const daysOf = async (id: string) => {
    const body = await halfDaysOf(id);
    return ('items' in body ? body.items : (body as HalfDayItem[])).map(({ day }) => day);
  };
  const aRoom = (name: string) => a.room(name, 'Quận 1', 80);
  const aLecturer = (name: string) => a.lecturer(name, 'Trường Chính trị');

  it('makes a draft with its facts, its days as far from the opening day, and a journal line', async () => {
    const room = await aRoom('Hội trường lớn');
    const source = await a.trainingClass({
      seats: 12,
      state: 'closed',
      mode: 'full_time',
      roomId: room,
      poolOpen: false,
      freedToPool: true,
      releaseAfter: '2026-02-01',
      substituteUntil: '2026-02-05',
      minSize: 8,
    });
    const { status, body, headers } = await clone(source, '2026-05-09');
    expect(status).toBe(201);
    expect(headers.get('etag')).toBe('"1"');
    expect(body.class).toMatchObject({
      state: 'draft',
      mode: 'full_time',
      capacity: 12,
      roomId: room,
      poolOpen: false,
      freedToPool: true,
      minSize: 8,
      opensOn: '2026-05-09',
      closesOn: '2026-06-07',
      releaseAfter: '2026-05-03',
      substituteUntil: '2026-05-07',
      releasedAfter: null,
      callOpensAt: null,
      planLineId: null,
    });
    const lines = await app.sql<{ action: string; facts: object }>(
      'SELECT action, facts FROM journal_lines WHERE class_id = $1 ORDER BY id',
      body.class.id,
    );
    expect(lines.map(({ action }) => action)).toEqual(['classes.created', 'classes.cloned']);
    expect(lines[1]!.facts).toMatchObject({ from: source.id, shiftedByDays: 91 });
  });

  it('shares out the seats as they were, and nobody holds them', async () => {
    const [one, two] = [await a.unit(), await a.unit()];
    const source = await a.trainingClass({
      allocations: [
        [one, 3],
        [two, 2],
      ],
      course: await a.course(),
    });
    const person = await a.person({ in: one });
    const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
    await app
      .as(await a.secretaryOf(one))
      .post(`/api/v1/classes/${source.id}/nominations`, { personId: person.id, letter });
    const { body } = await clone(source, '2026-05-09');
    const shares = await app.sql(
      `SELECT unit_id AS unit, count(*)::int AS seats, count(nomination_id)::int AS held FROM seats WHERE class_id = $1
       GROUP BY unit_id ORDER BY count(*) DESC`,
      body.class.id,
    );
    expect(shares).toEqual([
      { unit: one.id, seats: 3, held: 0 },
      { unit: two.id, seats: 2, held: 0 },
    ]);
    const moves = await app.sql(
      `SELECT facts -> 'count' AS count FROM journal_lines WHERE class_id = $1 AND action = 'seats.allocated'`,
      body.class.id,
    );
    expect(moves).toEqual([{ count: 5 }]);
  });

  it('brings the modules that are examined', async () => {
    const source = await a.trainingClass({ course: await a.course({ kind: 'theory' }) });
    await a.module(source, 1, 'Triết học', 2);
    const { body } = await clone(source, '2026-05-09');
    const modules = await app.sql('SELECT number, name, weight FROM modules WHERE class_id = $1', body.class.id);
    expect(modules).toEqual([{ number: 1, name: 'Triết học', weight: 2 }]);
  });

  it('moves half-days by whole weeks, so that weekdays stay, and leaves cancelled ones behind', async () => {
    const source = await a.trainingClass();
    for (const day of ['2026-02-07', '2026-03-08']) await a.halfDay(source, day, { topic: 'Bài giảng' });
    await a.halfDay(source, '2026-02-14', { cancelled: { at: app.clock.now(), reason: 'Trùng họp' } });
    const { body } = await clone(source, '2026-05-06');
    expect(await daysOf(body.class.id)).toEqual(['2026-05-09', '2026-06-07']);
    expect(body).toMatchObject({ dropped: [], emptied: [], class: { halfDayCount: 2, closesOn: '2026-06-07' } });
    const [first] = await app.sql(
      `SELECT topic, lower(during) AS starts FROM half_days WHERE class_id = $1 ORDER BY number LIMIT 1`,
      body.class.id,
    );
    expect(first).toEqual({ topic: 'Bài giảng', starts: new Date('2026-05-09T08:00:00+07:00') });
  });

  it('leaves out half-days on public holidays and names them', async () => {
    const source = await a.trainingClass();
    for (const day of ['2026-02-12', '2026-02-13', '2026-02-26']) await a.halfDay(source, day);
    // The Thursday and the Friday become the holidays of 30 April and 1 May.
    const { body } = await clone(source, '2026-04-25');
    expect(body.dropped.map(({ day, part }) => [day, part])).toEqual([
      ['2026-04-30', 'morning'],
      ['2026-05-01', 'morning'],
    ]);
    expect(body.dropped.every(({ holiday }) => holiday.vi.length > 0)).toBe(true);
    expect(await daysOf(body.class.id)).toEqual(['2026-05-14']);
  });

  it('keeps a room and a lecturer where they are free, and names those it had to leave out', async () => {
    const [room, lecturer] = [await aRoom('Phòng 201'), await aLecturer('Nguyễn Văn Giảng')];
    const source = await a.trainingClass();
    for (const day of ['2026-02-07', '2026-02-14', '2026-02-21'])
      await a.halfDay(source, day, { roomId: room, lecturerId: lecturer });
    const other = await a.trainingClass({ name: 'Lớp khác', closesOn: '2026-12-31' });
    await a.halfDay(other, '2026-05-09', { roomId: room });
    await a.halfDay(other, '2026-05-16', { lecturerId: lecturer });
    const { body } = await clone(source, '2026-05-09');
    expect(body.emptied).toMatchObject([
      { day: '2026-05-09', what: 'room', name: 'Phòng 201', takenBy: 'Lớp khác' },
      { day: '2026-05-16', what: 'lecturer', name: 'Nguyễn Văn Giảng', takenBy: 'Lớp khác' },
    ]);
    const places = await app.sql(
      `SELECT room_id AS room, lecturer_id AS lecturer FROM half_days WHERE class_id = $1 ORDER BY number`,
      body.class.id,
    );
    expect(places).toEqual([
      { room: null, lecturer },
      { room, lecturer: null },
      { room, lecturer },
    ]);
  });

  it('refuses a code that is taken, a day that is none, and a study session; nothing is left behind', async () => {
    const source = await a.trainingClass({ code: 'GOC-1' });
    const count = async () => (await app.sql('SELECT id FROM classes')).length;
    const before = await count();
    expect((await clone(source, '2026-05-09', { code: 'GOC-1' })).body).toMatchObject({ code: 'class_code_taken' });
    expect((await clone(source, '31/05/26')).body).toMatchObject({ errors: [{ field: 'opensOn' }] });
    const study = await a.trainingClass({ course: await a.course({ kind: 'study_session' }) });
    expect((await clone(study, '2026-05-09')).body).toMatchObject({ status: 409, code: 'study_session_not_cloned' });
    expect(await count()).toBe(before + 1);
  });

  it('on its page goes to the clone, or first says what did not come along', async () => {
    const source = await a.trainingClass();
    await a.halfDay(source, '2026-02-12');
    const send = (code: string, opensOn: string) =>
      app.as(office).form(`/classes/${source.id}/clones`, { name: 'Lớp mới', code, opensOn });
    const whole = await send('TRANG-1', '2026-05-09');
    expect(whole.headers.get('location')).toMatch(/^\/classes\/[0-9a-f-]{36}$/);
    const partly = (await send('TRANG-2', '2026-04-25')).headers.get('location')!;
    expect((await app.as(office).get<string>(partly)).text).toContain('Thứ Năm, 30/04/2026');
    const refused = await send('TRANG-1', '2026-05-09');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('value="TRANG-1"');
  });
});
