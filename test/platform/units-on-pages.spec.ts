import { mostListed } from '../../src/platform/pages/searched/searched-field';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { crowdBelow } from '../crowd';
import { pageRoutes } from '../pages';
import { permissions } from '../permissions.table';
import { type Caller, World } from '../world';

const units = 120;

describe('a page where one of many units is chosen', () => {
  let app: TestApp;
  let world: World;
  let unitIds: ReadonlySet<string>;

  beforeAll(async () => {
    app = await TestApp.start();
    const a = new Builders(app);
    world = await World.build(app, a);
    await crowdBelow((await a.organization()).group, app, { units, people: 240, classes: 21 });
    unitIds = new Set((await app.sql<{ id: string }>('SELECT id FROM units')).map(({ id }) => id));
  }, 120_000);
  afterAll(() => app.stop());

  const pagesOf = (caller: Caller): string[] =>
    pageRoutes(app).filter(
      (route) => !/calendars|workbook|paper|pdf/.test(route) && permissions[route]!.includes(caller),
    );

  const unitsIn = (html: string): number =>
    [...html.matchAll(/<option value="(?:\w+\/)?([0-9a-f-]{36})"/g)].filter(([, id]) => unitIds.has(id!)).length;

  it.each(['T', 'G', 'A', 'D'] as const)('does not bring all of them along: read by %s', async (caller) => {
    const as = app.signedIn(world.callers.get(caller)!);
    const heavy: string[] = [];
    let offering = 0;
    for (const route of pagesOf(caller)) {
      const { text } = await as.get<string>(world.address(route));
      if (unitsIn(text) > mostListed) heavy.push(route);
      if (text.includes('hx-get="/unit-choices')) offering += 1;
    }
    expect(heavy).toEqual([]);
    expect(offering).toBeGreaterThan(4);
  });
});
