import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';

interface Shown {
  readonly wishes: readonly {
    readonly rule: string;
    readonly isMet: boolean;
    readonly sentence: { vi: string };
    readonly verified: boolean;
  }[];
}

describe('whom a class should have', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  const wish = (courseId: string, rule: string, parameters: object, validFrom = '2026-01-05') =>
    app.as(office).post<{ severity: string }>(`/api/v1/courses/${courseId}/rules`, {
      ...{ rule, parameters, validFrom, severity: 'block', citationVi: 'Công văn mẫu' },
    });

  it('is counted of who holds its seats, and shown where the office reviews and allocates', async () => {
    const course = await a.course();
    for (const [rule, parameters] of [
      ['women_share', { atLeast: 0.3 }],
      ['youth_share', { atLeast: 0.1, upToAge: 35 }],
      ['unit_seat_share', { atMost: 0.5 }],
      ['unit_cadre_share', { atMost: 0.9 }],
    ] as const)
      expect((await wish(course.id, rule, parameters)).status).toBe(201);
    const [one, other] = [await a.unit('CAU1'), await a.unit('CAU2')];
    const aClass = await a.trainingClass({
      ...{ course, opensOn: '2026-02-07' },
      allocations: [
        [one, 6],
        [other, 4],
      ],
    });
    const people = [
      await a.person({ in: one, sex: 'female', birthDate: '1995-01-01' }),
      await a.person({ in: one, birthDate: '1980-01-01' }),
      await a.person({ in: one, birthDate: '1980-01-01', position: 'Nhân viên', keyCadre: false }),
    ];
    await a.person({ in: other });
    for (const person of people) {
      const nominated = await app.as(office).post(`/api/v1/classes/${aClass.id}/nominations`, {
        ...{
          personId: person.id,
          unitId: one.id,
          letter: { number: '1-CV/ĐU', date: '2026-01-05' },
          acknowledged: true,
        },
      });
      expect(nominated.status).toBe(201);
    }
    const { body } = await app.as(office).get<Shown>(`/api/v1/classes/${aClass.id}/composition`);
    expect(body.wishes.map(({ isMet, sentence, verified }) => [isMet, sentence.vi, verified])).toEqual([
      [false, 'Nữ: 1/10, mong 3 (30%).', false],
      [true, 'Từ 35 tuổi trở xuống: 1/10, mong 1 (10%).', false],
      [false, 'Quá 50% chỉ tiêu của lớp: CAU1 6/10.', false],
      [false, 'Quá 90% cán bộ chủ chốt của mình vào lớp: CAU1 2/2.', false],
    ]);
    for (const path of ['nominations', 'seats']) {
      expect((await app.as(office).get(`/classes/${aClass.id}/${path}`)).text).toContain('Nữ: 1/10, mong 3 (30%).');
      const secretary = await app.as(await a.secretaryOf(one)).get(`/classes/${aClass.id}/${path}`);
      expect([secretary.status, secretary.text.includes('mong 3')]).toEqual([200, false]);
    }
  });

  it('is what the course wished for on the day the class opens, and holds nobody up', async () => {
    const course = await a.course();
    const put = await wish(course.id, 'women_share', { atLeast: 0.5 }, '2026-03-01');
    expect(put.status).toBe(201);
    const [before, after] = [
      await a.trainingClass({ course, opensOn: '2026-02-07' }),
      await a.trainingClass({ course, opensOn: '2026-03-07' }),
    ];
    const wishes = async (id: string) =>
      (await app.as(office).get<Shown>(`/api/v1/classes/${id}/composition`)).body.wishes.length;
    expect([await wishes(before.id), await wishes(after.id)]).toEqual([0, 1]);
    expect(await app.sql(`SELECT severity FROM course_rules WHERE course_id = $1`, course.id)).toEqual([
      { severity: 'warn' },
    ]);
    const page = await app.as(office).get(`/courses/${course.id}?on=2026-03-01`);
    expect(page.text).toContain('Mong nữ chiếm từ 50% chỉ tiêu của lớp.');
    const form = await app.as(office).get(`/courses/${course.id}/rules/new?rule=youth_share`);
    expect([form.status, form.text.includes('name="severity"')]).toEqual([200, false]);
    expect((await wish(course.id, 'unit_seat_share', { atMost: 30 })).status).toBe(422);
  });
});
