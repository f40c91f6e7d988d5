import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltUnit } from '../builders';
import { aStudy, mark, studyDay } from '../study-sessions/study';
import { papersOf } from './reading';

describe('papers of a class beside the lists of its learners', () => {
  let app: TestApp;
  let a: Builders;
  let papers: ReturnType<typeof papersOf>;
  let [office, group, secretary, manager]: BuiltAccount[] = [];
  let [one, two]: BuiltUnit[] = [];
  let inClass: BuiltClass;
  const blocked = (outcome: string, vi: string, override: object | null = null) => ({
    ...{ rule: 'age', outcome, sentence: { vi, en: '' }, citation: null, verified: true, override },
  });

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    papers = papersOf(app);
    [one, two] = [await a.unit('A-LIX'), await a.unit('B-CSM')];
    [office, group, secretary] = [await a.office(), await a.groupOfficer(), await a.secretaryOf(one)];
    const allocations = [[one, 2] as const, [two, 1] as const];
    inClass = await a.trainingClass({ allocations, pool: 1, name: 'Trung cấp K1' });
    manager = await a.account({ roles: [['class_manager', inClass]] });
    await a.halfDay(inClass, '2026-02-07');
    const sent = async (fullName: string, of: BuiltUnit, words: object, checks: readonly object[]) => {
      const person = await a.person({ in: of, fullName });
      const nomination = await a.nomination({ in: inClass, of, person, ...words });
      await a.change('nominations', { id: nomination.id }, { checks: JSON.stringify(checks) });
    };
    await sent('Lê Được', one, { state: 'accepted', seat: 1 }, [blocked('pass', 'Đủ tuổi.')]);
    await sent('Lê Dự', one, { rank: 1 }, [blocked('warn', 'Chưa có xếp loại năm 2025.')]);
    await sent('Trần Không', two, { state: 'rejected', reason: 'Chưa đủ hồ sơ' }, [
      blocked('block', 'Chưa đủ 30 tuổi.'),
    ]);
    await sent('Trần Riêng', two, { seat: 3 }, [
      blocked('pass', '', { decisionNumber: '9-QĐ/TW', decisionDate: '2026-01-02', authority: 'Ban Bí thư' }),
    ]);
    await sent('Lê Nháp', one, { state: 'draft' }, []);
  });
  afterAll(() => app.stop());

  const paper = (sheet: string, query = '', of: { id: string } = inClass) =>
    `/api/v1/classes/${of.id}/printouts/${sheet}${query}`;

  it('say whose seats there are, the pool last, and add them up', async () => {
    const rows = await papers.rows(group!, paper('seats'));
    const ofShare = (label: string) => rows.find((cells) => cells[1]?.includes(label))!.slice(2);
    expect(ofShare('A-LIX')).toEqual(['2', '1', '1', '1']);
    expect(ofShare('Chỉ tiêu chung')).toEqual(['1', '0', '1', '0']);
    expect(ofShare('Cộng')).toEqual(['4', '2', '2', '1']);
    expect(await papers.word(office!, paper('seats'))).toContain('BẢNG PHÂN BỔ CHỈ TIÊU Lớp Trung cấp K1');
  });

  it('list who was put forward with what the rules say and what was decided, without drafts', async () => {
    const rows = await papers.rows(office!, paper('nominations'));
    const of = (name: string) => rows.find((cells) => cells[1] === name)!;
    expect(of('Lê Được').slice(4)).toEqual([
      '12-CV/ĐU, 04/01/2026',
      'Đủ điều kiện.',
      'Đã duyệt, là học viên của lớp (chỉ tiêu số 1).',
    ]);
    expect(of('Lê Dự')[5]).toBe('Đủ điều kiện. Cần xem lại: Chưa có xếp loại năm 2025.');
    expect(of('Trần Không').slice(5)).toEqual([
      'Chưa đủ điều kiện: Chưa đủ 30 tuổi.',
      'Không duyệt. Lý do: Chưa đủ hồ sơ',
    ]);
    expect(of('Trần Riêng')[5]).toContain('Theo Quyết định số 9-QĐ/TW ngày 02/01/2026 của Ban Bí thư.');
    expect(rows.flat()).not.toContain('Lê Nháp');
    expect(rows.flat()).toContain('Danh sách có 4 người, đã duyệt 1 người, đến ngày 05/01/2026./.');
  });

  it('invite each guest on a page of their own, to where and when the class begins', async () => {
    const guests = encodeURIComponent('đồng chí Lê Văn A, Bí thư\n\n ông Trần B ');
    const said = await papers.word(office!, paper('invitation', `?guests=${guests}&number=7-GM/ĐUK`));
    expect(said.match(/GIẤY MỜI/g)).toHaveLength(2);
    expect(said).toContain('Kính mời: đồng chí Lê Văn A, Bí thư');
    expect(said).toContain('Kính mời: ông Trần B');
    expect(said).toContain('Thời gian:  08:00 (sáng) ngày 07/02/2026.');
    expect(await papers.text(office!, paper('invitation'))).toContain('Số ……-GM/ĐU');
  });

  it('report a study: what, where, how many of whom, and who has not done it', async () => {
    const study = await aStudy(a, [one!, two!]);
    const people = [await a.person({ in: one }), await a.person({ in: one }), await a.person({ in: two })];
    for (const person of people.slice(0, 2)) await a.enrollment({ in: study, person });
    app.clock.moveTo(new Date(`${studyDay}T12:00:00+07:00`));
    await mark(a, study.halfDay, 'present', people[0]!, people[1]!);
    const rows = await papers.rows(office!, paper('study-report', '', study));
    const said = rows.flat().join(' ');
    expect(said).toContain('Số ……-BC/ĐU');
    expect(said).toContain('tại Hội trường Khối, 12 Nguyễn Huệ');
    expect(said).toContain('1/2 đơn vị đã tổ chức học tập');
    const total = rows.find((cells) => cells[1] === 'Cộng')!;
    expect(Number(total[5])).toBe(2);
    expect(said).toMatch(/Chưa học: [^.]*B-CSM/);
    const own = await papers.text(secretary!, paper('study-report', '', study));
    expect(own).toContain('1/1 đơn vị');
    const uncalled = await a.trainingClass({ course: await a.course({ kind: 'study_session', award: 'none' }) });
    expect(await papers.status(office!, paper('study-report', '', uncalled))).toBe(409);
    expect(await papers.status(office!, paper('seats', '', study))).toBe(404);
  });

  it('are for whoever reads the same on screen: Group and units what concerns their people', async () => {
    expect(await papers.text(group!, paper('nominations'))).toContain('Trần Không');
    const own = await papers.text(secretary!, paper('nominations'));
    expect(own).toContain('Lê Dự');
    expect(own).not.toContain('Trần');
    expect(await papers.status(secretary!, paper('nominations', `?unitId=${two!.id}`))).toBe(404);
    for (const sheet of ['nominations', 'seats']) expect(await papers.status(manager!, paper(sheet))).toBe(403);
    for (const sheet of ['invitation', 'opening-decision']) expect(await papers.status(group!, paper(sheet))).toBe(403);
    const page = (await app.as(group!).get<string>(`/classes/${inClass.id}/printouts`)).text;
    for (const title of ['Bảng phân bổ chỉ tiêu', 'Danh sách cử đi học', 'Danh sách học viên'])
      expect(page).toContain(title);
    expect(page).not.toContain('Quyết định mở lớp');
  });

  it('are refused with a remedy where there is nothing to say yet', async () => {
    const empty = await a.trainingClass();
    const refused = await app.as(office!).get(paper('nominations', '', empty));
    expect([refused.status, refused.body['code']]).toEqual([409, 'nobody_nominated']);
    const off = await a.trainingClass({ state: 'cancelled' });
    expect(await papers.status(office!, paper('invitation', '', off))).toBe(409);
    const back = await app.as(office!).get<string>(`/classes/${off.id}/printouts/invitation?guests=Lê%20A`);
    expect([back.status, back.text.includes('Lê A')]).toEqual([409, true]);
  });
});
