import type { Browser, Page } from 'playwright-core';
import type { UnitToday } from '../../src/organization/organization.queries';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';
import { barriersOf, openBrowser, overflowOf } from './browser';

const ways = (['vi', 'en'] as const).flatMap((language) => [1280, 360].map((width) => ({ language, width })));

describe('pages of whoever keeps the service', () => {
  let app: TestApp;
  let browser: Browser;
  let a: Builders;
  let admin: BuiltAccount;
  let office: BuiltAccount;
  let round = 0;

  beforeAll(async () => {
    app = await TestApp.start({ BACKUP_AT: '02:00' });
    browser = await openBrowser();
    a = new Builders(app);
    const { bloc } = await a.organization();
    admin = await a.account({ roles: [['admin', bloc]] });
    office = await a.account({ roles: [['training_officer', bloc]] });
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  async function opened({ language, width }: (typeof ways)[number], { token }: BuiltAccount): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    await context.addCookies([
      { name: 'locale', value: language, url: app.url },
      { name: 'session', value: token, url: app.url },
    ]);
    return context.newPage();
  }

  async function look(page: Page, name: string): Promise<void> {
    expect([name, await overflowOf(page), await barriersOf(page)]).toEqual([name, 0, []]);
  }

  const backup = (given: object) =>
    a.insert('backups', {
      requestedAt: '2026-01-03T19:00:00Z',
      folder: '/var/lib/training/backups',
      file: '/var/lib/training/backups/training-20260104-0200-6860c4cd.tar.gz.age',
      takenAt: '2026-01-03T19:00:00Z',
      endedAt: '2026-01-03T19:02:00Z',
      sealed: true,
      ...given,
    });
  const whole = { bytes: 43_211_000, sha256: 'a'.repeat(64), rows: { persons: 1210, attendance_lines: 240_000 } };

  it.each(ways)('$language, $width px: backups, from none to an alarm', async (way) => {
    await a.remove('backups');
    const page = await opened(way, admin);
    await page.goto(`${app.url}/operations/backups`);
    await look(page, 'none');
    const said = {
      vi: 'Không ghi được vào thư mục sao lưu (ENOSPC). Hãy kiểm tra thư mục BACKUP_DIR, quyền ghi và chỗ trống trên đĩa.',
      en: 'The backup folder cannot be written to (ENOSPC). Check BACKUP_DIR, its rights, and the space on the disk.',
    };
    await backup({ state: 'examined', ...whole });
    await backup({
      state: 'failed',
      failure: said,
      takenAt: '2026-01-04T19:00:00Z',
      requestedAt: '2026-01-04T19:00:00Z',
    });
    await page.goto(`${app.url}/operations/backups`);
    await look(page, 'alarm');
    await page.goto(app.url);
    await look(page, 'desk');
    const desk = await opened(way, office);
    await desk.goto(app.url);
    await look(desk, 'office');
    await backup({
      state: 'making',
      requestedAt: '2026-01-05T00:59:00Z',
      takenAt: '2026-01-05T00:59:00Z',
      endedAt: null,
      phase: 'restoring',
      done: 30,
      total: 100,
      goesOnAt: '2100-01-01',
    });
    await page.goto(`${app.url}/operations/backups`);
    await look(page, 'making');
    await desk.context().close();
    await page.context().close();
  });

  it.each(ways)('$language, $width px: units from a sheet, looked through and stored', async (way) => {
    const page = await opened(way, office);
    const code = `S${(round += 1)}`;
    await page.goto(`${app.url}/units/pasted`);
    await look(page, 'units');
    const rows = [
      'Mã;Tên;Tên tiếng Anh',
      `${code};Đảng ủy Công ty CP Phân bón Bình Điền;Binh Dien Fertilizer JSC`,
      ';Thiếu mã;',
    ];
    const file = (lines: readonly string[]) => ({
      name: 'don-vi.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    });
    await page.setInputFiles('[name=file]', file(rows));
    await page.click('#sheet button');
    await page.waitForSelector('.notice-danger:not([hidden])');
    await look(page, 'units-wrong');
    await page.setInputFiles('[name=file]', file(rows.slice(0, 2)));
    await page.click('#sheet button');
    await page.waitForSelector('.notice-info');
    await look(page, 'units-tried');
    await page.click('#form button:not([name])');
    await page.waitForURL(`${app.url}/units`);
    const { items } = (await app.as(office).get<{ items: UnitToday[] }>('/api/v1/units')).body;
    expect(items.some((unit) => unit.code === code)).toBe(true);
    await page.context().close();
  });
});
