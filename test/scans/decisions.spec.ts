import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltEnrollment, type BuiltUnit } from '../builders';
import { pdf } from './hostile';

const decision = { number: '12-QĐ/ĐUK', date: '2026-01-02' };

describe('scans of decisions', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let stranger: BuiltAccount;
  let learner: BuiltAccount;
  let unit: BuiltUnit;
  let inClass: BuiltClass;
  let enrollment: BuiltEnrollment;
  let personId: string;

  beforeAll(async () => {
    app = await TestApp.start({ SCAN_EXPECTED: 'yes' });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    unit = await a.unit();
    [secretary, stranger] = [await a.secretaryOf(unit), await a.secretaryOf(await a.unit())];
    inClass = await a.trainingClass({ course: await a.course({ kind: 'theory' }), allocations: [[unit, 2]] });
    const person = await a.person({ in: unit });
    personId = person.id;
    learner = await a.account({ person });
    const by = await a.nomination({ in: inClass, person, state: 'accepted', seat: 1 });
    enrollment = await a.enrollment({ in: inClass, person, by });
  });

  const upload = (kind: string, paperId: string, by: BuiltAccount) =>
    app.as(by).upload<{ id: string }>('/api/v1/scans', { name: 'qd.pdf', content: pdf() }, { kind, paperId });
  const idOf = async (whose: string) =>
    (await app.sql<{ id: string }>('SELECT paper_id($1, $2, $3) AS id', whose, decision.number, decision.date))[0]!.id;
  const at = () => app.clock.now();

  /** Each is there as its room records it; answers what its scan is kept with. */
  const ofPerson: Readonly<Record<string, () => Promise<string>>> = {
    admission_override: () =>
      a.insert('admission_overrides', {
        ...{ classId: inClass.id, personId, rule: 'standing', decisionNumber: decision.number, reason: 'x' },
        ...{ decisionDate: decision.date, authority: 'Ban Thường vụ', recordedAt: at() },
      }),
    deferral: async () => {
      await app.sql(
        `INSERT INTO deferrals (enrollment_id, until, decision_number, decided_on, reason, deferred_at) VALUES ($1, '2026-12-31', $2, $3, 'x', $4)`,
        ...[enrollment.id, decision.number, decision.date, at()],
      );
      return enrollment.id;
    },
    exam_permission: async () => {
      for (const n of [1, 2])
        await a.insert('exam_permissions', {
          ...{ enrollmentId: enrollment.id, moduleId: await a.module(inClass, n), reason: 'x', recordedAt: at() },
          ...{ decisionNumber: decision.number, decidedOn: decision.date },
        });
      return idOf(enrollment.id);
    },
    completion_decision: async () => {
      const id = await a.completion(inClass, { id: enrollment.id, person: { id: personId } });
      await app.sql(
        `UPDATE completions SET override_decision = $2, override_decided_on = $3, override_reason = 'x', override_by = $4 WHERE id = $1`,
        ...[id, decision.number, decision.date, office.id],
      );
      return idOf(enrollment.id);
    },
    completion_amendment: async () =>
      a.insert('completion_amendments', {
        ...{ completionId: await a.completion(inClass, { id: enrollment.id, person: { id: personId } }) },
        ...{ enrollmentId: enrollment.id, position: 1, decision: decision.number, decidedOn: decision.date },
        ...{ authority: 'Ban Thường vụ', reason: 'x', was: '{}', became: '{}', amendedAt: at() },
      }),
  };

  it.each(Object.keys(ofPerson))(
    'of %s: kept by the office, read by the unit, by no other and not by whom it names',
    async (kind) => {
      const paperId = await ofPerson[kind]!();
      const kept = await upload(kind, paperId, office);
      expect(kept.status).toBe(201);
      expect((await upload(kind, paperId, secretary)).status).toBe(403);
      const seen = async (by: BuiltAccount) => (await app.as(by).get<string>(`/scans/${kind}/${paperId}`)).status;
      expect([await seen(office), await seen(secretary), await seen(stranger), await seen(learner)]).toEqual([
        200, 200, 404, 403,
      ]);
      const page = (await app.as(office).get<string>(`/scans/${kind}/${paperId}`)).text;
      expect(page).toContain('12-QĐ/ĐUK');
      expect(page).toContain('02/01/2026');
      expect(
        await app.sql(`SELECT person_id, class_id FROM journal_lines WHERE subject_id = $1`, kept.body.id),
      ).toEqual([{ personId, classId: inClass.id }]);
    },
  );

  const ofClass: Readonly<Record<string, () => Promise<string>>> = {
    opening_decision: async () => {
      await a.change('classes', { id: inClass.id }, { openingDecision: decision.number });
      return inClass.id;
    },
    class_reopening: () =>
      a.insert('class_reopenings', {
        ...{ classId: inClass.id, reason: 'x', decision: decision.number, decidedOn: decision.date },
        ...{ authority: 'Ban Thường vụ', reopenedAt: at() },
      }),
  };

  it.each(Object.keys(ofClass))('of %s: the office’s alone, since it names people of many units', async (kind) => {
    const paperId = await ofClass[kind]!();
    expect((await upload(kind, paperId, office)).status).toBe(201);
    expect((await upload(kind, paperId, secretary)).status).toBe(404);
    expect((await app.as(secretary).get(`/scans/${kind}/${paperId}`)).status).toBe(404);
  });

  it('comes with the decision on its form, which keeps what was typed when the file is refused', async () => {
    const path = `/enrollments/${enrollment.id}/deferral`;
    const typed = { decisionNumber: '45-QĐ/ĐUK', decidedOn: '2026-01-02', until: '2026-12-31', reason: 'Điều trị' };
    const locked = { name: 'qd.pdf', content: pdf({ trailer: '/Encrypt 8 0 R' }) };
    const refused = await app.as(office).upload<string>(path, locked, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('có mã hóa hoặc đặt mật khẩu');
    expect(refused.text).toContain('value="45-QĐ/ĐUK"');
    expect(await app.sql('SELECT 1 FROM deferrals WHERE enrollment_id = $1', enrollment.id)).toEqual([]);

    expect((await app.as(office).upload(path, { name: 'qd.pdf', content: pdf() }, typed)).status).toBe(303);
    expect((await app.as(secretary).get<string>(`/scans/deferral/${enrollment.id}`)).text).toContain('qd.pdf');
  });

  it('is counted as missing on the office’s desk, of letters of classes to come, where scans are expected', async () => {
    const desk = async () => (await app.as(office).get<string>('/')).text;
    const link = `/classes/${inClass.id}/letters?isMissingScan=true`;
    expect(await desk()).toContain(link);
    const [letter] = await app.sql<{ id: string }>('SELECT id FROM unit_letters WHERE unit_id = $1', unit.id);
    await upload('unit_letter', letter!.id, secretary);
    expect(await desk()).not.toContain(link);
  });
});
