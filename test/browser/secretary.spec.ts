import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CoursesService } from '../../src/courses/courses.service';
import { RosterImportsService } from '../../src/people/rosters/imports.service';
import { addDays, momentAt } from '../../src/platform/clock';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { TestApp } from '../app';
import { type BuiltUnit, Builders } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const data = join(__dirname, '../../demo/data');
const password = 'hoc-tap-2026';

const widths = [1280, 360];

describe('a unit secretary in a real browser', () => {
  let app: TestApp;
  let browser: Browser;
  let unit: BuiltUnit;
  let classId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    const today = app.clock.today();
    const a = new Builders(app);
    const office = await app.actor((await a.office()).id);
    await app.get(CoursesService).establishCatalogue(office);
    unit = await a.unit('SFG');
    const given = { email: 'bithu@sfg.example.vn', name: 'Trần Thị Kim Liên', password };
    const secretaryId = await accountWithPassword(app, given);
    await grantTo(app, { accountId: secretaryId, role: 'unit_secretary', unitId: unit.id });
    const secretary = await app.actor(secretaryId);
    const rosters = app.get(RosterImportsService);
    const roster = {
      name: 'danh-sach-can-bo-SFG.xlsx',
      content: readFileSync(join(data, 'rosters/danh-sach-can-bo-SFG.xlsx')),
    };
    await rosters.apply(secretary, await rosters.preview(secretary, unit.id, roster));
    const [course] = await app.sql<{ id: string }>(`SELECT id FROM courses WHERE code = 'intermediate_theory'`);
    classId = (
      await a.trainingClass({
        allocations: [[unit, 3]],
        poolOpen: false,
        course: course!,
        opensOn: '2026-01-17',
        closesOn: '2026-10-25',
        callOpensAt: momentAt(addDays(today, -3)),
        callClosesAt: momentAt(addDays(today, 4)),
        name: 'Trung cấp LLCT khóa 1',
      })
    ).id;
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function signIn(width: number): Promise<Page> {
    const page = await (await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' })).newPage();
    await page.goto(`${app.url}/`);
    await page.fill('[name=email]', 'bithu@sfg.example.vn');
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`, { timeout: 10_000 });
    return page;
  }

  it.each(widths)(
    '%i px wide: finds the open call, sends the Excel list after a dry run, and follows each name',
    async (width) => {
      const page = await signIn(width);
      expect(await page.textContent('main')).toContain('Trung cấp LLCT khóa 1');

      await page.goto(`${app.url}/classes/${classId}/list-imports`);
      await page.setInputFiles('input[type=file]', join(data, 'nomination-lists/trich-ngang-SFG.xlsx'));
      await page.click('main form[enctype] button[type=submit]');
      await page.waitForURL(/list-imports\//);
      const dryRun = await page.textContent('main');
      expect(dryRun).toContain('Hồ Thị Ngọc Ngân');
      expect(dryRun).toContain('Trùng với dòng số 1 ở trên.');
      const [before] = await app.sql<{ count: number }>(
        'SELECT count(*) AS count FROM nominations WHERE class_id = $1 AND ended_at IS NULL',
        classId,
      );
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);

      if (before!.count === 0) {
        await page.click('main form[action$="/application"] button[type=submit]');
        await page.waitForLoadState('load');
        expect(await page.textContent('[role=status]')).toMatch(/gửi/);
      }
      const [after] = await app.sql<{ count: number }>(
        'SELECT count(*) AS count FROM nominations WHERE class_id = $1 AND ended_at IS NULL',
        classId,
      );
      expect(after!.count).toBe(4);

      await page.goto(`${app.url}/classes/${classId}/nominations`);
      expect(await page.textContent('main')).toContain('Dự phòng số 1 của đơn vị');
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  it.each(widths)('%i px wide: meets no barrier on the pages opened first, in both languages', async (width) => {
    const page = await signIn(width);
    for (const path of [
      '/',
      `/classes/${classId}`,
      `/classes/${classId}/candidates`,
      `/classes/${classId}/nominations`,
      '/calendar',
      '/me/deputies',
    ]) {
      await page.goto(`${app.url}${path}`);
      const violations = await barriersOf(page);
      expect({ path, violations }).toEqual({ path, violations: [] });
      expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    }
    if (width < 700) await page.click('summary');
    await page.click('button:has-text("English")');
    await page.waitForLoadState('load');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await page.context().close();
  });
});
