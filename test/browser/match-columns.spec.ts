import type { Browser } from 'playwright-core';
import { TestApp } from '../app';
import { Builders } from '../builders';
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

  it.each([
    [1280, 'vi'],
    [360, 'vi'],
    [1280, 'en'],
    [360, 'en'],
  ])('%i px wide, in %s: is said in one form, which meets no barrier', async (width, locale) => {
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
});
