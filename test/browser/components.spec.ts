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
    [1280, 'vi', 'dark'],
    [360, 'en', 'light'],
    [360, 'vi', 'dark'],
  ] as const)('%i px wide, in %s, %s: meet no barrier', async (width, locale, colorScheme) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN', colorScheme });
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

  it.each([
    [1280, 'vi', 'Hôm nay'],
    [360, 'en', 'Today'],
  ])('%i px wide, in %s: a day is typed, or chosen from the calendar by the keyboard', async (width, locale, today) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'en-US' });
    const page = await context.newPage();
    await context.addCookies([{ name: 'locale', value: locale, url: app.url }]);
    await page.goto(`${app.url}/components`);
    const day = page.locator('#day-0 [name=day]');
    const value = () => day.inputValue();
    await day.pressSequentially('05/12/2026');
    expect(await value()).toBe('05/12/2026');

    const opened = () => page.locator('dialog[open]').count();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await press('Tab', 'Enter');
    expect(await opened()).toBe(1);
    const seen = { barriers: await barriersOf(page), overflow: await overflowOf(page) };
    expect(seen).toEqual({ barriers: [], overflow: 0 });
    await press('ArrowRight', 'ArrowDown', 'PageDown', 'Enter');
    expect(await opened()).toBe(0);
    expect(await value()).toBe('13/01/2027');

    // The button has the focus again; leaving the calendar changes nothing.
    await press('Space', 'Shift+PageUp', 'Escape');
    expect([await opened(), await value()]).toEqual([0, '13/01/2027']);
    // It offers no day before the first that is taken, and what cannot be read opens it at today.
    await day.fill('30/12/2025');
    await press('Tab', 'Enter', 'Enter');
    expect(await value()).toBe('01/01/2026');
    await day.fill('mai');
    await press('Tab', 'Enter');
    await page.getByRole('button', { name: today, exact: true }).click();
    expect(await value()).toMatch(/^\d\d\/\d\d\/2\d{3}$/);
    await context.close();
  });

  it('without script the field stands alone', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${app.url}/components`);
    expect(await page.locator('.day-open').first().isVisible()).toBe(false);
    expect(await page.locator('#day-1 [name=day]').inputValue()).toBe('12/12/2026');
    await context.close();
  });
});
