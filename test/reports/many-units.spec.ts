import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

const units = 60;
const shownAtOnce = 50;

describe('reports over more units than one reads at a time', () => {
  let app: TestApp;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    office = await a.office();
    for (let n = 0; n < units; n += 1) await a.person({ in: await a.unit(`DV${100 + n}`) });
  });
  afterAll(() => app.stop());

  const codesIn = (table: string) => [...new Set(table.match(/DV1\d\d/g) ?? [])];
  const tablesOf = (text: string) =>
    (text.match(/<table[^]*?<\/table>/g) ?? []).filter((table) => table.includes('DV1'));
  const onward = (text: string, cursor: string) =>
    new RegExp(`href="([^"]*[?;]${cursor}=[^"&]*)"[^>]*rel="next"`).exec(text)?.[1]?.replaceAll('&amp;', '&');

  it.each([
    ['/reports/joint', 'cursor'],
    ['/reports/coverage?sort=unit', 'unitsAfter'],
  ])('%s shows some of them, and the others on the next page', async (path, cursor) => {
    const first = (await app.as(office).get<string>(path)).text;
    const second = (await app.as(office).get<string>(onward(first, cursor)!)).text;
    const [shown, left] = [codesIn(tablesOf(first)[0]!), codesIn(tablesOf(second)[0]!)];
    expect(shown).toHaveLength(shownAtOnce);
    expect(left).toHaveLength(units - shownAtOnce);
    expect(new Set([...shown, ...left]).size).toBe(units);
    expect(onward(second, cursor)).toBeUndefined();
  });

  it('tells their sums over all of them on every page', async () => {
    const first = (await app.as(office).get<string>('/reports/coverage')).text;
    const second = (await app.as(office).get<string>(onward(first, 'unitsAfter')!)).text;
    const sums = (text: string) => tablesOf(text).flatMap((table) => table.match(/<tfoot[^]*<\/tfoot>/g) ?? []);
    expect(sums(first)).toHaveLength(2);
    expect(sums(second)).toEqual(sums(first));
    expect(sums(first)[0]).toContain(`>${units}<`);
  });

  it('answers all of them by the API', async () => {
    const { body } = await app.as(office).get<{ units: unknown[] }>('/api/v1/reports/joint');
    expect(body.units).toHaveLength(units);
  });
});
