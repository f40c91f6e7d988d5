import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { Mailbox } from '../../bench/mailbox';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { linkIn } from '../accounts/letters';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { openBrowser } from './browser';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const password = 'khung cửa tím dế mèn trượt dài';
const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));

describe('accounts, by pages without script', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let admin: BuiltAccount;
  let round = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open() });
    app.clock.followSystem();
    browser = await openBrowser();
    a = new Builders(app);
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    const unit = await a.unit();
    for (let n = 0; n < 3; n += 1) await a.person({ in: unit });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await mailbox.close();
  });

  async function look(page: Page): Promise<void> {
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBeLessThanOrEqual(0);
  }

  /** What an automatic look finds; it needs script, which the pages do without. */
  async function faults(
    path: string,
    { language, width }: (typeof ways)[number],
    token: string | null,
  ): Promise<unknown> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    await context.addCookies(cookies(language, token));
    const page = await context.newPage();
    await page.goto(`${app.url}${path}`);
    await page.evaluate(axe);
    const found: unknown = await page.evaluate(
      `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag22aa'] }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    await context.close();
    return found;
  }

  const cookies = (language: string, token: string | null) => [
    { name: 'locale', value: language, url: app.url },
    ...(token ? [{ name: 'session', value: token, url: app.url }] : []),
  ];

  it.each(ways)('$language, $width px: from the list to somebody new at their desk', async (way) => {
    const email = `moi${(round += 1)}@donvi.example.vn`;
    const context = await browser.newContext({ viewport: { width: way.width, height: 800 }, javaScriptEnabled: false });
    await context.addCookies(cookies(way.language, admin.token));
    const page = await context.newPage();
    await page.goto(`${app.url}/accounts`);
    await look(page);
    await page.click('main a[href="/accounts/new"]');
    await page.click('main button[type=submit]');
    await page.waitForSelector('.notice-danger:not([hidden])');
    await page.fill('[name=name]', 'Đặng Thị Thanh Hương');
    await page.fill('[name=email]', email);
    await page.selectOption('[name=place]', { index: 1 });
    await look(page);
    await page.click('main button[type=submit]');
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}$/);
    const { pathname } = new URL(page.url());
    await look(page);
    await page.goto(`${app.url}/roster-invitations`);
    if (way.width < 600) await page.click('main search summary');
    await page.selectOption('[name=unitId]', { index: 3 });
    await look(page);
    await context.close();

    await app.get(MailDeliveries).deliver();
    const { path, token } = linkIn(mailbox.letters.find(({ to }) => to === email)!);
    app.log.mustNotSay(token);
    expect(await faults('/accounts', way, admin.token)).toEqual([]);
    expect(await faults('/accounts/new', way, admin.token)).toEqual([]);
    expect(await faults(pathname, way, admin.token)).toEqual([]);
    expect(await faults('/roster-invitations', way, admin.token)).toEqual([]);
    expect(await faults(path, way, null)).toEqual([]);

    const own = await browser.newContext({ viewport: { width: way.width, height: 800 }, javaScriptEnabled: false });
    await own.addCookies(cookies(way.language, null));
    const theirs = await own.newPage();
    await theirs.goto(`${app.url}${path}`);
    await look(theirs);
    await theirs.fill('[name=password]', password);
    await theirs.click('main button[type=submit]');
    await theirs.waitForURL(`${app.url}/`);
    expect(await theirs.textContent('body')).toContain('Đặng Thị Thanh Hương');
    await theirs.goto(`${app.url}${path}`);
    expect(await theirs.textContent('main')).toMatch(/đã được dùng|has been used/);
    await look(theirs);
    await own.close();
  });
});
