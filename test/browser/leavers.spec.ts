import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltUnit } from '../builders';
import { openBrowser } from './browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));

describe('whoever left or moved, by pages', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let office: BuiltAccount;
  let secretary: BuiltAccount;
  let inClass: BuiltClass;
  let units: BuiltUnit[];

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    a = new Builders(app);
    office = await a.office();
    units = [await a.unit(), await a.unit()];
    secretary = await a.secretaryOf(units[0]!);
    inClass = await a.trainingClass({ seats: 20, state: 'announced', name: 'Lớp Trung cấp LLCT khóa 5' });
    await a.halfDay(inClass, '2026-02-07');
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** One who moved and is enrolled, and one who left and is only nominated. */
  async function twoGo(): Promise<void> {
    await app.sql('DELETE FROM leavers');
    const [moves, leaves] = [
      await a.person({ in: units[0]!, fullName: 'Lê Thị Hà' }),
      await a.person({ in: units[0]!, fullName: 'Trần Quốc Tuấn' }),
    ];
    const nomination = await a.nomination({ in: inClass, person: moves, state: 'accepted' });
    await a.enrollment({ in: inClass, person: moves, by: nomination });
    await a.nomination({ in: inClass, person: leaves });
    await a.change('persons', { id: moves.id }, { unitId: units[1]!.id });
    await a.change('persons', { id: leaves.id }, { leftOn: '2026-01-04' });
  }

  async function open(
    account: BuiltAccount,
    { language, width }: (typeof ways)[number],
    path: string,
    script = false,
  ): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled: script,
      bypassCSP: script,
    });
    await context.addCookies([
      { name: 'locale', value: language, url: app.url },
      { name: 'session', value: account.token, url: app.url },
    ]);
    const page = await context.newPage();
    await page.goto(`${app.url}${path}`);
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
    return page;
  }

  it.each(ways)('$language, $width px: one click on the desk says that somebody stays', async (way) => {
    await twoGo();
    const page = await open(secretary, way, '/');
    await page.click('form[action$="/staying"] button[type=submit]');
    await page.waitForURL(/\/leavers/);
    expect(await app.sql('SELECT FROM open_leavers')).toHaveLength(1);
    // Ending it asks for the decision, on the same page.
    await page.click('details.confirm summary');
    await page.fill('[name=reason]', 'Quyết định 12-QĐ/ĐU');
    await page.click('form[action$="/withdrawal"] button[type=submit]');
    await page.waitForSelector('.empty-state');
    expect(await app.sql('SELECT FROM open_leavers')).toHaveLength(0);
    await page.context().close();
  });

  it.each(ways)('$language, $width px: no fault on the desks, the list and the roster', async (way) => {
    await twoGo();
    for (const [account, path] of [
      [office, '/'],
      [secretary, '/'],
      [office, '/leavers'],
      [office, `/classes/${inClass.id}/roster`],
    ] as const) {
      const page = await open(account, way, path, true);
      await page.evaluate(axe);
      const found: unknown = await page.evaluate(
        `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id }) => id))`,
      );
      expect({ path, found }).toEqual({ path, found: [] });
      await page.context().close();
    }
  });
});
