import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { addDays, dayOf } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';
import { jpeg, pdf } from '../scans/hostile';
import { barriersOf, openBrowser, overflowOf } from './browser';

describe('letters and their scans, in a real browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let group: BuiltAccount;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let today: string;
  const folder = mkdtempSync(join(tmpdir(), 'scans-'));
  const scanned = join(folder, 'Công văn 47.pdf');
  const photographed = join(folder, 'tap-doan.jpg');

  beforeAll(async () => {
    writeFileSync(scanned, pdf({ pages: 2 }));
    writeFileSync(photographed, jpeg());
    app = await TestApp.start();
    browser = await openBrowser();
    a = new Builders(app);
    app.clock.moveTo(startOfSpecs);
    today = dayOf(app.clock.now());
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    [group, office] = [await a.groupOfficer(), await a.office()];
    const course = await a.course({ approvalSteps: ['group', 'bloc'] });
    inClass = await a.trainingClass({
      course,
      name: 'Bồi dưỡng lý luận chính trị khóa 2',
      opensOn: addDays(today, 40),
      allocations: [[unit, 8]],
    });
    for (const fullName of ['Trần Thị Bích Ngọc', 'Lê Văn Bảo', 'Phạm Thị Hoa', 'Đỗ Minh Khôi'])
      await a.person({ in: unit, fullName });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function openAs(account: BuiltAccount, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'session', value: account.token, url: app.url }]);
    return context.newPage();
  }
  const faultsOf = async (page: Page) => ({ barriers: await barriersOf(page), overflow: await overflowOf(page) });
  const none = { barriers: [], overflow: 0 };
  const numberOf = (width: number) => `${width}-CV/ĐU`;

  it.each([1280, 360])('a secretary sends two by a letter with its scan, at %i px', async (width) => {
    const page = await openAs(secretary, width);
    await page.goto(`${app.url}/classes/${inClass.id}/candidates`);
    const boxes = page.locator('[name=personIds]');
    for (let n = 0; n < 2; n += 1) await boxes.nth(n).check();
    await page.fill('[name="letter.number"]', numberOf(width));
    await page.fill('[name="letter.date"]', today);
    await page.setInputFiles('[name=file]', scanned);
    expect(await faultsOf(page)).toEqual(none);
    await page.click('#nominate button[type=submit]');
    await page.goto(`${app.url}/classes/${inClass.id}/letters`);
    expect(await faultsOf(page)).toEqual(none);
    const row = page.locator('tr', { hasText: numberOf(width) });
    expect(await row.textContent()).toContain('Bản chụp (1)');
    await row.locator('a', { hasText: 'Bản chụp' }).click();
    expect(await page.textContent('main')).toContain('Công văn 47.pdf');
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });

  it.each([1280, 360])('the Group endorses those of a letter by one of its own, at %i px', async (width) => {
    const page = await openAs(group, width);
    await page.goto(`${app.url}/classes/${inClass.id}/nominations?state=submitted`);
    const boxes = page.locator('[name=nominationIds]');
    for (let n = 0; n < 2; n += 1) await boxes.nth(n).check();
    await page.check('[name=decision][value=endorse]');
    await page.fill('[name="letter.number"]', '208-CV/ĐUTĐ');
    await page.fill('[name="letter.date"]', today);
    await page.setInputFiles('[name=file]', photographed);
    expect(await faultsOf(page)).toEqual(none);
    await page.click('#review button[type=submit]');
    await page.goto(`${app.url}/classes/${inClass.id}/letters`);
    expect(await page.locator('tr', { hasText: '208-CV/ĐUTĐ' }).textContent()).toContain('Bản chụp (1)');
    expect(await faultsOf(page)).toEqual(none);
    await page.context().close();
  });

  it.each([1280, 360])('the office saves the scan of a letter, at %i px', async (width) => {
    const page = await openAs(office, width);
    await page.goto(`${app.url}/classes/${inClass.id}/letters`);
    await page
      .locator('tr', { hasText: numberOf(width) })
      .locator('a', { hasText: 'Bản chụp' })
      .click();
    expect(await faultsOf(page)).toEqual(none);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="/file"]')]);
    expect(saved.suggestedFilename()).toBe('Công văn 47.pdf');
    expect(readFileSync(await saved.path()).equals(pdf({ pages: 2 }))).toBe(true);
    await page.context().close();
  });
});
