import type { Page, Route } from 'playwright-core';
import type { Caller } from '../world';
import { partsThatHinder } from './browser';
import { app, beginInTheBrowser, windowsOf } from './in-the-browser';

beginInTheBrowser();

/** With it each role reads each page in both languages and themes, with and without script; it takes an hour. */
const isWhole = process.env['EVERY_PAGE'] === 'yes';

const nowhere = '/khong-co-trang-nay';
const locales = ['vi', 'en'] as const;
const themes = ['light', 'dark'] as const;
const scripts = [true, false] as const;
const widths = [1280, 360] as const;

interface Look {
  readonly locale: (typeof locales)[number];
  readonly isScripted: boolean;
  readonly themes: readonly (typeof themes)[number][];
  readonly width: (typeof widths)[number];
}

/** How the page that comes at this turn is read: in one way of all there are, or in each. */
function looksAt(turn: number): Look[] {
  const nth = <Of>(of: readonly [Of, Of], every: number): Of => of[Math.floor(turn / every) % 2]!;
  const width = nth(widths, 1);
  return isWhole
    ? locales.flatMap((locale) => scripts.map((isScripted) => ({ locale, isScripted, themes, width })))
    : [{ locale: nth(locales, 2), isScripted: nth(scripts, 4), themes: [nth(themes, 8)], width }];
}

/** Pages of one kind, and orders of one list, are one page; with any filters, too, unless all are wanted. */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  const names = [...new Set(searchParams.keys())].filter((name) => !['order', 'sort'].includes(name));
  const place = pathname.replaceAll(/[0-9a-f-]{36}|[\w-]{43}|\d[\d-]*/g, ':id');
  return isWhole ? [place, ...names.toSorted()].join(' ') : place;
}

const isPage = (address: string) =>
  !/^\/(api|assets|oidc)\/|\/(pdf|workbook|docx|paper|file)$|[?&](excel|format)=/.test(address);

/** As it is shown where no script runs; axe, which is one, could not look at it there. */
async function withoutScript(route: Route): Promise<void> {
  if (!route.request().isNavigationRequest()) return route.continue();
  const response = await route.fetch({ maxRedirects: 0 });
  const body = await response.text();
  await route.fulfill({
    response,
    body: body.replaceAll(/<script\b[\s\S]*?<\/script>/g, '').replaceAll(/<\/?noscript>/g, ''),
  });
}

describe('every page that links lead to', () => {
  async function pageOf(caller: Caller, { locale, isScripted }: Look): Promise<Page> {
    const context = await windowsOf(caller, { reducedMotion: 'reduce' }, { locale });
    if (!isScripted) await context.route('**', withoutScript);
    return context.newPage();
  }

  // Whose turn comes later looks at what nobody before has.
  const seen = new Set<string>();
  let turn = 0;
  it.each(['V', 'C', 'S', 'G', 'T', 'M', 'A', 'D'] as const)(
    'can be read by everybody (%s)',
    async (caller) => {
      const pages = new Map<string, Page>();
      const found: object[] = [];
      const places = ['/', nowhere];
      const known = new Set(isWhole ? [] : seen);
      for (const place of places) {
        turn += 1;
        for (const look of looksAt(turn)) {
          const reader = `${look.locale} ${look.isScripted}`;
          const page = pages.get(reader) ?? (await pageOf(caller, look));
          pages.set(reader, page);
          await page.setViewportSize({ width: look.width, height: 800 });
          await page.emulateMedia({ colorScheme: look.themes[0]! });
          const answer = await page.goto(app.url + place).catch(() => null);
          // A file, and no page.
          if (!answer) break;
          if (answer.ok() === (place === nowhere)) found.push({ place, ...look, status: answer.status() });
          for (const [index, theme] of look.themes.entries()) {
            if (index > 0) await page.emulateMedia({ colorScheme: theme });
            const hindering = await partsThatHinder(page, index === 0 ? 'all' : 'contrast');
            if (hindering.length > 0) found.push({ place, ...look, themes: [theme], hindering });
          }
          const links: string[] = await page.evaluate(
            `[...document.querySelectorAll('a[href]')].filter(({ origin }) => origin === location.origin).map(({ pathname, search }) => pathname + search)`,
          );
          for (const link of links) {
            if (known.has(shapeOf(link)) || !isPage(link)) continue;
            known.add(shapeOf(link));
            // A desk is everybody's own.
            if (link !== '/') places.push(link);
          }
        }
      }
      for (const shape of known) seen.add(shape);
      await Promise.all([...pages.values()].map((page) => page.context().close()));
      console.log(`${caller}: ${places.length} pages`);
      expect(found).toEqual([]);
    },
    isWhole ? 3_600_000 : 60_000,
  );

  it('are those of a whole service', () => {
    expect(seen.size).toBeGreaterThan(100);
  });
});
