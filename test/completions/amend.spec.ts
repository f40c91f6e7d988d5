import { CompletionsQueries } from '../../src/completions/completions.queries';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { RemindersService } from '../../src/reminders/reminders.service';
import type { BuiltAccount, BuiltClass, BuiltEnrollment } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

const said = {
  decision: '15-QĐ/ĐUK',
  decidedOn: '2026-03-02',
  authority: 'Ban Thường vụ Đảng ủy Khối',
  reason: 'Bài nộp muộn có lý do chính đáng',
};

interface Result {
  readonly id: string;
  readonly enrollmentId: string;
  readonly completed: boolean;
  readonly grade: string | null;
  readonly certificateNumber: string | null;
  readonly amendments: readonly Record<string, unknown>[];
  readonly facts: {
    readonly halfDays: readonly { readonly id: string; readonly mark: string }[];
    readonly modules: readonly { readonly id: string; readonly number: number }[];
    readonly essay: Record<string, unknown> | null;
  } | null;
}

describe('after a class was closed, a decision', () => {
  beforeEach(() => app.clock.moveTo(new Date('2026-03-05T09:00:00+07:00')));

  const idOf = async ({ id }: { readonly id: string }): Promise<string> => {
    const [row] = await app.sql<{ id: string }>(`SELECT id FROM completions WHERE enrollment_id = $1`, id);
    return row!.id;
  };
  const resultOf = async (enrollment: { readonly id: string }, by = office): Promise<Result> =>
    (await app.as(by).get<Result>(`/api/v1/completions/${await idOf(enrollment)}`)).body;
  const amend = async (enrollment: { readonly id: string }, facts: object, by: BuiltAccount = office) =>
    app
      .as(by)
      .post<{ id: string; code: string; errors: unknown }>(`/api/v1/completions/${await idOf(enrollment)}/amendments`, {
        ...said,
        ...facts,
      });
  const recordOf = async (enrollment: BuiltEnrollment) =>
    (
      await app
        .as(office)
        .get<{ items: Record<string, unknown>[] }>(`/api/v1/people/${enrollment.person.id}/training-record`)
    ).body.items;
  const certificatesOf = ({ id }: { readonly id: string }) =>
    app.sql<{ number: string; state: string; grade: string | null; issuedOn: string }>(
      `SELECT t.number, t.state, t.grade, t.issued_on FROM certificates t JOIN completions c ON c.id = t.completion_id
       WHERE c.enrollment_id = $1 ORDER BY t.sequence`,
      id,
    );
  const broken = async () =>
    (await app.get(InvariantsService).examine(['I7', 'I10', 'I11', 'I12'])).flatMap(({ ids }) => ids);
  const essayCourse = async () => {
    const course = await given.course();
    await a.rule(course, 'completion', 'essay', { minimum: 5 });
    await a.rule(course, 'completion', 'grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });
    return course;
  };
  const closedWith = async (course: { id: string }): Promise<[BuiltClass, BuiltEnrollment]> => {
    const inClass = await given.class(course);
    const person = await a.person({ fullName: 'Nguyễn Văn Muộn' });
    const enrollment = await given.enrolled(inClass, { person });
    await given.crowd(inClass, 1);
    return [inClass, enrollment];
  };

  it('takes a late essay: the person completes, with a certificate and a line of the record of that day', async () => {
    const [inClass, late] = await closedWith(await essayCourse());
    await close(inClass);
    expect(await resultOf(late)).toMatchObject({ completed: false, certificateNumber: null, facts: { essay: null } });

    const asked = await amend(late, { essay: { handedInOn: '2026-02-20', mark: 7.5 } });
    expect(asked.status).toBe(201);
    const result = await resultOf(late);
    expect(result).toMatchObject({ completed: true, grade: 'good', amended: 1 });
    expect(result.amendments).toMatchObject([
      {
        ...said,
        essay: { handedInOn: '2026-02-20', mark: 7.5 },
        was: { completed: false, grade: null },
        became: { completed: true, grade: 'good' },
        amendedByName: office.email,
      },
    ]);
    expect(result.amendments[0]!['was']).not.toHaveProperty('classId');
    expect(await certificatesOf(late)).toMatchObject([{ state: 'issued', grade: 'good', issuedOn: '2026-03-05' }]);
    expect(await recordOf(late)).toMatchObject([{ grade: 'good', awardNumber: result.certificateNumber }]);
    // The essay itself is not there: what the class was closed with stays as it was.
    expect(await app.sql(`SELECT FROM essays WHERE enrollment_id = $1`, late.id)).toEqual([]);
    expect(await broken()).toEqual([]);

    const [line] = await app.sql(
      `SELECT action, reason, facts FROM journal_lines WHERE subject_id = $1 AND action = 'completions.amended'`,
      late.id,
    );
    expect(line).toMatchObject({
      reason: said.reason,
      facts: { decision: said.decision, completedBefore: false, completed: true, issued: result.certificateNumber },
    });
  });

  it('takes a mark that was sat again, and a diploma of the school is to come', async () => {
    const course = await given.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    const [inClass, failed] = await closedWith(course);
    const module = await a.module(inClass, 1);
    await a.insert('module_marks', {
      moduleId: module,
      enrollmentId: failed.id,
      attempt: 1,
      mark: 3,
      enteredAt: app.clock.now(),
    });
    await close(inClass);
    expect(await resultOf(failed)).toMatchObject({ completed: false, diplomaSchool: null });

    const { facts } = await resultOf(failed);
    const marks = [{ moduleId: facts!.modules[0]!.id, attempt: 2, mark: 6 }];
    expect((await amend(failed, { marks })).status).toBe(201);
    expect(await resultOf(failed)).toMatchObject({
      completed: true,
      averageMark: 6,
      diplomaSchool: 'Học viện Cán bộ',
      facts: { modules: [{ number: 1, first: 3, resit: 6 }] },
    });
    expect(await recordOf(failed)).toHaveLength(1);
    expect(await broken()).toEqual([]);
  });

  it('upholds an appeal: the certificate gives way to one with the better grade and a date and number of its own', async () => {
    const [inClass, person] = await closedWith(await essayCourse());
    const essay = { enrollmentId: person.id, body: 'Bài', handedInAt: app.clock.now(), mark: 6.5 };
    await a.insert('essays', essay);
    await close(inClass);
    const before = await resultOf(person);
    expect(before.grade).toBe('fairly_good');

    expect((await amend(person, { essay: { mark: 8.25 }, reason: 'Phúc khảo' })).status).toBe(201);
    const after = await resultOf(person);
    expect(after).toMatchObject({ completed: true, grade: 'very_good' });
    expect(await certificatesOf(person)).toMatchObject([
      { number: before.certificateNumber, state: 'replaced', grade: 'fairly_good' },
      { number: after.certificateNumber, state: 'issued', grade: 'very_good', issuedOn: '2026-03-05' },
    ]);
    expect(await recordOf(person)).toMatchObject([{ grade: 'very_good', awardNumber: after.certificateNumber }]);
    expect(await broken()).toEqual([]);
  });

  it('finds attendance wrong, either way: what the person holds follows, and numbers given stay in the register', async () => {
    const inClass = await given.class(await given.course({ raisesTo: 'elementary' }));
    const absent = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    const [first] = (await resultOf(absent)).facts!.halfDays;
    const found = { attendance: [{ halfDayId: first!.id, mark: 'present' }] };
    expect((await amend(absent, found)).status).toBe(201);
    const holds = await resultOf(absent);
    expect(holds).toMatchObject({ completed: true, absentShare: 0.2 });
    const levelOf = async () =>
      (await app.sql(`SELECT theory_level_earned AS level FROM persons WHERE id = $1`, absent.person.id))[0];
    expect(await levelOf()).toEqual({ level: 'elementary' });

    const back = { attendance: [{ halfDayId: first!.id, mark: 'unexcused' }], reason: 'Xác minh lại: vắng' };
    expect((await amend(absent, back)).status).toBe(201);
    expect(await resultOf(absent)).toMatchObject({ completed: false, certificateNumber: null, amended: 2 });
    expect(await certificatesOf(absent)).toMatchObject([{ number: holds.certificateNumber, state: 'revoked' }]);
    expect(await recordOf(absent)).toEqual([]);
    expect(await levelOf()).toEqual({ level: null });
    expect(await broken()).toEqual([]);

    // And once more: the line of the record comes back, the number does not.
    expect((await amend(absent, { ...found, reason: 'Có ảnh chụp tại lớp' })).status).toBe(201);
    const again = await resultOf(absent);
    expect(await certificatesOf(absent)).toMatchObject([
      { number: holds.certificateNumber, state: 'revoked' },
      { number: again.certificateNumber, state: 'issued' },
    ]);
    expect(again.certificateNumber).not.toBe(holds.certificateNumber);
    expect(await recordOf(absent)).toMatchObject([{ awardNumber: again.certificateNumber }]);
    expect(await broken()).toEqual([]);
  });

  it('concludes otherwise than the rules, and is taken back by another', async () => {
    const inClass = await given.class();
    const absent = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    expect((await amend(absent, { completes: true })).status).toBe(201);
    expect(await resultOf(absent)).toMatchObject({
      completed: true,
      override: { decision: said.decision, decidedOn: said.decidedOn, byName: office.email },
    });
    expect(await broken()).toEqual([]);
    expect((await amend(absent, { completes: false, decision: '16-QĐ/ĐUK' })).status).toBe(201);
    expect(await resultOf(absent)).toMatchObject({ completed: false, override: null });
    expect(await broken()).toEqual([]);
  });

  it('is tried out first: what it would change is shown, nothing is recorded and nothing typed is lost', async () => {
    const inClass = await given.class();
    const absent = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    const path = `completions/${await idOf(absent)}/amendments`;
    const tried = await app.as(office).post(`/api/v1/${path}/preview`, { ...said, completes: true });
    expect(tried).toMatchObject({
      status: 200,
      body: {
        ...{ was: { completed: false }, became: { completed: true } },
        ...{ certificateEnded: null, isCertificateIssued: true },
      },
    });
    const page = await app.as(office).form(`/${path}`, { ...said, completes: 'true', do: 'try' });
    expect(page.status).toBe(200);
    for (const shown of ['CHƯA GHI', 'Sẽ cấp giấy chứng nhận mới', said.reason, 'Trước đó: Không hoàn thành'])
      expect(page.text).toContain(shown);
    expect((await resultOf(absent)).completed).toBe(false);
    expect((await resultOf(absent)).amendments).toEqual([]);
    expect(await certificatesOf(absent)).toEqual([]);
    const bare = await app.as(office).form(`/${path}`, { ...said, decision: '', completes: 'true', do: 'try' });
    expect(bare.status).toBe(422);
  });

  it('is asked for where the refusals of a closed class say', async () => {
    const inClass = await given.class();
    const absent = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    const [halfDay] = (await resultOf(absent)).facts!.halfDays;
    const refused = await app.as(office).put(`/api/v1/half-days/${halfDay!.id}/attendance`, {
      entries: [{ enrollmentId: absent.id, mark: 'present', reason: 'Ghi nhầm' }],
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'attendance_locked' } });
    expect(refused.text).toContain('Điều chỉnh');
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/completion`)).text).toContain('Điều chỉnh');
    expect((await amend(absent, { attendance: [{ halfDayId: halfDay!.id, mark: 'present' }] })).status).toBe(201);
  });

  it('changes nothing that is not final, is not the class’s, or is so already', async () => {
    const inClass = await given.class();
    const person = await given.enrolled(inClass);
    const other = await a.halfDay(await given.class(), '2025-12-20');
    await close(inClass);
    const [halfDay] = (await resultOf(person)).facts!.halfDays;
    const refusal = async (facts: object, by?: BuiltAccount) => {
      const { status, body } = await amend(person, facts, by);
      return [
        status,
        body.code,
        (body.errors as { field: string; code: string }[] | undefined)?.map(({ field, code }) => `${field} ${code}`),
      ];
    };
    expect(await refusal({})).toMatchObject([422, 'invalid_input', ['reason nothing_amended']]);
    expect(await refusal({ attendance: [{ halfDayId: halfDay!.id, mark: 'present' }] })).toMatchObject([
      422,
      'invalid_input',
      ['reason nothing_amended'],
    ]);
    expect(await refusal({ attendance: [{ halfDayId: other.id, mark: 'excused' }] })).toMatchObject([
      422,
      'invalid_input',
      ['attendance.0.halfDayId not_of_class'],
    ]);
    expect(await refusal({ essay: { mark: 7 } })).toMatchObject([422, 'invalid_input', ['essay.handedInOn required']]);
    expect(await refusal({ essay: { handedInOn: '2026-03-06', mark: 7 } })).toMatchObject([
      422,
      'invalid_input',
      ['essay.handedInOn in_the_future'],
    ]);
    expect(await refusal({ decidedOn: '2026-03-06' })).toMatchObject([
      422,
      'invalid_input',
      ['decidedOn in_the_future'],
    ]);
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    expect(await refusal({ completes: true }, manager)).toMatchObject([403, 'not_allowed']);
    expect(
      await app.sql(
        `SELECT FROM completion_amendments m JOIN completions c ON c.id = m.completion_id WHERE c.class_id = $1`,
        inClass.id,
      ),
    ).toEqual([]);
  });

  it('is not taken about oneself, and seen by whoever sees the result', async () => {
    const inClass = await given.class();
    const unit = await a.unit();
    const person = await a.person({ in: unit });
    const absent = await given.enrolled(inClass, { person, in: unit, marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    const { bloc } = await a.organization();
    const self = await a.account({ person, roles: [['training_officer', bloc]] });
    const about = await amend(absent, { completes: true }, self);
    expect([about.status, about.body.code]).toEqual([403, 'about_oneself']);
    expect((await resultOf(absent, self)).facts).toBeNull();

    await amend(absent, { completes: true });
    const secretary = await a.secretaryOf(unit);
    const seen = await resultOf(absent, secretary);
    expect(seen).toMatchObject({ completed: true, facts: null });
    expect(seen.amendments).toMatchObject([{ decision: said.decision }]);
    expect((await app.as(secretary).get<string>(`/completions/${seen.id}`)).text).toContain(said.reason);
    const another = await a.secretaryOf(await a.unit());
    expect((await app.as(another).get(`/api/v1/completions/${seen.id}`)).status).toBe(404);
  });

  it('tells the person and the secretary, and changes what the Group counts', async () => {
    const inClass = await given.class();
    const unit = await a.unit();
    const secretary = await a.secretaryOf(unit);
    const person = await a.person({ in: unit, fullName: 'Phạm Thị Sửa' });
    const absent = await given.enrolled(inClass, { person, in: unit, marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    const completed = async () => {
      const { body } = await app
        .as(office)
        .get<{ completion: { completed: number } }>(`/api/v1/reports/unit?year=2025&unitId=${unit.id}`);
      return body.completion.completed;
    };
    expect(await completed()).toBe(0);
    await amend(absent, { completes: true });
    expect(await completed()).toBe(1);
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
    const mails = await app.sql<{ to: string; body: string }>(
      `SELECT m.to_address AS "to", m.body FROM reminders r JOIN mail_messages m ON m.id = r.mail_id WHERE r.rule = 'result_amended' AND r.class_id = $1`,
      inClass.id,
    );
    const { certificateNumber } = await resultOf(absent);
    const toPerson = mails.find(({ to }) => to !== secretary.email);
    expect(toPerson?.body).toContain(
      `Theo quyết định 15-QĐ/ĐUK ngày 02/03/2026 của Ban Thường vụ Đảng ủy Khối, kết quả của đồng chí nay là: hoàn thành, giấy chứng nhận số ${certificateNumber} (mã xác minh `,
    );
    const toSecretary = mails.find(({ to }) => to === secretary.email);
    expect(toSecretary?.body).toContain(`– Phạm Thị Sửa: hoàn thành, giấy chứng nhận số ${certificateNumber}`);
    // Once: the certificate it led to is no news of its own.
    const ready = await app.sql(
      `SELECT 1 FROM reminders WHERE rule = 'completion_ready' AND class_id = $1 AND person_id = $2`,
      ...[inClass.id, person.id],
    );
    expect(ready).toEqual([]);
  });

  describe('and the doctor', () => {
    const notRecomputable = () => app.get(CompletionsQueries).notRecomputable();

    it('finds a grade changed behind a decision that somebody completes', async () => {
      const [inClass, person] = await closedWith(await essayCourse());
      await app.as(office).put(`/api/v1/enrollments/${person.id}/completion-override`, {
        decision: '1-QĐ',
        decidedOn: '2026-01-02',
        reason: 'Nộp bài sau',
      });
      await close(inClass);
      expect(await notRecomputable()).toEqual([]);
      const id = await idOf(person);
      await app.sql(`UPDATE completions SET grade = 'excellent' WHERE id = $1`, id);
      expect(await notRecomputable()).toEqual([id]);
      await app.sql(`UPDATE completions SET grade = NULL WHERE id = $1`, id);
    });

    it('finds a record that is gone, a result that is gone, and a decision that is gone', async () => {
      const [inClass, late] = await closedWith(await essayCourse());
      await close(inClass);
      await amend(late, { essay: { handedInOn: '2026-02-20', mark: 7.5 } });
      const id = await idOf(late);
      expect(await notRecomputable()).toEqual([]);
      const behind = async (table: string, statement: string, ...values: unknown[]) => {
        await app.sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
        await app.sql(statement, ...values);
        await app.sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      };
      await behind('amended_essays', `DELETE FROM amended_essays WHERE enrollment_id = $1`, late.id);
      expect(await notRecomputable()).toEqual([id]);
      await behind('training_records', `DELETE FROM training_records WHERE completion_id = $1`, id);
      expect(await notRecomputable()).toEqual([id, id]);
      await app.sql(`UPDATE completions SET closing_id = NULL WHERE id = $1`, id);
      expect(await notRecomputable()).toEqual([late.id]);
    });
  });
});
