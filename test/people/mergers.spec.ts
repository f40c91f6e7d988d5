import { InvariantsService } from '../../src/invariants/invariants.service';
import { MergedParts } from '../../src/people/mergers/merged-parts';
import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { UnsubscribeAddresses } from '../../src/reminders/unsubscribe-addresses';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit } from '../builders';
import { Closing } from '../completions/closing';
import { aStudy } from '../study-sessions/study';
import { rosterOf, rosterRow, type DryRun, type ShownRoster } from './rosters';

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
const reason = 'Cùng số CCCD, đơn vị đã xác nhận';

interface Merger {
  readonly id: string;
  readonly staysId: string;
  readonly undoneAt: string | null;
}
interface Refused {
  readonly code: string;
  readonly detail: string;
  readonly facts: { readonly hindrances: readonly { readonly href: string | null }[] };
}

describe('two records of one person', () => {
  let app: TestApp;
  let a: Builders;
  let given: Closing;
  let office: BuiltAccount;
  let [here, there]: BuiltUnit[] = [];
  let names = 0;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    given = new Closing(app, a);
    office = await a.office();
  });
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    [here, there] = [await a.unit(), await a.unit()];
  });
  afterAll(() => app.stop());

  /** Two records of somebody, in two units. */
  const twins = async (more: object = {}, other: object = {}): Promise<[BuiltPerson, BuiltPerson]> => {
    names += 1;
    const fullName = `Trần Thị Song ${[...String(names)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`;
    return [
      await a.person({ in: here!, fullName, ...more }),
      await a.person({ in: there!, fullName: fullName.toUpperCase(), ...more, ...other }),
    ];
  };
  const merge = (stays: { id: string }, goes: { id: string }, more: object = {}) =>
    app.as(office).post<Merger & Refused>(`/api/v1/people/${stays.id}/mergers`, { otherId: goes.id, reason, ...more });
  const undo = (merger: { id: string }) =>
    app.as(office).post<Merger & Refused>(`/api/v1/people/mergers/${merger.id}/reversal`, { reason: 'Nhầm người' });
  /** By the office, who read that somebody is like them. */
  const nominating = (inClass: { id: string }, { id: personId, unitId }: BuiltPerson) =>
    app.as(office).post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, {
      personId,
      unitId,
      letter,
      acknowledged: true,
    });
  const nominate = async (inClass: { id: string }, person: BuiltPerson) => (await nominating(inClass, person)).body;
  const later = (seconds = 60) => app.clock.moveTo(new Date(app.clock.now().getTime() + seconds * 1_000));
  const close = async (inClass: Awaited<ReturnType<Closing['class']>>) =>
    app.get(ClosingRunsService).workOn(await given.ask(office, inClass));
  const broken = async () =>
    (await app.get(InvariantsService).examine())
      .filter(({ ids }) => ids.length > 0)
      .map(({ invariant, ids }) => [invariant, ids]);

  const seenThrough: Readonly<Record<string, string>> = {
    training_records: 'training_records_in_force',
    roll_entries: 'frozen_rolls',
    roll_corrections: 'frozen_rolls',
  };
  const tablesOfParts = () =>
    app
      .get(MergedParts)
      .all.flatMap(({ tables }) => tables)
      .filter((table) => table !== 'person_distinctions');

  /** All that names somebody, by table: what is read of them, through the owners' views. */
  const rowsOf = async (personId: string) => {
    const counts: Record<string, number> = {};
    for (const table of tablesOfParts().map((name) => seenThrough[name] ?? name)) {
      const [row] = await app.sql<{ count: number }>(
        `SELECT count(*)::int AS count FROM ${table} WHERE ${table === 'reminder_choices' ? 'chooser' : 'person_id'} = $1`,
        personId,
      );
      if (row!.count > 0) counts[table] = row!.count;
    }
    return counts;
  };
  const stored = async (personId: string) =>
    (
      await app.sql<Record<string, unknown>>(
        "SELECT to_jsonb(p) - 'version' AS row FROM persons p WHERE id = $1",
        personId,
      )
    )[0]!['row'];

  /** What no use case of this spec makes. */
  const everythingElse = async (of: BuiltPerson, holder: BuiltAccount, inClass: BuiltClass) => {
    const [personId, at] = [of.id, app.clock.now()];
    const halfDay = await a.halfDay(inClass, '2026-03-09');
    const open = await aStudy(a, [there!]);
    const decided = {
      decisionNumber: '1-QĐ',
      decisionDate: '2026-01-02',
      authority: 'Khối',
      reason: 'x',
      recordedAt: at,
    };
    await a.insert('admission_overrides', { classId: inClass.id, personId, rule: 'age', ...decided });
    const left = { unitId: there!.id, nowOfUnitId: there!.id, leftOn: '2025-12-01', flaggedAt: at };
    await a.insert('leavers', { classId: inClass.id, personId, ...left });
    await a.insert('former_memberships', {
      personId,
      unitId: here!.id,
      leftOn: '2020-01-01',
      reason: 'x',
      recordedAt: at,
    });
    const correction = { fact: 'cell', stood: 'Chi bộ 1', asked: 'Chi bộ 2', state: 'open', askedAt: at };
    await a.insert('correction_requests', { personId, ...correction });
    const feed = { token: `feed-${personId}`, kind: 'person', accountId: holder.id, personId, createdAt: at };
    await a.insert('calendar_feeds', feed);
    const invitation = { method: 'REQUEST', appointmentSequence: 0, sequence: 0, sentAt: at, wasKnown: true };
    await a.insert('calendar_invitations', { personId, halfDayId: halfDay.id, ...invitation });
    await a.insert('check_in_devices', { personId, halfDayId: halfDay.id, device: 'x', boundAt: at });
    const hallId = await a.insert('check_in_halls', { halfDayId: halfDay.id, key: 'x', openedAt: at });
    const scan = { hallId, direction: 'in', why: 'check_in_code_stale', scannedAt: at, toldLater: false, lastAt: at };
    await a.insert('refused_scans', { personId, halfDayId: halfDay.id, ...scan });
    const exam = await a.insert('exams', {
      ...{ classId: inClass.id, moduleId: await a.module(inClass, 60), attempt: 1, changedAt: at },
      during: '[2026-03-20T08:00:00+07:00,2026-03-20T10:00:00+07:00)',
    });
    await a.insert('exam_invigilators', { examId: exam, position: 1, personId, listedAt: at });
    const exemption = { ground: 'old_age', decidedBy: 'Chi bộ 1', recordedAt: at };
    await a.insert('exemptions', { classId: open.id, unitId: there!.id, personId, ...exemption });
    const due = {
      daysBefore: 7,
      dueOn: '2026-01-31',
      anchor: '2026-02-07',
      state: 'missed',
      plannedAt: at,
      overAt: at,
    };
    const chosen = { mail: false, notice: true, digest: true, chosenAt: at };
    await a.insert('reminder_choices', { chooser: personId, ...chosen });
    await a.insert('reminders', { rule: 'class_near', personId, occurrence: personId, classId: inClass.id, ...due });
  };

  it('become one: every table of the catalogue that names people is of a part, or says why it is not', async () => {
    const named = await app.sql<{ table: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS table FROM pg_constraint WHERE contype = 'f' AND confrelid = 'persons'::regclass ORDER BY 1`,
    );
    // What stays: the link between the two itself, rows of files, which name the record they made, and what is counted anew.
    const stay = ['import_rows', 'person_mergers', 'persons', 'report_needs'];
    const covered = [...app.get(MergedParts).all.flatMap(({ tables }) => tables), ...stay];
    // Of whoever chooses, a person or an account, and so without a key of its own.
    const keyless = ['reminder_choices'];
    expect([...named.map(({ table }) => table), ...keyless].toSorted()).toEqual(covered.toSorted());
    const guarded = await app.sql<{ table: string }>(
      `SELECT tgrelid::regclass::text AS table FROM pg_trigger WHERE tgname LIKE '%_of_nobody_merged' ORDER BY 1`,
    );
    expect(guarded.map(({ table }) => table)).toEqual(
      covered.filter((table) => ![...stay, ...keyless, 'person_distinctions'].includes(table)).toSorted(),
    );
  });

  it('become one with all that names either, and two again exactly', async () => {
    const [stays, goes] = await twins(
      {},
      { position: 'Giám đốc', theoryLevel: 'elementary', ratings: { 2023: 'good', 2024: 'completed' } },
    );
    const holder = await a.account({ person: goes });
    const course = await given.course({ nameVi: 'Bồi dưỡng lý luận' });
    await a.rule(course, 'admission', 'not_completed_before', {});
    const done = await given.class(course);
    await given.enrolled(done, { person: goes });
    await close(done);
    const ahead = await a.trainingClass({ allocations: [[there!, 2]], poolOpen: false });
    await a.halfDay(ahead, '2026-03-02');
    const nominated = await nominate(ahead, goes);
    await app.as(office).post(`/api/v1/nominations/${nominated.id}/acceptance`);
    const study = await aStudy(a, [here!, there!]);
    expect((await app.as(office).post(`/api/v1/classes/${study.id}/roll`, { reason: 'Chốt sớm' })).status).toBe(200);
    await everythingElse(goes, holder, ahead);
    const everyTable = [...new Set(tablesOfParts().map((table) => seenThrough[table] ?? table))].toSorted();
    const before = {
      stays: await stored(stays.id),
      goes: await stored(goes.id),
      staysHas: await rowsOf(stays.id),
      goesHas: await rowsOf(goes.id),
    };
    expect(before.goesHas).toMatchObject({
      accounts: 1,
      certificates: 1,
      completions: 1,
      enrollments: 2,
      nominations: 1,
      training_records_in_force: 1,
      frozen_rolls: 1,
    });
    expect(Object.keys(before.goesHas).toSorted()).toEqual(everyTable);
    later();

    const merged = await merge(stays, goes, { facts: { position: 'goes' } });
    expect(merged.status).toBe(201);
    expect(await rowsOf(goes.id)).toEqual({});
    // On the roll of the study both were: one person is on it once. Who was nominated by the unit of the lost record is of another now.
    expect(await rowsOf(stays.id)).toEqual({ ...before.goesHas, frozen_rolls: 1, leavers: 2 });
    expect(await stored(stays.id)).toMatchObject({
      position: 'Giám đốc',
      code: stays.code,
      ratings: { 2023: 'good', 2024: 'good', 2025: 'good' },
    });
    expect(await broken()).toEqual([]);

    // One person, whoever asks.
    const record = await app
      .as(holder)
      .get<{ items: { courseName: string }[]; personId: string }>('/api/v1/me/training-record');
    expect(record.body).toMatchObject({ personId: stays.id, items: [{ courseName: 'Bồi dưỡng lý luận' }] });
    expect((await app.as(office).get(`/api/v1/people/${goes.id}`)).body).toMatchObject({ id: stays.id });
    expect((await app.as(office).get(`/people/${goes.id}`)).headers.get('location')).toBe(`/people/${stays.id}`);
    const list = await app.as(office).get<{ items: { id: string }[] }>(`/api/v1/people?search=${goes.code}`);
    expect(list.body.items).toEqual([]);
    const [certificate] = await app.sql<{ code: string; id: string }>(
      'SELECT verification_code AS code, id FROM certificates WHERE person_id = $1',
      stays.id,
    );
    expect((await app.as(null).get(`/verify/${certificate!.code}`)).text).toContain(goes.fullName);
    expect((await app.as(holder).get(`/api/v1/certificates/${certificate!.id}`)).status).toBe(200);
    expect((await app.as(office).get(`/certificates/${certificate!.id}`)).text).toContain(
      'Chuyển sang hồ sơ khác của cùng người',
    );
    // The course they completed under the other record blocks a nomination to it again.
    const again = await a.trainingClass({ course, allocations: [[here!, 1]] });
    const tried = await app
      .as(office)
      .post<{ checks: { rule: string; outcome: string }[] }>(`/api/v1/classes/${again.id}/nominations`, {
        personId: stays.id,
        unitId: here!.id,
      });
    expect(JSON.stringify(tried.body)).toMatch(/"not_completed_before","outcome":"block"/);
    await app.sql('DELETE FROM nominations WHERE class_id = $1', again.id);

    const lines = await app.sql<{ action: string }>(
      `SELECT action FROM journal_lines WHERE facts->>'mergerId' = $1 ORDER BY action`,
      merged.body.id,
    );
    expect(lines.map(({ action }) => action)).toEqual(['people.merged', 'people.took_in']);

    later();
    const undone = await undo(merged.body);
    expect(undone.status).toBe(200);
    expect(undone.body.undoneAt).not.toBeNull();
    expect({
      stays: await stored(stays.id),
      goes: await stored(goes.id),
      staysHas: await rowsOf(stays.id),
      goesHas: await rowsOf(goes.id),
    }).toEqual(before);
    expect(await broken()).toEqual([]);
    expect((await undo(merged.body)).body.code).toBe('merger_undone');
    // And may become one once more.
    later();
    expect((await merge(stays, goes)).status).toBe(201);
    expect(await broken()).toEqual([]);
  });

  it('are not made one while both are nominated into a class, or both sign in', async () => {
    const [stays, goes] = await twins();
    const ahead = await a.trainingClass({
      allocations: [
        [here!, 1],
        [there!, 1],
      ],
      poolOpen: false,
    });
    await nominate(ahead, stays);
    const theirs = await nominate(ahead, goes);
    await a.account({ person: stays });
    const account = await a.account({ person: goes });
    const refused = await merge(stays, goes);
    expect(refused).toMatchObject({ status: 409, body: { code: 'merger_hindered' } });
    expect(refused.body.facts.hindrances.map(({ href }) => href)).toEqual([
      `/accounts/${account.id}`,
      `/nominations/${theirs.id}`,
    ]);
    expect(refused.body.detail).toContain('Hãy rút một đề nghị cử học trước');
    expect(await rowsOf(goes.id)).toEqual({ accounts: 1, nominations: 1 });

    // Where it says: one nomination is withdrawn, one account locked, which then is nobody's.
    await app.as(office).post(`/api/v1/nominations/${theirs.id}/withdrawal`, { reason: 'Trùng người' });
    await a.change('accounts', { id: account.id }, { disabledAt: app.clock.now() });
    expect((await merge(stays, goes)).status).toBe(201);
    expect(await rowsOf(stays.id)).toEqual({ accounts: 1, nominations: 2 });
    expect((await app.sql('SELECT person_id FROM accounts WHERE id = $1', account.id))[0]).toEqual({ personId: null });
    expect(await broken()).toEqual([]);
  });

  it('are undone at once, on a clock that does not stand still', async () => {
    const [stays, goes] = await twins();
    const done = await given.class();
    await given.enrolled(done, { person: goes });
    await close(done);
    const study = await aStudy(a, [there!]);
    expect((await app.as(office).post(`/api/v1/classes/${study.id}/roll`, { reason: 'Chốt sớm' })).status).toBe(200);
    later();
    const before = await rowsOf(goes.id);
    app.clock.tick();
    const merged = await merge(stays, goes);
    expect((await undo(merged.body)).status).toBe(200);
    expect(await rowsOf(goes.id)).toEqual(before);
    expect(await broken()).toEqual([]);
  });

  it('are undone after a later merger was, and not when a line was corrected in between', async () => {
    const [stays, goes] = await twins();
    const third = await a.person({ in: here! });
    const done = await given.class();
    await given.enrolled(done, { person: goes });
    await close(done);
    const study = await aStudy(a, [there!]);
    expect((await app.as(office).post(`/api/v1/classes/${study.id}/roll`, { reason: 'Chốt sớm' })).status).toBe(200);
    const before = await rowsOf(goes.id);
    const onTopAndBack = async () => {
      later();
      const { body: onTop } = await merge(third, stays);
      later();
      expect((await undo(onTop)).status).toBe(200);
      later();
    };
    later();
    const first = await merge(stays, goes);
    await onTopAndBack();
    expect((await undo(first.body)).status).toBe(200);
    expect(await rowsOf(goes.id)).toEqual(before);

    later();
    const second = await merge(stays, goes);
    later();
    const [certificate] = await app.sql<{ id: string }>('SELECT id FROM certificates WHERE person_id = $1', stays.id);
    const revoked = await app
      .as(office)
      .post(`/api/v1/certificates/${certificate!.id}/revocation`, { decision: '1-QĐ', reason: 'Cấp nhầm' });
    expect(revoked.status).toBe(200);
    await onTopAndBack();
    expect((await undo(second.body)).body.facts.hindrances).toMatchObject([
      { href: `/people/${stays.id}/training-record` },
    ]);
    expect(await broken()).toEqual([]);
  });

  it('are not made one so that only the lost record was admitted to a class that is over', async () => {
    const [stays, goes] = await twins();
    const done = await given.class();
    await a.nomination({ in: done, person: stays, rank: 1 });
    const by = await a.nomination({ in: done, person: goes, state: 'accepted', seat: 1 });
    const since = new Date('2025-12-10T08:00:00+07:00');
    await a.enrollment({ in: done, person: goes, by, since, marks: Array(5).fill('present') as 'present'[] });
    await close(done);
    later();
    const refused = await merge(stays, goes);
    expect(refused.body).toMatchObject({ code: 'merger_hindered', facts: { hindrances: [{ href: null }] } });
    expect(refused.body.detail).toContain('Hãy chọn giữ hồ sơ đã vào học');
    const merged = await merge(goes, stays);
    expect(merged.status).toBe(201);
    expect(await rowsOf(stays.id)).toEqual({ nominations: 1 });
    expect(await rowsOf(goes.id)).toMatchObject({ certificates: 1, completions: 1, training_records_in_force: 1 });
    expect(await broken()).toEqual([]);
    later();
    expect((await undo(merged.body)).status).toBe(200);
    expect(await broken()).toEqual([]);
  });

  it('keep, of a class that is over and had both, one place of the person and the other as history', async () => {
    const [stays, goes] = await twins();
    const done = await given.class(await given.course({ award: 'none' }));
    await given.enrolled(done, { person: stays });
    await given.enrolled(done, { person: goes });
    await close(done);
    later();
    const merged = await merge(stays, goes);
    expect(merged.status).toBe(201);
    const record = await app.as(office).get<{ items: unknown[] }>(`/api/v1/people/${stays.id}/training-record`);
    expect(record.body.items).toHaveLength(1);
    expect(await rowsOf(goes.id)).toMatchObject({ enrollments: 1, completions: 1 });
    expect(await broken()).toEqual([]);
    later();
    expect((await undo(merged.body)).status).toBe(200);
    expect(await broken()).toEqual([]);
  });

  it('were in two classes at one time by the book, which the merger says of itself', async () => {
    const [stays, goes] = await twins();
    for (const person of [stays, goes]) {
      const done = await given.class();
      await given.enrolled(done, { person });
      await close(done);
    }
    const excepted = async () =>
      (await app.sql('SELECT 1 FROM attendance_lines WHERE person_id = $1 AND overlap_reason = $2', stays.id, reason))
        .length;
    later();
    const merged = await merge(stays, goes);
    expect(merged.status).toBe(201);
    expect(await excepted()).toBe(5);
    expect(await broken()).toEqual([]);
    later();
    expect((await undo(merged.body)).status).toBe(200);
    expect(await excepted()).toBe(0);
    expect(await broken()).toEqual([]);

    // While a class is under way it is settled first.
    const [one, other] = await twins();
    for (const person of [one, other]) {
      const ahead = await a.trainingClass({ state: 'confirmed' });
      await a.halfDay(ahead, '2026-03-16');
      await a.enrollment({ in: ahead, person });
    }
    expect((await merge(one, other)).body.detail).toContain('có buổi học trùng giờ');
  });

  it('take the place of the lost one on a roll that only it was on', async () => {
    const [stays, goes] = await twins();
    const study = await aStudy(a, [there!]);
    expect((await app.as(office).post(`/api/v1/classes/${study.id}/roll`, { reason: 'Chốt sớm' })).status).toBe(200);
    const onRoll = async () =>
      (await app.sql<{ id: string }>('SELECT person_id AS id FROM frozen_rolls WHERE class_id = $1', study.id)).map(
        ({ id }) => id,
      );
    expect(await onRoll()).toEqual([goes.id]);
    later();
    const merged = await merge(stays, goes);
    expect(await onRoll()).toEqual([stays.id]);
    later();
    expect((await undo(merged.body)).status).toBe(200);
    expect(await onRoll()).toEqual([goes.id]);
  });

  it('are not made one while both have a certificate of a class, nor so that only the lost record completed it', async () => {
    const [stays, goes] = await twins();
    const done = await given.class();
    await given.enrolled(done, { person: stays });
    await given.enrolled(done, { person: goes });
    await close(done);
    const [theirs] = await app.sql<{ id: string }>('SELECT id FROM certificates WHERE person_id = $1', goes.id);
    const refused = await merge(stays, goes);
    expect(refused.body.facts.hindrances).toMatchObject([{ href: `/certificates/${theirs!.id}` }]);

    const [one, other] = await twins();
    const half = await given.class();
    await given.enrolled(half, { person: one, marks: ['unexcused', 'unexcused', 'unexcused'] });
    await given.enrolled(half, { person: other });
    await close(half);
    expect((await merge(one, other)).body.detail).toContain('Hãy chọn giữ hồ sơ đó');
    expect((await merge(other, one)).status).toBe(201);
    expect(await broken()).toEqual([]);
  });

  it('stay one once something was built on it, and it is said what', async () => {
    const [stays, goes] = await twins();
    const { body: merger } = await merge(stays, goes);
    later();
    const ahead = await a.trainingClass({ allocations: [[here!, 1]], poolOpen: false });
    const nomination = await nominate(ahead, stays);
    const refused = await undo(merger);
    expect(refused).toMatchObject({ status: 409, body: { code: 'undoing_hindered' } });
    expect(refused.body.facts.hindrances).toMatchObject([{ href: `/nominations/${nomination.id}` }]);

    const [one, other] = await twins();
    const { body: corrected } = await merge(one, other);
    await one.becomes({ position: 'Phó Giám đốc' });
    expect((await undo(corrected)).body.detail).toContain('đã được sửa sau khi gộp');
    await one.becomes({ position: 'Trưởng phòng Kỹ thuật' });

    const [known, asker] = await twins();
    const { body: asked } = await merge(known, asker);
    later();
    const request = await app
      .as(await a.account({ person: known }))
      .post<{ id: string }>('/api/v1/correction-requests', { fact: 'cell', value: 'Chi bộ 9' });
    expect((await undo(asked)).body.facts.hindrances).toMatchObject([
      { href: `/correction-requests/${request.body.id}` },
    ]);

    const third = await a.person({ in: here! });
    const { body: onTop } = await merge(third, one);
    const { body: hindered } = await undo(corrected);
    expect(hindered.facts.hindrances).toMatchObject([{ href: `/people/mergers/${onTop.id}` }]);
    // The first record leads to the last.
    expect((await app.as(office).get(`/api/v1/people/${other.id}`)).body).toMatchObject({ id: third.id });
    expect((await undo(onTop)).status).toBe(200);
    expect((await app.as(office).get(`/api/v1/people/${other.id}`)).body).toMatchObject({ id: one.id });
    expect((await undo(corrected)).status).toBe(200);
  });

  it('stay one once the unit of the lost one is gone', async () => {
    const [stays, goes] = await twins();
    const { body: merger } = await merge(stays, goes);
    later();
    await a.change('units', { id: there!.id }, { leftOn: '2026-01-05' });
    expect((await undo(merger)).body).toMatchObject({
      code: 'undoing_hindered',
      facts: { hindrances: [{ href: `/units/${there!.id}` }] },
    });
    expect((await app.as(office).get(`/people/mergers/${merger.id}`)).text).toContain('Đơn vị của hồ sơ kia');
    await a.change('units', { id: there!.id }, { leftOn: null });
    expect((await undo(merger)).status).toBe(200);
  });

  it('are told by the choice that either made, whose address goes on to count', async () => {
    const [stays, goes] = await twins();
    const address = new URL(await app.get(UnsubscribeAddresses).unsubscribeAddress(goes.id)).pathname;
    await merge(stays, goes);
    expect((await app.as(null).post(address)).status).toBe(200);
    expect(
      await app.sql('SELECT chooser, mail FROM reminder_choices WHERE chooser = ANY ($1)', [stays.id, goes.id]),
    ).toEqual([{ chooser: stays.id, mail: false }]);
  });

  it('keep the code of the lost one: a roster that names it is told which to write', async () => {
    const [stays, goes] = await twins();
    await merge(stays, goes);
    const dryRun = async (unit: BuiltUnit) => {
      const secretary = await a.secretaryOf(unit);
      const { body } = await app
        .as(secretary)
        .upload<DryRun>('/api/v1/roster-imports', rosterOf([rosterRow(goes.code, goes.fullName)]), { unitId: unit.id });
      const shown = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${body.id}`);
      return shown.body.rows.items[0]!;
    };
    expect(await dryRun(here!)).toMatchObject({ verdict: 'refused', problems: [{ code: 'merged' }] });
    expect((await dryRun(here!)).problems[0]!.message.vi).toContain(`Hãy ghi mã số ${stays.code}`);
    const elsewhere = await dryRun(there!);
    expect(elsewhere).toMatchObject({ verdict: 'refused', problems: [{ code: 'of_another_unit' }] });
    expect(JSON.stringify(elsewhere)).not.toContain(stays.code);
  });

  it('are merged by nobody but the office, and by nobody about oneself', async () => {
    const [stays, goes] = await twins();
    const secretary = await a.secretaryOf(here!);
    const path = `/api/v1/people/${stays.id}/mergers`;
    expect((await app.as(secretary).post(path, { otherId: goes.id, reason })).status).toBe(403);
    const officer = await a.account({ roles: [['training_officer', (await a.organization()).bloc]], person: goes });
    expect((await app.as(officer).post<Refused>(path, { otherId: goes.id, reason })).body.code).toBe('about_oneself');
    expect((await merge(stays, stays)).status).toBe(422);
    expect((await merge(stays, { id: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  });

  it('are told apart from whom either was, in the name of who said so', async () => {
    const [stays, goes] = await twins();
    const third = await a.person({ in: here! });
    const other = await a.office();
    expect(
      (await app.as(other).post(`/api/v1/people/${goes.id}/distinctions`, { otherId: third.id })).status,
    ).toBeLessThan(300);
    const said = async () =>
      app.sql(
        `SELECT said_by AS by, said_at AS at FROM person_distinctions WHERE $1 IN (one_id, other_id) AND $2 IN (one_id, other_id)`,
        stays.id,
        third.id,
      );
    const at = app.clock.now();
    later();
    const { body: merger } = await merge(stays, goes);
    expect(await said()).toEqual([{ by: other.id, at }]);
    later();
    await undo(merger);
    expect(await said()).toEqual([]);
  });

  it('are not one when one decided about the other', async () => {
    const [stays, goes] = await twins();
    const officer = await a.account({ roles: [['training_officer', (await a.organization()).bloc]], person: goes });
    const ahead = await a.trainingClass({ allocations: [[here!, 1]] });
    const { id } = await nominate(ahead, stays);
    expect((await app.as(officer).post(`/api/v1/nominations/${id}/acceptance`)).status).toBe(200);
    expect((await merge(stays, goes)).body.detail).toContain('không ai tự quyết định việc của mình');
  });

  describe('at once', () => {
    it('become one once, however often it is asked', async () => {
      const [stays, goes] = await twins();
      const answers = await Promise.all([
        merge(stays, goes),
        merge(goes, stays),
        merge(stays, goes),
        merge(goes, stays),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
      const [{ count }] = (await app.sql<{ count: number }>(
        'SELECT count(*)::int AS count FROM persons WHERE id = ANY ($1::uuid[]) AND same_as_id IS NOT NULL',
        [stays.id, goes.id],
      )) as [{ count: number }];
      expect(count).toBe(1);
    });

    /** A merger of each pair, while its lost half is nominated. @returns how many nominations are left with the lost */
    const race = async (): Promise<number> => {
      const pairs: [BuiltPerson, BuiltPerson][] = [];
      for (let n = 0; n < 12; n += 1) pairs.push(await twins());
      const ahead = await a.trainingClass({ allocations: [[there!, 12]], poolOpen: false });
      const answers = await Promise.all(
        pairs.flatMap(([stays, goes]) => [merge(stays, goes), nominating(ahead, goes)]),
      );
      expect(answers.filter(({ status }) => status >= 500 && status !== 503).map(({ text }) => text)).toEqual([]);
      const [row] = await app.sql<{ count: number }>(
        'SELECT count(*)::int AS count FROM nominations n JOIN persons p ON p.id = n.person_id WHERE n.class_id = $1 AND p.same_as_id IS NOT NULL',
        ahead.id,
      );
      return row!.count;
    };

    it('leave no nomination with the lost record, which without the guard some do', async () => {
      expect(await race()).toBe(0);
      expect(await broken()).toEqual([]);
      await app.sql('ALTER TABLE nominations DISABLE TRIGGER nominations_of_nobody_merged');
      expect(await race()).toBeGreaterThan(0);
      await app.sql('ALTER TABLE nominations ENABLE TRIGGER nominations_of_nobody_merged');
    });
  });
});
