import type { Browser, Page } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders, type BuiltUnit } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

describe('what is ticked in a list', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let office: BuiltAccount;
  let unit: BuiltUnit;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    browser = await openBrowser();
    office = await a.office();
    unit = await a.unit();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function aClassOf(nominees: number): Promise<BuiltClass> {
    const inClass = await a.trainingClass({ seats: nominees, state: 'announced' });
    for (let nth = 1; nth <= nominees; nth += 1) {
      const person = await a.person({ in: unit, fullName: `Trần Thị ${String(nth).padStart(3, '0')}` });
      await a.nomination({ in: inClass, person, seat: nth });
    }
    return inClass;
  }
  const accepted = async ({ id }: BuiltClass) =>
    (
      await app.sql<{ name: string }>(
        `SELECT p.full_name AS name FROM nominations n JOIN persons p ON p.id = n.person_id WHERE n.class_id = $1 AND n.state = 'accepted' ORDER BY 1`,
        id,
      )
    ).map(({ name }) => name);

  const accept = async ({ id }: BuiltClass, name: string) => {
    const [nomination] = await app.sql<{ id: string }>(
      `SELECT n.id FROM nominations n JOIN persons p ON p.id = n.person_id WHERE n.class_id = $1 AND p.full_name = $2`,
      id,
      name,
    );
    await app.as(office).post(`/api/v1/nominations/${nomination!.id}/acceptance`);
  };

  async function open(path: string, width: number, javaScriptEnabled = true): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
    await context.addCookies([{ name: 'session', value: office.token, url: app.url }]);
    const page = await context.newPage();
    await page.goto(app.url + path);
    return page;
  }
  const box = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(name) });
  const leading = async (page: Page, press: () => Promise<void>) => {
    const there = page.waitForEvent('load');
    await press();
    await there;
  };
  const note = (page: Page) => page.locator('.ticked-elsewhere');

  it.each([360, 1280])('stays so on its other pages and is decided on with them, %i px wide', async (width) => {
    const inClass = await aClassOf(52);
    const page = await open(`/classes/${inClass.id}/nominations?sort=name`, width);
    await box(page, 'Thị 001').check();
    await box(page, 'Thị 002').check();
    expect(await note(page).isVisible()).toBe(false);
    await leading(page, () => page.locator('.pager [rel=next]').click());
    expect(new URL(page.url()).hash).toBe('');
    expect(await note(page).textContent()).toContain('Kể cả các dòng đã đánh dấu mà trang này không hiện: 2');
    expect({ barriers: await barriersOf(page), overflow: await overflowOf(page) }).toEqual({
      barriers: [],
      overflow: 0,
    });
    await box(page, 'Thị 051').check();
    await leading(page, () => page.locator('.pager a:not([rel])').click());
    expect([await box(page, 'Thị 001').isChecked(), await box(page, 'Thị 003').isChecked()]).toEqual([true, false]);
    await box(page, 'Thị 002').uncheck();
    await page.getByRole('radio', { name: /^Duyệt/ }).check();
    await leading(page, () => page.getByRole('button', { name: 'Ghi kết quả xét duyệt' }).click());
    expect(await accepted(inClass)).toEqual(['Trần Thị 001', 'Trần Thị 051']);
    await page.context().close();
  });

  it('stays so in another order and behind a filter, unless it is let go', async () => {
    const inClass = await aClassOf(4);
    const page = await open(`/classes/${inClass.id}/nominations`, 1280);
    await box(page, 'Thị 002').check();
    await leading(page, () => page.locator('a.sort-link').first().click());
    await leading(page, () => page.locator('a.sort-link').first().click());
    expect(await page.locator('tbody tr').first().textContent()).toContain('004');
    expect(await box(page, 'Thị 002').isChecked()).toBe(true);
    await page.locator('#filter-search').fill('004');
    await leading(page, () => page.locator('#filter-search').press('Enter'));
    expect(await note(page).textContent()).toContain('1');
    await note(page).getByRole('checkbox').uncheck();
    await box(page, 'Thị 004').check();
    await page.getByRole('radio', { name: /^Duyệt/ }).check();
    await leading(page, () => page.getByRole('button', { name: 'Ghi kết quả xét duyệt' }).click());
    expect(await accepted(inClass)).toEqual(['Trần Thị 004']);
    await page.context().close();
  });

  it('on another page comes back with a decision that is refused', async () => {
    const inClass = await aClassOf(52);
    const page = await open(`/classes/${inClass.id}/nominations?sort=name`, 1280);
    await box(page, 'Thị 001').check();
    await leading(page, () => page.locator('.pager [rel=next]').click());
    await page.getByRole('radio', { name: /^Không duyệt/ }).check();
    await leading(page, () => page.getByRole('button', { name: 'Ghi kết quả xét duyệt' }).click());
    expect(await note(page).textContent()).toContain('1');
    expect(await note(page).getByRole('checkbox').isChecked()).toBe(true);
    await page.getByRole('radio', { name: /^Duyệt/ }).check();
    await leading(page, () => page.getByRole('button', { name: 'Ghi kết quả xét duyệt' }).click());
    expect(await accepted(inClass)).toEqual(['Trần Thị 001']);
    await page.context().close();
  });

  it('and gone from the list is kept or let go without script', async () => {
    const inClass = await aClassOf(3);
    const page = await open(`/classes/${inClass.id}/nominations`, 1280, false);
    const decide = async (how: RegExp) => {
      await page.getByRole('radio', { name: how }).check();
      await leading(page, () => page.getByRole('button', { name: 'Ghi kết quả xét duyệt' }).click());
    };
    await box(page, 'Thị 001').check();
    await box(page, 'Thị 002').check();
    await accept(inClass, 'Trần Thị 001');
    await decide(/^Không duyệt/);
    expect(await note(page).textContent()).toContain('1');
    await decide(/^Không duyệt/);
    expect(await note(page).textContent()).toContain('1');
    await note(page).getByRole('checkbox').uncheck();
    await decide(/^Không duyệt/);
    expect(await note(page).isVisible()).toBe(false);
    await page.context().close();
  });
});
