import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { TestApp } from '../app';
import { inPerson, permissions } from '../permissions.table';
import { type Caller, World } from '../world';

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

const plain = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&quot;', '"').trim();
const helpIn = (html: string) => plain(/<details class="folded page-help">.*?<p>(.*?)<\/p>/s.exec(html)?.[1] ?? '');

describe('every page', () => {
  let app: TestApp;
  let world: World;
  const pages = new Map<string, { vi: string; en: string }>();

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
    const read = async (route: string, caller: Caller, language: 'vi' | 'en') => {
      const place = world.address(route.replace(':year', '2026'));
      const account = world.callers.get(caller)!;
      const asked = inPerson.includes(route)
        ? app.signedIn(account).with({ cookie: `session=${account.token}; locale=${language}` })
        : app.as(account).with({ cookie: `locale=${language}` });
      for (const address of [place, `${place}?unitId=${world.ids['unitId']}`]) {
        const { status, text } = await asked.get(address);
        if (status === 200) return text;
        if (status !== 422) break;
      }
      return '';
    };
    for (const { method, path } of app.get(DeclaredRoutes).list()) {
      const route = `${method} ${path}`;
      if (method !== 'GET' || path.startsWith('/api') || route in withoutHelp) continue;
      const caller = ([...'TSGAMCDOmV'].find((one) => permissions[route]?.includes(one)) ?? 'T') as Caller;
      const [vi, en] = [await read(route, caller, 'vi'), await read(route, caller, 'en')];
      if (vi.startsWith('<!doctype')) pages.set(route, { vi: helpIn(vi), en: helpIn(en) });
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
