import { assetUrl } from '../../src/platform/pages/assets';
import { TestApp } from '../app';
import { permissions } from '../permissions.table';
import { type Caller, World } from '../world';

/** What may be kept says so itself: a program reads its calendar again, a phone keeps the worker it checks in with. */
const keptBy: Readonly<Record<string, string>> = {
  'GET /calendars/:token.ics': 'private, no-cache',
  'GET /check-in/worker.js': 'no-cache',
};

describe('what a browser may keep', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  });
  afterAll(() => app.stop());

  const reads = Object.entries(permissions).filter(([route]) => route.startsWith('GET '));

  it.each(reads)('of %s is nothing, unless it says so itself', async (route, allowed) => {
    const path = world.fill(route.slice('GET '.length));
    for (const caller of [null, world.callers.get(allowed.at(-1) as Caller) ?? null]) {
      const { headers } = await app.as(caller).download(path);
      expect(['no-store', keptBy[route] ?? 'no-store']).toContain(headers.get('cache-control'));
    }
  });

  it('are the parts of a page that are the same for everybody', async () => {
    const { headers } = await app.as(null).get(assetUrl('app.css'));
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['/nothing-here', '/api/v1/nothing-here'])
      expect((await app.as(null).get(path)).headers.get('cache-control')).toBe('no-store');
    expect((await app.as(null).get('/check-in/worker.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('and what it tells the next page of: no address that holds what somebody typed, or that opens something', async () => {
    const office = app.as(world.callers.get('T')!);
    const toldBy = async (path: string) => (await office.get(path)).headers.get('referrer-policy');
    expect(await toldBy('/people')).toBe('same-origin');
    expect(await toldBy('/people?search=Nguyen')).toBe('strict-origin');
    expect(await toldBy('/verify/ABCD')).toBe('strict-origin');
    expect(await toldBy('/check-in/scans/abc')).toBe('strict-origin');
    expect((await office.get<string>('/people')).text).not.toContain('name="referrer"');
  });
});
