import type { Browser, Page, Request } from 'playwright-core';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { TestApp } from '../app';
import { type BuiltPerson, Builders } from '../builders';
import { openBrowser } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';

describe('going back in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let person: BuiltPerson;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    const a = new Builders(app);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });
    person = await a.person({ fullName: 'Nguyễn Thị Ánh Tuyết' });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function signedIn(hasScript = true): Promise<Page> {
    const context = await browser.newContext({ locale: 'vi-VN', javaScriptEnabled: hasScript });
    const page = await context.newPage();
    await page.goto(`${app.url}/sign-in`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`);
    return page;
  }

  it.each([true, false])('shows nothing of a record after signing out, script %s', async (hasScript) => {
    const page = await signedIn(hasScript);
    await page.goto(`${app.url}/people/${person.id}/training-record`);
    expect(await page.textContent('body')).toContain(person.fullName);
    await page.click('form[action="/sign-out"] button');
    await page.waitForURL(`${app.url}/sign-in`);
    await page.goBack();
    await page.waitForSelector('[name=email]');
    expect(await page.content()).not.toContain(person.fullName);
    await page.context().close();
  });

  it.each([true, false])('brings a form back as it was typed, script %s', async (hasScript) => {
    const page = await signedIn(hasScript);
    await page.goto(`${app.url}/me/deputies`);
    await page.fill('[name=reason]', 'Đi công tác dài ngày');
    await page.click('a.brand');
    await page.waitForURL(`${app.url}/`);
    await page.goBack();
    await page.waitForURL(`${app.url}/me/deputies`);
    expect(await page.inputValue('[name=reason]')).toBe('Đi công tác dài ngày');
    await page.context().close();
  });

  it('leads from a person to where one was in the list', async () => {
    const page = await signedIn();
    const inList = `${app.url}/people?search=Tuy%E1%BA%BFt&sort=-name`;
    await page.goto(inList);
    await page.click(`main a[href="/people/${person.id}"]`);
    await page.waitForURL(`${app.url}/people/${person.id}`);
    await page.click('main a[href$="/training-record"]');
    await page.waitForURL(`${app.url}/people/${person.id}/training-record`);
    await page.click('a.back-link');
    await page.waitForURL(`${app.url}/people/${person.id}`);
    await page.click('a.back-link');
    await page.waitForURL(inList);
    await page.context().close();
  });

  it('tells no other address what was typed into a search', async () => {
    const page = await signedIn();
    const told: string[] = [];
    page.context().on('request', (request: Request) => {
      if (new URL(request.url()).search !== '?search=Tuy%E1%BA%BFt') told.push(JSON.stringify(request.headers()));
    });
    await page.goto(`${app.url}/people?search=Tuy%E1%BA%BFt`);
    await page.click('a.brand');
    await page.waitForURL(`${app.url}/`);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((headers) => /search=/.test(headers))).toEqual([]);
    await page.context().close();
  });
});
