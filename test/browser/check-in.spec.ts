import type { Browser } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { openBrowser } from './browser';

const directions = ['in', 'out'] as const;

describe('checking in where there is no network, in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    browser = await openBrowser();
    // The moment of such a scan is the phone's, so this spec runs on the real clock.
    app.clock.followSystem();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  it.each([
    ['right', null],
    ['years behind', new Date('2019-06-01T00:00:00Z')],
    ['years ahead', new Date('2099-01-01T00:00:00Z')],
  ])(
    'keeps coming and going apart, and sends both when any page of it is opened later: a clock that is %s',
    async (_, clock) => {
      app.clock.followSystem();
      const today = app.clock.today();
      const aClass = await a.trainingClass({ state: 'confirmed', opensOn: today, closesOn: today });
      const halfDay = await a.halfDay(aClass, today, { hours: '00:00–23:59' });
      const { id: enrollmentId, person } = await a.enrollment({ in: aClass });
      const cadre = await a.account({ person });
      const hall = await app.as(office).post<{ id: string }>(`/api/v1/half-days/${halfDay.id}/check-in-halls`);
      const context = await browser.newContext({
        serviceWorkers: 'block',
        extraHTTPHeaders: { authorization: `Bearer ${cadre.token}` },
      });
      // What the worker answers a phone without a network, whatever address was opened.
      const offline = (await app.as(null).get<string>('/check-in/offline')).text;
      const codes: string[] = [];
      for (const direction of directions) {
        const code = await app
          .as(office)
          .get<{ address: string }>(`/api/v1/check-in-halls/${hall.body.id}/code?direction=${direction}`);
        const path = new URL(code.body.address).pathname;
        codes.push(path);
        const page = await context.newPage();
        if (clock) await page.clock.setSystemTime(clock);
        await page.route('**/health/live', (route) => route.abort());
        await page.route(`**${path}`, (route) => route.fulfill({ contentType: 'text/html', body: offline }));
        await page.goto(`${app.url}${path}`);
        await page.locator('[data-keeps-scan]').waitFor({ state: 'visible' });
        await page.close();
      }

      app.clock.moveTo(new Date(app.clock.now().getTime() + 5 * 60_000));
      const page = await context.newPage();
      // What the offline page tells people to do; by now the code itself has run out.
      await page.goto(`${app.url}${codes[0]}`);
      await page.waitForURL(({ searchParams }) => codes[1]!.startsWith(`/check-in/${searchParams.get('answered')}.`), {
        timeout: 15_000,
      });
      expect(
        await app.sql(
          `SELECT m.direction, m.scan_told_later AS later FROM attendance_marks m JOIN attendance_lines l ON l.id = m.line_id
         WHERE l.enrollment_id = $1 ORDER BY m.id`,
          enrollmentId,
        ),
      ).toEqual([
        { direction: 'in', later: true },
        { direction: 'out', later: true },
      ]);
      expect(await page.evaluate(() => localStorage.getItem('check-in scans'))).toBe('[]');
    },
  );
});
