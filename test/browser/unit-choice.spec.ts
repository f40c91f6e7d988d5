import type { Browser } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

describe('one of many units in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    const a = new Builders(app);
    office = await a.office();
    for (let n = 1; n <= 40; n += 1) await a.unit(`DV-${n}`);
    const unit = await a.unit('PIN');
    await app.sql(`UPDATE unit_names SET name_vi = 'Pin Ắc quy Miền Nam' WHERE unit_id = $1`, unit.id);
    await a.person({ in: unit, fullName: 'Nguyễn Thị Ánh' });
    await a.person({ fullName: 'Trần Văn Bình' });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it.each([
    [1280, 'light'],
    [360, 'dark'],
  ] as const)(
    '%i px wide: is typed in plain letters, found below, and taken by keys alone',
    async (width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
      await context.addCookies([{ name: 'session', value: office.token, url: app.url }]);
      const page = await context.newPage();
      await page.goto(`${app.url}/people`);
      if (width < 768) await page.locator('.filters summary').click();
      const field = page.locator('[name="unitId.named"]');
      const options = page.locator('.searched [role=option]');
      await field.pressSequentially('ac quy');
      await options.first().waitFor();
      expect(await options.allTextContents()).toEqual(['PIN – Pin Ắc quy Miền Nam']);
      expect(await page.locator('.searched [aria-live]').textContent()).toBe('Tìm thấy 1 mục.');
      await page.keyboard.press('ArrowDown');
      expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
      expect({ barriers: await barriersOf(page), overflow: await overflowOf(page) }).toEqual({
        barriers: [],
        overflow: 0,
      });

      await page.keyboard.press('Enter');
      expect(await field.inputValue()).toBe('PIN – Pin Ắc quy Miền Nam');
      expect(await options.first().isVisible()).toBe(false);
      await page.keyboard.press('Enter');
      await page.waitForURL(/unitId\.named=PIN/);
      expect(await page.locator('main').textContent()).toContain('Nguyễn Thị Ánh');
      expect(await page.locator('main').textContent()).not.toContain('Trần Văn Bình');

      await field.fill('zz');
      await page.locator('.searched-found p').waitFor();
      await page.keyboard.press('Escape');
      expect(await page.locator('.searched-found').isVisible()).toBe(false);
      await context.close();
    },
  );

  it('is taken by pressing it', async () => {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'session', value: office.token, url: app.url }]);
    const page = await context.newPage();
    await page.goto(`${app.url}/people/new`);
    await page.locator('[name="unitId.named"]').pressSequentially('dv 1');
    const first = page.locator('.searched [role=option]').first();
    const label = await first.textContent();
    await first.click();
    expect(await page.locator('[name="unitId.named"]').inputValue()).toBe(label);
    await context.close();
  });
});
