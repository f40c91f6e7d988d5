import { createServer, connect, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { DirectoryService } from '../../src/accounts/directory/directory.service';
import { InvitationsService } from '../../src/accounts/invitations/invitations.service';
import { TestProvider } from '../accounts/open-id/provider';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));

describe('signing in at a provider, in a real browser without script', () => {
  const provider = new TestProvider();
  /** The address the service has in public: it is told before the service listens. */
  const front: Server = createServer((socket) => {
    const inside = connect(Number(new URL(app.url).port), '127.0.0.1');
    socket.pipe(inside).pipe(socket);
    for (const one of [socket, inside]) one.on('error', () => [socket, inside].forEach((other) => other.destroy()));
  });
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let home = '';

  beforeAll(async () => {
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
    home = `http://127.0.0.1:${(front.address() as AddressInfo).port}`;
    await provider.open(home);
    app = await TestApp.start({
      ...provider.settings,
      PUBLIC_URL: home,
      STAFF_SIGN_IN: 'provider',
      EMERGENCY_ADMINISTRATORS: 'du-phong@example.vn',
    });
    app.clock.followSystem();
    a = new Builders(app);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
    front.close();
    await provider.close();
  });

  async function open({ language, width }: (typeof ways)[number], javaScriptEnabled: boolean): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      javaScriptEnabled,
      bypassCSP: javaScriptEnabled,
    });
    await context.addCookies([{ name: 'locale', value: language, url: home }]);
    return context.newPage();
  }

  const look = async (page: Page, name: string, { language, width }: (typeof ways)[number]) => {
    expect([name, await overflowOf(page)]).toEqual([name, 0]);
    if (process.env['PICTURES']) {
      await page.screenshot({ path: `${process.env['PICTURES']}/${name}-${language}-${width}.png`, fullPage: true });
    }
  };

  const cameBy = async (account: BuiltAccount) =>
    app.sql(`SELECT way FROM web_sessions WHERE account_id = $1 AND way = 'provider' AND ended_at IS NULL`, account.id);

  it.each(ways)('$language, $width px: to the provider, to one’s desk, and out of both', async (way) => {
    const account = await a.office();
    const page = await open(way, false);
    provider.signedIn = { sub: account.id, email: account.email, email_verified: true };
    await page.goto(`${home}/sign-in?next=/me`);
    await look(page, 'sign-in', way);
    await page.click('main a[href^="/oidc/start"]');
    await page.waitForURL(`${home}/me`);
    expect(await cameBy(account)).toHaveLength(1);
    await look(page, 'own', way);

    if (way.width < 600) await page.click('.fold-switch summary');
    await page.click('form[action="/sign-out"] button');
    await page.waitForURL(`${home}/oidc/signed-out`);
    expect(await cameBy(account)).toHaveLength(0);
    await look(page, 'signed-out', way);
    await page.click('main a.btn-primary');
    await page.waitForURL(/\/session\/end\?/);
    await page.click('button[value=yes]');
    await page.waitForURL(`${home}/sign-in`);
    await page.context().close();
  });

  it.each(ways)('$language, $width px: whoever does not get in reads why', async (way) => {
    const page = await open(way, false);
    provider.signedIn = { sub: 'nguoi-la', email: 'nguoi-la@example.vn', email_verified: true };
    await page.goto(`${home}/oidc/start`);
    await page.waitForSelector('.notice-danger:not([hidden])');
    expect(new URL(page.url()).pathname).toBe('/oidc/callback');
    await look(page, 'refused', way);
    await page.context().close();

    const seen = await open(way, true);
    for (const path of ['/sign-in', '/oidc/signed-out']) {
      await seen.goto(`${home}${path}`);
      expect([path, await barriersOf(seen)]).toEqual([path, []]);
    }
    await seen.context().close();
  });

  it.each(ways)('$language, $width px: a code of ours is asked for after the provider', async (way) => {
    const { id, email } = await a.account();
    await app.sql(
      `INSERT INTO second_factors (account_id, secret, made_at, confirmed_at) VALUES ($1, 'JBSWY3DPEHPK3PXP', now(), now())`,
      id,
    );
    provider.signedIn = { sub: id, email, email_verified: true };
    const page = await open(way, true);
    await page.goto(`${home}/oidc/start`);
    await page.waitForURL(`${home}/oidc/code`);
    await look(page, 'code', way);
    expect(await barriersOf(page)).toEqual([]);
    await page.context().close();
  });

  it.each(ways)('$language, $width px: who is invited with a role is led there alone', async (way) => {
    const { bloc } = await a.organization();
    const admin = await app.actor((await a.account({ roles: [['admin', bloc]] })).id);
    const invited = { name: 'Mai Mới Vào', role: 'training_officer' as const, unitId: bloc.id };
    const email = `moi-${way.language}-${way.width}@example.vn`;
    const id = await app.get(DirectoryService).open(admin, { ...invited, email });
    const token = (await app.get(InvitationsService).linksForPaper(admin, [id])).get(id)!;
    app.log.mustNotSay(token);
    const page = await open(way, true);
    await page.goto(`${home}/invitations/${token}`);
    await look(page, 'invited', way);
    expect(await barriersOf(page)).toEqual([]);
    await page.context().close();
  });

  it('shows an administrator whom an account is linked to', async () => {
    const way = ways[0]!;
    const { bloc } = await a.organization();
    const admin = await a.account({ roles: [['admin', bloc]] });
    const account = await a.account();
    await app.sql(
      `INSERT INTO linked_identities (account_id, issuer, subject, linked_at) VALUES ($1, $2, 's', now())`,
      account.id,
      provider.issuer,
    );
    const page = await open(way, false);
    await page.context().addCookies([{ name: 'session', value: admin.token, url: home }]);
    await page.goto(`${home}/accounts/${account.id}`);
    await page.click('details.confirm:has(form[action$="linked-identity/removal"]) summary');
    await look(page, 'account', way);
    await page.click('form[action$="linked-identity/removal"] button');
    await page.waitForSelector('.notice-success');
    expect(await app.sql('SELECT FROM linked_identities WHERE account_id = $1', account.id)).toEqual([]);
    await page.context().close();
  });
});
