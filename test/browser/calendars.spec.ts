import type { Browser, BrowserContext, Page } from 'playwright-core';
import { addDays, type Day } from '../../src/platform/clock';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { TestApp } from '../app';
import { type BuiltClass, Builders } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';

const widths = [1280, 360];
const sheets = [0, 5, 26, 30, 31, 80, 160];

describe('calendars in a real browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    a = new Builders(app);
    const { bloc } = await a.organization();
    const given = { email: 'vanphong@khoi.example.vn', name: 'Lê Thị Thanh Tâm', password };
    const officeId = await accountWithPassword(app, given);
    await grantTo(app, { accountId: officeId, role: 'training_officer', unitId: bloc.id });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** A class taught twice a day from the end of a month, so that it reaches into many, in two rooms, by three lecturers, on topics too long for one line. */
  async function taught(halfDays: number): Promise<BuiltClass> {
    const opensOn = '2027-01-31' as Day;
    const room = await a.room(`Hội trường ${halfDays}`, '12 Nguyễn Huệ', 90);
    const trainingClass = await a.trainingClass({
      name: `Trung cấp lý luận chính trị hệ không tập trung khóa ${halfDays} năm 2026`,
      roomId: room,
      opensOn: opensOn,
      closesOn: addDays(opensOn, 400),
      openingDecision: '15-QĐ/ĐUK',
    });
    const annex = await a.room(`Phòng ${halfDays}`, '5 Lê Lợi, Quận 1', 40);
    const lecturers: string[] = [];
    for (const name of ['Đỗ Thị Phương Mai', 'Lê Hoàng Nam', 'Trần Thị Bích Ngọc'])
      lecturers.push(await a.lecturer(name, 'Trường Chính trị'));
    await app.sql(
      `INSERT INTO half_days (class_id, number, day, part, during, topic, room_id, lecturer_id, cancelled_at, cancelled_reason)
       SELECT $1, n, at.day, at.part, tstzrange(at.day + at.begins, at.day + at.begins + interval '3 hours'),
              'Chuyên đề ' || n || ': Những vấn đề cơ bản của chủ nghĩa Mác – Lênin, tư tưởng Hồ Chí Minh và đường lối của Đảng',
              CASE WHEN n % 10 = 0 THEN $4::uuid END, ($5::uuid[])[n % 3 + 1],
              CASE WHEN n % 13 = 0 THEN now() END, CASE WHEN n % 13 = 0 THEN 'Mất điện cả khu vực' END
       FROM generate_series(1, $2::int) n, LATERAL (SELECT $3::date + (n - 1) / 2 * 3 AS day,
         (ARRAY['afternoon', 'morning'])[n % 2 + 1] AS part, (ARRAY['06:30', '00:30'])[n % 2 + 1]::time AS begins) at`,
      trainingClass.id,
      halfDays,
      opensOn,
      annex,
      lecturers,
    );
    return trainingClass;
  }

  async function signIn(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${app.url}/`);
    await page.fill('[name=email]', 'vanphong@khoi.example.vn');
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`, { timeout: 10_000 });
    return page;
  }

  const pagesIn = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)!.length;
  const isUpright = (pdf: Buffer) => {
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1'))!;
    return Number(width) < Number(height);
  };

  it.each(sheets)('a timetable of %i half-days is exactly one page of A4', async (halfDays) => {
    const { id } = await taught(halfDays);
    const context = await browser.newContext({ locale: 'vi-VN' });
    const page = await signIn(context);
    await page.goto(`${app.url}/classes/${id}/timetable/print`);
    expect(await page.locator('.sheet-months li').count()).toBe(halfDays);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect({ pages: pagesIn(pdf), upright: isUpright(pdf) }).toEqual({ pages: 1, upright: halfDays <= 30 });
    await context.close();
  });

  it.each(widths)(
    '%i px wide: meet no barrier, and no word of the content policy, in both languages',
    async (width) => {
      const { id } = await taught(width === 360 ? 12 : 14);
      const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' });
      const page = await signIn(context);
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      const paths = [
        '/calendar',
        '/calendar?view=week',
        '/calendar/load',
        '/rooms/today',
        `/classes/${id}/timetable/print`,
      ];
      for (const locale of ['vi', 'en']) {
        await context.addCookies([{ name: 'locale', value: locale, url: app.url }]);
        for (const path of paths) {
          await page.goto(`${app.url}${path}`);
          expect(await page.getAttribute('html', 'lang')).toBe(locale);
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
    },
  );
});
