import { TestApp } from '../app';
import { Builders, type BuiltAccount } from '../builders';
import { aRandomYear, type RandomYear } from './random-year';

describe('every number of a report', () => {
  let app: TestApp;
  let a: Builders;
  let year: RandomYear;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    year = await aRandomYear(app, a, 1);
  });
  afterAll(() => app.stop());

  /** The numbers in cells that lead somewhere, with where. */
  const numbersOf = (html: string) =>
    [...html.matchAll(/<td[^>]*is-number[^>]*><div>(?:<a href="([^"]+)">)?(\d+)(?:<\/a>)?<\/div>/g)].map(
      ([, href, number]) => ({
        href: href?.replaceAll('&amp;', '&') ?? null,
        number: Number(number),
      }),
    );

  /** How many rows a list has, over all its pages. */
  async function rowsOf(by: BuiltAccount, href: string): Promise<number> {
    let rows = 0;
    for (let path: string | null = href.replace(/#.*/, ''); path;) {
      const { status, text }: { status: number; text: string } = await app.as(by).get(path);
      if (status !== 200) throw new Error(`${path} answers ${status}`);
      const names = /<section id="names">([\s\S]*)/.exec(text)?.[1] ?? text;
      rows += (/<tbody[^>]*>([\s\S]*?)<\/tbody>/.exec(names)?.[1]?.match(/<tr /g) ?? []).length;
      path = /<a class="btn" href="([^"]+)" rel="next"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null;
    }
    return rows;
  }

  const reports: readonly (readonly [string, () => string])[] = [
    ['the joint report', () => '/reports/joint'],
    ['a scorecard', () => `/reports/unit?unitId=${year.units[0]!.id}`],
    ['training needs', () => '/reports/coverage'],
    ['training needs of a unit', () => `/reports/coverage?unitId=${year.units[3]!.id}`],
  ];
  it.each(reports)(
    'of %s leads to exactly those it counts',
    async (_, path) => {
      const { office } = year;
      const numbers = numbersOf((await app.as(office).get(path())).text).filter(({ number }) => number > 0);
      expect(numbers.length).toBeGreaterThan(5);
      expect(numbers.filter(({ href }) => href === null)).toEqual([]);
      const seen = new Map<string, number>();
      for (const { href, number } of numbers) {
        if (!seen.has(href!)) seen.set(href!, await rowsOf(office, href!));
        expect(`${seen.get(href!)} at ${href}`).toBe(`${number} at ${href}`);
      }
    },
    120_000,
  );

  it('of a study leads to the roll of its unit', async () => {
    const studies = await app.sql<{ id: string }>('SELECT DISTINCT class_id AS id FROM obliged_units');
    for (const { id } of studies)
      for (const page of ['study', 'participation']) {
        const { text } = await app.as(year.office).get(`/classes/${id}/${page}`);
        const leading = numbersOf(text).filter(({ href }) => href !== null);
        expect(leading.length).toBeGreaterThan(4);
        for (const { href, number } of leading)
          expect(`${await rowsOf(year.office, href!)} at ${href}`).toBe(`${number} at ${href}`);
      }
  });

  describe('is told one by one', () => {
    const list = async (by: BuiltAccount, query: string) =>
      app
        .as(by)
        .get<{ items: { unitCode: string | null; className: string }[]; count: number; next: string | null }>(
          `/api/v1/reports/behind?year=2026&${query}`,
        );

    it('to a secretary of the own unit only, to the Group of its units', async () => {
      const [own, other] = year.units;
      const secretary = await a.secretaryOf(own!);
      const { body } = await list(secretary, 'number=nominated');
      expect(new Set(body.items.map(({ unitCode }) => unitCode))).toEqual(new Set([own!.code]));
      expect((await list(secretary, `number=nominated&unitId=${other!.id}`)).status).toBe(404);
      expect((await app.as(secretary).get(`/reports/behind?number=nominated&unitId=${other!.id}`)).status).toBe(404);
      expect((await list(await a.account(), 'number=nominated')).status).toBe(403);
      const ofGroup = await list(await a.groupOfficer(), `number=nominated&unitId=${year.units[3]!.id}`);
      expect(ofGroup.status).toBe(404);
    });

    it('over all units to nobody who reads one unit only, and to no other units than the joint report has', async () => {
      const [own] = year.units;
      const secretary = await a.secretaryOf(own!);
      for (const number of ['classes', 'seats', 'pool'])
        expect((await list(secretary, `number=${number}&unitId=${own!.id}`)).status).toBe(403);
      const { text } = await app.as(secretary).get('/reports/behind?number=nominated');
      expect(text).not.toContain('value="pool"');
      const { group } = await a.organization();
      const both = await a.account({
        roles: [
          ['group_officer', group],
          ['unit_secretary', year.units[3]!],
        ],
      });
      const joint = await app.as(both).get<{ total: { nominated: number } }>('/api/v1/reports/joint?year=2026');
      expect((await list(both, 'number=nominated')).body.count).toBe(joint.body.total.nominated);
    });

    it('without the names of classes that are drafts to who may not see them', async () => {
      const named = async (by: BuiltAccount) =>
        (await list(by, 'number=planned')).body.items.map(({ className }) => className !== '');
      expect(await named(year.office)).toEqual([true]);
      expect(await named(await a.groupOfficer())).toEqual([false]);
    });

    it('page by page, sorted and by name', async () => {
      const first = (await list(year.office, 'number=nominated&sort=-unit&limit=3')).body;
      const second = (await list(year.office, `number=nominated&sort=-unit&limit=500&after=${first.next}`)).body;
      expect(first.items.length + second.items.length).toBe(first.count);
      expect([...first.items, ...second.items].map(({ unitCode }) => unitCode!)).toEqual(
        [...first.items, ...second.items]
          .map(({ unitCode }) => unitCode!)
          .toSorted()
          .toReversed(),
      );
      expect((await list(year.office, 'number=nominated&search=khong+co+ai')).body).toMatchObject({
        items: [],
        count: 0,
      });
    });

    it('as an Excel file that leaves a journal line', async () => {
      const { content } = await app.as(year.office).download('/reports/behind/workbook?number=accepted&year=2026');
      expect(content.subarray(0, 2).toString()).toBe('PK');
      const { count } = (await list(year.office, 'number=accepted')).body;
      expect(
        await app.sql(`SELECT account_id AS by, facts FROM journal_lines WHERE action = 'reports.facts_downloaded'`),
      ).toEqual([{ by: year.office.id, facts: { number: 'accepted', year: 2026, rows: count } }]);
    });
  });
});
