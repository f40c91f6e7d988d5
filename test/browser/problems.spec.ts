import type { Browser } from 'playwright-core';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { openBrowser } from './browser';

describe('a form that was refused', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    app = await TestApp.start();
    app.clock.followSystem();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it('names each field whose sentence is the same as another’s, and leads to it', async () => {
    const a = new Builders(app);
    const secretary = await a.secretaryOf(await a.unit());
    const context = await browser.newContext();
    await context.addCookies([
      { name: 'locale', value: 'vi', url: app.url },
      { name: 'session', value: secretary.token, url: app.url },
    ]);
    const page = await context.newPage();
    await page.goto(`${app.url}/people/new`);
    await page.click('main form[action="/people"] button[type=submit]');
    const said = await page.locator('[role=alert] li').allTextContents();
    expect(said).toEqual(
      expect.arrayContaining(['Chưa chọn tình trạng.', 'Chưa chọn trình độ chuyên môn.', 'Chưa chọn giới tính.']),
    );
    await page.click('[role=alert] a >> text=trình độ chuyên môn');
    expect(await page.evaluate('document.activeElement.name || location.hash')).toMatch(/education/);
  });
});
