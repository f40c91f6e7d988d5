import { TestApp } from '../app';
import { textOf } from '../pages';
import { type Caller, World } from '../world';

const plain = (html?: string): string => textOf(html).toLocaleLowerCase('vi');

describe('what leads to a page', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  });
  afterAll(() => app.stop());

  const linksOf = (html: string, part: RegExp): { href: string; name: string }[] =>
    [...(part.exec(html)?.[0] ?? '').matchAll(/<a [^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)].map(([, href, name]) => ({
      href: href!.replaceAll('&amp;', '&'),
      name: plain(name!),
    }));

  const cases = (['C', 'S', 'G', 'T', 'M', 'A', 'D'] as const).flatMap((caller) =>
    (['vi', 'en'] as const).map((language) => [caller, language] as const),
  );
  it.each(cases)(
    'is named as its heading: the menu of %s and the tabs of a class, in %s',
    async (caller: Caller, language) => {
      const reader = app.as(world.callers.get(caller)!).reading(language);
      const read = async (place: string) => (await reader.follow(place)).text;
      const ofClass = world.fill('/classes/:id');
      const links = [
        ...linksOf(await read('/'), /<nav class="fold-body masthead-nav.*?<\/nav>/s),
        // The first tab is the class itself, whose heading is its name.
        ...linksOf(await read(ofClass), /<nav class="class-tabs.*?<\/nav>/s).filter(({ href }) => href !== ofClass),
      ].filter(({ href }) => href !== '/');
      expect(links.length).toBeGreaterThan(2);
      const named = [];
      for (const { href, name } of links) {
        const page = await read(href);
        // A page about a class is headed by the class, and says in the title of the window which part of it this is.
        const heading = [/<h1[^>]*>(.*?)<\/h1>/s, /<title>(.*?)<\/title>/s].map((part) => plain(part.exec(page)?.[1]));
        if (!name || !heading.some((said) => said.includes(name))) named.push({ href, name, heading });
      }
      expect(named).toEqual([]);
    },
  );
});
