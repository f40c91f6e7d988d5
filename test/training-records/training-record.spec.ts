import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { TrainingRecordsQueries } from '../../src/training-records/training-records.queries';
import {
  type NewTrainingRecord,
  type TrainingRecordCorrection,
  TrainingRecordsService,
} from '../../src/training-records/training-records.service';
import { TestApp } from '../app';
import { Builders, type BuiltPerson } from '../builders';

interface Shown {
  readonly theoryLevel: string;
  readonly items: readonly { id: string; courseName: string; awardNumber: string | null; validUntil: string | null }[];
  readonly next: null;
}

describe('the training record', () => {
  let app: TestApp;
  let a: Builders;
  let courseId: string;
  let diplomaCourseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    courseId = (await a.course({ code: 'party_awareness', nameEn: 'Party awareness' })).id;
    diplomaCourseId = (await a.course({ code: 'intermediate_theory', kind: 'theory', award: 'diploma' })).id;
  });
  afterAll(() => app.stop());

  const line = (person: BuiltPerson, given: Partial<NewTrainingRecord> = {}): NewTrainingRecord => ({
    personId: person.id,
    courseId,
    completionId: null,
    holderName: person.fullName,
    courseName: 'Bồi dưỡng nhận thức về Đảng',
    className: 'Lớp khóa I năm 2025',
    unitName: 'Đảng ủy Công ty Mẫu',
    position: 'Trưởng phòng',
    startedOn: '2025-03-01',
    endedOn: '2025-03-09',
    grade: 'good',
    awardNumber: '012/2025/GCN-ĐUK',
    issuedOn: null,
    issuedBy: null,
    theoryLevel: null,
    validUntil: '2030-03-15',
    ...given,
  });
  const write = (...lines: NewTrainingRecord[]) =>
    app.get(Database).inTransaction((tx) => app.get(TrainingRecordsService).write(tx, Actor.service('spec'), lines));
  const correct = (...corrections: TrainingRecordCorrection[]) =>
    app
      .get(Database)
      .inTransaction((tx) => app.get(TrainingRecordsService).correct(tx, Actor.service('spec'), corrections));

  /** A completion of a class, as closing it leaves one. */
  const completionOf = async (person: BuiltPerson): Promise<string> => {
    const inClass = await a.trainingClass();
    return a.completion(inClass, await a.enrollment({ in: inClass, person }));
  };

  it('shows a cadre what they completed, the newest first, through the API and on the page', async () => {
    const person = await a.person({ fullName: 'Trần Thị Học', theoryLevel: 'intermediate' });
    const cadre = await a.account({ person });
    await write(
      line(person),
      line(person, {
        courseId: diplomaCourseId,
        courseName: 'Trung cấp lý luận chính trị',
        startedOn: '2024-01-10',
        endedOn: '2025-10-20',
        awardNumber: null,
        theoryLevel: 'intermediate',
        validUntil: null,
      }),
    );
    const mine = await app.as(cadre).get<Shown>('/api/v1/me/training-record');
    expect(mine.body).toMatchObject({
      fullName: 'Trần Thị Học',
      theoryLevel: 'intermediate',
      items: [
        { courseName: 'Trung cấp lý luận chính trị', courseCode: 'intermediate_theory', award: 'diploma' },
        { courseName: 'Bồi dưỡng nhận thức về Đảng', grade: 'good', awardNumber: '012/2025/GCN-ĐUK' },
      ],
      next: null,
    });
    expect((await app.as(cadre).get(`/api/v1/people/${person.id}/training-record`)).body).toEqual(mine.body);

    const page = await app.as(cadre).get('/my-training-record');
    expect(page.text).toContain('012/2025/GCN-ĐUK');
    expect(page.text).toContain('Còn giá trị đến 15/03/2030');
    expect(page.text).toContain('Nhà trường chưa cấp số');
    const headings = [...page.text.matchAll(/<h2>([^<]+)/g)].map(([, heading]) => heading);
    expect(headings).toEqual(['Giấy chứng nhận và bằng tốt nghiệp', 'Lớp đã hoàn thành']);
  });

  it('says in SQL and on its page the same of an award that lasts, ended, is to come or was revoked', async () => {
    const person = await a.person();
    const revoked = { completionId: await completionOf(person), awardNumber: null, validUntil: null };
    await write(
      line(person, { endedOn: '2025-03-10', validUntil: null }),
      line(person, { endedOn: '2025-03-11', validUntil: '2026-01-04' }),
      line(person, { endedOn: '2025-03-12', courseId: diplomaCourseId, awardNumber: null, validUntil: null }),
      line(person, { endedOn: '2025-03-13', ...revoked }),
    );
    const [last] = await app.get(TrainingRecordsQueries).ofPerson(person.id);
    await correct({ recordId: last!.id, changes: { awardRevokedOn: '2026-01-02' } });
    const holds = await app.sql<{ until: string }>(
      `SELECT award_holds_until::text AS until FROM training_records_in_force WHERE person_id = $1 ORDER BY ended_on`,
      person.id,
    );
    expect(holds.map(({ until }) => until)).toEqual(['infinity', '2026-01-04', '-infinity', '-infinity']);
    const { text } = await app.as(await a.account({ person })).get<string>('/my-training-record');
    for (const said of ['Không thời hạn', 'Hết giá trị ngày 04/01/2026', 'Chưa được cấp', 'Đã thu hồi ngày 02/01/2026'])
      expect(text.split(said)).toHaveLength(2);
  });

  it('is one’s own, the unit’s, the Group’s and the office’s to see, and nobody else’s', async () => {
    const unit = await a.unit();
    const person = await a.person({ in: unit });
    const colleague = await a.account({ person: await a.person({ in: unit }) });
    const address = `/people/${person.id}/training-record`;
    const statuses = async (account: { token: string }) => [
      (await app.as(account).get(`/api/v1${address}`)).status,
      (await app.as(account).get(address)).status,
    ];
    expect(await statuses(await a.account({ person }))).toEqual([200, 200]);
    expect(await statuses(await a.secretaryOf(unit))).toEqual([200, 200]);
    expect(await statuses(await a.groupOfficer())).toEqual([200, 200]);
    expect(await statuses(await a.office())).toEqual([200, 200]);
    expect(await statuses(colleague)).toEqual([404, 404]);
    expect(await statuses(await a.secretaryOf(await a.unit()))).toEqual([404, 404]);
    expect((await app.as(null).get(`/api/v1${address}`)).status).toBe(401);
  });

  it('leaves a journal line when somebody else reads it', async () => {
    const person = await a.person();
    const office = await a.office();
    await app.as(await a.account({ person })).get('/my-training-record');
    await app.as(office).get(`/people/${person.id}/training-record`);
    const lines = await app.sql(
      `SELECT account_id AS by FROM journal_lines WHERE action = 'training_records.read' AND person_id = $1`,
      person.id,
    );
    expect(lines).toEqual([{ by: office.id }]);
  });

  it('of an account that is not a person’s is not found', async () => {
    const office = await a.office();
    expect((await app.as(office).get('/api/v1/me/training-record')).status).toBe(404);
    expect((await app.as(office).get('/my-training-record')).status).toBe(404);
  });

  it('says what to do when there is nothing in it yet', async () => {
    const cadre = await a.account({ person: await a.person() });
    expect((await app.as(cadre).get('/my-training-record')).text).toContain('Chưa hoàn thành lớp nào');
  });

  it('has one line for a completion, however often it is written, each with its journal line', async () => {
    const person = await a.person();
    const completionId = await completionOf(person);
    expect(await write(line(person, { completionId }))).toBe(1);
    expect(await write(line(person, { completionId }))).toBe(0);
    const records = await app.get(TrainingRecordsQueries).ofPerson(person.id);
    expect(records).toHaveLength(1);
    expect(await app.sql(`SELECT action FROM journal_lines WHERE subject_id = $1`, records[0]!.id)).toEqual([
      { action: 'training_records.written' },
    ]);
  });

  it('is corrected by a new line; the old one stays and is no longer shown', async () => {
    const person = await a.person();
    const completionId = await completionOf(person);
    await write(line(person, { completionId, awardNumber: null, validUntil: null }));
    const [first] = await app.get(TrainingRecordsQueries).ofPerson(person.id);
    await correct({ recordId: first!.id, changes: { awardNumber: 'B-123' } });

    expect(await app.get(TrainingRecordsQueries).ofPerson(person.id)).toMatchObject([
      {
        ...{ courseCode: 'party_awareness', endedOn: '2025-03-09', awardNumber: 'B-123', validUntil: null },
        ...{ grade: 'good', completionId, supersedesId: first!.id },
      },
    ]);
    expect(await write(line(person, { completionId }))).toBe(0);
    expect(await app.sql(`SELECT 1 FROM training_records WHERE person_id = $1`, person.id)).toHaveLength(2);
    await expect(correct({ recordId: first!.id, changes: { grade: 'average' } })).rejects.toMatchObject({
      code: 'changed_meanwhile',
    });
  });

  it('is never changed or deleted, not even by hand', async () => {
    await write(line(await a.person()));
    await expect(a.change('training_records', {}, { grade: 'excellent' })).rejects.toThrow('never changed');
    await expect(a.remove('training_records')).rejects.toThrow('never changed');
  });
});
