import type { Browser, Page } from 'playwright-core';
import { addDays, dayOf } from '../../src/platform/clock';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltClass, type BuiltUnit } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';

describe('splitting and merging classes, in a real browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let units: readonly [BuiltUnit, BuiltUnit];
  let course: { id: string };
  const hall = 'Hội trường A';

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    a = new Builders(app);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });
    units = [await a.unit('CSM'), await a.unit('BFC')];
    course = await a.course({ kind: 'theory', award: 'diploma', nameVi: 'Trung cấp lý luận chính trị' });
    await a.room(hall, '1 Lê Duẩn, Quận 1', 8);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  const names = ['Trần Thị Bích Ngọc', 'Lê Văn Bảo', 'Phạm Thị Hoa', 'Đỗ Minh Khôi', 'Vũ Thị Lan', 'Hồ Văn Nam'];

  /** Under way: two of six mornings are over, three people of each unit learn in it. */
  async function aClass(code: string, opensIn = -2, part: 'morning' | 'evening' = 'morning'): Promise<BuiltClass> {
    const opensOn = addDays(dayOf(app.clock.now()), opensIn);
    const words = { course, code, name: `Trung cấp lý luận chính trị ${code}`, state: 'confirmed', opensOn } as const;
    const closesOn = addDays(opensOn, 60);
    const one = await a.trainingClass({ ...words, closesOn, allocations: units.map((unit) => [unit, 3]) });
    for (let n = 0; n < 6; n += 1)
      await a.halfDay(one, addDays(opensOn, n), { topic: `Chuyên đề ${n + 1}`, part, roomId: await a.room() });
    for (const [index, fullName] of names.entries()) {
      const person = await a.person({ in: units[index < 3 ? 0 : 1], fullName });
      const by = await a.nomination({ in: one, person, state: 'accepted', seat: index + 1 });
      await a.enrollment({ in: one, person, by, marks: ['present', 'unexcused'], since: startOfSpecs });
    }
    return one;
  }

  async function signIn(width: number, locale: 'vi' | 'en'): Promise<Page> {
    await a.change('accounts', { email }, { locale });
    const context = await browser.newContext({ viewport: { width, height: 800 } });
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

  it.each<[number, 'vi' | 'en', string, string]>([
    [1280, 'vi', 'TC-1', 'Đã tách lớp: 1 người'],
    [360, 'en', 'TC-2', 'The class is split'],
  ])('splits a class in six steps from its page at %i px, in %s', async (width, locale, code, done) => {
    const { id } = await aClass(code, width === 360 ? 60 : -2);
    const page = await signIn(width, locale);
    await page.goto(`${app.url}/classes/${id}`);
    await page.click(`a[href="/classes/${id}/split"]`);
    expect(await faultsOf(page)).toEqual(none);
    await page.selectOption('[name="roomId.1"]', { index: 1 });
    await page.fill('[name=reason]', 'Hội trường chỉ có tám chỗ');
    await page.click('button[name=reshape][value^=people]');
    await page.waitForURL(`${app.url}/classes/${id}/split/preview`);
    expect(await page.inputValue('[name=reason]')).toBe('Hội trường chỉ có tám chỗ');
    await page.check('label.row-check input >> nth=4');
    expect(await faultsOf(page)).toEqual(none);
    await page.click('main .save-bar button[type=submit]');
    await page.waitForURL(`${app.url}/classes/${id}/split/preview`);
    expect(await faultsOf(page)).toEqual(none);
    await page.click('#confirm button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes('split'));
    expect(await page.textContent('body')).toContain(done);
    expect(await faultsOf(page)).toEqual(none);
    await page.goto(`${app.url}/classes/${id}/parallels`);
    expect(await page.textContent('main')).toContain(`${code}-2`);
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });

  it.each<[number, 'vi' | 'en', string, string]>([
    [1280, 'vi', 'GH-1', 'Đã ghép lớp: 6 người'],
    [360, 'en', 'GH-2', 'The classes are merged'],
  ])('merges a class in five steps from its page at %i px, in %s', async (width, locale, code, done) => {
    const opensIn = width === 360 ? 90 : 30;
    const [from, into] = [await aClass(`${code}A`, opensIn, 'evening'), await aClass(`${code}B`, opensIn, 'evening')];
    const page = await signIn(width, locale);
    await page.goto(`${app.url}/classes/${from.id}`);
    await page.click(`a[href="/classes/${from.id}/merger"]`);
    expect(await faultsOf(page)).toEqual(none);
    await page.selectOption('[name=intoClassId]', into.id);
    await page.fill('[name=reason]', 'Không đủ giảng viên');
    await page.click('main form .actions button[type=submit]');
    await page.waitForURL(`${app.url}/classes/${from.id}/merger/preview`);
    expect(await faultsOf(page)).toEqual(none);
    await page.click('#confirm button[type=submit]');
    await page.waitForURL(`${app.url}/classes/${into.id}`);
    expect(await page.textContent('body')).toContain(done);
    expect(await faultsOf(page)).toEqual(none);
    await page.goto(`${app.url}/classes/${from.id}`);
    expect(await page.getAttribute(`main a[href="/classes/${into.id}"]`, 'href')).toBe(`/classes/${into.id}`);
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });

  it.each<[number, 'vi' | 'en', string]>([
    [1280, 'vi', 'SS-1'],
    [360, 'en', 'SS-2'],
  ])('changes a half-day in two classes in four steps at %i px, in %s', async (width, locale, code) => {
    const opensIn = width === 360 ? 150 : 120;
    const leading = await aClass(`${code}A`, opensIn);
    const other = await aClass(`${code}B`, opensIn);
    const page = await signIn(width, locale);
    await page.goto(`${app.url}/classes/${leading.id}/parallels`);
    expect(await faultsOf(page)).toEqual(none);
    await page.check(`input[value="${other.id}"]`);
    await page.click('main .card form button[type=submit]');
    await page.waitForURL(`${app.url}/classes/${leading.id}/parallels`);
    // Nobody was marked at the last one.
    await page.click('tbody tr:last-child a[href^="/half-days/"] >> nth=0');
    await page.selectOption('[name=part]', 'afternoon');
    await page.fill('[name=startTime]', '13:30');
    await page.fill('[name=endTime]', '17:00');
    await page.fill('#change [name=reason]', 'Buổi sáng hội trường có đại hội');
    await page.check(`#change input[value="${other.id}"]`);
    expect(await faultsOf(page)).toEqual(none);
    await page.click('button[formaction]');
    await page.waitForURL(/\/preview$/);
    expect(await faultsOf(page)).toEqual(none);
    await page.click('#along button[type=submit]');
    await page.waitForURL(`${app.url}/classes/${leading.id}/attendance`);
    expect(await page.textContent('body')).toContain(`${code}B`);
    await page.context().close();
  });
});
