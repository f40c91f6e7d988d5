import { momentAt } from '../../../src/platform/clock';
import { cellText } from '../../../src/platform/sheets/cells';
import { readWorkbook } from '../../../src/platform/sheets/workbook';
import { TestApp } from '../../app';
import { Builders } from '../../builders';
import { DividedClass } from './situations';

/** Groups 1 (An, Bình, Chi) and 2 (Dũng, Giang, Hà); a morning for all, then one for each group at one hour. */
describe('the lists, sheets and papers of groups', () => {
  let app: TestApp;
  let a: Builders;
  let given: DividedClass;
  let one: string;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    given = await DividedClass.build(app, a);
    await given.divide({ by: 'alphabet', groups: 2 });
    await given.halfDayId('2026-02-09');
    one = await given.halfDayId('2026-02-10', { groupNumbers: [1] });
    await given.halfDayId('2026-02-10', { groupNumbers: [2], roomId: null });
  });

  const namesOf = (items: readonly { readonly fullName: string }[]) =>
    items.map(({ fullName }) => fullName.split(' ').at(-1));
  const rowsOf = async (path: string) => {
    const { status, content } = await app.as(given.manager).download(path);
    expect(status).toBe(200);
    const { rows } = await readWorkbook({ name: 'x.xlsx', content });
    return rows.map((row) => row.map(cellText));
  };
  const named = (rows: string[][]) =>
    rows.flatMap((row) => row.filter((cell) => cell.startsWith('Nguyễn Văn '))).map((name) => name.split(' ').at(-1));

  it('have a roster narrowed to one group, or to those in none', async () => {
    const late = await a.enrollment({ in: given.aClass, person: await a.person({ fullName: 'Lê Thị Muộn' }) });
    const roster = async (group: string) =>
      namesOf(
        (
          await app
            .as(given.manager)
            .get<{ items: { fullName: string }[] }>(`/api/v1/classes/${given.aClass.id}/enrollments?group=${group}`)
        ).body.items,
      );
    expect(await roster('1')).toEqual(['An', 'Bình', 'Chi']);
    expect(await roster('2')).toEqual(['Dũng', 'Giang', 'Hà']);
    expect(await roster('none')).toEqual([late.person.fullName.split(' ').at(-1)]);
    const page = await app.as(given.manager).get<string>(`/classes/${given.aClass.id}/roster?group=2`);
    expect(page.text).toContain('Nguyễn Văn Dũng');
    expect(page.text).not.toContain('Nguyễn Văn An');
    expect(page.text).toContain('Chưa xếp tổ (1)');
  });

  it('have the group in a column of the roster that is exported', async () => {
    const rows = await rowsOf(`/api/v1/classes/${given.aClass.id}/printouts/roster?format=xlsx`);
    const heading = rows.findIndex((row) => row.includes('Tổ'));
    const column = rows[heading]!.indexOf('Tổ');
    const an = rows.find((row) => row.includes('Nguyễn Văn An'))!;
    const ha = rows.find((row) => row.includes('Nguyễn Văn Hà'))!;
    expect([an[column], ha[column]]).toEqual(['1', '2']);
    const ofTwo = await rowsOf(`/api/v1/classes/${given.aClass.id}/printouts/roster?format=xlsx&group=2`);
    expect(named(ofTwo).toSorted()).toEqual(['Dũng', 'Giang', 'Hà']);
  });

  it('have one sheet to sign for one group, with its half-days alone; or all of them, each by itself', async () => {
    const path = `/api/v1/classes/${given.aClass.id}/printouts/attendance?format=xlsx`;
    const ofTwo = await rowsOf(`${path}&group=2`);
    expect(named(ofTwo).toSorted()).toEqual(['Dũng', 'Giang', 'Hà']);
    expect(ofTwo.some((row) => row.includes('Tổ 2'))).toBe(true);
    expect(ofTwo.flat().filter((cell) => cell === '–')).toEqual([]);
    const each = await rowsOf(`${path}&group=each`);
    expect(named(each)).toHaveLength(6);
    const titles = each.flat().filter((cell) => /^Tổ \d$/.test(cell));
    expect(titles).toEqual(['Tổ 1', 'Tổ 2']);
    // The one half-day chosen is that hour's of every group.
    const ofOneHour = await rowsOf(`${path}&group=each&from=2&to=2`);
    expect(named(ofOneHour)).toHaveLength(6);
    const pdf = await app
      .as(given.manager)
      .download(`/api/v1/classes/${given.aClass.id}/printouts/attendance?group=each`);
    expect(pdf.content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('have the people of its group alone on the sheet, the paper to sign and the workbook of a half-day', async () => {
    app.clock.moveTo(momentAt('2026-02-10', '12:00'));
    const reader = app.as(given.manager);
    const sheet = await reader.get<string>(`/half-days/${one}/attendance`);
    expect(sheet.text).toContain('Tổ 1');
    expect(sheet.text).not.toContain('Nguyễn Văn Dũng');
    const toSign = await reader.get<string>(`/half-days/${one}/attendance-print`);
    expect(toSign.text).toContain('Nguyễn Văn An');
    expect(toSign.text).not.toContain('Nguyễn Văn Dũng');
    expect(named(await rowsOf(`/half-days/${one}/attendance-workbook`)).toSorted()).toEqual(['An', 'Bình', 'Chi']);
  });

  it('tell a cadre their group, where it meets and who leads it', async () => {
    const [room] = await app.sql<{ id: string }>(
      `INSERT INTO rooms (name, address, capacity) VALUES ('Phòng ' || gen_random_uuid(), 'Quận 1', 50) RETURNING id`,
    );
    const id = await given.groupId(1);
    await app.as(given.manager).patch(`/api/v1/groups/${id}`, { roomId: room!.id, name: 'Khối văn phòng' });
    await app.as(given.manager).put(`/api/v1/groups/${id}/leader`, { enrollmentId: given.learners[1]!.id });
    const desk = await app.as(await a.account({ person: given.learners[0]!.person })).get<string>('/');
    expect(desk.text).toContain('Tổ 1 – Khối văn phòng');
    expect(desk.text).toContain('Tổ trưởng: Nguyễn Văn Bình.');
    const leader = await app.as(await a.account({ person: given.learners[1]!.person })).get<string>('/');
    expect(leader.text).toContain('Đồng chí là tổ trưởng.');
    const timetable = await app.as(given.manager).get<string>(`/classes/${given.aClass.id}`);
    expect(timetable.text).toContain('Tổ 2');
  });

  it('divide by the page: look first, then do it; a repeat does nothing twice; take it back', async () => {
    const page = app.as(given.manager);
    const path = `/classes/${given.aClass.id}/groups`;
    const late = await a.enrollment({ in: given.aClass, person: await a.person({ fullName: 'Lê Thị Muộn' }) });
    expect((await page.get<string>(path)).text).toContain('1 học viên chưa xếp tổ');
    const preview = await page.form(`${path}/divisions/preview`, { by: 'unit', groups: '2' });
    expect([preview.status, preview.text]).toEqual([200, expect.stringContaining('Lê Thị Muộn')]);
    const expects = /name="expects" value="([^"]+)"/.exec(preview.text)![1]!;
    const done = await page.form(`${path}/divisions`, { by: 'unit', groups: '2', expects });
    expect([done.status, done.headers.get('location')]).toEqual([303, path]);
    const refused = await page.form(`${path}/divisions/preview`, { by: 'unit', groups: '0' });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('một số nguyên từ 1 đến 50.')]);
    const moved = await page.form(`${path}/members`, { enrollmentIds: late.id, groupId: '' });
    expect(moved.status).toBe(303);
    const { id } = (await given.groups()).lastMove!;
    expect((await page.form(`${path}/moves/${id}/reversal`, {})).status).toBe(303);
    expect((await page.form(`${path}/moves/${id}/reversal`, {})).status).toBe(409);
    expect(await given.groups()).toMatchObject({ ungrouped: 0 });
  });
});
