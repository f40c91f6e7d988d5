import type { Browser, Page } from 'playwright-core';
import { addDays, dayOf } from '../../src/platform/clock';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { startOfSpecs, TestApp } from '../app';
import { Builders, type BuiltClass, type BuiltEnrollment } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';

describe('learning in two classes, in a real browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let k1: BuiltClass;
  let k2: BuiltClass;
  let learners: BuiltEnrollment[];

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    a = new Builders(app);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });

    const today = dayOf(app.clock.now());
    const unit = await a.unit();
    const course = await a.course({ kind: 'theory', award: 'diploma' });
    const made = async (code: string, name: string, opensIn: number) => {
      const opensOn = addDays(today, opensIn);
      const [state, closesOn] = ['confirmed', addDays(today, 60)] as const;
      const one = await a.trainingClass({ course, code, name, state, opensOn, closesOn, allocations: [[unit, 5]] });
      for (let n = 0; n < 6; n += 1) await a.halfDay(one, addDays(opensOn, n), { topic: `Chuyên đề ${n + 1}` });
      await a.module(one, 1, 'Triết học Mác – Lênin');
      return one;
    };
    k1 = await made('TC-K1', 'Trung cấp lý luận chính trị khóa 1', -5);
    k2 = await made('TC-K2', 'Trung cấp lý luận chính trị khóa 2', -3);
    learners = [];
    for (const [index, fullName] of [
      'Trần Thị Bích Ngọc',
      'Lê Văn Bảo',
      'Phạm Thị Hoa',
      'Đỗ Minh Khôi',
      'Vũ Thị Lan',
    ].entries()) {
      const person = await a.person({ in: unit, fullName });
      const by = await a.nomination({ in: k1, person, state: 'accepted', seat: index + 1 });
      const marks = ['present', 'unexcused', 'present', 'present', 'present'] as const;
      learners.push(await a.enrollment({ in: k1, person, by, marks, since: startOfSpecs }));
    }
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

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

  it.each<[number, 'vi' | 'en', number]>([
    [1280, 'vi', 1],
    [360, 'en', 1],
  ])('makes up a half-day in five steps from the roster at %i px, in %s', async (width, locale, choice) => {
    const page = await signIn(width, locale);
    const { id } = learners[2]!;
    await page.goto(`${app.url}/classes/${k1.id}/roster`);
    await page.click(`a[href="/enrollments/${id}"]`);
    expect(await faultsOf(page)).toEqual(none);
    await page.click(`a[href^="/enrollments/${id}/half-days/"] >> nth=0`);
    if (locale === 'vi') {
      await page.selectOption('[name=atHalfDayId]', { index: choice });
      await page.fill('[name=reason]', 'Vắng vì đi công tác');
      expect(await faultsOf(page)).toEqual(none);
      await page.click('main form .actions button[type=submit]');
      await page.waitForURL(`${app.url}/enrollments/${id}`);
      expect(await page.textContent('main')).toContain('học ghép tại TC-K2');
    }
    expect(await faultsOf(page)).toEqual(none);
    await page.goto(`${app.url}/enrollments/${id}/marks`);
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });

  it.each<[number, 'vi' | 'en', number, string]>([
    [1280, 'vi', 3, 'Bảo lưu đến hết ngày'],
    [360, 'en', 4, 'Deferred until'],
  ])('defers in six steps from the roster at %i px, in %s', async (width, locale, index, deferred) => {
    const page = await signIn(width, locale);
    const { id } = learners[index]!;
    await page.goto(`${app.url}/classes/${k1.id}/roster`);
    await page.click(`a[href="/enrollments/${id}"]`);
    await page.click(`a[href="/enrollments/${id}/deferral"]`);
    await page.fill('[name=decisionNumber]', '45-QĐ/ĐUK');
    await page.fill('[name=decidedOn]', dayOf(app.clock.now()));
    await page.fill('[name=until]', addDays(dayOf(app.clock.now()), 200));
    await page.fill('[name=reason]', 'Điều trị bệnh dài ngày');
    expect(await faultsOf(page)).toEqual(none);
    await page.click('main form .actions button[type=submit]');
    await page.waitForURL(`${app.url}/enrollments/${id}`);
    expect(await page.textContent('main')).toContain(deferred);
    expect(await faultsOf(page)).toEqual(none);
    await page.goto(`${app.url}/deferrals`);
    expect(await faultsOf(page)).toEqual(none);
    await page.goto(`${app.url}/`);
    expect(await page.getAttribute('a[href="/deferrals"]', 'href')).toBe('/deferrals');
    await page.context().close();
  });

  it.each<[number, 'vi' | 'en', number, string]>([
    [1280, 'vi', 0, 'học tại TC-K1'],
    [360, 'en', 1, 'in TC-K1'],
  ])('takes five steps from the roster at %i px, in %s', async (width, locale, index, origin) => {
    const page = await signIn(width, locale);
    const { id } = learners[index]!;
    await page.goto(`${app.url}/classes/${k1.id}/roster`);
    expect(await faultsOf(page)).toEqual(none);
    await page.click(`a[href="/enrollments/${id}"]`);
    expect(await faultsOf(page)).toEqual(none);
    await page.click(`a[href="/enrollments/${id}/transfer"]`);
    await page.selectOption('[name=classId]', k2.id);
    await page.fill('[name=reason]', 'Đơn vị đề nghị tại Công văn 12-CV/ĐU');
    expect(await faultsOf(page)).toEqual(none);
    await page.click('main form .actions button[type=submit]');
    await page.waitForURL((url) => url.pathname !== `/enrollments/${id}/transfer`);
    expect(await page.textContent('main')).toContain(origin);
    expect(await faultsOf(page)).toEqual(none);

    await page.goto(`${app.url}/classes/${k1.id}/roster?ended=true`);
    expect(await page.textContent('main')).toContain('TC-K2');
    expect(await faultsOf(page)).toEqual(none);
    await page.goto(`${app.url}/classes/${k2.id}/roster`);
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });
});
