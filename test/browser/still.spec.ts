import type { Page } from 'playwright-core';
import { app, beginInTheBrowser, windowsOf, world } from './in-the-browser';

beginInTheBrowser();

const watch = `window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({ type: 'layout-shift', buffered: true });`;

/** How far everything has moved by itself since the page was first drawn, as browsers count it (cumulative layout shift). */
const shifted = `new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(seen))))
  .then(() => shifts.reduce((sum, { hadRecentInput, value }) => sum + (hadRecentInput ? 0 : value), 0))`;

const drawn = `new Promise((seen) => new PerformanceObserver(() => seen()).observe({ type: 'paint', buffered: true }))`;

describe('pages that stay as they were first drawn', () => {
  async function as(caller: 'V' | 'C' | 'S' | 'G' | 'T' | 'M', width: number): Promise<Page> {
    const context = await windowsOf(caller, { viewport: { width, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.addInitScript(watch);
    // On a slow line scripts come after the page has been drawn, and what they add is seen to come.
    await page.route(/\.js$/, async (route) => {
      await page.evaluate(drawn);
      await route.continue();
    });
    return page;
  }

  // Whose turn comes later looks at what nobody before has.
  const seenBefore = new Set<string>();
  const cases = ([360, 1280] as const).flatMap((width) =>
    (['V', 'C', 'S', 'G', 'T', 'M'] as const).map((caller) => [width, caller] as const),
  );
  it.each(cases)('at %i px, whatever comes after (%s)', async (width, caller) => {
    const page = await as(caller, width);
    const open = async (place: string) => expect((await page.goto(`${app.url}${place}`))!.status()).toBe(200);
    const linksIn = async (selector: string): Promise<string[]> =>
      page.evaluate(`[...document.querySelectorAll('${selector} a[href]')].map((link) => link.pathname)`);
    await open('/');
    const places = ['/', ...(await linksIn('header'))];
    if (caller !== 'V') {
      const ofClass = world.fill('/classes/:id');
      await open(ofClass);
      places.push(ofClass, ...(await linksIn('.class-tabs')));
    }
    const moved: Record<string, number> = {};
    expect(places.length).toBeGreaterThan(caller === 'V' ? 1 : 8);
    for (const place of new Set(places)) {
      if (place !== '/' && seenBefore.has(`${width} ${place}`)) continue;
      seenBefore.add(`${width} ${place}`);
      await open(place);
      const by: number = await page.evaluate(shifted);
      if (by >= 0.01) moved[place] = by;
    }
    expect(moved).toEqual({});
    await page.context().close();
  });

  it('are told from those that do not', async () => {
    const page = await as('T', 1280);
    await page.goto(`${app.url}/`);
    await page.evaluate(`document.querySelector('main').prepend(document.querySelector('footer').cloneNode(true))`);
    expect(await page.evaluate(shifted)).toBeGreaterThan(0.01);
    await page.context().close();
  });
});
