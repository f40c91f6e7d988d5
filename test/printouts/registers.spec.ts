import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';
import { enrolled } from '../reports/little-world';
import { papersOf } from './reading';

describe('what is kept by year and by person, as papers', () => {
  let app: TestApp;
  let a: Builders;
  let papers: ReturnType<typeof papersOf>;
  let [office, group, secretary]: BuiltAccount[] = [];
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start({ PRINTED_ROWS: '3' });
    a = new Builders(app);
    papers = papersOf(app);
    unit = await a.unit('LIX');
    [office, group, secretary] = [await a.office(), await a.groupOfficer(), await a.secretaryOf(unit)];
  });
  afterAll(() => app.stop());

  it('the plan of a year with what was done of it, who confirmed it, and classes outside', async () => {
    const course = await a.course();
    const { id } = await a.planLine({ course });
    const counted = await a.trainingClass({ course, planLineId: id, seats: 2 });
    await enrolled(a, { in: counted, of: unit, seat: 1, marks: [] });
    await a.trainingClass({ name: 'Lớp đột xuất' });
    await app.as(group!).post('/api/v1/training-plans/2026/confirmations', { lines: [{ id, version: 1 }] });
    const path = '/api/v1/training-plans/2026/paper';
    const rows = await papers.rows(group!, path);
    // Quarter; classes planned, opened, in percent; people planned, needed, enrolled, in percent.
    const line = rows.find(([number]) => number === '1')!;
    expect(line.slice(2, 10)).toEqual(['1', '2', '1', '50', '60', '0', '1', '1.7']);
    expect(line[10]).toContain('05/01/2026');
    expect(rows.find((cells) => cells[1] === 'Cộng')!.slice(3, 5)).toEqual(['2', '1']);
    expect(rows.flat().join(' ')).toContain('Lớp đột xuất');
    expect(await papers.word(secretary!, path)).toContain('KẾ HOẠCH đào tạo, bồi dưỡng');
    expect(await papers.text(office!, '/api/v1/training-plans/2031/paper')).toContain('Năm 2031 chưa có kế hoạch.');
  });

  it('the register of certificates, for the office', async () => {
    const closed = await a.trainingClass({ state: 'closed', closedAt: '2026-01-04T10:00:00+07:00', name: 'Lớp B' });
    await a.register(5);
    for (const sequence of [1, 2, 3, 4]) {
      const enrollment = await a.enrollment({
        in: closed,
        person: await a.person({ in: unit, fullName: `Lê Số ${sequence}` }),
      });
      const completion = await a.completion(closed, enrollment, { completed: true });
      await a.certificate(completion, enrollment.person, sequence, { verificationCode: `REG${sequence}` });
    }
    const path = '/api/v1/certificates/paper?year=2026';
    const rows = await papers.rows(office!, path);
    expect(rows.flat()).toContain('Năm 2026');
    expect(rows.find((cells) => cells[2] === 'Lê Số 2')![1]).toBe('002/2026/GCN-ĐUK');
    expect(rows.flat().join(' ')).toContain('Sổ có 4 giấy chứng nhận');
    // More than is printed at a time: chosen of, or taken as a workbook.
    expect(await papers.status(office!, path)).toBe(422);
    expect(await papers.word(office!, `${path}&search=002`)).toContain('Lê Số 2');
    expect(await papers.text(office!, `${path}&search=zzz`)).toContain('Chưa cấp giấy chứng nhận nào.');
    for (const who of [group!, secretary!]) expect(await papers.status(who, path)).toBe(403);
    expect((await app.as(office!).get<string>('/certificates?year=2026')).text).toContain(
      '/certificates/paper?year=2026&amp;format=docx',
    );
  });

  it('what somebody completed, for themselves and whoever may see them', async () => {
    const person = await a.person({ in: unit, fullName: 'Đỗ Thị Hồ Sơ' });
    const path = `/api/v1/people/${person.id}/training-record/paper`;
    const mine = await a.account({ person });
    expect(await papers.word(mine, path)).toContain('chưa có lớp, văn bằng nào được ghi nhận');
    await a.insert('training_records', {
      ...{ personId: person.id, kind: 'external_diploma', holderName: 'Đỗ Thị Hồ Sơ', courseName: 'Trung cấp LLCT' },
      ...{ className: 'Trường', startedOn: '2018-01-02', endedOn: '2018-06-30', issuedOn: '2018-06-30' },
      ...{ issuedBy: 'Trường', awardNumber: 'TC-1', theoryLevel: 'elementary', recordedAt: app.clock.now() },
    });
    const rows = await papers.rows(secretary!, path);
    expect(rows.find(([number]) => number === '1')!.slice(1, 4)).toEqual([
      'Trung cấp LLCT Trường',
      '02/01/2018',
      '30/06/2018',
    ]);
    expect(await papers.status(await a.secretaryOf(await a.unit()), path)).toBe(404);
    expect((await app.as(mine).get<string>('/my-training-record')).text).toContain(
      `/people/${person.id}/training-record/paper?format=docx`,
    );
  });

  it('the year of a unit and its key cadres', async () => {
    const path = `/api/v1/reports/unit/paper?year=2026&unitId=${unit.id}`;
    const rows = await papers.rows(group!, path);
    const said = rows.flat().join(' ');
    expect(said).toContain('PHIẾU ĐƠN VỊ Đơn vị LIX');
    expect(said).toContain('Cán bộ chủ chốt theo trình độ lý luận chính trị');
    expect(rows.filter((cells) => cells[1] === 'Cộng')).not.toHaveLength(0);
    expect(await papers.word(secretary!, '/api/v1/reports/unit/paper')).toContain('PHIẾU ĐƠN VỊ');
    expect(await papers.status(await a.secretaryOf(await a.unit()), path)).toBe(404);
    const page = (await app.as(secretary!).get<string>('/reports/unit?year=2026')).text;
    expect(page).toContain('/reports/unit/paper?year=2026');
  });
});
