import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { pdf } from '../scans/hostile';

const outsider = {
  body: 'Đảng ủy Sở Công Thương',
  letter: { number: '15-CV/ĐU', date: '2026-01-05' },
  ...{
    fullName: 'Phạm Thị Mai',
    sex: 'female',
    birthDate: '1985-03-02',
    standing: 'official',
    education: 'university',
  },
};

describe('somebody of a body outside the Bloc', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    await a.groupOfficer();
    const course = await a.course({ approvalSteps: ['group', 'bloc'] });
    inClass = await a.trainingClass({ allocations: [[await a.unit(), 1]], pool: 1, poolOpen: false, course });
  });
  afterEach(() => app.stop());

  const enter = (given: object = {}, as = office, to = inClass) =>
    app
      .as(as)
      .post<{ nominationId: string; code?: string }>(`/api/v1/classes/${to.id}/outsiders`, { ...outsider, ...given });
  const shown = async (id: string) => (await app.as(office).get(`/api/v1/nominations/${id}`)).body;

  it('comes by the letter of that body onto a seat of the pool, and the Group is not asked', async () => {
    const { status, body } = await enter();
    expect(status).toBe(201);
    expect(await shown(body.nominationId)).toMatchObject({
      ...{ state: 'submitted', seat: 2, unitName: outsider.body, letter: outsider.letter, needsEndorsement: false },
      fullName: 'Phạm Thị Mai',
    });
    const accepted = await app.as(office).post(`/api/v1/nominations/${body.nominationId}/acceptance`);
    expect(accepted.body).toMatchObject({ state: 'accepted' });
    expect((await app.as(office).get(`/api/v1/classes/${inClass.id}/enrollments`)).body).toMatchObject({
      items: [{ fullName: 'Phạm Thị Mai', unitName: outsider.body }],
    });
  });

  it('comes with a scan of that letter, which the office keeps as it enters them', async () => {
    const { letter, ...facts } = outsider;
    const fields = { ...facts, theoryLevel: 'none', 'letter.number': letter.number, 'letter.date': letter.date };
    const sent = await app
      .as(office)
      .upload(`/classes/${inClass.id}/outsiders`, { name: 'cv.pdf', content: pdf() }, fields);
    expect(sent.status).toBe(303);
    const letters = await app.as(office).get(`/api/v1/classes/${inClass.id}/letters`);
    expect(letters.body).toMatchObject({ items: [{ number: letter.number, unitName: outsider.body, scans: 1 }] });
  });

  it('waits as a reserve where no seat is left, and moves up when one is', async () => {
    const first = (await enter()).body.nominationId;
    const second = (await enter({ fullName: 'Đỗ Văn Hải', birthDate: '1980-01-02', sex: 'male' })).body.nominationId;
    expect(await shown(second)).toMatchObject({ seat: null, rank: 1 });
    await app.as(office).post(`/api/v1/classes/${inClass.id}/seats/capacity`, { capacity: 3, reason: 'Thêm ghế' });
    await app.as(office).patch(`/api/v1/classes/${inClass.id}/seats/settings`, { poolOpen: true });
    expect(await shown(first)).toMatchObject({ seat: 2 });
    expect(await shown(second)).toMatchObject({ seat: 3 });
  });

  it('is the same person the next time, of the same body however it is written', async () => {
    await enter();
    const next = await a.trainingClass({ seats: 1 });
    const again = await enter({ body: 'đảng ủy sở công thương', fullName: 'PHẠM THỊ MAI' }, office, next);
    expect(again.status).toBe(201);
    expect(await app.sql(`SELECT count(*)::int AS people FROM persons WHERE full_name ILIKE 'phạm thị mai'`)).toEqual([
      { people: 1 },
    ]);
    expect(await app.sql(`SELECT code FROM units WHERE kind = 'outside'`)).toEqual([{ code: 'KHACH-1' }]);
    expect((await enter({}, office, next)).body.code).toBe('already_nominated');
  });

  it('has a code of its own, though one of the body moved into a unit of ours and the next code of a body is taken', async () => {
    await a.unit('KHACH-1');
    const [first, second] = [
      await enter(),
      await enter({ fullName: 'Đỗ Văn Hải', birthDate: '1980-01-02', sex: 'male' }),
    ];
    expect([first.status, second.status]).toEqual([201, 201]);
    const { personId } = (await shown(first.body.nominationId)) as { personId: string };
    const moved = await app
      .as(office)
      .post(`/api/v1/people/${personId}/moves`, { unitId: (await a.unit()).id, on: '2026-01-05', reason: 'QĐ 12' });
    expect(moved.status).toBeLessThan(300);
    expect((await enter({ fullName: 'Vũ Thị Hoa', birthDate: '1981-01-02' })).status).toBe(201);
    expect(await app.sql(`SELECT code FROM persons WHERE code LIKE 'KHACH-%' ORDER BY code`)).toEqual([
      { code: 'KHACH-2-1' },
      { code: 'KHACH-2-2' },
      { code: 'KHACH-2-3' },
    ]);
  });

  it('is entered by the office alone, outside the call with a reason, and never from a unit’s own roster', async () => {
    const secretary = await a.secretaryOf(await a.unit());
    expect((await enter({}, secretary)).status).toBe(403);
    const over = await a.trainingClass({ seats: 1, callClosesAt: '2026-01-04T17:00:00+07:00' });
    expect((await enter({}, office, over)).body.code).toBe('call_not_open');
    expect((await enter({ lateReason: 'Công văn đến sau' }, office, over)).status).toBe(201);

    const person = await a.person({ in: await a.unit(), fullName: 'Vũ Thị Lan', birthDate: '1984-04-04' });
    const known = await enter({ fullName: person.fullName, birthDate: '1984-04-04' });
    expect(known).toMatchObject({ status: 409, body: { code: 'person_known' } });
    expect(await app.sql(`SELECT FROM persons WHERE full_name = 'Vũ Thị Lan'`)).toHaveLength(1);
  });

  it('brings no unit into allocations, and one line into the report that counts its people', async () => {
    await enter();
    expect((await app.as(office).get<string>(`/classes/${inClass.id}/seats`)).text).not.toContain('KHACH-1');
    expect((await app.as(office).get<string>('/reports/joint')).text).toContain(outsider.body);
    expect((await app.as(office).get<string>('/units')).text).toContain('Ngoài Khối (khách mời)');
  });
});
