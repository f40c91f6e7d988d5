import { TestApp } from '../app';
import { pageRoutes, readerOf } from '../pages';
import { World } from '../world';

/** What is anything one looks for, or what the page cannot be without. */
const others = ['GET /classes/:id/roster group', 'GET /journal action', 'GET /reports/behind number'];
const form = /<form method="get" action="[^"]*" class="fold-body filters-form".*?<\/form>/s;

describe('a filter that cannot be read', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  }, 120_000);
  afterAll(() => app.stop());

  it('is said at its field of every list, with what was typed, and the list is there without it', async () => {
    const faults: string[] = [];
    const asked = { typed: 0, chosen: 0 };
    for (const route of pageRoutes(app)) {
      const caller = app.signedIn(world.callers.get(readerOf(route))!);
      const place = world.address(route);
      const filters = form.exec((await caller.get(place)).text)?.[0];
      const fields = (filters ?? '').matchAll(/<(input|select)[^>]*\sid="filter-[^"]*"[^>]*>/g);
      for (const [control, kind] of fields) {
        if (kind === 'input' && !/inputmode="numeric"/i.test(control)) continue;
        const name = /\sname="([^"]+)"/.exec(control)![1]!;
        if (others.includes(`${route} ${name}`)) continue;
        const said = kind === 'input' ? '99/99/2026' : 'khong-co';
        const address = new URL(place, app.url);
        address.searchParams.set(name, said);
        const { status, text } = await caller.get(address.pathname + address.search);
        asked[kind === 'input' ? 'typed' : 'chosen'] += 1;
        const isSaid = text.includes(`id="filter-${name}-error"`) && text.includes(`href="#filter-${name}"`);
        const isKept = kind === 'select' || text.includes(`value="${said}"`);
        if (status !== 422 || !isSaid || !isKept) faults.push(`${status} ${route} ${name}`);
      }
    }
    expect(faults).toEqual([]);
    expect(asked.typed).toBeGreaterThan(4);
    expect(asked.chosen).toBeGreaterThan(30);
  }, 300_000);

  it('is refused where it is of no filter', async () => {
    const office = app.as(world.callers.get('T')!);
    for (const query of ['nothing=1', 'cursor=1', 'from=99/99/2026&nothing=1']) {
      const { status, text } = await office.get<string>(`/reminders?${query}`);
      expect([status, text.includes('Nội dung gửi lên chưa đúng')]).toEqual([422, true]);
    }
  });
});
