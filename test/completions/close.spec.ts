import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';
import { Closing, from1To } from './closing';

describe('closing a class', () => {
  let app: TestApp;
  let a: Builders;
  let given: Closing;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start({ PROCESS: 'both' });
    a = new Builders(app);
    given = new Closing(app, a);
    office = await a.office();
  });
  afterAll(() => app.stop());

  it('judges everybody, numbers the certificates in the order of names, and writes each record once', async () => {
    const course = await given.course({ raisesTo: 'elementary', nameVi: 'Sơ cấp LLCT' });
    const inClass = await given.class(course);
    const unit = await a.unit();
    const named = (fullName: string) => a.person({ in: unit, fullName, theoryLevel: 'none' });
    const anh = await given.enrolled(inClass, { person: await named('Trần Văn Anh') });
    const dung = await given.enrolled(inClass, { person: await named('Lê Thị Dung'), marks: ['excused'] });
    const binh = await given.enrolled(inClass, {
      person: await named('Phạm Văn Bình'),
      marks: ['excused', 'unmarked'],
    });
    await given.crowd(inClass, 9);

    const jobId = await given.ask(office, inClass);
    expect(await given.finished(jobId)).toEqual({ state: 'done', done: 12, total: 12, error: null });
    const finished = (name: string, done: number) => ({
      name,
      done,
      total: done,
      startedAt: expect.any(String) as string,
      finishedAt: expect.any(String) as string,
      error: null,
    });
    expect((await app.as(office).get(`/api/v1/jobs/${jobId}`)).body).toEqual({
      id: jobId,
      kind: 'completions.close_class',
      state: 'done',
      done: 12,
      total: 12,
      error: null,
      steps: [
        finished('judge', 12),
        finished('number', 11),
        finished('record', 11),
        finished('raise', 11),
        finished('close', 1),
        finished('notify', 12),
      ],
    });
    expect(await given.stateOf(inClass)).toBe('closed');
    expect(await given.count('completions', inClass)).toBe(12);
    expect(await given.count('training_records', inClass)).toBe(11);
    expect(await given.numbers(inClass)).toEqual(from1To(11));

    const { body } = await app
      .as(office)
      .get<{ items: Record<string, unknown>[] }>(`/api/v1/classes/${inClass.id}/completions`);
    const of = (enrollmentId: string) => body.items.find((item) => item['enrollmentId'] === enrollmentId);
    expect(of(anh.id)).toMatchObject({ completed: true, certificateNumber: '001/2026/GCN-ĐUK', absentShare: 0 });
    expect(of(dung.id)).toMatchObject({ completed: true, certificateNumber: '002/2026/GCN-ĐUK', absentShare: 0.2 });
    expect(of(binh.id)).toMatchObject({
      completed: false,
      certificateNumber: null,
      absentShare: 0.4,
      reasons: [
        { rule: 'attendance', ok: false, sentence: { vi: expect.stringContaining('1 chưa điểm danh') as string } },
      ],
    });

    const record = await app.sql(`SELECT * FROM training_records WHERE person_id = $1`, dung.person.id);
    expect(record).toEqual([
      expect.objectContaining({
        holderName: 'Lê Thị Dung',
        courseName: 'Sơ cấp LLCT',
        unitName: `Đơn vị ${unit.code}`,
        position: 'Trưởng phòng Kỹ thuật',
        startedOn: '2025-12-15',
        endedOn: '2025-12-19',
        awardNumber: '002/2026/GCN-ĐUK',
        theoryLevel: 'elementary',
        validUntil: '2031-01-05',
      }),
    ]);
    const levels = await app.sql<{ theoryLevel: string }>(
      `SELECT theory_level FROM persons WHERE id = ANY ($1) ORDER BY sort_name`,
      [anh.person.id, binh.person.id, dung.person.id],
    );
    expect(levels.map(({ theoryLevel }) => theoryLevel)).toEqual(['elementary', 'none', 'elementary']);
  });

  it('keeps who asked and how it came out in the journal', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 3, 1);
    await given.finished(await given.ask(office, inClass));
    const lines = await app.sql<{ action: string; accountId: string; facts: object }>(
      `SELECT action, account_id, facts FROM journal_lines WHERE class_id = $1 ORDER BY id`,
      inClass.id,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      'classes.closing_requested',
      'certificates.issued',
      'classes.closed',
      'classes.closing_finished',
    ]);
    expect(new Set(lines.map(({ accountId }) => accountId))).toEqual(new Set([office.id]));
    expect(lines[3]!.facts).toMatchObject({ completed: 2, notCompleted: 1, certificates: 2, diplomas: 0 });
  });

  it('opens diplomas without a number where the school gives them, and graded by marks', async () => {
    const course = await given.course({ kind: 'theory', award: 'diploma', raisesTo: 'intermediate' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    await a.rule(course, 'completion', 'grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });
    const inClass = await given.class(course);
    const first = await a.module(inClass, 1, 'Triết học', 2);
    const second = await a.module(inClass, 2, 'Kinh tế chính trị');
    const person = await given.enrolled(inClass);
    const failed = await given.enrolled(inClass);
    const mark = ({ id: enrollmentId }: { id: string }, moduleId: string, value: number, attempt = 1) =>
      a.insert('module_marks', { enrollmentId, moduleId, attempt, mark: value, enteredAt: app.clock.now() });
    await mark(person, first, 4);
    await mark(person, first, 8.5, 2);
    await mark(person, second, 7);
    await mark(failed, first, 9);

    await given.finished(await given.ask(office, inClass));
    const results = await app
      .as(office)
      .get<{ items: object[] }>(`/api/v1/classes/${inClass.id}/completions?completed=true`);
    expect(results.body.items).toEqual([
      expect.objectContaining({
        enrollmentId: person.id,
        averageMark: 8,
        grade: 'very_good',
        diplomaSchool: 'Học viện Cán bộ',
        diplomaNumber: null,
        certificateNumber: null,
      }),
    ]);
    const recordOf = async () =>
      (await app.as(office).get<object>(`/api/v1/people/${person.person.id}/training-record`)).body;
    expect(await recordOf()).toMatchObject({
      theoryLevel: 'elementary',
      items: [{ grade: 'very_good', awardNumber: null, issuedBy: null, theoryLevel: null }],
    });

    // The level rests on the diploma, from the day it is recorded.
    const diplomas = await app.as(office).get<{ items: { id: string }[] }>(`/api/v1/classes/${inClass.id}/diplomas`);
    const issued = { number: 'TC 004121', issuedOn: '2026-01-04' };
    expect((await app.as(office).put(`/api/v1/diplomas/${diplomas.body.items[0]!.id}`, issued)).status).toBe(200);
    const held = { awardNumber: 'TC 004121', issuedOn: '2026-01-04', issuedBy: 'Học viện Cán bộ' };
    expect(await recordOf()).toMatchObject({
      theoryLevel: 'intermediate',
      items: [{ ...held, theoryLevel: 'intermediate' }],
    });
    const page = (await app.as(office).get(`/people/${person.person.id}/training-record`)).text;
    expect(page).toContain('theo bằng số TC 004121 ngày 04/01/2026 của Học viện Cán bộ');
  });

  it('only writes the record where the course gives nothing', async () => {
    const inClass = await given.class(await given.course({ award: 'none' }));
    await given.crowd(inClass, 2);
    await given.finished(await given.ask(office, inClass));
    expect(await given.count('training_records', inClass)).toBe(2);
    expect(await given.count('certificates', inClass)).toBe(0);
  });

  it('leaves out who left the class', async () => {
    const inClass = await given.class();
    const [left] = await given.crowd(inClass, 2);
    await left!.ends(app.clock.now());
    expect(await given.finished(await given.ask(office, inClass))).toMatchObject({ done: 1, total: 1 });
    expect(await given.count('completions', inClass)).toBe(1);
  });

  it('is asked for once, however often the button is pressed', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 6);
    const asked = await Promise.all(
      Array.from({ length: 8 }, () =>
        app.as(office).post<{ jobId?: string; code?: string }>(`/api/v1/classes/${inClass.id}/closing`),
      ),
    );
    const accepted = asked.filter(({ status }) => status === 202);
    expect(new Set(accepted.map(({ body }) => body.jobId)).size).toBe(1);
    await given.finished(accepted[0]!.body.jobId!);
    const [jobs] = await app.sql<{ count: number }>(`SELECT count(*) FROM long_jobs WHERE subject_id = $1`, inClass.id);
    expect(jobs!.count).toBe(1);
    expect(await given.count('completions', inClass)).toBe(6);
    const lines = await app.sql(
      `SELECT FROM journal_lines WHERE class_id = $1 AND action = 'classes.closing_requested'`,
      inClass.id,
    );
    expect(lines).toHaveLength(1);

    const again = await app.as(office).post(`/api/v1/classes/${inClass.id}/closing`);
    expect(again).toMatchObject({ status: 409, body: { code: 'class_cannot_be_closed' } });
  });

  it('waits for the closing day, names it, and waits for the last half-day of that day', async () => {
    const inClass = await given.class(undefined, { closesOn: '2026-02-02' });
    const early = await app.as(office).post(`/api/v1/classes/${inClass.id}/closing`);
    expect(early).toMatchObject({ status: 409, body: { code: 'class_not_over', facts: { closesOn: '2026-02-02' } } });
    expect(early.body['detail']).toContain('02/02/2026');

    const onItsDay = await given.class(undefined, { closesOn: '2026-01-05' });
    const last = await a.halfDay(onItsDay, '2026-01-05', { hours: '07:30–11:00' });
    expect(await app.as(office).post(`/api/v1/classes/${onItsDay.id}/closing`)).toMatchObject({
      status: 409,
      body: { code: 'half_day_to_come' },
    });
    await last.isCancelled(app.clock.now());
    await given.finished(await given.ask(office, onItsDay));
    expect(await given.stateOf(onItsDay)).toBe('closed');
  });

  it('needs a confirmed class', async () => {
    const announced = await given.class(undefined, { state: 'announced' });
    const refused = await app.as(office, 'en').post(`/api/v1/classes/${announced.id}/closing`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'class_cannot_be_closed' } });
  });

  it('needs the rule that says how the award is given, before anybody is judged', async () => {
    const inClass = await given.class(await a.course({ award: 'certificate' }));
    await given.crowd(inClass, 1);
    expect(await app.as(office).post(`/api/v1/classes/${inClass.id}/closing`)).toMatchObject({
      status: 409,
      body: { code: 'award_rule_missing' },
    });
    expect(await given.count('completions', inClass)).toBe(0);
  });

  it('is the office’s to ask for; others may not, and a stranger does not see how far it is', async () => {
    const inClass = await given.class();
    const secretary = await a.secretaryOf(await a.unit());
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    for (const caller of [secretary, manager]) {
      expect((await app.as(caller).post(`/api/v1/classes/${inClass.id}/closing`)).status).toBe(403);
    }
    const jobId = await given.ask(office, inClass);
    await given.finished(jobId);
    expect((await app.as(secretary).get(`/api/v1/jobs/${jobId}`)).status).toBe(404);
    expect((await app.as(await a.office()).get(`/api/v1/jobs/${jobId}`)).status).toBe(200);
  });

  it('shows results to the office and the class manager whole, to units their own people, to a cadre the own', async () => {
    const inClass = await given.class();
    const [mine, other] = [await a.unit(), await a.unit()];
    const me = await given.enrolled(inClass, { in: mine });
    await given.enrolled(inClass, { in: mine });
    await given.enrolled(inClass, { in: other });
    await given.finished(await given.ask(office, inClass));

    const seenBy = async (account: BuiltAccount) =>
      (await app.as(account).get<{ items: object[] }>(`/api/v1/classes/${inClass.id}/completions`)).body.items.length;
    expect(await seenBy(office)).toBe(3);
    expect(await seenBy(await a.account({ roles: [['class_manager', inClass]] }))).toBe(3);
    expect(await seenBy(await a.groupOfficer())).toBe(3);
    expect(await seenBy(await a.secretaryOf(mine))).toBe(2);
    expect(await seenBy(await a.account({ person: me.person }))).toBe(1);
    expect(await seenBy(await a.account())).toBe(0);
  });

  it('pages through results in the order of names and finds people by them', async () => {
    const inClass = await given.class();
    const names = ['Lê Văn Ân', 'Trần Thị Ánh', 'Phạm Bình', 'Đỗ Văn Đức', 'Võ Thị Yến'];
    for (const fullName of names) await given.enrolled(inClass, { person: await a.person({ fullName }) });
    await given.finished(await given.ask(office, inClass));
    const path = `/api/v1/classes/${inClass.id}/completions`;
    type Page = { items: { fullName: string }[]; next: string | null };
    const first = (await app.as(office).get<Page>(`${path}?limit=3`)).body;
    const second = (await app.as(office).get<Page>(`${path}?limit=3&after=${first.next}`)).body;
    const read = [...first.items, ...second.items].map(({ fullName }) => fullName);
    expect(second.next).toBeNull();
    expect(read.toSorted()).toEqual(names.toSorted());
    expect(read.at(-1)).toBe('Võ Thị Yến');
    const found = (await app.as(office).get<Page>(`${path}?search=anh`)).body;
    expect(found.items.map(({ fullName }) => fullName)).toEqual(['Trần Thị Ánh']);
  });

  it('tells a person what to mend when it cannot go on, and goes on when asked again', async () => {
    const course = await given.course();
    const inClass = await given.class(course);
    await given.crowd(inClass, 2);
    // The rule ends between asking and doing.
    await app.sql(
      `CREATE FUNCTION end_award() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         UPDATE course_rules SET valid = '[2020-01-01,2020-02-01)' WHERE purpose = 'award' AND course_id =
           (SELECT course_id FROM classes WHERE id = NEW.class_id); RETURN NEW; END $$`,
    );
    await app.sql(
      `CREATE TRIGGER end_award AFTER INSERT ON long_jobs FOR EACH ROW WHEN (NEW.class_id = '${inClass.id}') EXECUTE FUNCTION end_award()`,
    );
    const failed = await given.finished(await given.ask(office, inClass));
    expect(failed).toMatchObject({
      state: 'failed',
      done: 0,
      error: expect.stringContaining('bổ sung quy định') as string,
    });
    const page = await app.as(office).get<string>(`/classes/${inClass.id}/completion`);
    expect(page.text).toContain('Chưa kết thúc được lớp');

    await app.sql(`DROP TRIGGER end_award ON long_jobs`);
    await a.change('course_rules', { courseId: course.id }, { valid: '[2020-01-01,)' });
    expect(await given.finished(await given.ask(office, inClass))).toMatchObject({ state: 'done', done: 2 });
    expect(await given.stateOf(inClass)).toBe('closed');
    expect(await given.count('certificates', inClass)).toBe(2);
  });
});
