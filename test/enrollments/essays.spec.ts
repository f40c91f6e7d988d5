import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltPerson } from '../builders';
import { caseFile } from '../cases/case-file';

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nstartxref\n9\n%%EOF\n', 'latin1');

describe('essays', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let aClass: BuiltClass;
  let person: BuiltPerson;
  let writer: BuiltAccount;
  let enrollmentId: string;

  beforeAll(async () => {
    app = await TestApp.start({ ESSAY_FILE_MEGABYTES: '1' });
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    aClass = await a.trainingClass({ state: 'confirmed' });
    person = await a.person();
    writer = await a.account({ person });
    enrollmentId = (await a.enrollment({ in: aClass, person })).id;
  });

  const handIn = (body: string, by = writer) => app.as(by).post(`/api/v1/enrollments/${enrollmentId}/essay`, { body });
  const upload = (content: Buffer, fields: Readonly<Record<string, string>>) =>
    app.as(writer).upload(`/api/v1/enrollments/${enrollmentId}/essay`, { name: 'Bài.pdf', content }, fields);
  const mark = (value: unknown, by = office) =>
    app.as(by).put(`/api/v1/enrollments/${enrollmentId}/essay-mark`, { mark: value });
  const essay = (by = office) => app.as(by).get(`/api/v1/enrollments/${enrollmentId}/essay`);

  it('are handed in by their writer, and again until they are marked', async () => {
    expect((await handIn('Bài thứ nhất')).status).toBe(201);
    await handIn('Bài thứ hai');
    expect((await essay()).body).toMatchObject({ body: 'Bài thứ hai', mark: null });
    expect((await mark(7.5)).body).toEqual({ enrollmentId, mark: 7.5 });
    expect((await handIn('Bài thứ ba')).body).toMatchObject({ code: 'essay_marked', status: 409 });
    expect((await essay(writer)).body).toMatchObject({ body: 'Bài thứ hai', mark: 7.5 });
  });

  it('are nobody else’s to hand in or read, not even the unit’s', async () => {
    const other = await a.account({ person: await a.person() });
    expect((await handIn('Bài của người khác', other)).status).toBe(404);
    await handIn('Bài của tôi');
    const secretary = await a.account({ roles: [['unit_secretary', { id: person.unitId }]] });
    expect((await essay(secretary)).status).toBe(404);
    expect((await handIn('Nộp hộ', secretary)).status).toBe(403);
  });

  it('that came on paper are noted by the class manager, never over what the writer handed in', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    expect((await handIn('Bản giấy, 6 trang', manager)).status).toBe(201);
    expect((await handIn('Sửa', manager)).status).toBe(403);
  });

  it('are marked by those who run the class from 0 to 10, once handed in', async () => {
    expect((await mark(8)).body).toMatchObject({ code: 'essay_not_handed_in' });
    await handIn('Bài');
    expect((await mark(10.5)).body).toMatchObject({ errors: [{ field: 'mark', code: 'not_a_mark' }] });
    expect((await mark(8, writer)).status).toBe(403);
    expect((await mark(8)).status).toBe(200);
    expect((await mark(8.25, await a.account({ roles: [['class_manager', aClass]] }))).status).toBe(200);
    const lines = await app.sql(
      `SELECT facts FROM journal_lines WHERE action = 'essays.marked' AND person_id = $1 ORDER BY id`,
      person.id,
    );
    expect(lines).toEqual([{ facts: { from: null, to: 8 } }, { facts: { from: 8, to: 8.25 } }]);
  });

  it('may come as a PDF or Word file, which is only ever saved, under a safe name', async () => {
    expect((await upload(pdf, { body: 'Kèm tệp' })).status).toBe(201);
    const [{ id: fileId }] = (await app.sql<{ id: string }>(
      `SELECT id FROM essay_files WHERE enrollment_id = $1`,
      enrollmentId,
    )) as [{ id: string }];
    expect((await essay()).body).toMatchObject({ body: 'Kèm tệp', file: { id: fileId, kind: 'pdf', name: 'Bài.pdf' } });
    const path = `/api/v1/enrollments/${enrollmentId}/essay-files/${fileId}`;
    const { headers, content } = await app.as(office).download(path);
    expect(content).toEqual(pdf);
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="thu-hoach-[\w.-]+\.pdf"/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await app.as(await a.secretaryOf({ id: person.unitId })).get(path)).status).toBe(404);
    expect((await app.as(await a.account({ person: await a.person() })).get(path)).status).toBe(404);
    const other = (await a.enrollment({ in: aClass })).id;
    expect((await app.as(office).get(path.replace(enrollmentId, other))).status).toBe(404);
    await app.as(writer).get(path);
    expect(
      await app.sql(
        `SELECT account_id FROM journal_lines WHERE action = 'essays.file_downloaded' AND person_id = $1`,
        person.id,
      ),
    ).toEqual([{ accountId: office.id }]);
  });

  it('with a file that is not taken lose nothing that was typed', async () => {
    const path = `/enrollments/${enrollmentId}/essay`;
    const typed = { body: 'Đoạn văn đã viết rất lâu' };
    const exe = { name: 'bai.pdf', content: Buffer.from('MZ not a document') };
    const refused = await app.as(writer).upload<string>(path, exe, typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('không phải PDF hay Word');
    expect(refused.text).toContain(typed.body);
    const large = { name: 'bai.pdf', content: Buffer.concat([pdf, Buffer.alloc(1024 * 1024)]) };
    const tooLarge = await app.as(writer).upload<string>(path, large, typed);
    expect(tooLarge.status).toBe(422);
    expect(tooLarge.text).toContain('Tệp lớn hơn 1 MB');
    expect(tooLarge.text).toContain(typed.body);
    expect((await app.as(writer, 'en').upload(`/api/v1${path}`, exe)).body).toMatchObject({
      errors: [{ field: 'file', code: 'neither_pdf_nor_docx' }],
    });
    expect((await essay()).body).toMatchObject({ handedInAt: null });
  });

  it('behind a password are refused on their field', async () => {
    const locked = caseFile('essay-01');
    const path = `/enrollments/${enrollmentId}/essay`;
    expect((await app.as(writer).upload(`/api/v1${path}`, locked)).body).toMatchObject({
      status: 422,
      errors: [{ field: 'file', code: 'password_protected' }],
    });
    expect((await app.as(writer).upload<string>(path, locked)).text).toContain('có đặt mật khẩu nên không đọc được');
    expect((await essay()).body).toMatchObject({ handedInAt: null });
  });

  it('are late by the moment they come; a term changed later makes nobody late', async () => {
    const due = (moment: string, by = office) =>
      app.as(by).put(`/api/v1/classes/${aClass.id}/essay-term`, { dueAt: moment });
    expect((await due('2026-01-10T17:00:00+07:00', writer)).status).toBe(403);
    expect((await due('2026-01-10T17:00:00+07:00')).status).toBe(200);
    app.clock.moveTo(momentAt('2026-01-10', '17:00'));
    await handIn('Vừa kịp');
    expect((await essay()).body).toMatchObject({ late: false });
    app.clock.moveTo(new Date(momentAt('2026-01-10', '17:00').getTime() + 1));
    await handIn('Muộn một chút');
    expect((await essay()).body).toMatchObject({ late: true, number: 2, earlier: [{ number: 1, late: false }] });
    await due('2026-02-10T17:00:00+07:00');
    expect((await essay()).body).toMatchObject({ late: true });
  });

  it('are accepted or sent back with a reason and a new term; every version is kept', async () => {
    const manager = await a.account({ roles: [['class_manager', aClass]] });
    const act = (verb: string, body: object, by = manager) =>
      app.as(by).post(`/api/v1/enrollments/${enrollmentId}/essay-${verb}`, body);
    const mending = { reason: 'Chưa liên hệ bản thân', dueAt: '2026-01-20T17:00:00+07:00' };
    expect((await act('acceptance', {})).body).toMatchObject({ code: 'essay_not_handed_in' });
    await upload(pdf, { body: 'Bài một' });
    expect((await act('return', mending, writer)).status).toBe(403);
    expect((await act('return', { ...mending, dueAt: '2026-01-01T17:00:00+07:00' })).body).toMatchObject({
      errors: [{ field: 'dueAt', code: 'in_the_past' }],
    });
    expect((await act('return', mending)).status).toBe(200);
    const page = await app.as(writer).get<string>(`/enrollments/${enrollmentId}/essay`);
    expect(page.text).toContain('Chưa liên hệ bản thân Hạn nộp lại: 17:00 20/01/2026.');

    await app.as(writer).post(`/api/v1/enrollments/${enrollmentId}/essay`, { body: 'Bài hai', keepsFile: true });
    expect((await essay()).body).toMatchObject({
      body: 'Bài hai',
      number: 2,
      late: false,
      decision: null,
      file: { kind: 'pdf' },
      earlier: [{ number: 1, body: 'Bài một', decision: 'sent_back', decisionReason: 'Chưa liên hệ bản thân' }],
    });
    expect((await act('acceptance', { mark: 11 })).body).toMatchObject({ errors: [{ field: 'mark' }] });
    expect((await act('acceptance', {})).status).toBe(200);
    expect((await handIn('Bài ba')).body).toMatchObject({ code: 'essay_accepted' });
    expect((await act('acceptance', { mark: 8 })).status).toBe(200);
    expect((await essay(writer)).body).toMatchObject({ decision: 'accepted', mark: 8 });
    await expect(a.remove('essay_versions', { enrollmentId: enrollmentId })).rejects.toThrow('never');
  });

  it('are decided about as they were read: not when another version came meanwhile', async () => {
    const path = `/enrollments/${enrollmentId}/essay`;
    await handIn('Bài đã đọc');
    const [, version] = /name="version" value="(\d+)"/.exec((await app.as(office).get<string>(path)).text) ?? [];
    expect(version).toBe('1');
    await handIn('Bài chưa ai đọc');
    const read = { version: version! };
    const back = { ...read, reason: 'Sơ sài', dueAt: '2026-01-20T17:00' };
    const refused = await app.as(office).form(`${path}-acceptance`, { ...read, mark: '8' });
    expect([refused.status, refused.text.includes('Bài chưa ai đọc'), refused.text.includes('value="8"')]).toEqual([
      412,
      true,
      true,
    ]);
    expect((await app.as(office).form(`${path}-return`, back)).status).toBe(412);
    expect((await app.as(office).put(`/api/v1${path}-mark`, { version: 1, mark: 8 })).status).toBe(412);
    expect((await essay()).body).toMatchObject({ number: 2, decision: null, mark: null });
    expect((await app.as(office).form(`${path}-acceptance`, { version: '2', mark: '8' })).status).toBe(303);
  });

  it('are listed with who is late or missing: a unit sees its own people, and nothing they wrote', async () => {
    const unit = { id: person.unitId };
    const colleague = await a.enrollment({ in: aClass, person: await a.person({ in: unit, fullName: 'Đỗ Văn Ẩn' }) });
    const elsewhere = await a.enrollment({ in: aClass });
    await app.as(office).put(`/api/v1/classes/${aClass.id}/essay-term`, { dueAt: '2026-01-01T17:00:00+07:00' });
    await handIn('Bí mật của người viết');
    const secretary = await a.secretaryOf(unit);
    const list = async (query: string, by = secretary) =>
      (
        await app.as(by).get<{
          items: readonly { id: string; overdue: boolean }[];
          units: readonly object[];
          next: string | null;
        }>(`/api/v1/classes/${aClass.id}/essays?${query}`)
      ).body;
    const ids = async (query: string, by = secretary) => (await list(query, by)).items.map(({ id }) => id);
    expect(await ids('')).toEqual([enrollmentId, colleague.id]);
    expect(await ids('state=missing')).toEqual([colleague.id]);
    expect(await ids('state=late')).toEqual([enrollmentId]);
    expect(await list('state=missing')).toMatchObject({
      items: [{ overdue: true }],
      units: [{ people: 2, handedIn: 1, late: 1, missing: 1, waiting: 1 }],
    });
    expect(await ids('state=missing', office)).toEqual(expect.arrayContaining([colleague.id, elsewhere.id]));
    const walked: string[] = [];
    for (let after = ''; after !== 'end';) {
      const page = await list(`sort=handed_in&limit=1${after && `&after=${after}`}`, office);
      walked.push(...page.items.map(({ id }) => id));
      after = page.next ?? 'end';
    }
    expect(walked).toHaveLength(3);
    expect(walked[0]).toBe(enrollmentId);

    const page = (await app.as(secretary).get<string>(`/classes/${aClass.id}/essays`)).text;
    expect(page).toContain('Đỗ Văn Ẩn');
    expect(page).toContain('Quá hạn chưa nộp');
    expect(page).not.toContain(`/enrollments/${enrollmentId}/essay`);
  });

  it('are neither taken nor marked once the class is closed', async () => {
    await handIn('Bài');
    await aClass.isClosed(app.clock.now());
    expect((await handIn('Bài muộn')).body).toMatchObject({ code: 'essays_locked' });
    expect((await mark(5)).body).toMatchObject({ code: 'essays_locked' });
  });

  it('come back with their text when they are refused on the page', async () => {
    const page = await app.as(writer).get(`/classes/${aClass.id}/essays`);
    expect(page.headers.get('location')).toBe(`/enrollments/${enrollmentId}/essay`);
    const refused = await app.as(writer).form(`/enrollments/${enrollmentId}/essay`, { body: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Chưa có bài: hãy chọn tệp PDF hoặc Word');
    const done = await app.as(writer).form(`/enrollments/${enrollmentId}/essay`, { body: 'Bài của tôi\n\nPhần hai' });
    expect(done.status).toBe(303);
    expect((await app.as(writer).get<string>(`/enrollments/${enrollmentId}/essay`)).text).toContain('Phần hai');
  });

  it('are marked one after the other on the pages of the office, with a comma or a point', async () => {
    const next = await a.enrollment({ in: aClass, person: await a.person({ fullName: 'Vũ Thị Yến' }) });
    for (const enrollmentOf of [enrollmentId, next.id])
      await a.insert('essays', { enrollmentId: enrollmentOf, body: 'Bài', handedInAt: app.clock.now() });
    const wrong = await app.as(office).form(`/enrollments/${enrollmentId}/essay-mark`, { mark: '7,555' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="7,555"');
    const saved = await app.as(office).form(`/enrollments/${enrollmentId}/essay-mark`, { mark: '7,5' });
    expect(saved.headers.get('location')).toBe(`/enrollments/${next.id}/essay`);
    const last = await app.as(office).form(`/enrollments/${next.id}/essay-mark`, { mark: '8.5' });
    expect(last.headers.get('location')).toBe(`/classes/${aClass.id}/essays`);
    expect((await essay()).body).toMatchObject({ mark: 7.5 });
  });
});
