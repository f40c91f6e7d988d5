import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson, type BuiltUnit } from '../builders';

interface Line {
  readonly id: string;
  readonly awardNumber: string;
  readonly validUntil: string | null;
  readonly className: string;
}
interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: { readonly field: string; readonly code: string }[];
}

describe('a certificate of a class held before this service', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let office: BuiltAccount;
  let courseId: string;
  let diplomaCourseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    office = await a.office();
    courseId = (
      await a.course({ code: 'party_awareness', nameVi: 'Bồi dưỡng nhận thức về Đảng', raisesTo: 'elementary' })
    ).id;
    diplomaCourseId = (await a.course({ kind: 'theory', award: 'diploma' })).id;
  });
  afterAll(() => app.stop());

  let count = 0;
  const written = (given: object = {}) => ({
    courseId,
    number: `${(count += 1)}/2022/GCN`,
    issuedOn: '2022-06-30',
    issuedBy: 'Đảng ủy Khối Doanh nghiệp',
    validUntil: '2027-06-30',
    ...given,
  });
  const certificates = (person: BuiltPerson) => `/people/${person.id}/training-record/certificates`;
  const enter = async (person: BuiltPerson, given: object = {}, by = office) =>
    app.as(by).post<Line & Problem>(`/api/v1${certificates(person)}`, written(given));
  const recordOf = async (person: BuiltPerson) =>
    (await app.as(office).get<{ theoryLevel: string; items: Line[] }>(`/api/v1/people/${person.id}/training-record`))
      .body;

  it('is entered with number, day and issuer, by the office and by whoever tends the data, and stands on the record', async () => {
    const person = await a.person({ in: unit, theoryLevel: 'none' });
    const sent = written({ validUntil: '', lasts: 'true', className: 'Lớp khóa 3/2022', grade: 'good' });
    const done = await app.as(office).form(certificates(person), sent);
    expect([done.status, done.headers.get('location')]).toEqual([303, `/people/${person.id}/training-record`]);
    const dataOfficer = await a.account({ roles: [['data_officer', (await a.organization()).bloc]] });
    expect((await enter(person, {}, dataOfficer)).status).toBe(201);

    const record = await recordOf(person);
    expect(record.theoryLevel).toBe('elementary');
    expect(record.items).toMatchObject([
      { kind: 'earlier_certificate', courseId, issuedBy: 'Đảng ủy Khối Doanh nghiệp', issuedOn: '2022-06-30' },
      { kind: 'earlier_certificate', courseId },
    ]);
    expect(record.items.map(({ validUntil }) => validUntil).sort()).toEqual(['2027-06-30', null]);
    const page = (await app.as(office).get<string>(`/people/${person.id}/training-record`)).text;
    expect(page).toContain(`${sent.number}, ngày 30/06/2022, Đảng ủy Khối Doanh nghiệp`);
    expect(page).toContain('Lớp khóa 3/2022');
    expect(page).toContain('Còn giá trị đến 30/06/2027');
    expect(page).toContain('Không thời hạn');
  });

  it('says how long it holds, or is refused: nothing said is not “lasting”', async () => {
    const person = await a.person({ in: unit });
    const silent = await enter(person, { validUntil: '' });
    expect([silent.status, silent.body.errors[0]!.field]).toEqual([422, 'validUntil']);
    expect((await enter(person, { lasts: true })).body.errors[0]!.code).toBe('lasts');
    const form = await app.as(office).form(certificates(person), written({ validUntil: '' }));
    expect(form.text).toContain('Ghi ngày hết giá trị in trên giấy, hoặc chọn “Không thời hạn”.');
    expect(form.text).toContain('value="Đảng ủy Khối Doanh nghiệp"');
  });

  it('has days that can be, a course that gives certificates, and a number nobody else’s bears', async () => {
    const person = await a.person({ in: unit });
    const field = async (given: object) => (await enter(person, given)).body.errors[0]!.field;
    expect(await field({ issuedOn: '2027-01-01' })).toBe('issuedOn');
    expect(await field({ endedOn: '2022-07-01' })).toBe('issuedOn');
    expect(await field({ startedOn: '2022-07-01' })).toBe('startedOn');
    expect(await field({ validUntil: '2022-06-01' })).toBe('validUntil');
    expect(await field({ courseId: diplomaCourseId })).toBe('courseId');
    const first = await enter(person, { number: '99/2022/GCN' });
    const again = await enter(person, { number: '99/2022/gcn' });
    expect([again.status, again.body.code]).toEqual([409, 'certificate_recorded_already']);
    const other = await enter(await a.person({ in: unit }), { number: '99/2022/GCN' });
    expect(other.body.detail).toContain(person.fullName);
    expect((await enter(person, { number: '99/2022/GCN', issuedBy: 'Đảng ủy khác' })).status).toBe(201);
    await app.as(office).post(`/api/v1/training-records/${first.body.id}/withdrawal`, { reason: 'Của người khác' });
    expect((await enter(await a.person({ in: unit }), { number: '99/2022/GCN' })).status).toBe(201);
  });

  it('counts as completed where a class of its course is nominated for, and is in the way', async () => {
    const person = await a.person({ in: unit });
    await enter(person);
    await a.rule({ id: courseId }, 'admission', 'not_completed_before', {});
    const inClass = await a.trainingClass({ course: { id: courseId }, allocations: [[unit, 5]] });
    const { body } = await app
      .as(office)
      .get<{ items: { personId: string; checks: { rule: string; outcome: string }[] }[] }>(
        `/api/v1/classes/${inClass.id}/candidates?unitId=${unit.id}`,
      );
    const checks = body.items.find(({ personId }) => personId === person.id)!.checks;
    expect(checks).toContainEqual(expect.objectContaining({ rule: 'not_completed_before', outcome: 'block' }));
  });

  it('is corrected by a line that supersedes it, and withdrawn', async () => {
    const person = await a.person({ in: unit });
    const { id, className } = (await enter(person)).body;
    expect(className).toBe('Đảng ủy Khối Doanh nghiệp');
    const correct = (of: string, body: object) =>
      app
        .as(office)
        .post<Line & Problem>(`/api/v1/training-records/${of}/corrections`, { reason: 'Ghi nhầm', ...body });
    const right = await correct(id, {
      issuedOn: '2022-07-01',
      issuedBy: 'Đảng ủy Khối',
      validUntil: '2027-07-01',
      grade: 'good',
    });
    expect(right.body).toMatchObject({
      ...{ issuedOn: '2022-07-01', endedOn: '2022-07-01', issuedBy: 'Đảng ủy Khối', className: 'Đảng ủy Khối' },
      ...{ validUntil: '2027-07-01', grade: 'good' },
    });
    expect((await correct(right.body.id, { validUntil: '2020-01-01' })).body.errors[0]!.field).toBe('validUntil');
    const page = await app.as(office).get<string>(`/training-records/${right.body.id}`);
    expect(page.text).toContain('Số giấy chứng nhận');
    expect(page.text).not.toContain('name="theoryLevel"');
    await app.as(office).post(`/api/v1/training-records/${right.body.id}/withdrawal`, { reason: 'Giấy giả' });
    expect((await recordOf(person)).items).toEqual([]);
  });

  it('is not entered by oneself, nor by the unit', async () => {
    const person = await a.person({ in: unit });
    const own = await a.account({ person, roles: [['training_officer', (await a.organization()).bloc]] });
    expect((await enter(person, {}, own)).body.code).toBe('about_oneself');
    expect((await enter(person, {}, await a.secretaryOf(unit))).status).toBe(403);
  });
});
