import { LetterheadsQueries } from '../../src/organization/letterheads.queries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson, type BuiltUnit } from '../builders';

interface Line {
  readonly id: string;
  readonly kind: string;
  readonly awardNumber: string;
  readonly theoryLevel: string;
  readonly withdrawn: boolean;
  readonly reason: string | null;
}
interface Shown {
  readonly theoryLevel: string;
  readonly theoryLevelRecordId: string | null;
  readonly items: readonly Line[];
}

describe('what was learned elsewhere', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    unit = await a.unit();
    office = await a.office();
  });
  afterAll(() => app.stop());

  const diploma = {
    kind: 'external_diploma',
    theoryLevel: 'intermediate',
    number: 'TC-0123',
    issuedOn: '2018-06-30',
    issuedBy: 'Trường Chính trị tỉnh Đồng Nai',
    unitName: 'Đảng bộ Công ty cũ',
  };
  const documents = (person: BuiltPerson) => `/people/${person.id}/training-record/documents`;
  const enter = async (person: BuiltPerson, given: object = {}) =>
    app.as(office).post<Line>(`/api/v1${documents(person)}`, { ...diploma, ...given });
  const recordOf = async (person: BuiltPerson) =>
    (await app.as(office).get<Shown>(`/api/v1/people/${person.id}/training-record`)).body;

  it('is entered by the office with its document, and raises the theory level with its source', async () => {
    const person = await a.person({ in: unit, theoryLevel: 'elementary' });
    const form = { ...diploma, number: 'TC-9' };
    const done = await app.as(office).form(documents(person), form);
    expect([done.status, done.headers.get('location')]).toEqual([303, `/people/${person.id}/training-record`]);

    const record = await recordOf(person);
    expect(record).toMatchObject({
      theoryLevel: 'intermediate',
      theoryLevelRecordId: record.items[0]!.id,
      items: [{ kind: 'external_diploma', awardNumber: 'TC-9', unitName: 'Đảng bộ Công ty cũ', courseId: null }],
    });
    const page = (await app.as(office).get(`/people/${person.id}/training-record`)).text;
    expect(page).toContain('theo bằng số TC-9 ngày 30/06/2018 của Trường Chính trị tỉnh Đồng Nai');
    const inEnglish = app.as(office).with({ cookie: 'locale=en' });
    expect((await inEnglish.get(`/people/${person.id}/training-record`)).text).toContain('by diploma TC-9');
  });

  it('is refused with what to mend, and nothing typed is lost', async () => {
    const person = await a.person({ in: unit });
    const refused = await app.as(office).form(documents(person), { ...diploma, issuedOn: '2027-01-01' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Ngày ghi trên văn bản chưa đến');
    expect(refused.text).toContain('value="Trường Chính trị tỉnh Đồng Nai"');
    expect((await enter(person, { issuedBy: '' })).body).toMatchObject({
      errors: [{ field: 'issuedBy', code: 'required' }],
    });
    await enter(person);
    expect((await enter(person, { number: 'tc-0123' })).body).toMatchObject({ code: 'document_recorded_already' });
    const { id } = (await enter(person, { number: 'tc 7' })).body;
    const correct = (number: string) =>
      app.as(office).post(`/api/v1/training-records/${id}/corrections`, { number, reason: 'Ghi nhầm' });
    expect((await correct('tc-0123')).body).toMatchObject({ code: 'document_recorded_already' });
    expect((await correct('TC 7')).body).toMatchObject({ awardNumber: 'TC 7' });
  });

  it('does not lower what the roster claims, and leaves the roster’s word as it is when withdrawn', async () => {
    const person = await a.person({ in: unit, theoryLevel: 'advanced' });
    const { id } = (await enter(person)).body;
    expect(await recordOf(person)).toMatchObject({ theoryLevel: 'advanced', theoryLevelRecordId: null });
    await app.as(office).post(`/api/v1/training-records/${id}/withdrawal`, { reason: 'Bằng của người trùng tên' });
    expect(await recordOf(person)).toMatchObject({ theoryLevel: 'advanced', items: [] });
  });

  it('is corrected by a line that supersedes it, with the chain readable and the level following', async () => {
    const person = await a.person({ in: unit, theoryLevel: 'elementary' });
    const { id } = (await enter(person, { kind: 'equivalence', theoryLevel: 'advanced' })).body;
    const right = await app.as(office).post<Line>(`/api/v1/training-records/${id}/corrections`, {
      theoryLevel: 'intermediate',
      reason: 'Ghi nhầm mức',
    });
    expect(right.body).toMatchObject({ theoryLevel: 'intermediate', supersedesId: id, reason: 'Ghi nhầm mức' });
    expect((await recordOf(person)).theoryLevel).toBe('intermediate');
    const again = await app.as(office).post(`/api/v1/training-records/${id}/corrections`, { number: 'X', reason: 'x' });
    expect(again.body).toMatchObject({ status: 409, code: 'line_superseded' });

    const withdrawn = await app
      .as(office)
      .form(`/training-records/${right.body.id}/withdrawal`, { reason: 'Văn bản không có thật' });
    expect(withdrawn.status).toBe(303);
    expect(await recordOf(person)).toMatchObject({ theoryLevel: 'elementary', theoryLevelRecordId: null, items: [] });
    const chain = (await app.as(office).get<{ items: Line[] }>(`/api/v1/training-records/${id}`)).body.items;
    expect(chain.map(({ theoryLevel, withdrawn: isWithdrawn, reason }) => [theoryLevel, isWithdrawn, reason])).toEqual([
      ['intermediate', true, 'Văn bản không có thật'],
      ['intermediate', false, 'Ghi nhầm mức'],
      ['advanced', false, null],
    ]);
    const mine = await app.as(await a.account({ person })).get(`/training-records/${id}`);
    expect(mine.text).toContain('Ghi nhầm mức');
    expect(mine.text).not.toContain('Ghi dòng đúng');
    const levels = await app.sql<{ action: string }>(
      `SELECT action FROM journal_lines WHERE person_id = $1 AND action LIKE 'people.theory_level%' ORDER BY id`,
      person.id,
    );
    expect(levels.map(({ action }) => action)).toEqual([
      'people.theory_level_raised',
      'people.theory_level_lowered',
      'people.theory_level_lowered',
    ]);
  });

  it('is printed for the Bloc’s signature, for oneself and whoever may see it', async () => {
    const person = await a.person({ in: unit });
    await enter(person);
    const path = `/people/${person.id}/training-record/paper`;
    expect((await app.get(LetterheadsQueries).ofBloc()).body).toBe('ĐƠN VỊ KHOI');
    const mine = await app.as(await a.account({ person })).download(path);
    expect(mine.headers.get('content-type')).toBe('application/pdf');
    expect(mine.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await app.as(await a.secretaryOf(unit)).download(`/api/v1${path}`)).status).toBe(200);
    expect((await app.as(await a.secretaryOf(await a.unit())).download(path)).status).toBe(404);
  });
});
