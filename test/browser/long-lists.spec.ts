import type { Browser, Page } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, Builders, type BuiltUnit } from '../builders';
import { type DryRun, rosterOf, rosterRow } from '../people/rosters';
import { barriersOf, openBrowser, overflowOf } from './browser';

/** What a list takes of a telephone for each of its rows, in pixels: two lines, and a third where a name is long. */
const tallestRow = 120;

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Hoàng', 'Võ', 'Đặng', 'Bùi', 'Đỗ'];
const middles = ['Văn', 'Thị', 'Hữu', 'Ngọc', 'Thanh', 'Quốc'];
const given = ['An', 'Bình', 'Chi', 'Dũng', 'Giang'];
/** Three hundred people, no two of one name. */
const names = families.flatMap((family) =>
  middles.flatMap((middle) => given.map((name) => `${family} ${middle} ${name}`)),
);
const positions = ['Trưởng phòng Kỹ thuật', 'Phó Giám đốc Xí nghiệp', 'Tổ trưởng tổ Cơ điện', 'Chuyên viên Văn phòng'];

describe('long lists in a browser', () => {
  let app: TestApp;
  let a: Builders;
  let browser: Browser;
  let unit: BuiltUnit;
  let secretary: BuiltAccount;
  let office: BuiltAccount;
  let administrator: BuiltAccount;
  let people: BuiltPerson[];
  let inClass: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    browser = await openBrowser();
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
    office = await a.office();
    administrator = await a.account({ roles: [['admin', (await a.organization()).bloc]] });
    people = [];
    for (const [index, fullName] of names.entries())
      people.push(await a.person({ in: unit, fullName, position: positions[index % positions.length]! }));
    for (const person of people.slice(0, 60)) await a.account({ person });
    inClass = await a.trainingClass({ allocations: [[unit, 250]], opensOn: '2026-03-02', closesOn: '2026-03-27' });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** The list of three hundred: of every thirty one whom nobody knows, and two of whom something is to be noted. */
  async function aList(): Promise<string> {
    const lines = names.map((name, index) => {
      const who = index % 30 === 0 ? `${name} Anh` : name;
      const level = index % 15 === 7 ? 'Trung cấp' : 'Sơ cấp';
      return [index + 1, who, '12/05/1980', positions[index % positions.length], 'Đại học', level].join(';');
    });
    const heading = 'TT;Họ và tên;Ngày sinh;Chức vụ;Trình độ chuyên môn;Trình độ LLCT';
    const file = { name: 'trich-ngang.csv', content: Buffer.from(`\ufeff${heading}\n${lines.join('\n')}\n`) };
    const { body } = await app
      .as(secretary)
      .upload<{ id: string }>(`/api/v1/classes/${inClass.id}/list-imports`, file, { unitId: unit.id });
    return `/list-imports/${body.id}`;
  }

  async function aRoster(): Promise<string> {
    const rows = people.map(({ code, fullName }, index) =>
      rosterRow(code, fullName, { 'Ngày sinh': index % 20 === 3 ? '31/02/1980' : '12/05/1980' }),
    );
    const { body } = await app
      .as(secretary)
      .upload<DryRun>('/api/v1/roster-imports', rosterOf(rows), { unitId: unit.id });
    return `/roster-imports/${body.id}?verdict=changed`;
  }

  async function open(path: string, by: BuiltAccount, width = 360, locale = 'vi'): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' });
    await context.addCookies([
      { name: 'locale', value: locale, url: app.url },
      { name: 'session', value: by.token, url: app.url },
    ]);
    const page = await context.newPage();
    await page.goto(app.url + path);
    return page;
  }

  /** Of the longest table of the page. */
  const rowsOf = (page: Page) =>
    page.evaluate<{ rows: number; perRow: number }>(`(() => {
      const bodies = [...document.querySelectorAll('main tbody')];
      const longest = bodies.toSorted((one, other) => other.rows.length - one.rows.length)[0];
      return { rows: longest.rows.length, perRow: longest.getBoundingClientRect().height / longest.rows.length };
    })()`);

  const places: readonly [string, number, () => Promise<[string, BuiltAccount]>][] = [
    ['the dry run of a nomination list', 300, async () => [await aList(), secretary]],
    ['the dry run of a roster', 50, async () => [await aRoster(), secretary]],
    ['people', 50, async () => ['/people', secretary]],
    ['the roster of a class', 60, async () => [await aRosterOfClass(), office]],
    ['nominations to decide on', 50, async () => [await nominationsToDecideOn(), office]],
    ['candidates', 50, async () => [`/classes/${inClass.id}/candidates`, secretary]],
    ['who of a unit may be invited', 100, async () => [`/roster-invitations?unitId=${unit.id}`, administrator]],
    ['accounts', 50, async () => ['/accounts', administrator]],
  ];

  async function aRosterOfClass(): Promise<string> {
    const of = await a.trainingClass({ seats: 60, state: 'confirmed' });
    for (const person of people.slice(0, 60)) await a.enrollment({ person, in: of });
    return `/classes/${of.id}/roster`;
  }

  async function nominationsToDecideOn(): Promise<string> {
    const of = await a.trainingClass({ seats: 60, state: 'announced' });
    for (const [index, person] of people.slice(60, 120).entries())
      await a.nomination({ in: of, person, seat: index + 1 });
    const met = { rule: 'minimum_age', outcome: 'pass', sentence: { vi: 'Đủ 45 tuổi.', en: 'Is 45.' }, verified: true };
    await a.change('nominations', { classId: of.id }, { checks: JSON.stringify([met, met]) });
    return `/classes/${of.id}/nominations`;
  }

  it.each(places)('%s is read on a telephone in two lines a row', async (_, count, place) => {
    const [path, by] = await place();
    for (const locale of ['vi', 'en']) {
      const page = await open(path, by, 360, locale);
      const { rows, perRow } = await rowsOf(page);
      expect({ rows, isShort: perRow <= tallestRow }).toEqual({ rows: count, isShort: true });
      expect({ barriers: await barriersOf(page), overflow: await overflowOf(page) }).toEqual({
        barriers: [],
        overflow: 0,
      });
      await page.context().close();
    }
  });

  it('a dry run is sent by a bar that stays in sight and covers nothing one gets to by keyboard, without script', async () => {
    const path = await aList();
    const context = await browser.newContext({
      viewport: { width: 360, height: 800 },
      javaScriptEnabled: false,
      reducedMotion: 'reduce',
    });
    await context.addCookies([
      { name: 'locale', value: 'vi', url: app.url },
      { name: 'session', value: secretary.token, url: app.url },
    ]);
    const page = await context.newPage();
    await page.goto(app.url + path);
    const bar = page.locator('.save-bar');
    const links = page.locator('tbody .row-name a');
    const hidden: number[] = [];
    await links.nth(100).focus();
    for (let presses = 1; presses <= 20; presses += 1) {
      await page.keyboard.press('Tab');
      const { y, height } = (await page.locator(':focus').boundingBox())!;
      const { y: top } = (await bar.boundingBox())!;
      if (y < 0 || y + height > top || top > 700) hidden.push(presses);
    }
    expect(hidden).toEqual([]);
    expect(await bar.textContent()).toContain('290 người: 250 chỉ tiêu, 40 dự phòng; 10 dòng không gửi');
    await page.fill('[name="letter.number"]', '47-CV/ĐU');
    await page.fill('[name="letter.date"]', '2026-01-05');
    await bar.locator('[name=acknowledged]').check();
    await bar.locator('button').click();
    expect(await page.locator('[role=status]').first().textContent()).toContain('290 người được cử');
    await context.close();
  });

  const search = 'search input[name=q] >> nth=0';
  const shown = '#search-found .found-group';

  it.each([1280, 360])('anybody is found from the header by keys alone, %s pixels wide', async (width) => {
    for (const locale of ['vi', 'en']) {
      const page = await open('/notices', secretary, width, locale);
      await page.keyboard.press('/');
      await page.keyboard.type('nguyen van');
      await page.waitForSelector(`${shown} >> text=Nguyễn Văn An`);
      expect(await page.locator(`${shown} h2`).first().textContent()).toBe(
        locale === 'vi' ? 'Cán bộ, đảng viên' : 'People',
      );
      expect({ barriers: await barriersOf(page), overflow: await overflowOf(page) }).toEqual({
        barriers: [],
        overflow: 0,
      });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Escape');
      expect(await page.isVisible(shown)).toBe(false);
      expect(await page.locator(search).inputValue()).toBe('nguyen van');
      await page.keyboard.type(' an');
      await page.waitForSelector(`${shown} >> text=Nguyễn Văn An`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`${app.url}/people/${people[0]!.id}`);
      await page.context().close();
    }
  });

  it('the box of the header closes with too few letters, and where one goes on elsewhere', async () => {
    const page = await open('/notices', secretary, 1280);
    await page.keyboard.press('/');
    await page.keyboard.type('nguyen');
    await page.waitForSelector(shown);
    await page.locator(search).fill('n');
    expect(await page.isVisible(shown)).toBe(false);
    await page.keyboard.type('guyen');
    await page.waitForSelector(shown);
    await page.locator('main').click();
    expect(await page.isVisible(shown)).toBe(false);
    await page.context().close();
  });

  it('Enter leads to a page of what is found, without script too', async () => {
    for (const javaScriptEnabled of [true, false])
      for (const width of [1280, 360]) {
        const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
        await context.addCookies([{ name: 'session', value: secretary.token, url: app.url }]);
        const page = await context.newPage();
        await page.goto(`${app.url}/notices`);
        if (width === 360) await page.click('.masthead .fold-switch > summary');
        await page.locator(search).fill('tran huu binh');
        await page.keyboard.press('Enter');
        await page.waitForURL(`${app.url}/search?q=tran+huu+binh`);
        expect(await page.locator('main .found-group a').first().textContent()).toContain('Trần Hữu Bình');
        expect(await overflowOf(page)).toBe(0);
        if (javaScriptEnabled) expect(await barriersOf(page)).toEqual([]);
        await context.close();
      }
  });
});
