import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

describe('a class whose closing was asked for', () => {
  it('keeps attendance, essays, marks, timetable and roster as they are, says so, and can be recomputed afterwards', async () => {
    const course = await given.course({ kind: 'theory', award: 'none' });
    const inClass = await given.class(course);
    const [person, other] = await given.crowd(inClass, 2);
    const module = await a.module(inClass, 1);
    const [halfDay] = await app.sql<{ id: string }>(`SELECT id FROM half_days WHERE class_id = $1`, inClass.id);
    await app.as(office).post(`/api/v1/enrollments/${person!.id}/essay`, { body: 'Bài thu hoạch' });
    const job = await given.ask(office, inClass);

    const asOffice = app.as(office);
    const attempts = {
      attendance: () =>
        asOffice.put(`/api/v1/half-days/${halfDay!.id}/attendance`, {
          entries: [{ enrollmentId: person!.id, mark: 'unexcused', reason: 'Nhầm' }],
        }),
      essay: () => asOffice.post(`/api/v1/enrollments/${other!.id}/essay`, { body: 'Bài thu hoạch' }),
      marks: () => asOffice.put(`/api/v1/enrollments/${person!.id}/marks`, { marks: [{ moduleId: module, mark: 4 }] }),
      halfDay: () => asOffice.post(`/api/v1/half-days/${halfDay!.id}/cancellation`, { reason: 'Bão' }),
      cancellation: () => asOffice.post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Bão' }),
    };
    for (const [what, attempt] of Object.entries(attempts)) {
      const { status, body } = await attempt();
      expect([what, status, body['code']]).toEqual([what, 409, 'class_is_closing']);
    }
    // Whoever writes past the services is refused too: the database keeps what results are made of.
    await expect(person!.ends(app.clock.now())).rejects.toThrow('is being closed');

    await app.get(ClosingRunsService).workOn(job);
    expect(await app.get(InvariantsService).examine(['I10'])).toEqual([{ invariant: 'I10', broken: 0, ids: [] }]);
  });

  it('is open again when the closing could not begin', async () => {
    const course = await given.course();
    const inClass = await given.class(course);
    const [person] = await given.crowd(inClass, 1);
    const job = await given.ask(office, inClass);
    await a.remove('course_rules', { courseId: course.id, purpose: 'award' });
    await app.get(ClosingRunsService).workOn(job);
    expect((await app.as(office).get(`/api/v1/jobs/${job}`)).body).toMatchObject({ state: 'failed', done: 0 });
    const { status } = await app.as(office).post(`/api/v1/enrollments/${person!.id}/essay`, { body: 'Bài thu hoạch' });
    expect(status).toBeLessThan(300);
  });

  it('goes on with the same work by a button, once what stopped it is mended', async () => {
    const course = await given.course();
    const inClass = await given.class(course);
    await given.crowd(inClass, 3);
    const job = await given.ask(office, inClass);
    const runs = app.get(ClosingRunsService);
    await runs.step(job);
    await a.change('course_rules', { courseId: course.id, purpose: 'award' }, { valid: '[2020-01-01,2020-02-01)' });
    await runs.workOn(job);
    const page = `/classes/${inClass.id}/completion`;
    const stopped = await app.as(office).with({ cookie: 'locale=en' }).get<string>(page);
    expect(stopped.text).toContain('Go on with the closing');
    expect(stopped.text).toContain('Add the rule on the page of the course');

    await a.change('course_rules', { courseId: course.id }, { valid: '[2020-01-01,)' });
    expect((await app.as(office).form(page, {})).status).toBe(303);
    await runs.workOn(job);
    expect((await app.as(office).get(`/api/v1/jobs/${job}`)).body).toMatchObject({ state: 'done', done: 3 });
    expect(await given.numbers(inClass)).toEqual([1, 2, 3]);
  });

  it('shows where a result computed again differs from the one on record, and changes nothing', async () => {
    const inClass = await given.class();
    const [touched] = await given.crowd(inClass, 2);
    await close(inClass);
    const page = `/classes/${inClass.id}/completion/recomputation`;
    expect((await app.as(office).get<string>(page)).text).toContain('Đã tính lại 2 kết quả: tất cả đúng như đã ghi.');

    await touched!.isMarked('unexcused');
    expect((await app.as(office).get<string>(page)).text).toContain('1 trên 2 kết quả tính lại khác');
    const again = await app.as(office).get(`/api/v1/classes/${inClass.id}/completion-recomputation`);
    expect(again.body).toMatchObject({
      computed: 2,
      differences: [
        {
          enrollmentId: touched!.id,
          kept: { completed: true, absentShare: 0 },
          again: { completed: false, absentShare: 1 },
        },
      ],
    });
    expect(await given.count('certificates', inClass)).toBe(2);
  });

  it('lists its expected results and its final ones in the order asked for, page by page, and by decision', async () => {
    const inClass = await given.class();
    for (const [fullName, absences] of [
      ['Lê Văn An', 3],
      ['Lê Văn Bình', 0],
      ['Lê Văn Cường', 1],
    ] as const) {
      const marks = Array.from({ length: absences }, () => 'excused' as const);
      await given.enrolled(inClass, { person: await a.person({ fullName }), marks });
    }
    type List = { items: { fullName: string; enrollmentId: string }[]; next: string | null };
    const names = async (list: string) => {
      const path = `/api/v1/classes/${inClass.id}/${list}`;
      const first = (await app.as(office).get<List>(`${path}?sort=-absentShare&limit=2`)).body;
      const second = (await app.as(office).get<List>(`${path}?sort=-absentShare&limit=2&after=${first.next}`)).body;
      expect((await app.as(office).get(`${path}?sort=name&after=${first.next}`)).status).toBe(422);
      return [...first.items, ...second.items];
    };
    const inOrder = ['Lê Văn An', 'Lê Văn Cường', 'Lê Văn Bình'];
    const expected = await names('closing-preview');
    expect(expected.map(({ fullName }) => fullName)).toEqual(inOrder);
    const decision = { decision: '1-QĐ', decidedOn: '2026-01-02', reason: 'Đã học bù' };
    await app.as(office).put(`/api/v1/enrollments/${expected[0]!.enrollmentId}/completion-override`, decision);
    await close(inClass);
    expect((await names('completions')).map(({ fullName }) => fullName)).toEqual(inOrder);
    const decided = await app.as(office).get<List>(`/api/v1/classes/${inClass.id}/completions?decided=true`);
    expect(decided.body.items).toMatchObject([{ fullName: 'Lê Văn An', override: decision }]);
  });

  it('keeps certificates it has issued already as they are until their lines are in the record', async () => {
    const inClass = await given.class();
    await given.crowd(inClass, 1);
    const job = await given.ask(office, inClass);
    const runs = app.get(ClosingRunsService);
    const issued = () =>
      app.sql<{ id: string }>(
        `SELECT t.id FROM certificates_in_force t JOIN completions c ON c.id = t.completion_id WHERE c.class_id = $1`,
        inClass.id,
      );
    while ((await issued()).length === 0) await runs.step(job);
    const [certificate] = await issued();
    const attempts = {
      corrections: { reason: 'Ghi sai', holderName: 'Lê Thị Ánh' },
      replacement: { reason: 'Bị mất' },
      revocation: { reason: 'Thi hộ', decision: '2-QĐ' },
    };
    const attempt = async (what: string, body: object) => {
      const { status } = await app.as(office).post(`/api/v1/certificates/${certificate!.id}/${what}`, body);
      return [what, status];
    };
    for (const [what, body] of Object.entries(attempts)) expect(await attempt(what, body)).toEqual([what, 409]);
    await runs.workOn(job);
    expect(await attempt('revocation', attempts.revocation)).not.toEqual(['revocation', 409]);
    expect(await app.get(InvariantsService).examine(['I11'])).toEqual([{ invariant: 'I11', broken: 0, ids: [] }]);
  });
});
