import { TestApp } from '../app';
import { type BuiltAccount, type BuiltUnit, Builders } from '../builders';
import type { ShownRoster } from '../people/rosters';
import { caseFile } from './case-file';

/** What of a file is read, what is told of the rest, and that it can be chosen without sending it again. */
describe('the reading of a file', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });

  describe('of a roster', () => {
    const path = '/api/v1/roster-imports';
    const send = async (start: string) =>
      (await app.as(secretary).upload<ShownRoster>(path, caseFile(start), { unitId: unit.id })).body;
    const readAgain = async ({ id }: { id: string }, choice: object) =>
      app.as(secretary).post<ShownRoster>(`${path}/${id}/readings`, choice);
    const codes = async ({ id }: { id: string }) =>
      (await app.as(secretary).get<ShownRoster>(`${path}/${id}`)).body.rows.items
        .map(({ code }) => code?.slice(-1))
        .join('');

    it('with a sheet for each chi bộ proposes the one in front, and takes several or all', async () => {
      const tried = await send('roster-10');
      expect(tried.tables.map(({ sheet, rows, isRead }) => [sheet, rows, isRead])).toEqual([
        ['Chi bộ 1', 2, true],
        ['Chi bộ 2', 2, false],
        ['Chi bộ 3', 2, false],
        ['Chi bộ 4', 2, false],
      ]);
      expect(tried.unread).toMatchObject([
        { where: 'Chi bộ 2!A1:R3', what: 'table', sample: 'Trần Thị Thúy', cells: 2 },
        { where: 'Chi bộ 3!A1:R3', what: 'table' },
        { where: 'Chi bộ 4!A1:R3', what: 'table' },
      ]);
      expect(await codes(tried)).toBe('12');
      const all = await readAgain(tried, { tables: tried.tables.map(({ id }) => id) });
      expect(all.status).toBe(201);
      expect(all.body).toMatchObject({ summary: { new: 8, refused: 0 }, unread: [] });
      expect(await codes(all.body)).toBe('12345678');
      expect(await codes((await readAgain(all.body, { tables: [tried.tables[2]!.id] })).body)).toBe('56');
      expect(await readAgain(tried, { tables: ['9:9'] })).toMatchObject({
        status: 422,
        body: { code: 'chosen_table_gone' },
      });
    });

    it('with last year’s sheet first reads this year’s, which is in front', async () => {
      const tried = await send('roster-11');
      expect(await codes(tried)).toBe('12345678');
      expect(tried.unread).toMatchObject([{ where: expect.stringMatching(/^2024!/) as string, what: 'table' }]);
    });

    it('with two tables on a sheet reads both, the second with columns the first has not', async () => {
      const tried = await send('roster-12');
      expect(tried).toMatchObject({ summary: { new: 8, refused: 0 }, unread: [] });
      expect(tried.passedOver.map(({ rowNumber, kind }) => [rowNumber, kind])).toEqual([
        [1, 'letterhead'],
        [2, 'letterhead'],
        [8, 'group_heading'],
        [9, 'letterhead'],
      ]);
      const { body } = await app.as(secretary).get<ShownRoster>(`${path}/${tried.id}`);
      expect(body.rows.items.map(({ after }) => after?.['ratings'])).toEqual([
        ...Array.from({ length: 4 }, () => ({})),
        { 2024: 'good', 2025: 'completed' },
        ...Array.from({ length: 2 }, () => ({ 2024: 'good', 2025: 'good' })),
        { 2024: 'completed', 2025: 'good' },
      ]);
    });

    it('passes over letterhead, total and signature, and tells them', async () => {
      const tried = await send('roster-08');
      expect(tried).toMatchObject({ summary: { new: 8, refused: 0 }, unread: [] });
      const kinds = tried.passedOver.map(({ rowNumber, kind }) => `${rowNumber} ${kind}`);
      expect(kinds).toEqual([
        ...['1 letterhead', '2 letterhead', '4 letterhead', '5 letterhead', '7 letterhead', '9 letterhead'],
        ...['19 total', '20 signature', '21 signature', '22 signature', '24 signature'],
      ]);
      const page = await app.as(secretary).get(`/roster-imports/${tried.id}`);
      expect(page.text).toContain('Tổng cộng: 08 đồng chí');
    });
  });
});
