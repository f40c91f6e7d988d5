import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltPerson, type BuiltUnit } from '../builders';
import { aStudy, type BuiltStudy } from './study';

interface Outcome {
  readonly registered: number;
  readonly already: number;
  readonly busy: readonly { readonly personId: string; readonly classCode: string }[];
}

describe('registering people for a study', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });
  afterAll(() => app.stop());

  const register = (study: BuiltStudy, body: object, by: BuiltAccount = secretary) =>
    app.as(by).post<Outcome>(`/api/v1/classes/${study.id}/registrations`, { unitId: unit.id, ...body });
  const roster = async (study: BuiltStudy) =>
    app.sql<{ personId: string; lines: number }>(
      `SELECT e.person_id, count(l.id) AS lines FROM enrollments e
       LEFT JOIN attendance_lines l ON l.enrollment_id = e.id WHERE e.class_id = $1 GROUP BY e.id ORDER BY 1`,
      study.id,
    );
  const ids = (...people: readonly BuiltPerson[]) => people.map(({ id }) => id);

  it('puts the people named on the roster, each with a line of attendance', async () => {
    const people = [await a.person({ in: unit }), await a.person({ in: unit })];
    const study = await aStudy(a, [unit]);
    const answer = await register(study, { personIds: ids(...people) });
    expect(answer).toMatchObject({ status: 201, body: { registered: 2, already: 0, busy: [] } });
    expect(await roster(study)).toEqual(
      ids(...people)
        .sort()
        .map((personId) => ({ personId, lines: 1 })),
    );
  });

  it('changes nothing the second time', async () => {
    const person = await a.person({ in: unit });
    const study = await aStudy(a, [unit]);
    await register(study, { personIds: [person.id] });
    const journal = async () => (await app.sql(`SELECT id FROM journal_lines WHERE class_id = $1`, study.id)).length;
    const before = [await roster(study), await journal()];

    expect((await register(study, { personIds: [person.id] })).body).toMatchObject({
      registered: 0,
      already: 1,
      rows: [{ personId: person.id, outcome: 'already' }],
    });
    expect([await roster(study), await journal()]).toEqual(before);
    expect(await app.sql(`SELECT id FROM office_entries WHERE class_id = $1`, study.id)).toHaveLength(1);
  });

  it('takes all members at once: not non-members, not who left', async () => {
    const member = await a.person({ in: unit });
    const probationary = await a.person({ in: unit, standing: 'probationary' });
    const outstanding = await a.person({ in: unit, standing: 'non_member' });
    await a.person({ in: unit, leftOn: '2025-12-01' });
    const study = await aStudy(a, [unit]);
    expect((await register(study, { allMembers: true })).body).toMatchObject({ registered: 2 });
    expect((await roster(study)).map(({ personId }) => personId)).toEqual(ids(member, probationary).sort());
    expect((await register(study, { personIds: [outstanding.id] })).body).toMatchObject({ registered: 1 });
  });

  it('leaves out who is in another class at that hour, and says so', async () => {
    const [free, taken] = [await a.person({ in: unit }), await a.person({ in: unit })];
    const other = await aStudy(a, [unit]);
    await register(other, { personIds: [taken.id] });
    const study = await aStudy(a, [unit]);
    const { body } = await register(study, { allMembers: true });
    expect(body).toMatchObject({ registered: 1, already: 0, busy: [{ personId: taken.id }] });
    expect((await roster(study)).map(({ personId }) => personId)).toEqual([free.id]);
  });

  it('never puts more people into a site than it holds, even when two lists come at once', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => a.person({ in: unit })));
    const study = await aStudy(a, [unit], 4);
    const answers = await Promise.all([
      register(study, { personIds: ids(...people.slice(0, 3)) }),
      register(study, { personIds: ids(...people.slice(3)) }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({
      code: 'site_full',
      facts: { site: 'Hội trường Khối', free: 1, asked: 3 },
    });
    expect(await roster(study)).toHaveLength(3);

    const site = `/api/v1/classes/${study.id}/sites/${study.siteId}`;
    expect((await app.as(office).patch(site, { capacity: 2 })).body).toMatchObject({ code: 'site_too_small' });
    expect((await app.as(office).patch(site, { capacity: 6 })).status).toBe(200);
    expect((await register(study, { allMembers: true })).body).toMatchObject({ registered: 3, already: 3 });
  });

  it('takes as many as there is room for when told so, and says of each person what became of them', async () => {
    const names = ['Lê Thị An', 'Lê Thị Bình', 'Lê Thị Chi'];
    const [an, binh, chi] = await Promise.all(names.map((fullName) => a.person({ in: unit, fullName })));
    const study = await aStudy(a, [unit], 2);
    await register(study, { personIds: [chi!.id] });
    const { body } = await register(study, { allMembers: true, asManyAsFit: true });
    expect(body).toMatchObject({
      registered: 1,
      already: 1,
      noRoom: 1,
      rows: [
        { personId: an!.id, outcome: 'registered' },
        { personId: binh!.id, outcome: 'no_room' },
        { personId: chi!.id, outcome: 'already' },
      ],
    });
    const refused = await app
      .as(secretary)
      .form(`/classes/${study.id}/registrations`, { unitId: unit.id, allMembers: 'true' });
    expect(refused.text).toContain('Hội trường Khối còn 0 chỗ nhưng danh sách có 1 người chưa đăng ký');
  });

  it('is refused for people of another unit, for a unit not called, and outside the life of the study', async () => {
    const person = await a.person({ in: unit });
    const stranger = await a.person();
    const study = await aStudy(a, [unit]);
    expect((await register(study, { personIds: ids(person, stranger) })).body).toMatchObject({
      status: 422,
      errors: [{ field: 'personIds', code: 'not_of_the_unit' }],
    });
    expect((await register(study, {})).body).toMatchObject({ status: 422 });
    expect(await roster(study)).toEqual([]);

    const withoutUs = await aStudy(a, [await a.unit()]);
    expect((await register(withoutUs, { allMembers: true })).body).toMatchObject({ code: 'unit_not_called' });

    await study.becomes({ state: 'closed' });
    expect((await register(study, { personIds: [person.id] })).status).toBe(409);
    await study.becomes({ state: 'draft' });
    expect((await register(study, { personIds: [person.id] }, office)).body).toMatchObject({
      code: 'registration_not_open',
    });
    expect((await register(study, { personIds: [person.id] })).status).toBe(404);
  });

  it('is for the secretary of the unit and the office', async () => {
    const person = await a.person({ in: unit });
    const study = await aStudy(a, [unit]);
    const body = { personIds: [person.id] };
    const others = [
      await a.secretaryOf(await a.unit()),
      await a.groupOfficer(),
      await a.account({ person }),
      await a.account({ roles: [['class_manager', study]] }),
    ];
    for (const account of others) expect((await register(study, body, account)).status).toBe(403);
    expect(await roster(study)).toEqual([]);
    expect((await register(study, body, office)).status).toBe(201);
  });

  it('offers the secretary the list of the unit, found by name without marks', async () => {
    const binh = await a.person({ in: unit, fullName: 'Trần Thị Bình' });
    const anh = await a.person({ in: unit, fullName: 'Nguyễn Thị Ánh' });
    const study = await aStudy(a, [unit]);
    const caller = app.as(secretary);
    const page = await caller.get<string>(`/classes/${study.id}/study?search=nguyen+thi+anh`);
    expect(page.text).toContain(`value="${anh.id}"`);
    expect(page.text).not.toContain('Trần Thị Bình');

    const nobody = await caller.form(`/classes/${study.id}/registrations`, { unitId: unit.id, allMembers: 'false' });
    expect(nobody.status).toBe(422);
    expect(nobody.text).toContain('Chưa chọn ai');

    const sent = await caller.form(`/classes/${study.id}/registrations`, {
      unitId: unit.id,
      allMembers: 'false',
      personIds: binh.id,
    });
    expect(sent.status).toBe(303);
    expect((await roster(study)).map(({ personId }) => personId)).toEqual([binh.id]);
  });
});
