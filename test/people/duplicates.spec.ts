import { cellText } from '../../src/platform/sheets/cells';
import { JobWorker } from '../../src/platform/jobs/job-worker';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltPerson, type BuiltUnit } from '../builders';

interface Pair {
  readonly likeness: string;
  readonly one: { readonly id: string; readonly code: string };
  readonly other: { readonly id: string; readonly code: string };
  readonly distinctBy: string | null;
}

describe('likely duplicates', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let [here, there]: BuiltUnit[] = [];
  let [hue, hueToo, bay, bayToo]: BuiltPerson[] = [];

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    [here, there] = [await a.unit(), await a.unit()];
    hue = await a.person({ in: here, fullName: 'Trần Thị Huệ', birthDate: '1986-04-02' });
    hueToo = await a.person({ in: there, fullName: 'TRẦN THỊ HUỆ', birthDate: '1986-04-02' });
    bay = await a.person({ in: here, fullName: 'Lê Văn Bảy', birthDate: '1975-01-01' });
    bayToo = await a.person({ in: here, fullName: 'Lê Văn Bay', birthDate: '1975-08-20' });
    await a.person({ in: there, fullName: 'Lê Văn Bảy', birthDate: '1976-08-20' });
    await a.person({ in: there, fullName: 'Trần Thị Huệ', birthDate: '1986-04-03' });
  });
  afterAll(() => app.stop());

  const list = async (query = '') =>
    (await app.as(office).get<{ items: Pair[]; next: string | null }>(`/api/v1/people/duplicates${query}`)).body;
  const codes = async (query = '') =>
    (await list(query)).items.map(({ one, other, likeness }) => [
      [one.code, other.code].toSorted().join('+'),
      likeness,
    ]);
  const sorted = (...people: (BuiltPerson | undefined)[]) =>
    people
      .map((person) => person!.code)
      .toSorted()
      .join('+');
  const pathOf = (one: BuiltPerson | undefined, other: BuiltPerson | undefined) =>
    `/people/${one!.id}/duplicates/${other!.id}`;

  it('are pairs of one name and birth date, and perhaps of one year where the day may be unknown', async () => {
    const [certain, perhaps] = [
      [sorted(hue, hueToo), 'certain'],
      [sorted(bay, bayToo), 'perhaps'],
    ];
    expect(await codes()).toEqual([perhaps, certain]);
    expect(await codes('?sort=-name')).toEqual([certain, perhaps]);
    expect(await codes('?sort=birthDate')).toEqual([perhaps, certain]);
    expect(await codes('?likeness=certain')).toEqual([certain]);
    expect(await codes(`?unitId=${there!.id}`)).toEqual([certain]);
    expect(await codes('?search=bay')).toEqual([perhaps]);
    expect(await codes('?state=distinct')).toEqual([]);
    const first = await list('?limit=1');
    expect(first.items).toHaveLength(1);
    expect(await codes(`?limit=1&after=${encodeURIComponent(first.next!)}`)).toEqual([certain]);
  });

  it('follow who is written otherwise, goes, or was entered at the same moment by somebody else', async () => {
    const all = await codes();
    const rename = (name: string, day: string) =>
      app.sql('UPDATE persons SET folded_name = $2, birth_date = $3 WHERE id = $1', hueToo!.id, name, day);
    await rename('tran thi hue', '1986-04-03');
    expect((await codes()).filter(([, likeness]) => likeness === 'certain')).toHaveLength(1);
    expect(await codes()).not.toEqual(all);
    await rename('tran thi hue', '1986-04-02');
    expect(await codes()).toEqual(all);

    const third = await a.person({ in: there!, fullName: 'Trần Thị Huệ', birthDate: '1986-04-02' });
    expect(await codes()).toHaveLength(4);
    await app.sql('DELETE FROM persons WHERE id = $1', third.id);
    expect(await codes()).toEqual(all);

    await app.sql('DELETE FROM alike_people');
    expect(await app.get(JobWorker).do('people.pair_alike')).toBe(false);
    expect(await codes()).toEqual(all);
  });

  it('are counted on the desk of the office and lead there, and leave as a workbook', async () => {
    const desk = await app.as(office).get('/');
    expect(desk.text).toMatch(/href="\/people\/duplicates"[\s\S]{0,80}Người có thể trùng[\s\S]{0,120}>2</);
    const page = await app.as(office).get('/people/duplicates');
    expect(page.text).toContain('Có 2 cặp cần xem.');
    const book = await app.as(office).download('/people/duplicates/workbook?likeness=certain');
    const { rows } = await readWorkbook({ name: 'x.xlsx', content: book.content });
    const cells = rows.map((row) => row.map(cellText).join('|'));
    expect(cells).toHaveLength(3);
    expect(cells[2]).toContain('02/04/1986');
  });

  it('are compared side by side with what either has, by whoever sees both', async () => {
    const inClass = await a.trainingClass({ allocations: [[there!, 1]], name: 'Lớp của Huệ' });
    await a.nomination({ in: inClass, person: hueToo! });
    const { body } = await app
      .as(office)
      .get<{ held: { personId: string; text: string }[]; hindrances: unknown[] }>(`/api/v1${pathOf(hue, hueToo)}`);
    expect(body).toMatchObject({ held: [{ personId: hueToo!.id, text: 'Lớp của Huệ' }], hindrances: [] });
    const page = await app.as(office).get(pathOf(hue, hueToo));
    expect(page.text).toContain('Gộp hai hồ sơ');
    expect((await app.as(await a.secretaryOf(here!)).get(pathOf(hue, hueToo))).status).toBe(403);
    const read = await app.sql(
      'SELECT 1 FROM journal_lines WHERE action = $1 AND person_id = $2',
      'people.read',
      hueToo!.id,
    );
    expect(read).toHaveLength(2);
  });

  it('are two people once somebody says so, until that is withdrawn', async () => {
    const apart = await app.as(office).post(`/api/v1/people/${bayToo!.id}/distinctions`, { otherId: bay!.id });
    expect(apart.status).toBe(204);
    expect(await codes('?search=bay')).toEqual([]);
    expect((await list('?state=distinct')).items).toMatchObject([{ distinctBy: expect.any(String) as string }]);
    expect((await app.as(office).get(pathOf(bay, bayToo))).text).toContain('đã xác nhận là hai người ngày 05/01/2026');
    const merged = await app
      .as(office)
      .post<{ detail: string }>(`/api/v1/people/${bay!.id}/mergers`, { otherId: bayToo!.id, reason: 'x' });
    expect(merged.body.detail).toContain('Hãy rút xác nhận đó trước');

    const withdrawn = await app.as(office).delete(`/api/v1/people/${bay!.id}/distinctions/${bayToo!.id}`);
    expect(withdrawn.status).toBe(204);
    expect(await codes('?search=bay')).toHaveLength(1);
    expect((await app.as(office).delete(`/api/v1/people/${bay!.id}/distinctions/${bayToo!.id}`)).status).toBe(404);
  });

  it('become one by a form that keeps what was typed when it is refused, and by it two again', async () => {
    const path = `${pathOf(hue, hueToo)}/merger`;
    const refused = await app.as(office).form(path, { 'facts.fullName': 'goes', reason: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/name="facts\.fullName" value="goes" checked/);
    const stale = await app.as(office).form(path, { reason: 'Cùng số CCCD', version: '7' });
    expect(stale.text).toContain('Người khác vừa sửa mục này');
    const merged = await app.as(office).form(path, { 'facts.fullName': 'goes', reason: 'Cùng số CCCD' });
    const place = merged.headers.get('location')!;
    expect(place).toMatch(/^\/people\/mergers\/[0-9a-f-]{36}/);
    expect(await codes('?likeness=certain')).toEqual([]);
    expect((await app.as(office).get(place)).text).toContain('Hoàn tác việc gộp');
    expect((await app.as(office).get('/people/mergers')).text).toContain(hueToo!.code);
    const undone = await app.as(office).form(`${place.split('?')[0]}/reversal`, { reason: 'Nhầm' });
    expect(undone.status).toBe(303);
    expect(await codes('?likeness=certain')).toHaveLength(1);
  });
});
