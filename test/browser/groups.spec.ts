import type { Browser, Page } from 'playwright-core';
import { addDays, dayOf } from '../../src/platform/clock';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltClass, type BuiltUnit } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';
const names = ['Trần Thị Bích Ngọc', 'Lê Văn Bảo', 'Phạm Thị Hoa', 'Đỗ Minh Khôi', 'Vũ Thị Lan', 'Bùi Quốc Việt'];

describe('dividing a class into groups, in a real browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let units: BuiltUnit[];

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    a = new Builders(app);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });
    units = [await a.unit(), await a.unit()];
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function aClass(code: string): Promise<BuiltClass> {
    const today = dayOf(app.clock.now());
    const days = { opensOn: addDays(today, 3), closesOn: addDays(today, 30) };
    const made = await a.trainingClass({ code, name: `Bồi dưỡng đảng viên mới ${code}`, state: 'confirmed', ...days });
    for (let n = 0; n < 3; n += 1) await a.halfDay(made, addDays(days.opensOn, n), { topic: `Chuyên đề ${n + 1}` });
    for (const [index, fullName] of names.entries()) {
      const person = await a.person({ in: units[index % 2]!, fullName });
      await a.enrollment({ in: made, person, since: startOfSpecs });
    }
    return made;
  }
  async function signIn(width: number, locale: 'vi' | 'en'): Promise<Page> {
    await a.change('accounts', { email }, { locale });
    const context = await browser.newContext({ viewport: { width, height: 800 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(`${app.url}/`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`, { timeout: 10_000 });
    return page;
  }
  const faultsOf = async (page: Page) => ({ barriers: await barriersOf(page), overflow: await overflowOf(page) });
  const none = { barriers: [], overflow: 0 };

  it.each<[number, 'vi' | 'en', { byPage: string; moved: string }]>([
    [1280, 'vi', { byPage: 'Đã xếp tổ cho 6 học viên.', moved: 'Đã xếp tổ cho 1 học viên.' }],
    [360, 'en', { byPage: '6 people are put into groups.', moved: '1 person is put into groups.' }],
  ])('divides it evenly, moves one and prints one group’s sheet at %i px, in %s', async (width, locale, said) => {
    const inClass = await aClass(`TO-${width}`);
    const page = await signIn(width, locale);
    const tab = `${app.url}/classes/${inClass.id}/groups`;
    await page.goto(`${app.url}/classes/${inClass.id}`);
    await page.click(`a[href="/classes/${inClass.id}/groups"]`);
    expect(await faultsOf(page)).toEqual(none);
    await page.fill('[name=groups]', '2');
    await page.click('#divide button[type=submit]');
    expect(await faultsOf(page)).toEqual(none);
    await page.click('.save-bar button[type=submit]');
    await page.waitForURL(tab);
    expect(await page.textContent('main')).toContain(said.byPage);
    expect(await faultsOf(page)).toEqual(none);

    const box = page.locator('#move input[name=enrollmentIds]').first();
    await box.check();
    await page.selectOption('#move [name=groupId]', { index: 2 });
    await page.click('#move .save-bar button[type=submit]');
    await page.waitForURL(tab);
    expect(await page.textContent('main')).toContain(said.moved);

    await page.click('a[href^="/groups/"] >> nth=1');
    expect(await faultsOf(page)).toEqual(none);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`a[href="/classes/${inClass.id}/printouts/attendance?group=2"]`),
    ]);
    expect(download.suggestedFilename()).toBe(`bang-diem-danh-TO-${width}.pdf`);
    await page.goto(`${app.url}/classes/${inClass.id}/roster?group=2`);
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });
});
