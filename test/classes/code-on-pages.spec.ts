import { TestApp } from '../app';
import { permissions } from '../permissions.table';
import { type Caller, World } from '../world';

describe('a page of a class', () => {
  let app: TestApp;
  let world: World;
  let codes: string[];

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
    codes = (await app.sql<{ code: string }>('SELECT code FROM classes')).map(({ code }) => code);
  });
  afterAll(() => app.stop());

  /** Names repeat from year to year; codes do not. */
  it('says the code of its class, whatever part of it is shown', async () => {
    const without: string[] = [];
    let headed = 0;
    const parts = Object.entries(permissions).filter(([route]) => route.startsWith('GET /classes/:id'));
    for (const [route, allowed] of parts) {
      const caller = [...'TSMC'].find((letter) => allowed.includes(letter)) as Caller | undefined;
      if (!caller) continue;
      const { status, headers, text } = await app.as(world.callers.get(caller)!).get<string>(world.address(route));
      if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue;
      // A part that is put into a page has no heading; a timetable to be printed is a sheet.
      const [, heading] =
        /<main[\s\S]*?(<div class="page-heading">[\s\S]*?<\/div><\/div>|<article[\s\S]*?<\/article>)/.exec(text) ?? [];
      if (heading === undefined) continue;
      headed += 1;
      if (!codes.some((code) => heading.includes(code))) without.push(`${route} ${heading}`);
    }
    expect(without).toEqual([]);
    expect(headed).toBeGreaterThan(20);
  });
});
