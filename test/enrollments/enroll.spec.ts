import { CancelledRostersService } from '../../src/enrollments/cancelled-rosters.service';
import { EnrollmentsService, type NewEnrollment } from '../../src/enrollments/enrollments.service';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { TestApp } from '../app';
import { type BuiltClass, type BuiltPerson, Builders } from '../builders';

describe('enrolling', () => {
  let app: TestApp;
  let a: Builders;
  const office = Actor.service('spec');

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());

  const service = () => app.get(EnrollmentsService);
  const enroll = (person: BuiltPerson, into: BuiltClass, given: Partial<NewEnrollment> = {}) =>
    app.get(Database).inTransaction(async (tx) => {
      const officeEntryId = await service().officeEntry(tx, office, { classId: into.id, reason: 'Bổ sung' });
      const whom = { classId: into.id, personId: person.id, unitId: person.unitId, officeEntryId };
      return service().enroll(tx, office, { ...whom, ...given });
    });
  const end = (enrollmentId: string) =>
    app.get(Database).inTransaction((tx) => service().end(tx, office, enrollmentId, 'Chuyển công tác'));
  const linesOf = (enrollmentId: string) =>
    app.sql<{ halfDayId: string; live: boolean; mark: string }>(
      `SELECT half_day_id, live, mark FROM attendance_lines WHERE enrollment_id = $1`,
      enrollmentId,
    );
  const aClassOn = async (...days: string[]) => {
    const built = await a.trainingClass();
    const halfDays = [];
    for (const day of days) halfDays.push(await a.halfDay(built, day));
    return Object.assign(built, { halfDays });
  };

  it('gives the person one unmarked line for every half-day that is not cancelled', async () => {
    const aClass = await aClassOn('2026-02-07', '2026-02-08');
    await a.halfDay(aClass, '2026-02-14', { cancelled: { at: app.clock.now(), reason: 'Nghỉ' } });
    const id = await enroll(await a.person(), aClass);
    const lines = await linesOf(id);
    expect(lines.map(({ halfDayId }) => halfDayId).sort()).toEqual(aClass.halfDays.map((halfDay) => halfDay.id).sort());
    expect(lines.every(({ live, mark }) => live && mark === 'unmarked')).toBe(true);
  });

  it('refuses two classes at one hour and names the other class and its half-day', async () => {
    const person = await a.person({ fullName: 'Lê Thị Hạnh' });
    const other = await aClassOn('2026-02-07', '2026-02-08');
    const [{ code } = { code: '' }] = await app.sql<{ code: string }>(
      `SELECT code FROM classes WHERE id = $1`,
      other.id,
    );
    await enroll(person, other);
    const aClass = await aClassOn('2026-02-01', '2026-02-08');

    const refusal = await enroll(person, aClass).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'person_busy',
      facts: { clashes: [{ classId: other.id, halfDayId: other.halfDays[1]!.id, day: '2026-02-08' }] },
      sentence: { vi: expect.stringContaining(`Lê Thị Hạnh đã có buổi sáng 08/02/2026 ở lớp ${code}`) as string },
    });
  });

  it('leaves the last word to the database when two classes take the person at the same moment', async () => {
    const person = await a.person();
    const classes = [await aClassOn('2026-02-07'), await aClassOn('2026-02-07')];
    const outcomes = await Promise.allSettled(classes.map((aClass) => enroll(person, aClass)));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason).toMatchObject({ code: 'person_busy' });
  });

  it('lets two half-days touch without overlapping', async () => {
    const person = await a.person();
    await enroll(person, await aClassOn('2026-02-07'));
    const afternoon = await a.trainingClass();
    await a.halfDay(afternoon, '2026-02-07', { part: 'afternoon', hours: '11:30–15:00' });
    await expect(enroll(person, afternoon)).resolves.toEqual(expect.any(String));
  });

  it('takes an overlap that somebody decided, and keeps the reason on the line', async () => {
    const person = await a.person();
    await enroll(person, await aClassOn('2026-02-07'));
    const aClass = await aClassOn('2026-02-07', '2026-02-08');
    const id = await enroll(person, aClass, { overlapReason: 'QĐ 12-QĐ/ĐUK' });
    const reasons = await app.sql<{ reason: string | null }>(
      `SELECT overlap_reason AS reason FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id WHERE enrollment_id = $1 ORDER BY h.day`,
      id,
    );
    expect(reasons).toEqual([{ reason: 'QĐ 12-QĐ/ĐUK' }, { reason: null }]);
  });

  it('does not enroll anybody twice', async () => {
    const person = await a.person();
    const aClass = await a.trainingClass();
    await enroll(person, aClass);
    await expect(enroll(person, aClass)).rejects.toMatchObject({ code: 'already_enrolled' });
  });

  it('takes nobody into a class that is closed', async () => {
    const aClass = await a.trainingClass({ state: 'closed' });
    await expect(enroll(await a.person(), aClass)).rejects.toMatchObject({ code: 'class_takes_nobody' });
  });

  it('frees the hours when it ends, and ends once', async () => {
    const person = await a.person();
    const id = await enroll(person, await aClassOn('2026-02-07'));
    await end(id);
    expect((await linesOf(id)).map(({ live }) => live)).toEqual([false]);
    await expect(enroll(person, await aClassOn('2026-02-07'))).resolves.toEqual(expect.any(String));
    await expect(end(id)).rejects.toMatchObject({ code: 'enrollment_ended' });
  });

  it('ends with the nomination that led to it', async () => {
    const person = await a.person();
    const aClass = await aClassOn('2026-02-07');
    const { id: nominationId } = await a.nomination({ in: aClass, person, state: 'accepted' });
    const id = await enroll(person, aClass, { nominationId, officeEntryId: undefined });
    await app.get(Database).inTransaction(async (tx) => {
      await service().endOfNominations(tx, office, new Map([[nominationId, 'Rút']]));
      await service().endOfNominations(tx, office, new Map([[nominationId, 'Rút lần nữa']]));
    });
    const [enrollment] = await app.sql(`SELECT ended_reason FROM enrollments WHERE id = $1`, id);
    expect(enrollment).toEqual({ endedReason: 'Rút' });
  });

  it('ends for everybody when the class is cancelled', async () => {
    const aClass = await aClassOn('2026-02-07');
    const people = [await a.person(), await a.person()];
    const ids = [];
    for (const person of people) ids.push(await enroll(person, aClass));
    const count = await app
      .get(Database)
      .inTransaction((tx) => app.get(CancelledRostersService).end(tx, office, aClass.id, 'Không đủ học viên'));
    expect(count).toBe(2);
    expect((await linesOf(ids[0]!)).map(({ live }) => live)).toEqual([false]);
  });

  it('writes who entered whom into the journal', async () => {
    const person = await a.person();
    const id = await enroll(person, await a.trainingClass());
    const [line] = await app.sql(`SELECT action, person_id, facts FROM journal_lines WHERE subject_id = $1`, id);
    expect(line).toMatchObject({
      action: 'enrollments.made',
      personId: person.id,
      facts: { officeEntryId: expect.any(String) as string },
    });
  });
});
