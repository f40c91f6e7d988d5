import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { ResultNoticesService } from '../../src/completions/result-notices.service';
import { Database } from '../../src/platform/database/database';
import type { WaitingMail } from '../../src/platform/mailer/mail-writers';
import { RemindersService } from '../../src/reminders/reminders.service';
import type { BuiltAccount, BuiltClass, BuiltEnrollment } from '../builders';
import { a, app, close, given, office, beginAtTheOffice } from './at-the-office';

beginAtTheOffice();

const byDecision = {
  reason: 'Kết thúc nhầm lớp',
  decision: '20-QĐ/ĐUK',
  decidedOn: '2026-01-04',
  authority: 'Ban Thường vụ Đảng ủy Khối',
};

describe('a class that was closed by mistake', () => {
  const reopen = (inClass: BuiltClass, how: object, by: BuiltAccount = office) =>
    app.as(by).post<{ code: string; facts: Record<string, unknown> }>(`/api/v1/classes/${inClass.id}/reopening`, how);
  const certificatesOf = (inClass: BuiltClass) =>
    app.sql<{ id: string; state: string; number: string; enrollmentId: string }>(
      `SELECT t.id, t.state, t.number, c.enrollment_id FROM certificates t JOIN completions c ON c.id = t.completion_id
       WHERE c.class_id = $1 ORDER BY t.sequence`,
      inClass.id,
    );
  const recordsOf = async ({ person }: BuiltEnrollment) =>
    (
      await app
        .as(office)
        .get<{ items: { awardNumber: string | null }[] }>(`/api/v1/people/${person.id}/training-record`)
    ).body.items;
  const results = async (inClass: BuiltClass) =>
    (
      await app
        .as(office)
        .get<{ items: { completed: boolean; enrollmentId: string; certificateNumber: string | null }[] }>(
          `/api/v1/classes/${inClass.id}/completions`,
        )
    ).body.items;
  const levelOf = async ({ person }: BuiltEnrollment) =>
    (
      await app.sql<{ level: string | null }>(
        `SELECT theory_level_earned AS level FROM persons WHERE id = $1`,
        person.id,
      )
    )[0]!.level;
  const broken = async () =>
    (await app.get(InvariantsService).examine(['I6', 'I7', 'I10', 'I11', 'I12', 'I13'])).flatMap(({ ids }) => ids);

  it('is reopened with a reason alone while nobody has a certificate, and closed again with new numbers', async () => {
    const inClass = await given.class(await given.course({ raisesTo: 'elementary' }));
    const present = await given.enrolled(inClass);
    const forgotten = await given.enrolled(inClass, { marks: ['unmarked', 'unmarked'] });
    await close(inClass);
    const [first] = await certificatesOf(inClass);
    expect(await levelOf(present)).toBe('elementary');

    const before = await app.as(office).get(`/api/v1/classes/${inClass.id}/reopenings`);
    expect(before.body).toMatchObject({
      toTakeBack: { results: 2, certificates: 1, handedOut: 0, told: 0 },
      items: [],
    });
    // Who left since the class was over has a place in one that goes on.
    await app.sql(`UPDATE persons SET left_on = '2026-01-04' WHERE id = $1`, forgotten.person.id);
    expect((await reopen(inClass, { reason: 'Quên điểm danh hai buổi' })).status).toBe(204);
    expect(await given.stateOf(inClass)).toBe('confirmed');
    expect(await certificatesOf(inClass)).toMatchObject([{ number: first!.number, state: 'revoked' }]);
    expect(await recordsOf(present)).toEqual([]);
    expect(await results(inClass)).toEqual([]);
    expect(await levelOf(present)).toBeNull();
    expect(await broken()).toEqual([]);

    // What the closing had locked is open: the forgotten half-days are marked.
    const halfDays = await app.sql<{ id: string }>(
      `SELECT id FROM half_days WHERE class_id = $1 ORDER BY day`,
      inClass.id,
    );
    for (const { id } of halfDays.slice(0, 2)) {
      const entries = [{ enrollmentId: forgotten.id, mark: 'present' }];
      expect((await app.as(office).put(`/api/v1/half-days/${id}/attendance`, { entries })).status).toBe(200);
    }
    await close(inClass);
    const after = await certificatesOf(inClass);
    expect(after.map(({ state }) => state)).toEqual(['revoked', 'issued', 'issued']);
    expect(new Set(after.map(({ number }) => number)).size).toBe(3);
    expect(await recordsOf(present)).toMatchObject([
      {
        awardNumber: after.find(({ enrollmentId, state }) => enrollmentId === present.id && state === 'issued')!.number,
      },
    ]);
    expect(await recordsOf(forgotten)).toHaveLength(1);
    expect(await levelOf(present)).toBe('elementary');
    expect((await results(inClass)).map(({ completed }) => completed)).toEqual([true, true]);
    expect(await broken()).toEqual([]);
    const lines = await app.sql<{ action: string; reason: string | null }>(
      `SELECT action, reason FROM journal_lines WHERE subject_id = $1 AND action IN ('classes.reopened', 'certificates.revoked_with_class')`,
      inClass.id,
    );
    expect(lines.map(({ action }) => action).toSorted()).toEqual([
      'certificates.revoked_with_class',
      'classes.reopened',
    ]);
  });

  it('needs a decision once a certificate was downloaded, also by its holder', async () => {
    const inClass = await given.class();
    const holder = await given.enrolled(inClass);
    await given.crowd(inClass, 1);
    await close(inClass);
    const own = (await certificatesOf(inClass)).find(({ enrollmentId }) => enrollmentId === holder.id)!;
    const cadre = await a.account({ person: holder.person });
    expect((await app.as(cadre).get(`/api/v1/certificates/${own.id}/pdf`)).status).toBe(200);

    const refused = await reopen(inClass, { reason: 'Kết thúc nhầm' });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'reopening_needs_decision', facts: { handedOut: 1, told: 0 } },
    });
    expect((await reopen(inClass, { reason: 'Kết thúc nhầm', decision: '20-QĐ/ĐUK' })).status).toBe(422);
    expect((await reopen(inClass, { ...byDecision, decidedOn: '2026-12-31' })).status).toBe(422);
    expect(await given.stateOf(inClass)).toBe('closed');

    expect((await reopen(inClass, byDecision)).status).toBe(204);
    expect((await certificatesOf(inClass)).map(({ state }) => state)).toEqual(['revoked', 'revoked']);
    await app.get(RemindersService).plan();
    await app.get(RemindersService).send();
    const letters = await app.sql<{ body: string }>(
      `SELECT m.body FROM reminders r JOIN mail_messages m ON m.id = r.mail_id WHERE r.rule = 'class_reopened' AND r.class_id = $1`,
      inClass.id,
    );
    expect(letters).toHaveLength(2);
    expect(letters[0]!.body).toContain(
      'được mở lại theo quyết định 20-QĐ/ĐUK ngày 04/01/2026 của Ban Thường vụ Đảng ủy Khối',
    );
    const [revoked] = await app.sql(`SELECT state_decision, state_reason FROM certificates WHERE id = $1`, own.id);
    expect(revoked).toEqual({ stateDecision: byDecision.decision, stateReason: byDecision.reason });
    expect((await app.as(office).get(`/api/v1/classes/${inClass.id}/reopenings`)).body).toMatchObject({
      items: [{ ...byDecision, reopenedByName: office.email }],
    });
    expect(await broken()).toEqual([]);
  });

  it('needs one once a holder was told, and a message that has not left is not sent', async () => {
    const inClass = await given.class();
    const [told] = [await given.enrolled(inClass)];
    await given.crowd(inClass, 1);
    await close(inClass);
    const waiting = () =>
      app.sql<{ id: string; about: string }>(
        `SELECT m.id, m.about FROM mail_messages m JOIN completions c ON c.id = m.about WHERE c.class_id = $1 AND m.writer = 'results'
           AND m.next_attempt_at IS NOT NULL`,
        inClass.id,
      );
    expect(await waiting()).toHaveLength(2);
    await app.sql(
      `UPDATE mail_messages m SET delivered_at = $2, next_attempt_at = NULL FROM completions c WHERE c.id = m.about AND c.enrollment_id = $1`,
      told.id,
      app.clock.now(),
    );
    expect((await reopen(inClass, { reason: 'Kết thúc nhầm' })).body.facts).toMatchObject({ handedOut: 0, told: 1 });
    expect((await reopen(inClass, byDecision)).status).toBe(204);
    const [mail] = await waiting();
    const anew = await app
      .get(Database)
      .inTransaction((tx) => app.get(ResultNoticesService).writeAnew(tx, [mail as WaitingMail]));
    expect(anew.get(mail!.id)).toBe('not_needed');
  });

  const halfDaysOf = (inClass: BuiltClass) =>
    app.sql<{ id: string }>(`SELECT id FROM half_days WHERE class_id = $1 ORDER BY day`, inClass.id);
  const amend = async ({ id }: BuiltEnrollment, facts: object) => {
    const [result] = await app.sql<{ id: string }>(`SELECT id FROM completions WHERE enrollment_id = $1`, id);
    const asked = await app
      .as(office)
      .post(`/api/v1/completions/${result!.id}/amendments`, { ...byDecision, ...facts });
    expect(asked.status).toBe(201);
  };
  const missed = async (inClass: BuiltClass, mark = 'unexcused') => ({
    attendance: (await halfDaysOf(inClass)).slice(0, 2).map(({ id }) => ({ halfDayId: id, mark })),
  });
  const replace = ({ id }: { readonly id: string }) =>
    app.as(office).post(`/api/v1/certificates/${id}/replacement`, { reason: 'Bị mất' });

  it.each([
    [
      'was replaced',
      async (inClass: BuiltClass) => {
        expect((await replace((await certificatesOf(inClass))[0]!)).status).toBe(201);
      },
    ],
    [
      'was revoked because the result was amended, and is there again',
      async (inClass: BuiltClass, learner: BuiltEnrollment) => {
        await amend(learner, await missed(inClass));
        await amend(learner, await missed(inClass, 'present'));
      },
    ],
  ])('gives who completes it a certificate again, also where one %s before', async (_, happens) => {
    const inClass = await given.class();
    const learner = await given.enrolled(inClass);
    await close(inClass);
    await happens(inClass, learner);
    expect((await reopen(inClass, byDecision)).status).toBe(204);
    await close(inClass);
    const [young, ...more] = (await certificatesOf(inClass)).filter(({ state }) => state === 'issued');
    expect(more).toEqual([]);
    expect(await recordsOf(learner)).toMatchObject([{ awardNumber: young!.number }]);
    expect(await broken()).toEqual([]);
  });

  it('gives one to who had lost it by an amendment and completes by the authority’s decision now', async () => {
    const inClass = await given.class();
    const learner = await given.enrolled(inClass);
    await close(inClass);
    await amend(learner, await missed(inClass));
    expect((await reopen(inClass, byDecision)).status).toBe(204);
    const decision = { decision: '30-QĐ', decidedOn: '2026-01-04', reason: 'Xét lại' };
    await app.as(office).put(`/api/v1/enrollments/${learner.id}/completion-override`, decision);
    await close(inClass);
    expect((await certificatesOf(inClass)).map(({ state }) => state)).toEqual(['revoked', 'issued']);
    expect(await broken()).toEqual([]);
  });

  it.each([
    ['replaced', async (inClass: BuiltClass) => replace((await certificatesOf(inClass))[0]!)],
    [
      'revoked by an amendment',
      async (inClass: BuiltClass, learner: BuiltEnrollment) => amend(learner, await missed(inClass)),
    ],
  ])('needs a decision after a certificate was downloaded and then %s: the paper is out', async (_, happens) => {
    const inClass = await given.class();
    const learner = await given.enrolled(inClass);
    await close(inClass);
    await app.as(office).get(`/api/v1/certificates/${(await certificatesOf(inClass))[0]!.id}/pdf`);
    await app.sql(
      `UPDATE mail_messages m SET delivered_at = $2, next_attempt_at = NULL FROM completions c WHERE c.id = m.about AND c.enrollment_id = $1`,
      learner.id,
      app.clock.now(),
    );
    await happens(inClass, learner);
    expect(await reopen(inClass, { reason: 'Kết thúc nhầm' })).toMatchObject({
      status: 422,
      body: { code: 'reopening_needs_decision', facts: { handedOut: 1, told: 1 } },
    });
  });

  it.each([1, 2, 3])('leaves no certificate in force that is issued in place of another meanwhile (%i)', async () => {
    const inClass = await given.class();
    await given.enrolled(inClass);
    await close(inClass);
    const [old] = await certificatesOf(inClass);
    const [replaced, reopened] = await Promise.all([replace(old!), reopen(inClass, byDecision)]);
    expect([201, 409]).toContain(replaced.status);
    expect(reopened.status).toBe(204);
    expect((await certificatesOf(inClass)).map(({ state }) => state)).not.toContain('issued');
    expect(await broken()).toEqual([]);
  });

  it('is closed again after two records of one person in it were merged', async () => {
    const inClass = await given.class();
    const stays = await given.enrolled(inClass);
    const goes = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused', 'unexcused'] });
    await close(inClass);
    const merger = { otherId: goes.person.id, reason: 'Trùng hồ sơ' };
    expect((await app.as(office).post(`/api/v1/people/${stays.person.id}/mergers`, merger)).status).toBeLessThan(300);
    expect((await reopen(inClass, byDecision)).status).toBe(204);
    const page = await app
      .as(office)
      .get<{ completed: number; notCompleted: number }>(`/api/v1/classes/${inClass.id}/closing-preview`);
    expect(page.body).toMatchObject({ completed: 1, notCompleted: 0 });
    await close(inClass);
    expect(await given.stateOf(inClass)).toBe('closed');
    expect((await results(inClass)).map(({ enrollmentId }) => enrollmentId)).toEqual([stays.id]);
    expect(await broken()).toEqual([]);
  });

  it('says that a grade corrected on a certificate does not come along', async () => {
    const inClass = await given.class();
    await given.enrolled(inClass);
    await close(inClass);
    const toTakeBack = async () =>
      (await app.as(office).get<{ toTakeBack: object }>(`/api/v1/classes/${inClass.id}/reopenings`)).body.toTakeBack;
    expect(await toTakeBack()).toMatchObject({ gradesCorrected: 0 });
    const correction = { reason: 'Phúc khảo', decision: '7-QĐ', grade: 'excellent' };
    const [certificate] = await certificatesOf(inClass);
    await app.as(office).post(`/api/v1/certificates/${certificate!.id}/corrections`, correction);
    expect(await toTakeBack()).toMatchObject({ certificates: 1, gradesCorrected: 1 });
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/reopening`)).text).toContain(
      '1 giấy có xếp loại đã đính chính theo quyết định',
    );
  });

  it('tells nobody of an amended result that counts no more', async () => {
    const inClass = await given.class();
    const absent = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    await close(inClass);
    await amend(absent, await missed(inClass, 'present'));
    expect((await reopen(inClass, byDecision)).status).toBe(204);
    const told = async () => {
      await app.get(RemindersService).plan();
      await app.get(RemindersService).send();
      const rows = await app.sql<{ rule: string }>(
        `SELECT rule FROM reminders WHERE class_id = $1 AND state = 'written'`,
        inClass.id,
      );
      return rows.map(({ rule }) => rule);
    };
    expect(await told()).toEqual(['class_reopened']);
    app.clock.moveTo(new Date('2026-01-06T08:00:00+07:00'));
    await close(inClass);
    expect(await told()).not.toContain('result_amended');
    app.clock.moveTo(new Date('2026-01-05T08:00:00+07:00'));
  });

  it('keeps what was decided of single people: a certificate taken from one, a result amended, a conclusion of the authority', async () => {
    const inClass = await given.class();
    const without = await given.enrolled(inClass);
    const amended = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    const decided = await given.enrolled(inClass, { marks: ['unexcused', 'unexcused'] });
    const decision = { decision: '1-QĐ', decidedOn: '2026-01-02', reason: 'Đã học bù' };
    await app.as(office).put(`/api/v1/enrollments/${decided.id}/completion-override`, decision);
    await close(inClass);
    const taken = (await certificatesOf(inClass)).find(({ enrollmentId }) => enrollmentId === without.id)!;
    await app.as(office).post(`/api/v1/certificates/${taken.id}/revocation`, { reason: 'Thi hộ', decision: '2-QĐ' });
    const [halfDay] = await app.sql<{ id: string }>(
      `SELECT id FROM half_days WHERE class_id = $1 ORDER BY day`,
      inClass.id,
    );
    const [result] = await app.sql<{ id: string }>(`SELECT id FROM completions WHERE enrollment_id = $1`, amended.id);
    const present = { attendance: [{ halfDayId: halfDay!.id, mark: 'present' }] };
    const amendment = { ...byDecision, ...present };
    expect((await app.as(office).post(`/api/v1/completions/${result!.id}/amendments`, amendment)).status).toBe(201);

    expect((await reopen(inClass, { reason: 'Kết thúc sớm' })).status).toBe(204);
    expect(await broken()).toEqual([]);
    await close(inClass);
    const found = await results(inClass);
    const of = ({ id }: BuiltEnrollment) => found.find(({ enrollmentId }) => enrollmentId === id);
    expect(of(without)).toMatchObject({ completed: true, certificateNumber: null });
    expect(await recordsOf(without)).toMatchObject([
      { awardNumber: null, awardRevokedOn: expect.any(String) as string },
    ]);
    expect(of(amended)).toMatchObject({ completed: true, certificateNumber: expect.any(String) as string, amended: 1 });
    expect(of(decided)).toMatchObject({ completed: true, override: { decision: '1-QĐ' } });
    expect(await broken()).toEqual([]);

    // And the decision is taken back, where the class is open once more.
    expect((await reopen(inClass, { reason: 'Xét lại' })).status).toBe(204);
    const withdrawal = () => app.as(office).delete(`/api/v1/enrollments/${decided.id}/completion-override`);
    expect([(await withdrawal()).status, (await withdrawal()).status]).toEqual([204, 404]);
    await close(inClass);
    expect((await results(inClass)).find(({ enrollmentId }) => enrollmentId === decided.id)).toMatchObject({
      completed: false,
    });
    expect(await broken()).toEqual([]);
  });

  it('takes diplomas that are to come back, and keeps those the school has issued', async () => {
    const inClass = await given.class(
      await given.course({ kind: 'theory', award: 'diploma', raisesTo: 'intermediate' }),
    );
    const [issued, toCome] = [await given.enrolled(inClass), await given.enrolled(inClass)];
    await close(inClass);
    const diplomas = async () =>
      app.sql<{ id: string; enrollmentId: string; number: string | null }>(
        `SELECT d.id, d.enrollment_id, d.number FROM diplomas d JOIN enrollments e ON e.id = d.enrollment_id WHERE e.class_id = $1`,
        inClass.id,
      );
    const of = (await diplomas()).find(({ enrollmentId }) => enrollmentId === issued.id)!;
    const number = { number: 'B 001', issuedOn: '2026-01-05' };
    expect((await app.as(office).put(`/api/v1/diplomas/${of.id}`, number)).status).toBe(200);
    expect(await levelOf(issued)).toBe('intermediate');

    expect((await reopen(inClass, { reason: 'Nhập thiếu điểm' })).status).toBe(204);
    expect(await diplomas()).toMatchObject([{ enrollmentId: issued.id, number: 'B 001' }]);
    await close(inClass);
    expect((await diplomas()).map(({ enrollmentId }) => enrollmentId).toSorted()).toEqual(
      [issued.id, toCome.id].toSorted(),
    );
    expect(await recordsOf(issued)).toMatchObject([{ awardNumber: 'B 001' }]);
    expect(await levelOf(issued)).toBe('intermediate');
    expect(await recordsOf(toCome)).toMatchObject([{ awardNumber: null }]);
    expect(await broken()).toEqual([]);
  });

  it('is reopened by the office alone, never by one of its own people, and only when it is closed', async () => {
    const inClass = await given.class();
    const enrolled = await given.enrolled(inClass);
    expect(await reopen(inClass, byDecision)).toMatchObject({
      status: 409,
      body: { code: 'class_cannot_be_reopened' },
    });
    const job = await given.ask(office, inClass);
    await app.get(ClosingRunsService).step(job, 1);
    expect(await reopen(inClass, byDecision)).toMatchObject({
      status: 409,
      body: { code: 'class_cannot_be_reopened' },
    });
    await app.get(ClosingRunsService).workOn(job);

    const manager = await a.account({ roles: [['class_manager', inClass]] });
    expect((await reopen(inClass, byDecision, manager)).status).toBe(403);
    const { bloc } = await a.organization();
    const learner = await a.account({ person: enrolled.person, roles: [['training_officer', bloc]] });
    expect(await reopen(inClass, byDecision, learner)).toMatchObject({ status: 403, body: { code: 'about_oneself' } });
    expect((await reopen(inClass, {})).status).toBe(422);

    const page = await app.as(office).get<string>(`/classes/${inClass.id}/reopening`);
    expect(page.text).toContain('1 giấy chứng nhận bị thu hồi.');
    expect((await app.as(office).get<string>(`/classes/${inClass.id}`)).text).toContain(
      `/classes/${inClass.id}/reopening`,
    );
    const done = await app.as(office).form(`/classes/${inClass.id}/reopening`, { reason: 'Kết thúc nhầm' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/classes/${inClass.id}/completion`]);
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/completion`)).text).toContain(
      'Đồng ý, kết thúc lớp',
    );
  });
});
