import type { Page } from 'playwright-core';
import { overflowOf } from './browser';
import { app, beginInTheBrowser, windowsOf, world } from './in-the-browser';

beginInTheBrowser();

describe('pages on a phone', () => {
  async function open(width: number, path: string, locale = 'vi'): Promise<Page> {
    const context = await windowsOf('T', { viewport: { width, height: 800 } }, { locale });
    const page = await context.newPage();
    await page.goto(`${app.url}${path}`);
    return page;
  }

  const inSight = (selector: string) =>
    `[...document.querySelectorAll('${selector}')].filter((part) => part.checkVisibility()).map((part) => part.getAttribute('href') ?? part.getAttribute('action'))`;

  it.each(['vi', 'en'])('show whose they are, and unfold a menu that has all (%s)', async (locale) => {
    const everywhere: string[] = await (
      await open(1280, '/', locale)
    ).evaluate(
      `[...document.querySelectorAll('header a, header form')].map((part) => part.getAttribute('href') ?? part.getAttribute('action'))`,
    );
    // Somebody nobody has told anything has more room.
    await app.sql(
      `INSERT INTO notices (account_id, at, text_vi, text_en) SELECT $1, now(), 'x', 'x' FROM generate_series(1, 12)`,
      world.callers.get('T')!.id,
    );
    const page = await open(360, '/', locale);
    expect(await page.isVisible('.masthead-unread')).toBe(true);
    expect(await page.isVisible('.brand > img')).toBe(true);
    expect(await page.isVisible('.brand-name')).toBe(true);
    await page.click('.fold-switch > summary');
    await page.click('.masthead-theme > summary');
    const here: string[] = await page.evaluate(inSight('header a, header form'));
    expect(everywhere.filter((place) => !here.includes(place))).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  });

  it('begin a row of tabs with the one that is open in sight', async () => {
    const page = await open(360, world.fill('/classes/:id/printouts'));
    const { x, width } = (await page.locator('.class-tabs [aria-current]').boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
  });

  it('may be kept among the programs of a telephone', async () => {
    const page = await open(360, '/');
    const devtools = await page.context().newCDPSession(page);
    const { url, errors } = await devtools.send('Page.getAppManifest');
    expect(url).toMatch(/\/assets\/manifest-vi\.[\w-]{12}\.webmanifest$/);
    expect(errors).toEqual([]);
    expect((await fetch(url)).headers.get('content-type')).toBe('application/manifest+json; charset=utf-8');
  });
});
