import type { Browser, BrowserContext, Page } from 'playwright-core';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltClass, Builders } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';

const widths = [1280, 360];

describe('the grid of marks in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let aClass: BuiltClass;
  let enrollmentIds: string[];

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    const a = new Builders(app);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });

    const course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'marks', { minimum: 5 });
    await a.rule(course, 'completion', 'exam_attendance', { maximumAbsentShare: 0.2 });
    aClass = await a.trainingClass({ state: 'confirmed', course });
    await a.halfDay(aClass, '2026-02-01');
    for (const number of [1, 2, 3]) await a.module(aClass, number);
    enrollmentIds = [];
    for (const name of ['Trần Văn An', 'Lê Thị Bình', 'Phạm Văn Cường', 'Ngô Thị Dung'])
      enrollmentIds.push(
        (await a.enrollment({ in: aClass, person: await a.person({ fullName: name }), since: startOfSpecs })).id,
      );
    // The second may not sit any examination, so her row has no fields.
    await a.change('attendance_lines', { enrollmentId: enrollmentIds[1] }, { mark: 'unexcused' });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function signIn(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${app.url}/`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`, { timeout: 10_000 });
    return page;
  }
  const field = (person: number, module: number) => `[name="mark.${enrollmentIds[person]}.${module}.1"]`;
  const focused = (page: Page) => page.evaluate('document.activeElement.name ?? document.activeElement.type');
  const paste = (page: Page, text: string) =>
    page.evaluate(
      `((text) => { const clipboardData = new DataTransfer(); clipboardData.setData('text/plain', text);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })); })(${JSON.stringify(text)})`,
    );

  it('is moved about by keys and takes a block from a spreadsheet', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
    const page = await signIn(context);
    await page.goto(`${app.url}/classes/${aClass.id}/marks`);
    await page.focus(field(0, 1));
    await page.keyboard.press('Enter');
    // Over the one who is barred, to the next who has a field.
    expect(await focused(page)).toBe(`mark.${enrollmentIds[2]}.1.1`);
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toBe(`mark.${enrollmentIds[2]}.2.1`);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(`mark.${enrollmentIds[0]}.2.1`);

    await page.focus(field(0, 1));
    await paste(page, '7,5\t8\r\n9\t9\r\n\t6\r\n');
    expect(await page.inputValue(field(0, 1))).toBe('7,5');
    expect(await page.inputValue(field(0, 2))).toBe('8');
    expect(await page.inputValue(field(2, 1))).toBe('');
    expect(await page.inputValue(field(2, 2))).toBe('6');
    expect(await page.textContent('[data-grid-status]')).toBe(
      'Đã dán 3 ô; chưa lưu. 2 giá trị không có ô để nhận nên bỏ qua.',
    );
    await page.click('.save-bar button');
    await page.waitForSelector('.notice-success');
    expect(await app.sql(`SELECT mark::float8 AS mark FROM marks_in_force ORDER BY mark`)).toEqual([
      { mark: 6 },
      { mark: 7.5 },
      { mark: 8 },
    ]);
    await context.close();
  });

  it.each(widths)('%i px wide: its pages meet no barrier and none of the content policy', async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' });
    const page = await signIn(context);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const ofClass = `/classes/${aClass.id}`;
    const paths = [
      `${ofClass}/marks`,
      `${ofClass}/marks?module=1`,
      `${ofClass}/modules`,
      `${ofClass}/exam-bars`,
      `${ofClass}/mark-imports`,
      `/enrollments/${enrollmentIds[1]}/marks`,
    ];
    for (const locale of ['vi', 'en']) {
      await context.addCookies([{ name: 'locale', value: locale, url: app.url }]);
      for (const path of paths) {
        await page.goto(`${app.url}${path}`);
        const violations = await barriersOf(page);
        const overflow = await overflowOf(page);
        expect({ path, violations, overflows: overflow > 0, complaints }).toEqual({
          path,
          violations: [],
          overflows: false,
          complaints: [],
        });
      }
    }
    await context.close();
  });
});
