import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Mailbox } from '../../bench/mailbox';
import { LinkRequestsService } from '../../src/accounts/forgotten/link-requests.service';
import { MailDeliveries } from '../../src/platform/mailer/mail-deliveries';
import { linkIn } from '../accounts/letters';
import { accountWithPassword } from '../accounts/given-accounts';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltUnit } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'mật khẩu rất dài';
const better = 'trăng lên đỉnh đồi xa';
const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));
type Way = (typeof ways)[number];

describe('one’s own account, by pages without script', () => {
  const mailbox = new Mailbox();
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let unit: BuiltUnit;
  let admin: BuiltAccount;
  let round = 0;

  beforeAll(async () => {
    app = await TestApp.start({ SMTP_URL: await mailbox.open() });
    app.clock.followSystem();
    browser = await openBrowser();
    a = new Builders(app);
    unit = await a.unit();
    admin = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await mailbox.close();
  });
  beforeEach(() => {
    mailbox.letters.length = 0;
  });

  async function cadre({ language }: Way) {
    const person = await a.person({ in: unit, fullName: 'Đặng Thị Thanh Hương' });
    const email = `thanh.huong${(round += 1)}@donvi.example.vn`;
    const given = { email, name: person.fullName, password, locale: language, personId: person.id };
    return { email, id: await accountWithPassword(app, given) };
  }
  async function visit({ language, width }: Way, token: string | null = null): Promise<[Page, BrowserContext]> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled: false });
    await context.addCookies([
      { name: 'locale', value: language, url: app.url },
      ...(token ? [{ name: 'session', value: token, url: app.url }] : []),
    ]);
    return [await context.newPage(), context];
  }

  /** The page as it stands fits its window and puts up no barrier; looking for those needs script, so a copy of it is looked at. */
  async function look(page: Page, name: string): Promise<void> {
    expect([name, await overflowOf(page)]).toEqual([name, 0]);
    const context = await browser.newContext({ viewport: page.viewportSize(), bypassCSP: true });
    const body = await page.content();
    await context.route(`${app.url}/looked-at`, (route) =>
      route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
    );
    const copy = await context.newPage();
    await copy.goto(`${app.url}/looked-at`);
    expect([name, await barriersOf(copy)]).toEqual([name, []]);
    await context.close();
  }
  const submit = (page: Page, form: string) => page.click(`form[action$="${form}"] button[type=submit]`);
  async function signIn(page: Page, email: string, typed: string, code?: string): Promise<void> {
    await page.goto(`${app.url}/sign-in`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', typed);
    await submit(page, '/sign-in');
    if (code === undefined) return;
    await look(page, 'a code is asked for');
    expect(await page.isVisible('.notice-info')).toBe(true);
    await page.fill('[name=password]', typed);
    await page.fill('[name=code]', code);
    await submit(page, '/sign-in');
  }
  async function linkSentTo(email: string): Promise<string> {
    await app.get(LinkRequestsService).answer();
    await app.get(MailDeliveries).deliver();
    const { path, token } = linkIn(mailbox.letters.find(({ to }) => to === email)!);
    app.log.mustNotSay(token);
    return path;
  }

  it.each(ways)('$language, $width px: a forgotten password, by mail', async (way) => {
    const { email } = await cadre(way);
    const [page, context] = await visit(way);
    await page.goto(`${app.url}/sign-in`);
    await page.click('main a[href="/password-resets"]');
    await look(page, 'forgotten');
    await page.fill('#password [name=email]', email);
    await submit(page, '/password-resets');
    await look(page, 'a link is on its way');

    await page.goto(`${app.url}${await linkSentTo(email)}`);
    await look(page, 'set new');
    await page.fill('[name=password]', 'password1234');
    await page.click('main button[type=submit]');
    await look(page, 'easy to guess');
    await page.fill('[name=password]', better);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/sign-in`);
    await signIn(page, email, better);
    await page.waitForURL(`${app.url}/`);
    await context.close();
  });

  it.each(ways)('$language, $width px: a forgotten password, by the code of a slip', async (way) => {
    const { email, id } = await cadre(way);
    const secretary = await a.secretaryOf(unit);
    const [theirs, there] = await visit(way, secretary.token);
    await theirs.goto(`${app.url}/accounts/${id}`);
    await look(theirs, 'account');
    await there.close();
    const { text } = await app.signedIn(secretary).post<string>(`/api/v1/accounts/${id}/password-code`);
    const [, code] = /password-resets\?code=([A-Z0-9-]{9})/.exec(text)!;
    app.log.mustNotSay(code!);

    const [page, context] = await visit(way);
    await page.goto(`${app.url}/password-resets?code=${code}`);
    await look(page, 'code of a slip');
    await page.fill('#code [name=email]', 'nham@donvi.example.vn');
    await page.fill('#code [name=password]', better);
    await submit(page, '/password-codes');
    await look(page, 'wrong code of a slip');
    await page.fill('#code [name=email]', email);
    await page.fill('#code [name=password]', better);
    await submit(page, '/password-codes');
    await page.waitForURL(`${app.url}/sign-in`);
    await look(page, 'is set');
    await signIn(page, email, better);
    await page.waitForURL(`${app.url}/`);
    await context.close();
  });

  it.each(ways)('$language, $width px: signing in by a link', async (way) => {
    const { email } = await cadre(way);
    const [page, context] = await visit(way);
    await page.goto(`${app.url}/sign-in`);
    await page.click('main a[href="/sign-in-links"]');
    await look(page, 'sign in by a link');
    await page.fill('main [name=email]', email);
    await submit(page, '/sign-in-links');
    await page.goto(`${app.url}${await linkSentTo(email)}`);
    await look(page, 'the link');
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`);
    await context.close();
  });

  it.each(ways)('$language, $width px: password, sessions, tokens and language', async (way) => {
    const { email } = await cadre(way);
    const [page, context] = await visit(way);
    const [other, elsewhere] = await visit(way);
    await signIn(page, email, password);
    await signIn(other, email, password);
    await page.goto(`${app.url}/me`);
    await look(page, 'me');
    await page.fill('[name=current]', 'không phải');
    await page.fill('[name=new]', better);
    await submit(page, '/me/password');
    await look(page, 'wrong password');
    await page.fill('[name=current]', password);
    await page.fill('[name=new]', better);
    await submit(page, '/me/password');
    await page.waitForURL(`${app.url}/me`);
    await look(page, 'password changed');
    await other.goto(`${app.url}/me`);
    expect(other.url()).toContain('/sign-in');
    await elsewhere.close();

    await page.click('details:has(#token) > summary');
    await page.fill('#token [name=name]', 'Báo cáo hằng tháng');
    await submit(page, '/me/tokens');
    await look(page, 'token');
    app.log.mustNotSay(await page.inputValue('[name=token]'));
    await page.goto(`${app.url}/me`);
    await look(page, 'me with a token');
    await page.check(`#language [value=${way.language === 'vi' ? 'en' : 'vi'}]`);
    await submit(page, '/me/language');
    expect(await page.getAttribute('html', 'lang')).toBe(way.language === 'vi' ? 'en' : 'vi');
    await context.close();
  });

  it.each(ways)('$language, $width px: the second step, set up, used and taken away', async (way) => {
    const { email, id } = await cadre(way);
    const [page, context] = await visit(way);
    await signIn(page, email, password);
    await page.goto(`${app.url}/me/second-factor`);
    await look(page, 'second step');
    await submit(page, '/me/second-factor');
    await look(page, 'QR');
    expect(await page.isVisible('main svg.page-qr')).toBe(true);
    const secret = (await page.textContent('.long-code'))!.replace(/\s/g, '');
    app.log.mustNotSay(secret);
    const codeIn = (steps: number) =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({
        timestamp: app.clock.now().getTime() + steps * 30_000,
      });
    await page.fill('[name=code]', '000000');
    await submit(page, '/me/second-factor/confirmation');
    await look(page, 'wrong code');
    await page.fill('[name=code]', codeIn(0));
    await submit(page, '/me/second-factor/confirmation');
    const [recovery] = await page.locator('main ol code').allTextContents();
    await look(page, 'recovery codes');
    await page.click('main a[href="/"]');
    await page.goto(`${app.url}/me/second-factor`);
    await look(page, 'second step is on');
    await context.clearCookies({ name: 'session' });
    await signIn(page, email, password, recovery);
    await page.waitForURL(`${app.url}/`);
    await context.close();

    const [keeper, keeping] = await visit(way, admin.token);
    await keeper.goto(`${app.url}/accounts/${id}`);
    await keeper.click('details:has(#second-factor) > summary');
    await look(keeper, 'take the second step away');
    await keeper.fill('form[action$="/second-factor-removal"] [name=reason]', 'Mất điện thoại');
    await submit(keeper, '/second-factor-removal');
    await look(keeper, 'taken away');
    await keeping.close();
  });

  it.each(ways)('$language, $width px: what the machine lacks stands on the desk of who keeps it', async (way) => {
    const [page, context] = await visit(way, admin.token);
    await page.goto(`${app.url}/`);
    expect(await page.textContent('main')).toContain('PUBLIC_URL');
    await look(page, 'desk');
    await page.goto(`${app.url}/operations`);
    await look(page, 'operations');
    await context.close();
  });
});
