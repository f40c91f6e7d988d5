import type { Browser, Page } from 'playwright-core';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass, type BuiltNomination } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));

describe('an officer with a place of one’s own in a class, by pages', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let office: BuiltAccount;
  let own: BuiltNomination;
  let others: BuiltNomination;
  let officer: BuiltAccount;
  let manager: BuiltAccount;
  let running: BuiltClass;
  let halfDay: { id: string };
  let ownPlace: { id: string };
  let othersPlace: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    a = new Builders(app);
    office = await a.office();
    const { group } = await a.organization();
    const unit = await a.unit();
    const inClass = await a.trainingClass({
      name: 'Lớp Trung cấp LLCT khóa 5',
      seats: 5,
      course: await a.course({ approvalSteps: ['group', 'bloc'] }),
    });
    const person = await a.person({ in: unit, fullName: 'Lê Thị Hà' });
    officer = await a.account({ person, roles: [['group_officer', group]] });
    own = await a.nomination({ in: inClass, person, seat: 1 });
    others = await a.nomination({
      in: inClass,
      person: await a.person({ in: unit, fullName: 'Trần Văn Bình' }),
      seat: 2,
    });

    running = await a.trainingClass({
      name: 'Lớp Trung cấp LLCT khóa 4',
      state: 'announced',
      course: await a.course({ kind: 'theory' }),
    });
    halfDay = await a.halfDay(running, '2026-01-05');
    await a.module(running, 1, 'Chủ nghĩa Mác – Lênin');
    const leader = await a.person({ in: unit, fullName: 'Phạm Minh Đức' });
    ownPlace = await a.enrollment({ in: running, person: leader });
    othersPlace = await a.enrollment({ in: running, person: await a.person({ in: unit, fullName: 'Võ Thị Lan' }) });
    manager = await a.account({ person: leader, roles: [['class_manager', running]] });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function open(account: BuiltAccount, { language, width }: (typeof ways)[number], path: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    await context.addCookies([
      { name: 'locale', value: language, url: app.url },
      { name: 'session', value: account.token, url: app.url },
    ]);
    const page = await context.newPage();
    await page.goto(`${app.url}${path}`);
    expect({ barriers: await barriersOf(page), wide: (await overflowOf(page)) > 0 }).toEqual({
      barriers: [],
      wide: false,
    });
    return page;
  }
  it.each(ways)(
    '$language, $width px: gives the Group’s word for others and has no button for oneself',
    async (way) => {
      const list = await open(officer, way, '/endorsements');
      await list.click(`main a[href*="/classes/${own.classId}/nominations"]`);
      await list.waitForSelector(`[name=nominationIds][value="${others.id}"]`);
      expect(await list.locator(`[name=nominationIds][value="${own.id}"]`).count()).toBe(0);
      const offered = async (who: BuiltAccount) => {
        const page = await open(who, way, `/nominations/${own.id}`);
        return page.locator(`form[action="/nominations/${own.id}/endorsement"]`).count();
      };
      // Nobody else speaks for the Group, so the office above does.
      expect([await offered(officer), await offered(office)]).toEqual([0, 1]);
    },
  );

  it.each(ways)('$language, $width px: marks the attendance of others, and the own row says who does', async (way) => {
    for (const [path, control] of [
      [`/half-days/${halfDay.id}/attendance`, (one: string) => `[name="mark.${one}"]`],
      [`/half-days/${halfDay.id}/check-ins`, (one: string) => `#tap-${one}`],
      [`/classes/${running.id}/marks`, (one: string) => `[name^="mark.${one}."]`],
    ] as const) {
      const page = await open(manager, way, path);
      const controls = async ({ id }: { id: string }) => page.locator(control(id)).count();
      expect({ path, own: await controls(ownPlace), others: (await controls(othersPlace)) > 0 }).toEqual({
        ...{ path, own: 0, others: true },
      });
      const said = { vi: 'do cán bộ khác ghi', en: 'recorded by another officer' }[way.language];
      expect(await page.textContent('main')).toContain(said);
    }
  });
});
