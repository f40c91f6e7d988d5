import { TestApp } from '../app';
import { pageAt, pageRoutes, readerOf, textOf } from '../pages';
import { World } from '../world';

/** Pages that say nothing about themselves, and why. */
const withoutHelp: Readonly<Record<string, string>> = {
  'GET /check-in/:token': 'a scan, which is sent at once',
  'GET /check-in/offline': 'what a phone shows by itself while it has no network',
  'GET /check-in-halls/:id': 'is shown to a hall',
  'GET /classes/:id/timetable/print': 'a paper',
  'GET /half-days/:id/attendance-print': 'a paper',
  'GET /oidc/code': 'one sentence and one field',
  'GET /oidc/signed-out': 'one sentence',
  'GET /rooms/today': 'hangs on a wall',
  'GET /components': 'for those who build pages',
};

/** What fits on two lines of a laptop. */
const longest = 190;

const helpIn = (html = '') => textOf(/<details class="folded page-help">.*?<p>(.*?)<\/p>/s.exec(html)?.[1]);

describe('every page', () => {
  let app: TestApp;
  let world: World;
  const pages = new Map<string, { vi: string; en: string }>();

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
    const read = async (route: string, language: 'vi' | 'en') => {
      const reader = app.signedIn(world.callers.get(readerOf(route))!).reading(language);
      const page = await pageAt((address) => reader.get(address), world.address(route), world.ids['unitId']!);
      return page?.html;
    };
    for (const route of pageRoutes(app)) {
      if (route in withoutHelp) continue;
      const [vi, en] = [await read(route, 'vi'), await read(route, 'en')];
      if (vi) pages.set(route, { vi: helpIn(vi), en: helpIn(en) });
    }
  }, 300_000);
  afterAll(() => app.stop());

  it('says in both languages what it is for and what to do first, in two lines', () => {
    const faults = [...pages].flatMap(([route, said]) =>
      (['vi', 'en'] as const).flatMap((language) => {
        const help = said[language];
        const sentences = help.match(/[.?!](?=\s|$)/g)?.length ?? 0;
        const isTooLong = help.length > longest || sentences > 2;
        return help === '' || isTooLong ? [`${route} ${language}: ${help || 'nothing'}`] : [];
      }),
    );
    expect(faults).toEqual([]);
    expect(pages.size).toBeGreaterThan(150);
  });

  it('says something of its own', () => {
    const said = [...pages.values()].flatMap(({ vi, en }) => [vi, en]);
    const twice = said.filter((help, index) => said.indexOf(help) !== index);
    expect(twice).toEqual([]);
  });
});
