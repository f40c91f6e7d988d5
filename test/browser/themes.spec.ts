import type { Browser, BrowserContext } from 'playwright-core';
import { TestApp } from '../app';
import { type Caller, World } from '../world';
import { contrastsOf, openBrowser } from './browser';

const ground = `getComputedStyle(document.body).backgroundColor`;
const darkGround = 'rgb(23, 27, 31)';
const lightGround = 'rgb(245, 246, 248)';

describe('pages in the light and in the dark', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    world = await World.build(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function as(caller: Caller, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    const token = world.callers.get(caller)?.token;
    if (token) await context.addCookies([{ name: 'session', value: token, url: app.url }]);
    return context;
  }

  it('look as the system does, until somebody chooses, without script, and again once they do not', async () => {
    const context = await as('S', { colorScheme: 'dark', javaScriptEnabled: false });
    const page = await context.newPage();
    const choose = async (theme: string) => {
      await page.click('.masthead-theme > summary');
      await page.click(`.masthead-theme [value=${theme}]`);
      return page.getAttribute('html', 'data-bs-theme');
    };
    await page.goto(`${app.url}/classes?state=open`);
    expect(await page.getAttribute('html', 'data-bs-theme')).toBeNull();
    expect(await page.evaluate(ground)).toBe(darkGround);
    expect(await choose('light')).toBe('light');
    expect(page.url()).toBe(`${app.url}/classes?state=open`);
    expect(await page.evaluate(ground)).toBe(lightGround);
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await choose('dark')).toBe('dark');
    expect(await page.evaluate(ground)).toBe(darkGround);
    expect(await choose('system')).toBeNull();
    expect(await page.evaluate(ground)).toBe(lightGround);
    await context.close();
  });

  it('are printed light, with the day and without what is only for screens', async () => {
    const context = await as('S', { colorScheme: 'dark' });
    await context.addCookies([{ name: 'theme', value: 'dark', url: app.url }]);
    const page = await context.newPage();
    await page.goto(`${app.url}${world.fill('/classes/:id/nominations')}`);
    expect(await page.isVisible('.printed-on')).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.printed-on').innerText()).toMatch(/^In ngày \d\d\/\d\d\/\d{4}$/);
    const left: string[] = await page.evaluate(
      `[...document.querySelectorAll('nav a:not([aria-current]), .filters, .pager, .btn, footer')].filter((part) => part.checkVisibility()).map((part) => part.outerHTML)`,
    );
    expect(left).toEqual([]);
    expect(await page.evaluate(ground)).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(31, 35, 40)');
    await context.close();
  });

  // Whose turn comes later looks at what nobody before has.
  const seenBefore = new Set<string>();
  it.each(['V', 'C', 'S', 'G', 'T', 'M', 'A', 'D'] as const)('can be read by %s in the dark', async (caller) => {
    const context = await as(caller, { colorScheme: 'dark' });
    const page = await context.newPage();
    const open = async (place: string) => expect((await page.goto(`${app.url}${place}`))!.status()).toBe(200);
    const linksIn = async (selector: string): Promise<string[]> => {
      const links: string[] = await page.evaluate(
        `[...document.querySelectorAll('${selector} a[href]')].map((link) => link.pathname)`,
      );
      return links.filter((place) => place !== '/');
    };
    await open('/');
    const places = ['/', ...(await linksIn('header'))];
    if (caller !== 'V') {
      await open(world.fill('/classes/:id'));
      places.push(...(await linksIn('.class-tabs')));
    }
    for (const place of new Set(places)) {
      if (seenBefore.has(place)) continue;
      if (place !== '/') seenBefore.add(place);
      await open(place);
      expect({ place, tooFaint: await contrastsOf(page) }).toEqual({ place, tooFaint: [] });
    }
    await context.close();
  });
});
