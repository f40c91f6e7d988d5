import type { Browser, Page } from 'playwright-core';
import { ClosingRunsService } from '../../src/completions/closing-runs.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltEnrollment } from '../builders';
import { Closing } from '../completions/closing';
import { barriersOf, openBrowser, overflowOf } from './browser';

const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));

describe('certificates and diplomas after their class is closed', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let given: Closing;
  let office: BuiltAccount;
  let courseId: string;

  beforeAll(async () => {
    app = await TestApp.start();
    browser = await openBrowser();
    a = new Builders(app);
    given = new Closing(app, a);
    office = await a.office();
    courseId = (await given.course({ nameVi: 'Bồi dưỡng đảng viên mới', nameEn: 'Training of new members' })).id;
    const bloc = { superior: 'THÀNH ỦY THÀNH PHỐ HỒ CHÍ MINH', body: 'ĐẢNG ỦY KHỐI CƠ SỞ BỘ CÔNG THƯƠNG' };
    const signed = {
      place: 'Thành phố Hồ Chí Minh',
      signerCapacity: 'TM. Ban Thường vụ – Bí thư',
      signerName: 'Trần Minh Đức',
    };
    await a.insert('letterheads', { unitId: (await a.organization()).bloc.id, ...bloc, ...signed });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function opened({ language, width }: (typeof ways)[number], token: string | null): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    await context.addCookies([{ name: 'locale', value: language, url: app.url }]);
    if (token) await context.addCookies([{ name: 'session', value: token, url: app.url }]);
    return context.newPage();
  }
  async function look(page: Page, name: string, { language, width }: (typeof ways)[number]): Promise<void> {
    if (process.env['PICTURES'])
      await page.screenshot({ path: `${process.env['PICTURES']}/${name}-${language}-${width}.png`, fullPage: true });
    expect([name, await overflowOf(page), await barriersOf(page)]).toEqual([name, 0, []]);
  }
  const submit = async (page: Page) => {
    await Promise.all([page.waitForNavigation(), page.click('main form.form button[type=submit]')]);
  };
  const certificateOf = async ({ person }: BuiltEnrollment) =>
    (
      await app.sql<{ id: string; code: string; number: string }>(
        `SELECT id, verification_code AS code, number FROM certificates WHERE person_id = $1 ORDER BY sequence DESC LIMIT 1`,
        person.id,
      )
    )[0]!;
  const closed = async (course: { id: string }) => {
    const inClass = await given.class(course, { name: 'Lớp bồi dưỡng đảng viên mới khóa II năm 2025' });
    const person = await a.person({ fullName: 'Lê Thị Anh' });
    const learner = await given.enrolled(inClass, { person });
    await app.get(ClosingRunsService).workOn(await given.ask(office, inClass));
    return { inClass, learner };
  };

  it.each(ways)(
    '$language, $width px: one is corrected, replaced, revoked, and verified by who has the paper',
    async (way) => {
      const { learner } = await closed({ id: courseId });
      const first = await certificateOf(learner);
      const page = await opened(way, office.token);
      await page.goto(`${app.url}/certificates/${first.id}`);
      await page.click(`a[href$="/correction"]`);
      await page.fill('[name=holderName]', 'Lê Thị Ánh');
      await page.selectOption('[name=grade]', 'very_good');
      await page.fill('[name=issuedOn]', '2026-01-04');
      await page.fill('[name=reason]', 'Thiếu dấu trong họ tên, sót xếp loại');
      await submit(page);
      await look(page, 'correction-refused', way);
      await page.click('details.unfold summary');
      await look(page, 'correction-unfolded', way);
      await page.fill('[name=decision]', '7-QĐ/ĐUK');
      await submit(page);
      await look(page, 'corrected', way);

      await page.click(`a[href$="/replacement"]`);
      await page.fill('[name=reason]', 'Bị mất');
      await submit(page);
      const young = await certificateOf(learner);
      const stranger = await opened(way, null);
      await stranger.goto(`${app.url}/verify/${first.code}`);
      await look(stranger, 'verified-replaced', way);
      expect(await stranger.textContent('main')).toContain(young.number);

      await page.click(`a[href$="/revocation"]`);
      await page.fill('[name=decision]', '15-QĐ/ĐUK');
      await page.fill('[name=reason]', 'Khai sai quá trình học tập');
      await submit(page);
      await look(page, 'revoked', way);
      await stranger.goto(`${app.url}/verify/${young.code}`);
      await look(stranger, 'verified-revoked', way);
      await page.goto(`${app.url}/people/${learner.person.id}/training-record`);
      await look(page, 'record-revoked', way);
      await Promise.all([page.context().close(), stranger.context().close()]);
    },
  );

  it.each(ways)('$language, $width px: one of an earlier class is entered on the record', async (way) => {
    const person = await a.person({ fullName: 'Trần Văn Cảnh' });
    const page = await opened(way, office.token);
    await page.goto(`${app.url}/people/${person.id}/training-record`);
    await page.click('a[href$="/training-record/certificates"]');
    await page.selectOption('[name=courseId]', courseId);
    await page.fill('[name=number]', `${way.width}/2022/GCN-${way.language}`);
    await page.fill('[name=issuedOn]', '2022-06-30');
    await page.fill('[name=issuedBy]', 'Đảng ủy Khối Doanh nghiệp Thành phố');
    await look(page, 'earlier-form', way);
    await submit(page);
    await look(page, 'earlier-refused', way);
    await page.fill('[name=validUntil]', '2027-06-30');
    await submit(page);
    await look(page, 'earlier-record', way);
    await page.click('main table a[href^="/training-records/"]');
    await look(page, 'earlier-line', way);
    await page.context().close();
  });

  it.each(ways)('$language, $width px: many of an earlier class come in a sheet', async (way) => {
    const born = `1985-0${way.width === 360 ? 1 : 2}-${way.language === 'vi' ? '03' : '04'}`;
    await a.person({ fullName: 'Võ Thị Dung', birthDate: born });
    const of = `${way.width}-${way.language}/2021`;
    const lines = [
      'TT;Họ và tên;Ngày sinh;Số GCN;Ngày cấp;Nơi cấp;Xếp loại',
      `1;Võ Thị Dung;${born.split('-').toReversed().join('/')};1-${of};30/06/2021;Đảng ủy Khối Doanh nghiệp Thành phố;Giỏi`,
      `2;Người Không Có;01/01/1970;2-${of};30/06/2021;Đảng ủy Khối Doanh nghiệp Thành phố;Khá`,
    ];
    const page = await opened(way, office.token);
    await page.goto(`${app.url}/certificates`);
    await page.click('a[href="/certificate-imports"]');
    await look(page, 'sheet-form', way);
    await page.selectOption('[name=courseId]', courseId);
    await page.fill('[name=validMonths]', '120');
    const buffer = Buffer.from(`\uFEFF${lines.join('\r\n')}`);
    await page.setInputFiles('[name=file]', { name: 'so-cap-giay-2021.csv', mimeType: 'text/csv', buffer });
    await submit(page);
    await look(page, 'sheet-trial', way);
    await submit(page);
    await look(page, 'sheet-entered', way);
    await page.context().close();
  });

  it.each(ways)('$language, $width px: a diploma is recorded and the level follows', async (way) => {
    const course = await given.course({
      kind: 'theory',
      award: 'diploma',
      raisesTo: 'intermediate',
      nameVi: 'Trung cấp lý luận chính trị',
    });
    const { inClass, learner } = await closed(course);
    const page = await opened(way, office.token);
    await page.goto(`${app.url}/classes/${inClass.id}/diplomas`);
    await page.fill('[name^="number."]', `TC ${way.width} ${way.language}`);
    await page.fill('[name^="issuedOn."]', '2025-12-18');
    await submit(page);
    await look(page, 'diploma-refused', way);
    await page.fill('[name^="issuedOn."]', '2026-01-04');
    await submit(page);
    await page.goto(`${app.url}/people/${learner.person.id}/training-record`);
    await look(page, 'diploma-record', way);
    await page.context().close();
  });
});
