import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';

describe('the page of papers', () => {
  let app: TestApp;
  let a: Builders;
  let [office, group, secretary]: BuiltAccount[] = [];
  let [lix, csm]: BuiltUnit[] = [];
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    [lix, csm] = [await a.unit('LIX'), await a.unit('CSM')];
    [office, group, secretary] = [await a.office(), await a.groupOfficer(), await a.secretaryOf(lix)];
    inClass = await a.trainingClass({ name: 'Trung cấp K1' });
    await a.trainingClass({ state: 'draft', name: 'Lớp còn dự thảo' });
  });
  afterAll(() => app.stop());

  const shown = async (as: BuiltAccount, query = '') => (await app.as(as).get<string>(`/papers${query}`)).text;
  const kinds = (path: string) =>
    ['pdf', 'xlsx', 'docx'].map((format) => `${path}${path.includes('?') ? '&amp;' : '?'}format=${format}`);

  it('has what the office prints of a year, of units and of classes, each in three kinds', async () => {
    const page = await shown(office!);
    for (const path of [
      '/training-plans/2026/paper',
      '/certificates/paper?year=2026',
      `/reports/unit/paper?year=2026&amp;unitId=${lix!.id}`,
      `/reports/unit/paper?year=2026&amp;unitId=${csm!.id}`,
    ])
      for (const link of kinds(path)) expect(page).toContain(`href="${link}"`);
    expect(page).toContain(`/classes/${inClass.id}/printouts`);
    expect(page).toContain('Lớp còn dự thảo');
    expect(page).toContain('/yearly-reports?year=2026');
    expect((await app.as(office!).get<string>('/classes')).text).toContain('href="/papers"');
  });

  it('leads to the joint report of the year as soon as there is one', async () => {
    const { id } = (await app.as(office!).post<{ id: string }>('/api/v1/yearly-reports', { year: 2026 })).body;
    for (const who of [office!, group!])
      for (const link of kinds(`/yearly-reports/${id}/paper`)) expect(await shown(who)).toContain(`href="${link}"`);
    expect(await shown(office!, '?year=2025')).not.toContain(id);
  });

  it('shows whoever reads it what they may print, and no more', async () => {
    const ofGroup = await shown(group!);
    expect(ofGroup).toContain('/training-plans/2026/paper');
    expect(ofGroup).not.toContain('/certificates/paper');
    const own = await shown(secretary!);
    expect(own).toContain(lix!.id);
    expect(own).not.toContain(csm!.id);
    expect(own).not.toContain('/yearly-reports');
    expect(own).not.toContain('Lớp còn dự thảo');
    const person = await a.person({ in: lix });
    const cadre = await shown(await a.account({ person }));
    for (const link of kinds(`/people/${person.id}/training-record/paper`)) expect(cadre).toContain(`href="${link}"`);
    expect(cadre).not.toContain('/training-plans');
    expect(cadre).not.toContain('/classes/');
    const links = [...ofGroup.matchAll(/href="([^"]+format=xlsx)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    for (const href of links) expect([href, (await app.as(group!).download(href)).status]).toEqual([href, 200]);
  });
});
