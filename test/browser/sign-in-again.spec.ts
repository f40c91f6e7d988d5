import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';

const ways = [1280, 360].flatMap((width) => [true, false].map((hasScript) => ({ width, hasScript })));

describe('a session that ends while one works, in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let course: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    a = new Builders(app);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });
    course = await a.course({ kind: 'theory', award: 'diploma' });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** Eleven people, three modules and a half-day today. */
  async function aClassOfToday(): Promise<{ classId: string; halfDayId: string; enrollmentIds: string[] }> {
    const today = app.clock.today();
    const aClass = await a.trainingClass({ state: 'confirmed', course, opensOn: today, closesOn: today });
    const { id: halfDayId } = await a.halfDay(aClass, today, { hours: '00:00–23:59' });
    for (const number of [1, 2, 3]) await a.module(aClass, number);
    const enrollmentIds: string[] = [];
    for (let n = 0; n < 11; n++) enrollmentIds.push((await a.enrollment({ in: aClass })).id);
    return { classId: aClass.id, halfDayId, enrollmentIds };
  }

  async function atWork({ width, hasScript }: { width: number; hasScript: boolean }): Promise<[BrowserContext, Page]> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      locale: 'vi-VN',
      javaScriptEnabled: hasScript,
    });
    const page = await context.newPage();
    await page.goto(`${app.url}/sign-in`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`, { timeout: 10_000 });
    return [context, page];
  }
  const endSessions = () => a.change('web_sessions', {}, { endedAt: app.clock.now() });
  async function signInAgain(page: Page): Promise<void> {
    await page.fill('[name="signInAgain.email"]', email);
    await page.fill('[name="signInAgain.password"]', password);
    await page.click('text=Đăng nhập và gửi tiếp');
  }

  it.each(ways)('$width px wide, script $hasScript: 33 marks are saved after signing in in place', async (way) => {
    const { classId, enrollmentIds } = await aClassOfToday();
    const [context, page] = await atWork(way);
    await page.goto(`${app.url}/classes/${classId}/marks`);
    for (const id of enrollmentIds)
      for (const module of [1, 2, 3]) await page.fill(`[name="mark.${id}.${module}.1"]`, '7,5');
    await endSessions();
    await page.click('.save-bar button');
    await page.waitForSelector('[name="signInAgain.email"]');
    expect(await page.textContent('main')).toContain('vẫn còn nguyên ở đây');
    expect(new URL(page.url()).pathname).toBe(`/classes/${classId}/marks`);
    const overflow = await overflowOf(page);
    expect(overflow).toBeLessThanOrEqual(0);
    await signInAgain(page);
    await page.waitForSelector('.notice-success');
    expect(await page.inputValue(`[name="mark.${enrollmentIds[10]!}.3.1"]`)).toBe('7,5');
    expect(
      await app.sql(
        'SELECT count(*)::int AS marks FROM marks_in_force WHERE mark = 7.5 AND enrollment_id = ANY ($1)',
        enrollmentIds,
      ),
    ).toEqual([{ marks: 33 }]);
    await context.close();
  });

  it.each(ways)('$width px wide, script $hasScript: taps at the door go on where they were', async (way) => {
    const { halfDayId, enrollmentIds } = await aClassOfToday();
    const [context, page] = await atWork(way);
    await page.goto(`${app.url}/half-days/${halfDayId}/check-ins`);
    await endSessions();
    const [one, two] = enrollmentIds as [string, string];
    await page.click(`#tap-${one}`);
    await page.waitForSelector('[name="signInAgain.email"]');
    if (way.hasScript) {
      // Nothing of it stands in the row, and a second tap waits behind the first.
      expect(await page.locator('.tap-row input[type=password]').count()).toBe(0);
      const refused = page.waitForResponse((response) => response.status() === 401);
      await page.click(`#tap-${two}`);
      await refused;
      expect(await page.isHidden('#request-problem')).toBe(true);
    }
    await signInAgain(page);
    const marked = way.hasScript ? [one, two] : [one];
    for (const id of marked) await page.waitForSelector(`#person-${id} .mark-origin a`);
    await page.waitForSelector('[name="signInAgain.email"]', { state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(`/half-days/${halfDayId}/check-ins`);
    expect(
      await app.sql(
        `SELECT enrollment_id AS id FROM attendance_lines WHERE mark = 'present' AND half_day_id = $1 ORDER BY in_at`,
        halfDayId,
      ),
    ).toEqual(marked.map((id) => ({ id })));
    await context.close();
  });
});
