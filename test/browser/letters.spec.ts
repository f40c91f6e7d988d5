import type { Browser, Locator, Page } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

describe('letters that wait, in a browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let office: BuiltAccount;
  let units: BuiltUnit[];

  beforeAll(async () => {
    app = await TestApp.start({ DECISION_WAIT_MINUTES: '10' });
    a = new Builders(app);
    browser = await openBrowser();
    office = await a.office();
    units = [await a.unit(), await a.unit(), await a.unit()];
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** A class with a letter of two people from each unit. */
  async function aClassWithLetters(): Promise<BuiltClass> {
    const inClass = await a.trainingClass({ allocations: units.map((unit) => [unit, 2]), poolOpen: false });
    for (const unit of units) {
      const secretary = await a.secretaryOf(unit);
      for (let nth = 0; nth < 2; nth += 1) {
        const { id: personId } = await a.person({ in: unit, position: 'Trưởng phòng Kỹ thuật' });
        const letter = { number: '47-CV/ĐU', date: '2026-01-05' };
        await app.as(secretary).post(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter });
      }
    }
    return inClass;
  }

  async function open(path: string, width: number, locale = 'vi'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 } });
    await context.addCookies([
      { name: 'locale', value: locale, url: app.url },
      { name: 'session', value: office.token, url: app.url },
    ]);
    const page = await context.newPage();
    await page.goto(app.url + path);
    return page;
  }

  const isWellMade = async (page: Page) => ({ barriers: await barriersOf(page), overflow: await overflowOf(page) });
  const well = { barriers: [], overflow: 0 };
  const said = (page: Page) => page.locator('main [role=status]').first().textContent();

  async function leading(what: Locator): Promise<void> {
    const isThere = what.page().waitForEvent('load');
    await what.click();
    await isThere;
  }

  /** Presses what a hand presses, and counts. */
  function hand() {
    let clicks = 0;
    return {
      press: async (what: Locator) => {
        clicks += 1;
        await what.click();
      },
      /** The same, where it leads to another page. */
      go: async (what: Locator) => {
        clicks += 1;
        await leading(what);
      },
      /** A list unfolds and one of it is pressed. */
      choose: async (what: Locator, value: string) => {
        clicks += 2;
        await what.selectOption(value);
      },
      clicks: () => clicks,
    };
  }

  it.each([1280, 360])('a whole letter is accepted but for an exception, %s pixels wide', async (width) => {
    await aClassWithLetters();
    for (const locale of ['en', 'vi']) {
      const page = await open('/waiting-letters', width, locale);
      expect(await isWellMade(page)).toEqual(well);
      await leading(page.locator('.page-heading .btn-primary'));
      expect(await isWellMade(page)).toEqual(well);
      const reason = page.locator('.row-reason').first();
      expect([await reason.isVisible(), await page.locator('[name=correctBy]').isVisible()]).toEqual([false, false]);
      await page.locator('[value=return]').first().check();
      expect([await reason.isVisible(), await page.locator('[name=correctBy]').isVisible()]).toEqual([true, true]);
      expect(await isWellMade(page)).toEqual(well);
      const letter = page.url();
      await leading(page.locator('.save-bar button'));
      expect(await page.locator('main [role=alert] a').count()).toBe(1);
      await reason.locator('input').fill('Thiếu ngày chính thức');
      await leading(page.locator('.save-bar button'));
      expect(page.url()).not.toBe(letter);
      expect(await said(page)).toContain(
        locale === 'vi' ? 'đã duyệt 1 người, trả lại 1 người' : 'accepted 1, returned 1',
      );
      expect(await isWellMade(page)).toEqual(well);
      await leading(page.locator('#undo button'));
      expect(await said(page)).toContain(
        locale === 'vi' ? 'Đã hoàn tác quyết định về 2 người' : 'Undid the decision on 2',
      );
      expect(page.url()).toBe(letter);
      await page.context().close();
    }
  });

  it('a letter takes one press of a button, where the list of a class takes six', async () => {
    const before = hand();
    const inClass = await aClassWithLetters();
    const list = await open('/', 1280);
    await before.go(list.locator(`a[href^="/classes/${inClass.id}/nominations"]`).first());
    const onDesk = before.clicks();
    for (const unit of units) {
      await before.choose(list.locator('.filters select[name=unitId]'), unit.id);
      await before.go(list.locator('.filters button'));
      await before.go(list.locator('a[href*="ticked=true"]'));
      await before.press(list.locator('[name=decision][value=accept]'));
      await before.go(list.locator('#review button[type=submit]'));
    }
    await list.context().close();

    await aClassWithLetters();
    const after = hand();
    const page = await open('/', 1280);
    await after.go(page.locator('.card-header a[href="/waiting-letters"]'));
    await after.go(page.locator('.page-heading .btn-primary'));
    const ways = after.clicks();
    let letters = 0;
    for (; await page.locator('.save-bar button').isVisible(); letters += 1)
      await after.go(page.locator('.save-bar button'));
    expect(new URL(page.url()).pathname).toBe('/waiting-letters');
    expect([(before.clicks() - onDesk) / units.length, (after.clicks() - ways) / letters]).toEqual([6, 1]);
    await page.context().close();
  });
});
