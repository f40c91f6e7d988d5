import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { accountWithPassword, grantTo } from '../accounts/given-accounts';
import { TestApp } from '../app';
import { Builders, type BuiltClass, type BuiltEnrollment } from '../builders';
import { Closing } from '../completions/closing';
import { barriersOf, openBrowser, overflowOf } from './browser';

const password = 'hoc-tap-2026';
const email = 'vanphong@khoi.example.vn';

describe('what is put right after a class was closed, in a real browser', () => {
  let app: TestApp;
  let a: Builders;
  let given: Closing;
  let browser: Browser;
  let aClass: BuiltClass;
  let late: BuiltEnrollment;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    // A browser drops cookies by its own clock, so this spec runs on the real one, whatever the day.
    app.clock.followSystem();
    a = new Builders(app);
    given = new Closing(app, a);
    const { bloc } = await a.organization();
    const accountId = await accountWithPassword(app, { email, name: 'Lê Thị Thanh Tâm', password });
    await grantTo(app, { accountId, role: 'training_officer', unitId: bloc.id });

    const course = await given.course({ nameVi: 'Bồi dưỡng lý luận chính trị', nameEn: 'Theory refresher' });
    await a.rule(course, 'completion', 'essay', { minimum: 5 });
    await a.rule(course, 'completion', 'grades', { excellent: 9, very_good: 8, good: 7, fairly_good: 6, average: 5 });
    aClass = await given.class(course, { name: 'Lớp bồi dưỡng đợt 1' });
    await a.module(aClass, 1, 'Chủ nghĩa Mác – Lênin');
    const person = await a.person({ fullName: 'Trần Thị Nộp Muộn' });
    late = await given.enrolled(aClass, { person, marks: ['present', 'excused'] });
    await close(aClass);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  const close = async (inClass: BuiltClass) => {
    const office = await a.office();
    await app.get(ClosingRunsService).workOn(await given.ask(office, inClass));
  };
  async function signIn(context: BrowserContext): Promise<Page> {
    const page = await context.newPage();
    await page.goto(`${app.url}/`);
    await page.fill('[name=email]', email);
    await page.fill('[name=password]', password);
    await page.click('main button[type=submit]');
    await page.waitForURL(`${app.url}/`, { timeout: 10_000 });
    return page;
  }
  const opened = async (width: number) =>
    signIn(await browser.newContext({ viewport: { width, height: 800 }, locale: 'vi-VN' }));
  /** In both languages, without a barrier and no wider than the window. */
  const lookAt = async (page: Page, path: string) => {
    for (const locale of ['vi', 'en']) {
      await page.context().addCookies([{ name: 'locale', value: locale, url: app.url }]);
      await page.goto(`${app.url}${path}`);
      await page.evaluate(
        `document.querySelectorAll('details.unfold').forEach((part) => part.setAttribute('open', ''))`,
      );
      const violations = await barriersOf(page);
      expect({ path, violations, overflows: (await overflowOf(page)) > 0 }).toEqual({
        path,
        violations: [],
        overflows: false,
      });
    }
    await page.context().addCookies([{ name: 'locale', value: 'vi', url: app.url }]);
  };
  const completionOf = async ({ id }: { id: string }) =>
    (await app.sql<{ id: string }>(`SELECT id FROM completions WHERE enrollment_id = $1`, id))[0]!.id;

  it.each([1280, 360])('%i px wide: the pages of results meet no barrier', async (width) => {
    const page = await opened(width);
    await lookAt(page, `/classes/${aClass.id}/completion`);
    await lookAt(page, `/completions/${await completionOf(late)}`);
    await page.context().close();
  });

  it.each([1280, 360])('%i px wide: the page that reopens a class meets no barrier', async (width) => {
    const page = await opened(width);
    await lookAt(page, `/classes/${aClass.id}/reopening`);
    await page.context().close();
  });

  it('a late essay is entered from the page of the class in four clicks', async () => {
    const page = await opened(360);
    await page.goto(`${app.url}/classes/${aClass.id}`);
    let clicks = 0;
    const click = async (what: string) => {
      clicks += 1;
      await page.click(what);
    };
    await click(`a[href="/classes/${aClass.id}/completion"]`);
    await click(`a[href="/completions/${await completionOf(late)}"]`);
    await click('summary:has-text("Bài thu hoạch: nộp muộn, chấm lại")');
    await page.fill('[name="essay.handedInOn"]', '20/01/2026');
    await page.fill('[name="essay.mark"]', '7,5');
    await page.fill('[name=decision]', '15-QĐ/ĐUK');
    await page.fill('[name=decidedOn]', '22/01/2026');
    await page.fill('[name=reason]', 'Nghỉ ốm có xác nhận, nộp bài sau');
    await click('button:has-text("Ghi quyết định và xét lại")');
    // Who decided is missing: what was typed stays, and the part stays open.
    await page.waitForSelector('.field-error');
    expect(await page.inputValue('[name="essay.mark"]')).toBe('7,5');
    await page.fill('[name=authority]', 'Ban Thường vụ Đảng ủy Khối');
    await page.click('button:has-text("Ghi quyết định và xét lại")');
    await page.waitForSelector('.notice-success');
    expect(await page.textContent('.notice-success')).toContain(
      'Đã điều chỉnh kết quả của Trần Thị Nộp Muộn: hoàn thành.',
    );
    expect(await page.textContent('main')).toContain(
      'Quyết định 15-QĐ/ĐUK ngày 22/01/2026 của Ban Thường vụ Đảng ủy Khối',
    );
    expect(clicks).toBe(4);
    await lookAt(page, `/completions/${await completionOf(late)}`);
    await page.context().close();
  });

  it('a class closed by mistake is reopened from its page in two clicks, and by decision once a certificate was printed', async () => {
    const other = await given.class(undefined, { name: 'Lớp kết thúc nhầm' });
    await given.crowd(other, 2, 1);
    await close(other);
    const page = await opened(1280);
    const reopen = async (typed: Readonly<Record<string, string>>) => {
      await page.goto(`${app.url}/classes/${other.id}`);
      await page.click(`a[href="/classes/${other.id}/reopening"]`);
      for (const [name, value] of Object.entries(typed)) await page.fill(`[name=${name}]`, value);
      await page.click('main form.form button[type=submit]');
    };
    await reopen({ reason: 'Bấm nhầm lớp' });
    await page.waitForSelector('.notice-success');
    expect(await page.textContent('.notice-success')).toContain('Đã mở lại lớp.');

    await close(other);
    const [certificate] = await app.sql<{ id: string }>(
      `SELECT t.id FROM certificates_in_force t JOIN completions c ON c.id = t.completion_id WHERE c.class_id = $1`,
      other.id,
    );
    await page.request.get(`${app.url}/certificates/${certificate!.id}/pdf`);
    await reopen({ reason: 'Nhầm danh sách' });
    await page.waitForSelector('.field-error');
    expect(await page.inputValue('[name=reason]')).toBe('Nhầm danh sách');
    await page.fill('[name=decision]', '20-QĐ/ĐUK');
    await page.fill('[name=decidedOn]', '22/01/2026');
    await page.fill('[name=authority]', 'Ban Thường vụ Đảng ủy Khối');
    await page.click('main form.form button[type=submit]');
    await page.waitForSelector('.notice-success');
    await lookAt(page, `/classes/${other.id}/reopening`);
    await page.context().close();
  });

  it('a class cancelled by mistake is on again from its page in two clicks', async () => {
    const unit = await a.unit();
    const cancelled = await a.trainingClass({
      name: 'Lớp hủy nhầm',
      opensOn: '2099-02-07',
      closesOn: '2099-02-20',
      callOpensAt: '2026-01-05T00:00:00+07:00',
      callClosesAt: '2099-01-20T00:00:00+07:00',
      allocations: [[unit, 2]],
    });
    const room = await a.room('Hội trường A', 'Quận 1', 100);
    await a.halfDay(cancelled, '2099-02-07', { roomId: room });
    await a.halfDay(cancelled, '2099-02-08');
    const busy = await a.person({ in: unit, fullName: 'Trần Thị Đã Bận' });
    for (const person of [busy, await a.person({ in: unit, fullName: 'Lê Văn Trở Lại' })])
      await a.enrollment({ in: cancelled, person });
    const office = await a.office();
    await app.as(office).post(`/api/v1/classes/${cancelled.id}/cancellation`, { reason: 'Nhầm lớp' });
    const other = await a.trainingClass({ opensOn: '2099-02-07', closesOn: '2099-02-20' });
    await a.halfDay(other, '2099-02-07', { roomId: room });
    await a.halfDay(other, '2099-02-08');
    await a.enrollment({ in: other, person: busy });

    for (const width of [1280, 360]) {
      const page = await opened(width);
      await lookAt(page, `/classes/${cancelled.id}/cancellation/reversal`);
      await page.context().close();
    }
    const page = await opened(1280);
    await page.goto(`${app.url}/classes/${cancelled.id}`);
    await page.click(`a[href="/classes/${cancelled.id}/cancellation/reversal"]`);
    expect(await page.textContent('main')).toContain('Trần Thị Đã Bận');
    await page.fill('[name=reason]', 'Lớp vẫn tổ chức');
    await page.click('main form.form button[type=submit]');
    await page.waitForSelector('.notice-success');
    expect(await page.textContent('.notice-success')).toContain('1 người và 1 buổi học đã trở lại');
    await page.context().close();
  });
});
