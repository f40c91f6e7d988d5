import type { Browser } from 'playwright-core';
import { TestApp } from '../app';
import { barriersOf, openBrowser, overflowOf } from './browser';

describe('the components in a real browser', () => {
  let app: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    app = await TestApp.start({ COMPONENTS_PAGE: 'yes' });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it.each([
    [1280, 'vi'],
    [360, 'en'],
  ])('%i px wide, in %s: meet no barrier', async (width, locale) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await context.addCookies([{ name: 'locale', value: locale, url: app.url }]);
    await page.goto(`${app.url}/components`);
    const links: string[] = await page.evaluate(
      `[...document.querySelectorAll('a[href^="/components/"]')].map((link) => link.href)`,
    );
    for (const address of [page.url(), ...links]) {
      await page.goto(address);
      const seen = { address, barriers: await barriersOf(page), overflow: await overflowOf(page), complaints };
      expect(seen).toEqual({ address, barriers: [], overflow: 0, complaints: [] });
    }
    await context.close();
  });
});
