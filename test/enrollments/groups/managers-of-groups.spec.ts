import { momentAt } from '../../../src/platform/clock';
import { TestApp } from '../../app';
import { Builders, type BuiltAccount } from '../../builders';
import { DividedClass } from './situations';

/** Groups 1 (An, Bình, Chi) and 2 (Dũng, Giang, Hà); somebody is in charge of the first, and of nothing else. */
describe('whoever is in charge of one group of a class', () => {
  let app: TestApp;
  let a: Builders;
  let given: DividedClass;
  let inCharge: BuiltAccount;
  let all: string;
  let one: string;
  let two: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given = await DividedClass.build(app, a);
    await given.divide({ by: 'alphabet', groups: 2 });
    all = await given.halfDayId('2026-02-09');
    one = await given.halfDayId('2026-02-10', { groupNumbers: [1] });
    two = await given.halfDayId('2026-02-10', { groupNumbers: [2] });
    inCharge = await a.account();
    expect((await appoint()).status).toBe(201);
    app.clock.moveTo(momentAt('2026-02-10', '17:00'));
  });

  const appoint = async (number = 1, by = given.office, email = inCharge.email) =>
    app
      .signedIn(by)
      .post<{ managers: { name: string }[]; code: string; errors: unknown }>(
        `/api/v1/groups/${await given.groupId(number)}/managers`,
        { email },
      );
  const names = (items: readonly { readonly fullName: string }[]) =>
    items.map(({ fullName }) => fullName.split(' ').at(-1));
  const read = (path: string) => app.as(inCharge).get<{ items: { fullName: string }[] }>(`/api/v1/${path}`);

  it('sees the people of it on the roster and on the sheets, and nobody else', async () => {
    expect(names((await read(`classes/${given.aClass.id}/enrollments`)).body.items)).toEqual(['An', 'Bình', 'Chi']);
    expect(names((await read(`half-days/${all}/attendance`)).body.items)).toEqual(['An', 'Bình', 'Chi']);
    expect(names((await read(`half-days/${one}/attendance`)).body.items)).toEqual(['An', 'Bình', 'Chi']);
    expect((await read(`half-days/${two}/attendance`)).status).toBe(404);
    expect((await read(`enrollments/${given.learners[0]!.id}`)).status).toBe(200);
    expect((await read(`enrollments/${given.learners[3]!.id}`)).status).toBe(404);
    const page = await app.as(inCharge).get<string>(`/half-days/${all}/attendance`);
    expect(page.text).toContain('Nguyễn Văn An');
    expect(page.text).not.toContain('Nguyễn Văn Dũng');
    expect((await app.as(inCharge).get<string>('/')).text).toContain('Phụ trách Tổ 1');
  });

  it('marks them, and nobody of another group', async () => {
    const [an, , , dung] = given.learners;
    expect((await given.mark(one, an!, 'present', inCharge)).status).toBe(200);
    expect((await given.mark(all, an!, 'excused', inCharge)).status).toBe(200);
    expect((await given.mark(all, dung!, 'present', inCharge)).status).toBe(403);
    expect((await given.mark(two, dung!, 'present', inCharge)).status).toBe(403);
    // The manager of the class marks everybody.
    expect((await given.mark(two, dung!, 'present')).status).toBe(200);
    const form = await app
      .as(inCharge)
      .form(`/half-days/${all}/attendance`, { [`mark.${given.learners[1]!.id}`]: 'present' });
    expect(form.status).toBe(303);
  });

  it('has on the desk what the group meets for, and whom of it nobody marked', async () => {
    const desk = async () => (await app.as(inCharge).get<string>('/')).text;
    const before = await desk();
    expect(before).toContain(`/half-days/${one}/attendance`);
    expect(before).toContain('Thứ Ba · Tổ 1');
    expect(before).toContain('Đã điểm danh 0/3');
    expect(before).not.toContain(`/half-days/${two}/attendance`);
    expect(before).not.toContain('Không có lớp nào đang thực hiện');
    expect(before).toContain(`/half-days/${all}/attendance`);
    for (const index of [0, 1, 2]) await given.mark(all, given.learners[index]!, 'present');
    // Those of another group are still unmarked.
    expect(await desk()).not.toContain(`/half-days/${all}/attendance`);
  });

  it('taps them in at the door, and marks the rest of them absent, nobody of another group', async () => {
    const door = app.as(inCharge);
    const [an, binh, , dung] = given.learners;
    expect((await door.get<string>(`/half-days/${all}/attendance`)).text).toContain(`/half-days/${all}/check-ins`);
    const page = await door.get<string>(`/half-days/${all}/check-ins`);
    expect(page.text).toContain('Nguyễn Văn An');
    expect(page.text).not.toContain('Nguyễn Văn Dũng');
    const tap = (who: { id: string }) => ({ enrollmentId: who.id, do: 'in' });
    expect((await door.form(`/half-days/${all}/check-ins`, tap(an!))).status).toBe(303);
    expect((await door.form(`/half-days/${all}/check-ins`, tap(dung!))).status).toBe(403);
    expect((await door.form(`/half-days/${all}/check-ins/absences`, {})).status).toBe(303);
    const marks = await app.sql<{ enrollmentId: string; mark: string }>(
      `SELECT enrollment_id, mark FROM attendance_lines WHERE half_day_id = $1`,
      all,
    );
    const markOf = (who: { id: string }) => marks.find(({ enrollmentId }) => enrollmentId === who.id)!.mark;
    expect([an!, binh!, dung!].map(markOf)).toEqual(['present', 'unexcused', 'unmarked']);
  });

  it('does not run the class: neither divides it, nor decides on leave, essays, marks or results', async () => {
    const door = app.as(inCharge);
    const { id } = given.aClass;
    expect((await given.divide({ by: 'evenly', groups: 2 }, inCharge)).status).toBe(403);
    expect((await given.move([given.learners[0]!], 2, inCharge)).status).toBe(403);
    const shut = [
      await door.get(`/api/v1/classes/${id}/attendance-workbook`),
      await door.get(`/half-days/${two}/check-ins`),
      await door.get(`/half-days/${one}/attendance-print`),
      await door.post(`/api/v1/half-days/${one}/check-in-halls`, {}),
      await door.put(`/api/v1/classes/${id}/essay-term`, { dueAt: '2026-03-31T17:00:00+07:00' }),
    ];
    for (const { status } of shut) expect([403, 404]).toContain(status);
    expect((await read(`classes/${id}/closing-preview`)).body.items).toEqual([]);
    expect((await read(`leave-requests?classId=${id}`)).body.items).toEqual([]);
  });

  it('prints its roster and its sheets alone', async () => {
    const door = app.as(inCharge);
    const path = `/api/v1/classes/${given.aClass.id}/printouts`;
    expect((await door.download(`${path}/attendance`)).status).toBe(200);
    expect((await door.download(`${path}/roster?group=1`)).status).toBe(200);
    expect((await door.download(`${path}/attendance?group=2`)).status).toBe(404);
    expect((await door.download(`${path}/attendance?group=each`)).status).toBe(404);
  });

  it('is appointed by the office, not by the class manager nor by oneself; once it is over nothing is left', async () => {
    const own = await a.account();
    expect((await appoint(2, given.manager)).status).toBe(403);
    expect((await appoint(2, given.office, given.office.email)).body.code).toBe('about_oneself');
    expect((await appoint(2, given.office, 'khong.co@khoi.example.vn')).body.errors).toMatchObject([
      { field: 'email', code: 'no_such_account' },
    ]);
    expect((await appoint(1, given.office, own.email)).body.managers).toHaveLength(2);
    const id = await given.groupId(1);
    const ended = await app.as(given.office).delete(`/api/v1/groups/${id}/managers/${inCharge.id}`);
    expect(ended.status).toBe(204);
    expect((await read(`classes/${given.aClass.id}/enrollments`)).status).toBe(403);
  });

  it('is not the manager of the class for anybody who asks who is', async () => {
    const { body } = await app
      .as(given.office)
      .get<{ items: { accountId: string }[] }>(`/api/v1/classes/${given.aClass.id}/managers`);
    expect(body.items.map(({ accountId }) => accountId)).toEqual([given.manager.id]);
    // Nor is their time taken: they may run another class at that hour.
    const other = await a.trainingClass({ state: 'confirmed' });
    await a.halfDay(other, '2026-02-20');
    await given.halfDayId('2026-02-20', { groupNumbers: [1] });
    const made = await app
      .signedIn(given.office)
      .post(`/api/v1/classes/${other.id}/managers`, { email: inCharge.email });
    expect(made.status).toBe(201);
  });
});
