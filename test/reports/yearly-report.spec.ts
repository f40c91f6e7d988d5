import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';
import { papersOf } from '../printouts/reading';
import { enrolled } from './little-world';

interface Report {
  readonly id: string;
  readonly year: number;
  readonly edition: number;
  readonly state: string;
  readonly version: number;
  readonly groupId: string;
  readonly figures: { readonly report: { readonly total: { readonly enrolled: number } } };
  readonly confirmations: readonly { readonly bodyId: string }[];
  readonly changes: readonly { readonly measure: string; readonly then: number; readonly now: number }[];
  readonly replacedBy: number | null;
  readonly code?: string;
}

describe('the report both committees sign', () => {
  let app: TestApp;
  let a: Builders;
  let papers: ReturnType<typeof papersOf>;
  let [office, group, secretary]: BuiltAccount[] = [];
  let [lix, outside]: BuiltUnit[] = [];
  let inClass: BuiltClass;
  let seat = 0;

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    papers = papersOf(app);
    [lix, outside] = [await a.unit('LIX'), await a.unitOfTheBloc()];
    [office, group, secretary] = [await a.office(), await a.groupOfficer(), await a.secretaryOf(lix)];
    inClass = await a.trainingClass({ seats: 9 });
    seat = 0;
    await learner(lix);
    await learner(outside);
  });
  afterEach(() => app.stop());

  const learner = async (of: BuiltUnit) => enrolled(a, { in: inClass, of, seat: ++seat, marks: [] });
  const path = '/api/v1/yearly-reports';
  const draw = async (as = office!, body: object = { year: 2026 }) => app.as(as).post<Report>(path, body);
  const read = async (id: string, as = office!) => (await app.as(as).get<Report>(`${path}/${id}`)).body;
  const confirm = async (id: string, as: BuiltAccount, version = 1) =>
    app.as(as).post<Report>(`${path}/${id}/confirmation`, { version });
  const frozen = async () => {
    const { id } = (await draw()).body;
    await confirm(id, group!);
    await confirm(id, office!);
    return id;
  };

  it('is drawn up by the office over the units of the Group, one draft a year', async () => {
    const drawn = await draw();
    expect(drawn.status).toBe(201);
    expect(drawn.body).toMatchObject({ year: 2026, edition: 1, state: 'draft', version: 1, confirmations: [] });
    expect(drawn.body.figures.report.total.enrolled).toBe(1);
    expect(drawn.body.groupId).toBe((await a.organization()).group.id);
    const again = await draw();
    expect([again.status, again.body.code]).toEqual([409, 'yearly_report_drawn_already']);
    expect((await draw(group)).status).toBe(403);
    expect((await draw(secretary)).status).toBe(403);
    const { items } = (await app.as(group!).get<{ items: Report[] }>(`${path}?year=2026`)).body;
    expect(items.map(({ id }) => id)).toEqual([drawn.body.id]);
  });

  it('is frozen once both have confirmed it, each as itself, and the journal says who', async () => {
    const { id } = (await draw()).body;
    expect((await confirm(id, group!)).body).toMatchObject({ state: 'draft' });
    expect((await confirm(id, group!)).status).toBe(200);
    expect((await confirm(id, secretary!)).status).toBe(403);
    expect((await confirm(id, office!)).body).toMatchObject({ state: 'frozen', changes: [] });
    const { bloc, group: ofGroup } = await a.organization();
    const lines = await app.sql<{ action: string; unitId: string }>(
      `SELECT action, unit_id FROM journal_lines WHERE subject_id = $1 ORDER BY id`,
      id,
    );
    expect(lines).toEqual([
      { action: 'yearly_reports.drawn', unitId: ofGroup.id },
      { action: 'yearly_reports.confirmed', unitId: ofGroup.id },
      { action: 'yearly_reports.confirmed', unitId: bloc.id },
      { action: 'yearly_reports.frozen', unitId: ofGroup.id },
    ]);
  });

  it('stands on the desk of whoever has to confirm it, until they have', async () => {
    const { id } = (await draw()).body;
    const isShown = async (as: BuiltAccount) =>
      (await app.as(as).get<string>('/')).text.includes(`/yearly-reports/${id}`);
    expect([await isShown(office!), await isShown(group!), await isShown(secretary!)]).toEqual([true, true, false]);
    await confirm(id, group!);
    expect([await isShown(office!), await isShown(group!)]).toEqual([true, false]);
    await confirm(id, office!);
    expect(await isShown(office!)).toBe(false);
  });

  it('is confirmed as it was read: drawn anew, both are asked again', async () => {
    const { id } = (await draw()).body;
    await confirm(id, group!);
    await learner(lix!);
    expect((await read(id)).changes).toContainEqual(expect.objectContaining({ measure: 'enrolled', then: 1, now: 2 }));
    const anew = await app.as(office!).post<Report>(`${path}/${id}/figures`, { remarks: 'Hai bên đã đối chiếu.' });
    expect(anew.body).toMatchObject({ version: 2, confirmations: [], changes: [] });
    expect(anew.body.figures.report.total.enrolled).toBe(2);
    expect((await confirm(id, group!, 1)).status).toBe(412);
    await confirm(id, office!, 2);
    expect((await confirm(id, group!, 2)).body).toMatchObject({ state: 'frozen' });
  });

  it('keeps its figures: the paper says them, and that the register has changed since', async () => {
    const id = await frozen();
    const paper = `${path}/${id}/paper`;
    expect(await papers.text(group!, paper)).not.toContain('đã thay đổi');
    await learner(lix!);
    app.clock.moveTo(new Date('2027-01-10T09:00:00+07:00'));
    const rows = await papers.rows(group!, paper);
    const said = rows.flat().join(' ');
    expect(said).toContain('BÁO CÁO CHUNG');
    expect(said).toContain('Số liệu đã được hai cấp ủy xác nhận');
    expect(said).toContain('Ngoài kế hoạch đã mở 1 lớp, 2 học viên.');
    expect(said).toContain('mục I và II của cả Khối');
    expect(said).toMatch(/đã thay đổi so với bản này: .*học viên 1 → 2/i);
    expect(said).toContain('ngày 05 tháng 01 năm 2026');
    expect(rows.find((cells) => cells[1]?.includes('LIX'))).toBeDefined();
    expect(await papers.word(office!, paper)).toContain('BÁO CÁO CHUNG');
    expect(await papers.status(secretary!, paper)).toBe(403);
    await expect(app.sql(`UPDATE yearly_reports SET remarks = 'x' WHERE id = $1`, id)).rejects.toThrow(/kept/);
    await expect(app.sql(`DELETE FROM yearly_reports WHERE id = $1`, id)).rejects.toThrow(/kept/);
    const anew = await app.as(office!).post<Report>(`${path}/${id}/figures`);
    expect([anew.status, anew.body.code]).toEqual([409, 'yearly_report_settled']);
  });

  it('has a new edition when something has to be said anew; the one before stays and says so', async () => {
    const id = await frozen();
    await learner(lix!);
    const second = (await draw()).body;
    expect(second).toMatchObject({ edition: 2, state: 'draft' });
    expect(await read(id)).toMatchObject({ replacedBy: null });
    await confirm(second.id, office!);
    await confirm(second.id, group!);
    expect(await read(id)).toMatchObject({ state: 'frozen', replacedBy: 2 });
    expect((await read(id)).figures.report.total.enrolled).toBe(1);
    expect(await papers.text(office!, `${path}/${id}/paper`)).toContain('đã được thay bằng bản lần 2');
  });

  it('calls the committees as they were called when they confirmed it', async () => {
    const { group: ofGroup } = await a.organization();
    const id = await frozen();
    const [{ nameVi } = { nameVi: '' }] = await app.sql<{ nameVi: string }>(
      'SELECT name_vi FROM unit_names WHERE unit_id = $1',
      ofGroup.id,
    );
    app.clock.moveTo(new Date('2026-03-01T09:00:00+07:00'));
    const renamed = { nameVi: 'Đảng bộ Tập đoàn Mới', nameEn: 'The new Group', since: '2026-03-01', reason: 'QĐ 9' };
    expect((await app.as(office!).post(`/api/v1/units/${ofGroup.id}/names`, renamed)).status).toBeLessThan(300);
    const paper = await papers.text(office!, `${path}/${id}/paper`);
    expect(paper).toContain(nameVi);
    expect(paper).not.toContain('Tập đoàn Mới');
    expect((await app.as(office!).get<string>(`/yearly-reports/${id}`)).text).not.toContain('Tập đoàn Mới');
    expect(await read(id)).toMatchObject({ groupNameVi: nameVi, bodies: [{}, { nameVi }] });
  });

  it('is one for each Group, which reads its own alone', async () => {
    const { bloc, group: ofGroup } = await a.organization();
    const founded = { code: 'TD2', kind: 'group', nameVi: 'Tập đoàn Hai', nameEn: 'Group Two', parentId: bloc.id };
    const second = (await app.as(office!).post<{ id: string }>('/api/v1/units', { ...founded, since: '2026-01-01' }))
      .body;
    const officer = async (...groups: { id: string }[]) =>
      a.account({ roles: groups.map((one) => ['group_officer', one] as const) });
    const [theirs, both] = [await officer(second), await officer(second, ofGroup)];
    const which = await draw();
    expect([which.status, which.text]).toEqual([422, expect.stringContaining('Chọn Tập đoàn')]);
    const own = (await draw(office, { year: 2026, groupId: ofGroup.id })).body;
    const offered = (await app.as(office!).get<string>('/yearly-reports?year=2026')).text;
    expect(offered).toContain(`name="groupId" value="${second.id}"`);
    const drawn = await app.as(office!).form('/yearly-reports', { year: '2026', groupId: second.id });
    const other = await read(drawn.headers.get('location')!.split('/').at(-1)!);
    expect((await app.as(office!).get<string>('/yearly-reports?year=2026')).text).not.toContain('id="draw"');
    expect([own.figures.report.total.enrolled, other.figures.report.total.enrolled]).toEqual([1, 0]);
    for (const answer of [
      await app.as(theirs).get(`${path}/${own.id}`),
      await app.as(theirs).get(`/yearly-reports/${own.id}`),
      await app.as(theirs).get(`${path}/${own.id}/paper`),
      await confirm(own.id, theirs),
    ])
      expect(answer.status).toBe(404);
    const { items } = (await app.as(theirs).get<{ items: Report[] }>(`${path}?year=2026`)).body;
    expect(items.map(({ id }) => id)).toEqual([other.id]);
    const desk = (await app.as(both).get<string>('/')).text;
    expect([own, other].map(({ id }) => desk.includes(`/yearly-reports/${id}`))).toEqual([true, true]);
    expect((await confirm(other.id, both)).body.confirmations).toMatchObject([{ bodyId: second.id }]);
    expect((await app.as(both).get<string>('/')).text).not.toContain(`/yearly-reports/${other.id}`);
  });

  it('is not frozen by one committee alone when the other is none any more', async () => {
    const { id } = (await draw()).body;
    const { group: ofGroup } = await a.organization();
    await app.sql(`UPDATE units SET left_on = '2026-01-01' WHERE id = $1`, ofGroup.id);
    expect((await confirm(id, office!)).body).toMatchObject({ state: 'draft', bodies: [{}, { id: ofGroup.id }] });
  });

  it('of a year without classes says nothing of shares', async () => {
    for (const year of [2019, 2027]) {
      const { id } = (await draw(office, { year })).body;
      expect(await read(id)).toMatchObject({ figures: { report: { total: { completion: { rate: null } } } } });
      for (const format of ['pdf', 'xlsx', 'docx'])
        expect(await papers.status(office!, `${path}/${id}/paper?format=${format}`)).toBe(200);
    }
  });

  it('is frozen once by two who confirm at once, and drawn once by two who draw at once', async () => {
    const drawn = await Promise.all([draw(), draw(), draw()]);
    expect(drawn.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const { id } = drawn.find(({ status }) => status === 201)!.body;
    await Promise.all([office!, group!, office!, group!].map(async (as) => confirm(id, as)));
    expect(await read(id)).toMatchObject({ state: 'frozen', confirmations: [{}, {}] });
    const frozenLines = await app.sql(`SELECT FROM journal_lines WHERE action = 'yearly_reports.frozen'`);
    expect(frozenLines).toHaveLength(1);
  });

  it('is taken back while nobody or one has confirmed it, with a reason', async () => {
    const { id } = (await draw()).body;
    await confirm(id, group!);
    expect((await app.as(office!).post(`${path}/${id}/withdrawal`, {})).status).toBe(422);
    const back = await app.as(office!).post<Report>(`${path}/${id}/withdrawal`, { reason: 'Lập nhầm năm' });
    expect(back.body).toMatchObject({ state: 'withdrawn' });
    expect((await confirm(id, office!)).status).toBe(409);
    expect((await draw()).body).toMatchObject({ edition: 2, state: 'draft' });
  });

  it('is not confirmed by one person for both committees', async () => {
    const { bloc, group: ofGroup } = await a.organization();
    const both = await a.account({
      roles: [
        ['training_officer', bloc],
        ['group_officer', ofGroup],
      ],
    });
    const { id } = (await draw()).body;
    await confirm(id, both);
    await confirm(id, both);
    expect(await read(id)).toMatchObject({ state: 'draft', confirmations: [{ bodyId: bloc.id }] });
    await expect(
      app.sql(
        `INSERT INTO yearly_report_confirmations (report_id, version, body_id, confirmed_at, confirmed_by) VALUES ($1, 1, $2, now(), $3)`,
        id,
        ofGroup.id,
        both.id,
      ),
    ).rejects.toThrow('yearly_report_confirmations_one_body');
  });

  it('has pages on which both do the same, and which keep what was typed', async () => {
    const drawn = await app
      .as(office!)
      .form('/yearly-reports', { year: '2026', remarks: 'Năm đầu thực hiện Quy chế.' });
    expect(drawn.status).toBe(303);
    const page = drawn.headers.get('location')!;
    expect((await app.as(group!).get<string>(page)).text).toContain('Năm đầu thực hiện Quy chế.');
    const twice = await app.as(office!).form('/yearly-reports', { year: '2026', remarks: 'Bản khác' });
    expect([twice.status, twice.text.includes('Bản khác')]).toEqual([409, true]);
    for (const who of [group!, office!]) {
      expect((await app.as(who).get<string>(page)).text).toContain(`${page}/confirmation`);
      expect((await app.as(who).form(`${page}/confirmation`, { version: '1' })).status).toBe(303);
    }
    const shown = (await app.as(group!).get<string>(page)).text;
    expect(shown).toContain('Hai cấp ủy đã xác nhận');
    expect(shown).not.toContain(`${page}/confirmation`);
    for (const format of ['pdf', 'xlsx', 'docx']) expect(shown).toContain(`${page}/paper?format=${format}`);
    expect((await app.as(group!).get<string>('/yearly-reports?year=2026')).text).toContain(page);
  });
});
