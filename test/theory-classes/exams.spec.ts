import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltEnrollment } from '../builders';

interface Exam {
  readonly id: string;
  readonly candidates: number;
  readonly stage: string;
  readonly startsAt: string;
  readonly cancelledAt: string | null;
  readonly rooms: readonly { roomId: string; sharedReason: string | null }[];
  readonly invigilators: readonly { name: string }[];
}
interface Items<Row> {
  readonly items: readonly Row[];
}
interface Listed {
  readonly enrollmentId: string;
  readonly number: number;
  readonly roomName: string | null;
  readonly classCode: string;
  readonly outcome: string | null;
  readonly mark: number | null;
}

const evening = { day: '2026-02-20', startTime: '18:00', endTime: '20:00' };
const inTheEvening = new Date('2026-02-20T18:30:00+07:00');

describe('an examination of its own', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let course: { id: string };
  let inClass: BuiltClass;
  let moduleId: string;
  let people: BuiltEnrollment[];
  let hall: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  afterEach(() => app.clock.moveTo(startOfSpecs));

  /** Two half-days; three people, of whom the last missed both and is barred. */
  beforeEach(async () => {
    course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'exam_attendance', { maximumAbsentShare: 0.2 });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    hall = await a.room();
    inClass = await a.trainingClass({ state: 'confirmed', course, roomId: hall });
    moduleId = await a.module(inClass, 1, 'Triết học');
    await a.halfDay(inClass, '2026-02-10');
    await a.halfDay(inClass, '2026-02-11');
    people = [];
    for (const fullName of ['Nguyễn Văn An', 'Lê Thị Bình', 'Trần Văn Cường'])
      people.push(
        await a.enrollment({
          in: inClass,
          person: await a.person({ fullName }),
          marks: fullName.endsWith('Cường') ? ['unexcused', 'unexcused'] : [],
        }),
      );
  });

  const plan = (more: object = {}, where = inClass, by = office) =>
    app.as(by).post<Exam>(`/api/v1/classes/${where.id}/exams`, { moduleId, ...evening, ...more });
  const planned = async (more: object = {}) => {
    const { status, body, text } = await plan(more);
    if (status !== 201) throw new Error(text);
    return body;
  };
  const listOf = async (id: string) =>
    (await app.as(office).get<Items<Listed>>(`/api/v1/exams/${id}/candidates`)).body.items;
  const minutes = (id: string, entries: readonly object[], more: object = {}, by = office) =>
    app.as(by).put<Exam>(`/api/v1/exams/${id}/minutes`, {
      ...{ begunAt: '18:05', endedAt: '19:55', papers: entries.length, sheets: 4, entries },
      ...more,
    });
  const outcome = ({ id }: { id: string }, what: string, more: object = {}) => ({
    enrollmentId: id,
    outcome: what,
    ...more,
  });

  it('lists all who are admitted by name, with numbers and rooms filled in their order', async () => {
    const [small, large] = [await a.room('Phòng A', 'Quận 1', 1), await a.room('Phòng B')];
    const { id } = await planned({ rooms: [{ roomId: small }, { roomId: large }] });
    expect(await listOf(id)).toMatchObject([
      { enrollmentId: people[0]!.id, number: 1, roomName: 'Phòng A' },
      { enrollmentId: people[1]!.id, number: 2, roomName: 'Phòng B' },
    ]);
    const few = await app.as(office).put(`/api/v1/exams/${id}`, {
      ...{ ...evening, rooms: [{ roomId: small }], reason: 'Phòng B sửa điện' },
    });
    expect(few).toMatchObject({ status: 422, body: { errors: [{ field: 'rooms', code: 'too_few_places' }] } });
  });

  it('says who is barred and why, and one decision lets them in and onto the list', async () => {
    const { id } = await planned();
    const barred = people[2]!.id;
    const { body } = await app
      .as(office)
      .get<Items<{ enrollmentId: string; admission: string; bar: unknown }>>(`/api/v1/exams/${id}/admission`);
    expect(body.items.find(({ enrollmentId }) => enrollmentId === barred)).toMatchObject({
      admission: 'barred',
      bar: { absent: 2, halfDays: 2 },
    });
    const all = people.map((person) => person.id);
    const refused = await app.as(office).put(`/api/v1/exams/${id}/candidates`, { enrollmentIds: all });
    expect(refused.body).toMatchObject({ errors: [{ field: 'enrollmentIds', code: 'not_admitted' }] });

    const page = await app.as(office).get<string>(`/exams/${id}`);
    expect(page.text).toContain('vắng 2/2 buổi');
    const decision = { decisionNumber: '12-QĐ/ĐUK', decidedOn: '2026-01-02', reason: 'Điều trị' };
    const permitted = await app
      .as(office)
      .form(`/exams/${id}/candidates/${barred}/permission`, { ...decision, decidedOn: '2027-01-01' });
    expect(permitted.status).toBe(422);
    expect(permitted.text).toContain('12-QĐ/ĐUK');
    expect((await app.as(office).form(`/exams/${id}/candidates/${barred}/permission`, decision)).status).toBe(303);
    expect((await listOf(id)).map(({ enrollmentId }) => enrollmentId)).toEqual(all);
  });

  it('takes the time of rooms, invigilators and candidates, against half-days and other examinations', async () => {
    const lecturerId = await a.lecturer();
    const other = await a.trainingClass({ state: 'confirmed' });
    const evenings = (words: object) => ({
      day: '2026-02-20',
      part: 'evening',
      startTime: '18:00',
      endTime: '21:00',
      ...words,
    });
    const add = (words: object) => app.as(office).post(`/api/v1/classes/${other.id}/half-days`, evenings(words));
    await planned({ invigilators: [{ lecturerId }] });
    const own = people[0]!.person;
    await a.enrollment({ in: other, person: own });
    expect((await add({ roomId: hall })).body).toMatchObject({ code: 'exam_room_taken' });
    expect((await add({ lecturerId })).body).toMatchObject({ code: 'exam_invigilator_busy' });
    expect((await add({})).body).toMatchObject({ code: 'exam_candidate_busy' });

    const elsewhere = await a.room();
    expect((await plan({}, inClass)).body).toMatchObject({ code: 'exam_room_taken' });
    const sharing = { roomSharedReason: 'Chung hội trường', attempt: 2 };
    expect((await planned(sharing)).rooms).toMatchObject([{ roomId: hall, sharedReason: 'Chung hội trường' }]);
    expect(
      (await plan({ rooms: [{ roomId: elsewhere }], invigilators: [{ lecturerId }], attempt: 2 })).body,
    ).toMatchObject({ code: 'exam_invigilator_busy' });

    // Somebody busy is left out by itself, and refused by name when put there.
    const late = { day: '2026-02-21', rooms: [{ roomId: elsewhere }] };
    await a.halfDay(other, '2026-02-21', { part: 'evening' });
    const [busy] = await app.sql<{ id: string; during: string }>(
      `SELECT id, during FROM half_days WHERE class_id = $1 AND day = '2026-02-21'`,
      other.id,
    );
    const [enrolled] = await app.sql<{ id: string }>('SELECT id FROM enrollments WHERE class_id = $1', other.id);
    await a.insert('attendance_lines', {
      ...{ enrollmentId: enrolled!.id, halfDayId: busy!.id, personId: own.id, during: busy!.during },
    });
    await app.sql('DELETE FROM exam_candidates');
    const { id } = await planned(late);
    expect((await listOf(id)).map(({ enrollmentId }) => enrollmentId)).toEqual([people[1]!.id]);
    const put = await app.as(office).put(`/api/v1/exams/${id}/candidates`, { enrollmentIds: [people[0]!.id] });
    expect(put).toMatchObject({ status: 409, body: { code: 'exam_candidate_busy' } });
    expect(put.text).toContain('Nguyễn Văn An');
  });

  it('inside a half-day stands in the way of everything but that half-day, and moves with it', async () => {
    const halfDay = await a.halfDay(inClass, '2026-02-14');
    for (const { id } of people)
      await app.sql(
        `INSERT INTO attendance_lines (enrollment_id, half_day_id, person_id, during)
         SELECT n.id, h.id, n.person_id, h.during FROM enrollments n, half_days h WHERE n.id = $1 AND h.id = $2`,
        id,
        halfDay.id,
      );
    const times = { day: '2026-02-14', startTime: '08:00', endTime: '10:00' };
    expect((await plan(times)).body).toMatchObject({ code: 'exam_room_taken' });
    const outside = await plan({ ...times, endTime: '13:00', halfDayId: halfDay.id });
    expect(outside.body).toMatchObject({ errors: [{ field: 'startTime', code: 'outside_half_day' }] });
    const { id } = await planned({ ...times, halfDayId: halfDay.id });
    const moved = await app
      .as(office)
      .patch(`/api/v1/half-days/${halfDay.id}`, { day: '2026-02-15', reason: 'Hội trường bận' });
    expect(moved.status).toBe(200);
    expect((await app.as(office).get<Exam>(`/api/v1/exams/${id}`)).body.startsAt).toBe('2026-02-15T01:00:00.000Z');
    await app.as(office).post(`/api/v1/half-days/${halfDay.id}/cancellation`, { reason: 'Bão' });
    expect((await app.as(office).get<Exam>(`/api/v1/exams/${id}`)).body).toMatchObject({
      stage: 'cancelled',
      cancelledReason: 'Bão',
    });
  });

  it('is moved and cancelled with a reason, and frees what it took', async () => {
    const { id } = await planned();
    const noReason = await app.as(office).put(`/api/v1/exams/${id}`, { ...evening, day: '2026-02-21' });
    expect(noReason.body).toMatchObject({ errors: [{ field: 'reason', code: 'required' }] });
    expect(
      (await app.as(office).put<Exam>(`/api/v1/exams/${id}`, { ...evening, day: '2026-02-21', reason: 'Mưa' })).body,
    ).toMatchObject({ candidates: 2, startsAt: '2026-02-21T11:00:00.000Z' });
    // Another invigilator concerns nobody who sits it.
    const invigilators = [{ lecturerId: await a.lecturer('Phạm Thị Dung'), phone: '0900 000 000' }];
    expect(
      (await app.as(office).put<Exam>(`/api/v1/exams/${id}`, { ...evening, day: '2026-02-21', invigilators })).body,
    ).toMatchObject({ invigilators: [{ name: 'Phạm Thị Dung' }] });
    expect((await app.as(office).post(`/api/v1/exams/${id}/cancellation`, { reason: 'Hoãn' })).status).toBe(204);
    expect((await plan({ day: '2026-02-21' })).status).toBe(201);
    expect(await app.sql(`SELECT kind, reason FROM exam_changes WHERE exam_id = $1 ORDER BY sequence`, id)).toEqual([
      { kind: 'moved', reason: 'Mưa' },
      { kind: 'cancelled', reason: 'Hoãn' },
    ]);
    const again = await app.as(office).post(`/api/v1/exams/${id}/cancellation`, { reason: 'Hoãn' });
    expect(again.body).toMatchObject({ status: 409, code: 'exam_cancelled' });
  });

  it('is listed by time or by module, narrowed to one module or state, page by page, and taken along as a workbook', async () => {
    const second = await a.module(inClass, 2, 'Kinh tế chính trị');
    const late = await planned({ day: '2026-03-20' });
    const early = await planned({ moduleId: second });
    await app.as(office).post(`/api/v1/exams/${late.id}/cancellation`, { reason: 'Hoãn' });
    const path = `/api/v1/classes/${inClass.id}/exams`;
    const ids = async (query: string) =>
      (await app.as(office).get<Items<Exam>>(`${path}${query}`)).body.items.map(({ id }) => id);
    expect(await ids('')).toEqual([early.id, late.id]);
    expect(await ids('?sort=-when')).toEqual([late.id, early.id]);
    expect(await ids('?sort=what')).toEqual([late.id, early.id]);
    expect(await ids(`?moduleId=${second}`)).toEqual([early.id]);
    expect(await ids('?stage=cancelled')).toEqual([late.id]);
    const { next } = (await app.as(office).get<{ next: string }>(`${path}?limit=1`)).body;
    expect(await ids(`?limit=1&after=${encodeURIComponent(next)}`)).toEqual([late.id]);
    expect((await app.as(office).get(`${path}?sort=what&after=${encodeURIComponent(next)}`)).status).toBe(422);

    const page = await app.as(office).get<string>(`/classes/${inClass.id}/exams?stage=done`);
    expect(page.text).toContain('Không có kỳ thi nào như vậy');
    const { content } = await app.as(office).download(`/classes/${inClass.id}/exams/workbook?stage=cancelled`);
    const { rows } = await readWorkbook({ name: 'exams.xlsx', content });
    const text = rows.flat().map(cellText).join(' ');
    expect([text.includes('1. Triết học'), text.includes('Kinh tế chính trị')]).toEqual([true, false]);
    expect(await app.sql(`SELECT facts FROM journal_lines WHERE action = 'exams.exported'`)).toEqual([
      { facts: { exams: 1 } },
    ]);
  });

  it('has nobody absent in its minutes who has a mark of it, until the mark is taken back', async () => {
    const { id } = await planned();
    const [one] = people;
    app.clock.moveTo(inTheEvening);
    const mark = (value: number | null, reason?: string) =>
      app.as(office).put(`/api/v1/exams/${id}/marks`, { entries: [{ enrollmentId: one!.id, mark: value }], reason });
    expect((await mark(8)).status).toBe(200);
    expect((await minutes(id, [outcome(one!, 'unexcused')])).body).toMatchObject({
      errors: [{ field: 'entries.0.outcome', code: 'has_mark' }],
    });
    expect((await mark(null, 'Ghi nhầm người')).status).toBe(200);
    expect((await minutes(id, [outcome(one!, 'unexcused')])).status).toBe(200);
  });

  it('of the second module of a name is not the same as of the first, here and in another class', async () => {
    const second = await a.module(inClass, 2, 'Triết học');
    const other = await a.trainingClass({ state: 'confirmed', course });
    await a.module(other, 1, 'Triết học');
    const theirs = await a.module(other, 5, 'triết học');
    const guest = await a.enrollment({ in: other, person: await a.person({ fullName: 'Võ Thị Ê' }) });
    await planned();
    const { id, candidates } = await planned({ moduleId: second, day: '2026-02-21' });
    expect(candidates).toBe(2);
    await app.as(office).put(`/api/v1/exams/${id}/candidates`, { enrollmentIds: [people[0]!.id, guest.id] });
    app.clock.moveTo(new Date('2026-02-21T18:30:00+07:00'));
    await app.as(office).put(`/api/v1/exams/${id}/marks`, { entries: [{ enrollmentId: guest.id, mark: 8 }] });
    expect(await app.sql(`SELECT module_id FROM module_marks WHERE enrollment_id = $1`, guest.id)).toEqual([
      { moduleId: theirs },
    ]);
  });

  it('takes guests of another class of the course, whose marks count at home', async () => {
    const other = await a.trainingClass({ state: 'confirmed', course });
    const theirs = await a.module(other, 4, 'Triết học');
    const guest = await a.enrollment({ in: other, person: await a.person({ fullName: 'Võ Thị Ê' }) });
    const stranger = await a.enrollment({ in: await a.trainingClass({ state: 'confirmed' }) });
    const { id } = await planned();
    const put = (ids: readonly string[]) =>
      app.as(office).put(`/api/v1/exams/${id}/candidates`, { enrollmentIds: ids });
    expect((await put([stranger.id])).body).toMatchObject({ errors: [{ code: 'not_of_the_course' }] });
    expect((await put([people[0]!.id, guest.id])).status).toBe(200);
    app.clock.moveTo(inTheEvening);
    const marked = await app
      .as(office)
      .put(`/api/v1/exams/${id}/marks`, { entries: [{ enrollmentId: guest.id, mark: 8 }] });
    expect(marked).toMatchObject({ status: 200, body: { changed: 1 } });
    expect(
      await app.sql(`SELECT module_id, sat_in_module_id, exam_id FROM module_marks WHERE enrollment_id = $1`, guest.id),
    ).toEqual([{ moduleId: theirs, satInModuleId: moduleId, examId: id }]);
  });

  it('has minutes once it began, in which absence is no absence from a half-day, corrected with a reason', async () => {
    const { id } = await planned();
    const [one, two] = [people[0]!, people[1]!];
    const entries = [outcome(one, 'sat', { violation: 'Dùng điện thoại, lập biên bản' }), outcome(two, 'excused')];
    expect((await minutes(id, entries)).body).toMatchObject({ status: 409, code: 'exam_not_begun' });
    app.clock.moveTo(inTheEvening);
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    expect((await minutes(id, entries, { endedAt: '18:00' }, manager)).body).toMatchObject({
      errors: [{ field: 'endedAt' }],
    });
    expect((await minutes(id, entries, { papers: 1 }, manager)).body).toMatchObject({
      ...{ stage: 'marks_due', sat: 1, excused: 1, violations: 1, papers: 1 },
    });
    expect((await minutes(id, [outcome(two, 'unexcused')])).body).toMatchObject({ errors: [{ field: 'reason' }] });
    expect((await minutes(id, [outcome(two, 'unexcused')], { reason: 'Giấy phép không hợp lệ' })).body).toMatchObject({
      ...{ sat: 1, excused: 0, unexcused: 1 },
    });
    expect(await app.sql(`SELECT DISTINCT mark FROM attendance_lines WHERE enrollment_id = $1`, two.id)).toEqual([
      { mark: 'unmarked' },
    ]);
    expect((await app.as(office).post(`/api/v1/exams/${id}/cancellation`, { reason: 'x' })).body).toMatchObject({
      code: 'exam_held',
    });
    const absent = await app
      .as(office)
      .put(`/api/v1/exams/${id}/marks`, { entries: [{ enrollmentId: two.id, mark: 8 }] });
    expect(absent.body).toMatchObject({ errors: [{ field: 'entries.0.mark', code: 'was_absent' }] });
    const lines = await app.sql<{ action: string }>(
      `SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      id,
    );
    expect(lines.map(({ action }) => action)).toEqual([
      ...['exams.planned', 'exams.listed', 'exams.minutes_taken', 'exams.outcome_recorded', 'exams.outcome_recorded'],
      ...['exams.minutes_corrected', 'exams.outcome_recorded'],
    ]);
  });

  it('has a re-sit that lists who failed and who was absent, each with the mark that is due', async () => {
    const { id } = await planned();
    app.clock.moveTo(inTheEvening);
    const [failed, absent] = [people[0]!, people[1]!];
    await minutes(id, [outcome(failed, 'sat'), outcome(absent, 'excused')], { papers: 1 });
    await app.as(office).put(`/api/v1/exams/${id}/marks`, { entries: [{ enrollmentId: failed.id, mark: 3 }] });
    expect((await app.as(office).get<Exam>(`/api/v1/exams/${id}`)).body.stage).toBe('done');
    const resit = await planned({ attempt: 2, day: '2026-02-27' });
    expect((await listOf(resit.id)).map(({ enrollmentId }) => enrollmentId)).toEqual([failed.id, absent.id]);
    app.clock.moveTo(new Date('2026-02-27T18:30:00+07:00'));
    const entries = [failed, absent].map((one) => ({ enrollmentId: one.id, mark: 7 }));
    expect((await app.as(office).put(`/api/v1/exams/${resit.id}/marks`, { entries })).status).toBe(200);
    expect(
      await app.sql(
        `SELECT enrollment_id, attempt FROM module_marks WHERE exam_id = $1 ORDER BY attempt DESC`,
        resit.id,
      ),
    ).toEqual([
      { enrollmentId: failed.id, attempt: 2 },
      { enrollmentId: absent.id, attempt: 1 },
    ]);
  });

  it('leaves one’s own line to others, and nobody keeps watch over an examination they sit', async () => {
    const cadre = people[0]!;
    const manager = await a.account({ person: cadre.person, roles: [['class_manager', inClass]] });
    const { id } = await planned();
    app.clock.moveTo(inTheEvening);
    expect((await minutes(id, [outcome(cadre, 'sat')], {}, manager)).body).toMatchObject({ code: 'about_oneself' });
    expect((await minutes(id, [outcome(people[1]!, 'sat')], {}, manager)).body).toMatchObject({ stage: 'minutes_due' });
    expect((await app.as(manager).get<string>(`/exams/${id}/minutes`)).text).not.toContain(`outcome.${cadre.id}`);
    const [{ code }] = (await app.sql<{ code: string }>('SELECT code FROM persons WHERE id = $1', cadre.person.id)) as [
      { code: string },
    ];
    app.clock.moveTo(startOfSpecs);
    const other = await planned({ attempt: 2, day: '2026-02-22' });
    await app.as(office).put(`/api/v1/exams/${other.id}/candidates`, { enrollmentIds: [cadre.id] });
    const watching = { ...evening, day: '2026-02-22', invigilators: [{ personCode: code }] };
    expect((await app.as(office).put(`/api/v1/exams/${other.id}`, watching)).body).toMatchObject({
      errors: [{ field: 'invigilators', code: 'sits_it_too' }],
    });
  });

  it('shows who sits it their number and room, and others nothing', async () => {
    const [one, three] = [people[0]!, people[2]!];
    const { id } = await planned();
    const own = await app.as(await a.account({ person: one.person })).get<string>(`/exams/${id}`);
    expect(own).toMatchObject({ status: 200 });
    expect(own.text).toContain('001');
    expect(own.text).not.toContain('Lê Thị Bình');
    expect((await app.as(await a.account({ person: three.person })).get(`/exams/${id}`)).status).toBe(404);
  });

  it('of a class that ends is sealed; of one that is cancelled, cancelled; who leaves is off the list', async () => {
    const { id } = await planned();
    await people[0]!.ends(app.clock.now());
    expect((await listOf(id)).map(({ enrollmentId }) => enrollmentId)).toEqual([people[1]!.id]);
    await inClass.isClosed(app.clock.now());
    expect((await plan({ day: '2026-02-25' })).body).toMatchObject({ status: 409, code: 'exams_sealed' });
    expect((await app.as(office).get<string>(`/exams/${id}`)).text).not.toContain(`/exams/${id}/edit`);
    const other = await a.trainingClass({ state: 'confirmed' });
    const { body } = await app.as(office).post<Exam>(`/api/v1/classes/${other.id}/exams`, evening);
    await other.becomes({ state: 'cancelled', cancelledAt: app.clock.now(), cancelledReason: 'Không đủ người' });
    expect((await app.as(office).get<Exam>(`/api/v1/exams/${body.id}`)).body).toMatchObject({ stage: 'cancelled' });
    const study = await a.trainingClass({ course: await a.course({ kind: 'study_session', award: 'none' }) });
    expect((await plan({}, study)).body).toMatchObject({ code: 'nothing_examined_here' });
  });

  it('is planned, listed, minuted and marked on pages, which lose nothing that was typed', async () => {
    const pages = app.as(office);
    const form = { moduleId, attempt: '1', ...evening, room1: hall, places1: '30', lecturer1: '', code1: 'KHÔNG-CÓ' };
    const refused = await pages.form(`/classes/${inClass.id}/exams`, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('KHÔNG-CÓ');
    expect(refused.text).toContain('Không có cán bộ nào mang mã này');
    const done = await pages.form(`/classes/${inClass.id}/exams`, { ...form, code1: '' });
    expect(done.status).toBe(303);
    const path = done.headers.get('location')!;
    const overview = await pages.get<string>(path);
    expect(overview.text).toContain('001 · Nguyễn Văn An');
    expect((await pages.get<string>(`${path}/edit`)).text).toContain('value="30"');
    expect((await pages.get<string>(`${path}/candidates`)).text).toContain('Chưa được dự thi');
    expect((await pages.form(`${path}/candidates`, { enrollmentIds: people[1]!.id })).status).toBe(303);
    app.clock.moveTo(inTheEvening);
    expect((await pages.get<string>(`${path}/minutes`)).text).toContain(`outcome.${people[1]!.id}`);
    const record = {
      begunAt: '18:00',
      endedAt: '20:00',
      papers: '1',
      sheets: '2',
      [`outcome.${people[1]!.id}`]: 'sat',
    };
    expect((await pages.form(`${path}/minutes`, { ...record, papers: 'một' })).text).toContain('value="một"');
    expect((await pages.form(`${path}/minutes`, record)).status).toBe(303);
    const mark = `mark.${people[1]!.id}`;
    expect((await pages.form(`${path}/marks`, { [mark]: '11' })).text).toContain('value="11"');
    expect((await pages.form(`${path}/marks`, { [mark]: '7,5' })).status).toBe(303);
    expect((await pages.get<string>(path)).text).toContain('7,5');
    const list = await pages.get<string>(`/classes/${inClass.id}/exams`);
    expect(list.text).toContain('1. Triết học');
    expect(list.text).toContain('Xong');
  });
});
