import type { Browser } from 'playwright-core';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { caseFile } from '../cases/case-file';
import { rosterOf, rosterRow, type ShownRoster } from '../people/rosters';
import { barriersOf, openBrowser, overflowOf } from './browser';

describe('saying in a browser what columns are', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  const sizes = [
    [1280, 'vi'],
    [360, 'vi'],
    [1280, 'en'],
    [360, 'en'],
  ] as const;

  it.each(sizes)(
    '%i px wide, in %s: names and birth dates under no known heading are asked for',
    async (width, locale) => {
      const unit = await a.unit();
      const secretary = await a.secretaryOf(unit);
      const person = (code: string, name: string) => {
        const { 'Họ và tên': fullName, 'Ngày sinh': born, ...known } = rosterRow(`${unit.code}-${code}`, name);
        return { Người: fullName, ...known, 'Chào đời': born };
      };
      const file = rosterOf([person('01', 'Nguyễn Thị Ánh'), person('02', 'Đặng Văn Hòa')]);
      const { body } = await app.as(secretary).upload<ShownRoster>('/api/v1/roster-imports', file, { unitId: unit.id });
      const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
      await context.addCookies([
        { name: 'locale', value: locale, url: app.url },
        { name: 'session', value: secretary.token, url: app.url },
      ]);
      const page = await context.newPage();
      await page.goto(`${app.url}/roster-imports/${body.id}`);
      expect([await barriersOf(page), await overflowOf(page)]).toEqual([[], 0]);
      await page.selectOption('[name="columns.1:1!A"]', 'fullName');
      await page.selectOption('[name="columns.1:1!N"]', 'birthDate');
      await page.click('#reading button[type=submit]');
      await page.waitForURL((url) => !url.pathname.includes(body.id));
      expect(await page.textContent('#rows')).toContain('Đặng Văn Hòa');
      await context.close();
    },
  );

  it.each(sizes)('%i px wide, in %s: is said in one form, which meets no barrier', async (width, locale) => {
    const unit = await a.unit();
    const secretary = await a.secretaryOf(unit);
    const file = rosterOf([
      rosterRow(`${unit.code}-01`, 'Nguyễn Thị Ánh', { 'Đang làm công việc gì': 'Tổ trưởng', 'Quê quán': 'Huế' }),
      rosterRow(`${unit.code}-02`, 'Đặng Văn Hòa', { 'Đang làm công việc gì': 'Chuyên viên', 'Quê quán': 'Cần Thơ' }),
    ]);
    const { body } = await app.as(secretary).upload<ShownRoster>('/api/v1/roster-imports', file, { unitId: unit.id });
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
    await context.addCookies([
      { name: 'locale', value: locale, url: app.url },
      { name: 'session', value: secretary.token, url: app.url },
    ]);
    const page = await context.newPage();
    const meetsNoBarrier = async (step: string) => {
      expect({ step, barriers: await barriersOf(page), overflow: await overflowOf(page) }).toEqual({
        step,
        barriers: [],
        overflow: 0,
      });
    };
    const choose = (column: string, fact: string) => page.selectOption(`[name="columns.1:1!${column}"]`, fact);
    const send = () => page.click('#reading button[type=submit]');

    await page.goto(`${app.url}/roster-imports/${body.id}`);
    await meetsNoBarrier('open');
    await choose('O', 'position');
    await send();
    await meetsNoBarrier('refused');
    expect(await page.inputValue('[name="columns.1:1!O"]')).toBe('position');
    await choose('E', 'none');
    await choose('P', 'none');
    await send();
    await page.waitForURL((url) => !url.pathname.includes(body.id));
    expect(await page.isVisible('[name="columns.1:1!O"]')).toBe(false);
    const { body: next } = await app.as(secretary).upload<ShownRoster>('/api/v1/roster-imports', file, {
      unitId: unit.id,
    });
    await page.goto(`${app.url}/roster-imports/${next.id}`);
    await meetsNoBarrier('remembered');
    await context.close();
  });

  it.each([
    [1280, 'vi', ['Đổi chỗ ngày và tháng các cột này', 'Đọc lại như trong tệp']],
    [360, 'en', ['Turn day and month in these columns', 'Read them as they stand']],
  ])('%i px wide, in %s: turned days are one click, there and back', async (width, locale, [turn, back]) => {
    const unit = await a.unit();
    const secretary = await a.secretaryOf(unit);
    await app.sql(`UPDATE persons SET code = 'old ' || id::text, folded_name = id::text`);
    const file = caseFile('roster-03');
    const { body } = await app.as(secretary).upload<ShownRoster>('/api/v1/roster-imports', file, { unitId: unit.id });
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'vi-VN' });
    await context.addCookies([
      { name: 'locale', value: locale, url: app.url },
      { name: 'session', value: secretary.token, url: app.url },
    ]);
    const page = await context.newPage();
    const shown = async () => {
      expect({ barriers: await barriersOf(page), overflow: await overflowOf(page) }).toEqual({
        barriers: [],
        overflow: 0,
      });
      const id = new URL(page.url()).pathname.split('/').at(-1)!;
      const { body: roster } = await app.as(secretary).get<ShownRoster>(`/api/v1/roster-imports/${id}`);
      return { days: roster.doubtedDays.map(({ isTurned }) => isTurned), ofEmail: roster.choice.columns?.['1:1!R'] };
    };

    await page.goto(`${app.url}/roster-imports/${body.id}`);
    await page.click('#reading summary');
    await page.selectOption('[name="columns.1:1!R"]', 'none');
    await page.click('#reading button[type=submit]');
    await page.waitForURL((url) => !url.pathname.includes(body.id));
    await page.click(`text="${turn}"`);
    await page.waitForSelector(`text="${back}"`);
    expect(await shown()).toEqual({ days: [true, true, true], ofEmail: 'none' });
    await page.click('#reading summary');
    await page.click('#reading button[type=submit]');
    await page.waitForSelector(`text="${back}"`);
    expect(await shown()).toEqual({ days: [true, true, true], ofEmail: 'none' });
    await page.click(`text="${back}"`);
    await page.waitForSelector(`text="${turn}"`);
    expect(await shown()).toEqual({ days: [false, false, false], ofEmail: 'none' });
    await context.close();
  });
});
