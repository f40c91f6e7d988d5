import { momentAt } from '../../src/platform/clock';
import { aStudy } from '../study-sessions/study';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltPerson, type BuiltUnit } from '../builders';

interface Needs {
  readonly items: readonly {
    readonly kind: string;
    readonly deadline: string | null;
    readonly person: { fullName: string };
  }[];
  readonly next: string | null;
}

describe('levels and training needs', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let other: BuiltUnit;
  let secretary: BuiltAccount;
  let probationer: BuiltPerson;
  let aware: { id: string };
  let holder: BuiltPerson;
  let newMembers: { id: string };
  let openClass: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    [unit, other] = [await a.unit('LIX'), await a.unit('PAC')];
    secretary = await a.secretaryOf(unit);
    newMembers = await a.course({ code: 'new_member', nameVi: 'Bồi dưỡng đảng viên mới', nameEn: 'New members' });
    await a.rule(newMembers, 'admission', 'inside_probation', { months: 12 });
    aware = await a.course({ code: 'party_awareness', nameVi: 'Nhận thức về Đảng' });
    await a.rule(aware, 'admission', 'standing', { anyOf: ['non_member'] });
    await a.rule(aware, 'award', 'certificate', { series: 'GCN', template: '{seq:3}', validMonths: 60 });
    await a.course({ code: 'intermediate_theory', kind: 'theory', award: 'diploma', raisesTo: 'intermediate' });
    openClass = await a.trainingClass({ course: newMembers, name: 'Lớp đảng viên mới khóa I' });
    await a.trainingClass({ course: newMembers, name: 'Lớp đã chốt danh sách', state: 'confirmed' });

    await a.person({ in: unit, fullName: 'Trần Sơ Cấp' });
    await a.person({ in: unit, fullName: 'Lê Trung Cấp', theoryLevel: 'intermediate' });
    await a.person({ in: unit, fullName: 'Đã Đi Rồi', leftOn: '2026-01-01' });
    await a.person({ in: other, fullName: 'Người Khác' });
    const plain = { in: unit, keyCadre: false, planned: false } as const;
    probationer = await a.person({
      ...plain,
      fullName: 'Phan Dự Bị',
      standing: 'probationary',
      joinedOn: '2025-03-01',
    });
    holder = await a.person({ ...plain, fullName: 'Võ Quần Chúng', standing: 'non_member', joinedOn: null });
    await a.insert('training_records', {
      ...recordOf(holder),
      startedOn: '2021-05-01',
      endedOn: '2021-05-10',
      awardNumber: '001',
      validUntil: '2026-05-10',
    });
  });
  afterAll(() => app.stop());

  const recordOf = (person: BuiltPerson) => ({
    personId: person.id,
    courseId: aware.id,
    holderName: person.fullName,
    courseName: 'Nhận thức về Đảng',
    className: 'Lớp cũ',
    unitName: 'Đơn vị cũ',
    recordedAt: app.clock.now(),
  });

  const needsOf = async (account: BuiltAccount, query = '') =>
    (await app.as(account).get<Needs>(`/api/v1/reports/coverage/needs${query}`)).body;
  const names = ({ items }: Needs) => items.map(({ person }) => person.fullName);

  it('are counted for the units one reaches: nobody who left, and nobody twice', async () => {
    const own = (await app.as(secretary).get('/api/v1/reports/coverage')).body;
    expect(own).toMatchObject({
      units: [{ code: 'LIX', keyCadres: 2, levels: { none: 0, elementary: 1, intermediate: 1, advanced: 0 } }],
      total: { needs: { new_member: 1, theory_level: 1, certificate: 1, study: 0 } },
    });
    const all = (await app.as(await a.office()).get('/api/v1/reports/coverage')).body;
    expect(all).toMatchObject({ total: { keyCadres: 3, needs: { theory_level: 2 } } });
    expect((await app.as(secretary).get(`/api/v1/reports/coverage?unitId=${other.id}`)).status).toBe(404);
  });

  it('are listed by deadline, filtered, sorted and page by page', async () => {
    expect(names(await needsOf(secretary))).toEqual(['Phan Dự Bị', 'Võ Quần Chúng', 'Trần Sơ Cấp']);
    expect(names(await needsOf(secretary, '?sort=-name'))).toEqual(['Võ Quần Chúng', 'Trần Sơ Cấp', 'Phan Dự Bị']);
    expect(names(await needsOf(secretary, '?kind=certificate&months=1'))).toEqual([]);
    const first = await needsOf(secretary, '?limit=2');
    const second = await needsOf(secretary, `?limit=2&after=${first.next}`);
    expect([names(first), names(second), second.next]).toEqual([
      ['Phan Dự Bị', 'Võ Quần Chúng'],
      ['Trần Sơ Cấp'],
      null,
    ]);
  });

  it('stand on a page whose numbers lead to the names, and in an Excel file that leaves a journal line', async () => {
    const page = await app.as(secretary).get('/reports/coverage');
    expect(page.text).toContain('Cần học xong Bồi dưỡng đảng viên mới trong thời gian dự bị, trước ngày 01/03/2026.');
    const [, link] = /href="(\/people\?[^"]+theoryLevel=elementary[^"]+)"/.exec(page.text)!;
    const people = (await app.as(secretary).get(link!.replaceAll('&amp;', '&'))).text;
    expect(people).toContain('Trần Sơ Cấp');
    expect(people).not.toContain('Đã Đi Rồi');

    const file = await app.as(secretary).download('/reports/coverage/workbook?kind=theory_level');
    expect(file.content.subarray(0, 2).toString()).toBe('PK');
    const lines = await app.sql(
      `SELECT account_id AS by, unit_id AS unit FROM journal_lines WHERE action = 'reports.coverage_downloaded'`,
    );
    expect(lines).toEqual([{ by: secretary.id, unit: unit.id }]);
  });

  it('are one’s own to see, with the call that is open, on page and API', async () => {
    const cadre = await a.account({ person: probationer });
    expect((await app.as(cadre).get('/api/v1/me/training-needs')).body).toMatchObject({
      needs: [
        {
          kind: 'new_member',
          deadline: '2026-03-01',
          verified: true,
          citation: { vi: 'Quy định mẫu' },
          openCalls: [{ classId: openClass.id, className: 'Lớp đảng viên mới khóa I' }],
        },
      ],
    });
    const page = await app.as(cadre).get('/my-training-needs');
    expect(page.text).toContain(`href="/classes/${openClass.id}"`);
    expect((await app.as(secretary).get(`/people/${probationer.id}/training-needs`)).status).toBe(200);
    expect((await app.as(cadre).get(`/people/${holder.id}/training-needs`)).status).toBe(404);
  });

  it('count a study as missed by the roll as corrected: not for the exempt, nor for who was put off the roll', async () => {
    const called = await a.unit('CSV');
    const names = ['Bùi Được Miễn', 'Cao Vắng Mặt', 'Đỗ Ghi Nhầm', 'Hồ Bổ Sung'];
    const plain = { in: called, keyCadre: false, planned: false } as const;
    const [exempt, absent, wrong] = await Promise.all(
      names.slice(0, 3).map((full_name) => a.person({ ...plain, fullName: full_name })),
    );
    const study = await aStudy(a, [called]);
    const office = app.as(await a.office());
    const path = `/api/v1/classes/${study.id}/obliged-units/${called.id}`;
    await office.put(`${path}/exemptions/${exempt!.id}`, { ground: 'old_age', decidedBy: 'Chi bộ 1' });
    await office.post(`/api/v1/classes/${study.id}/roll`, { reason: 'In danh sách' });
    const added = await a.person({ ...plain, fullName: names[3]! });
    const why = { decision: 'Công văn 2', reason: 'Rà soát' };
    await office.post(`${path}/roll-corrections`, { ...why, personId: wrong!.id, place: 'off_roll' });
    await office.post(`${path}/roll-corrections`, { ...why, personId: added.id, place: 'obliged' });
    app.clock.moveTo(momentAt('2026-02-09', '08:00'));
    const { items } = (
      await office.get<Needs>(`/api/v1/reports/coverage/needs?unitId=${called.id}&kind=study&sort=name`)
    ).body;
    app.clock.moveTo(startOfSpecs);
    expect(items.map(({ person }) => person.fullName).toSorted()).toEqual([absent!.fullName, added.fullName]);
  });

  it('do not take a revoked certificate for one that lasts', async () => {
    await a.insert('training_records', { ...recordOf(holder), startedOn: '2025-03-01', endedOn: '2025-03-05' });
    expect(names(await needsOf(secretary, '?kind=certificate'))).toEqual(['Võ Quần Chúng']);
    const other = await a.person({ in: unit, fullName: 'Đỗ Bị Thu Hồi', standing: 'non_member', keyCadre: false });
    const gone = { ...recordOf(other), startedOn: '2025-03-01', endedOn: '2025-03-05' };
    await a.insert('training_records', { ...gone, awardRevokedOn: '2025-12-01' });
    const { items } = await needsOf(secretary, '?kind=certificate');
    expect(names({ items } as Needs)).toEqual(['Đỗ Bị Thu Hồi', 'Võ Quần Chúng']);
    expect(JSON.stringify(items[0])).toContain('đã bị thu hồi ngày 01/12/2025');
  });
});
