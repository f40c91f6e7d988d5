import { computedHolidays } from '../../src/classes/holidays/holidays';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { type BuiltAccount, Builders } from '../builders';

interface Holiday {
  readonly id: string;
  readonly day: string;
  readonly nameVi: string;
  readonly verified: boolean;
  readonly source?: string;
  readonly halfDays: readonly { readonly className: string; readonly part: string }[];
}

describe('the list of public holidays', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());

  const path = '/api/v1/public-holidays';
  const ofYear = async (year: number) =>
    (await app.as(office).get<{ items: Holiday[] }>(`${path}?year=${year}`)).body.items;
  const aDay = (day: string, given: object = {}) => ({
    day,
    nameVi: 'Nghỉ hoán đổi',
    nameEn: 'Exchanged day off',
    kind: 'compensatory_day_off',
    source: 'Thông báo 15/TB-BNV',
    verified: true,
    ...given,
  });
  const saturdays = { weekdays: [6], parts: ['morning'], skipHolidays: true };
  const plan = async (inClass: { id: string }, from: string, to: string) => {
    const { body } = await app
      .as(office)
      .post<{ items: { day: string }[]; skipped: { day: string; holiday: { vi: string } }[] }>(
        `/api/v1/classes/${inClass.id}/half-days/preview`,
        { ...saturdays, from, to },
      );
    return { held: body.items.map(({ day }) => day), skipped: body.skipped.map(({ day }) => day) };
  };

  it.each([2025, 2026, 2027, 2028, 2029, 2030])('begins in %i as the calendar computes it', async (year) => {
    const listed = await ofYear(year);
    expect(listed).toEqual(
      computedHolidays(year).map((holiday) => ({ ...holiday, id: expect.any(String) as string, halfDays: [] })),
    );
  });

  it('is what timetables are planned around: a day that is added is left out, one that is removed comes back', async () => {
    const inClass = await a.trainingClass({ opensOn: '2027-06-01', closesOn: '2027-08-31' });
    expect(await plan(inClass, '2027-06-05', '2027-06-12')).toEqual({
      held: ['2027-06-05', '2027-06-12'],
      skipped: [],
    });
    const added = await app.as(office).post<Holiday>(path, aDay('2027-06-12'));
    expect(added).toMatchObject({ status: 201, body: { day: '2027-06-12', verified: true, halfDays: [] } });
    expect(await plan(inClass, '2027-06-05', '2027-06-12')).toEqual({ held: ['2027-06-05'], skipped: ['2027-06-12'] });
    await app.as(office).patch(`${path}/${added.body.id}`, { day: '2027-06-05' });
    expect(await plan(inClass, '2027-06-05', '2027-06-12')).toEqual({ held: ['2027-06-12'], skipped: ['2027-06-05'] });
    expect((await app.as(office).delete(`${path}/${added.body.id}`)).status).toBe(204);
    expect((await plan(inClass, '2027-06-05', '2027-06-12')).skipped).toEqual([]);
    expect(await app.sql(`SELECT action FROM journal_lines WHERE subject_id = $1 ORDER BY id`, added.body.id)).toEqual([
      { action: 'public_holidays.added' },
      { action: 'public_holidays.changed' },
      { action: 'public_holidays.removed' },
    ]);
  });

  it('keeps whoever works in the week from a weekend day worked in lieu, and nobody else', async () => {
    await app.as(office).post(path, aDay('2027-07-03', { kind: 'working_day', nameVi: 'Làm bù' }));
    const days = { opensOn: '2027-06-01', closesOn: '2027-08-31' };
    expect((await plan(await a.trainingClass(days), '2027-07-03', '2027-07-10')).skipped).toEqual(['2027-07-03']);
    const fullTime = await a.trainingClass({ ...days, mode: 'full_time' });
    expect((await plan(fullTime, '2027-07-03', '2027-07-10')).skipped).toEqual([]);
  });

  it('names the half-days planned on a day that becomes a holiday, and leaves them where they are', async () => {
    const inClass = await a.trainingClass({ name: 'Lớp Đảng viên mới' });
    await a.halfDay(inClass, '2026-03-07');
    const added = await app.as(office).post<Holiday>(path, aDay('2026-03-07'));
    expect(added.body.halfDays).toMatchObject([{ className: 'Lớp Đảng viên mới', part: 'morning' }]);
    expect(await app.sql(`SELECT day FROM half_days WHERE class_id = $1`, inClass.id)).toEqual([{ day: '2026-03-07' }]);

    await a.halfDay(inClass, '2026-03-08');
    const typed = { ...aDay('2026-03-08'), verified: 'true' };
    const answer = await app.as(office).form('/public-holidays', typed as Record<string, string>);
    expect(answer.headers.get('location')).toBe('/public-holidays?year=2026');
    expect(Buffer.from(/flash=([^;]+)/.exec(answer.headers.get('set-cookie')!)![1]!, 'base64url').toString()).toContain(
      'Có 1 buổi học đã xếp vào ngày này; hệ thống không tự dời',
    );
    expect((await app.as(office).get<string>('/public-holidays?year=2026')).text).toContain('Sáng: Lớp Đảng viên mới');
  });

  it('has one line a day, and says so beside the field', async () => {
    const twice = await app.as(office).post(path, aDay('2027-09-02'));
    expect(twice).toMatchObject({ status: 409, body: { code: 'holiday_listed', errors: [{ field: 'day' }] } });
  });

  it('is kept on a page, which marks what nobody has checked', async () => {
    const page = await app.as(office).get<string>('/public-holidays?year=2027');
    expect(page.text).toContain('Chưa xác minh');
    const tet = (await ofYear(2027)).find(({ day }) => day === '2027-02-06')!;
    const edit = `/public-holidays/${tet.id}`;
    expect((await app.as(office).get<string>(`${edit}/edit`)).text).toContain('value="06/02/2027"');
    const typed = { ...aDay('2027-02-06', { nameVi: 'Mùng Một Tết', kind: 'holiday' }), verified: 'true' };
    expect((await app.as(office).form(edit, { ...(typed as Record<string, string>), nameEn: '' })).status).toBe(422);
    expect((await app.as(office).form(edit, typed as Record<string, string>)).status).toBe(303);
    expect((await ofYear(2027)).find(({ id }) => id === tet.id)).toMatchObject({
      nameVi: 'Mùng Một Tết',
      verified: true,
    });
    expect((await app.as(office).form(`${edit}/removal`, {})).status).toBe(303);
    expect((await ofYear(2027)).some(({ id }) => id === tet.id)).toBe(false);
  });

  it('gives the next working day for a holiday on a day of rest, by the week the office works', async () => {
    const inLieu = async (year: number) =>
      (await ofYear(year)).filter(({ nameVi }) => nameVi.startsWith('Nghỉ bù')).map(({ day }) => day);
    expect(await inLieu(2027)).toEqual(['2027-02-10', '2027-02-11', '2027-05-03']);
    expect((await app.as(office).put(`${path}/working-week`, { days: 6 })).status).toBe(204);
    expect((await app.as(office).get(`${path}/working-week`)).body).toEqual({ days: 6 });
    expect(await inLieu(2027)).toEqual(['2027-02-10']);
    const saved = await app.as(office).form('/public-holidays/working-week?year=2027', { days: '5' });
    expect(saved.headers.get('location')).toBe('/public-holidays?year=2027');
    expect(await inLieu(2027)).toEqual(['2027-02-10', '2027-02-11', '2027-05-03']);
  });

  it('has two days for National Day, the second as it was announced for the year', async () => {
    const second = async () => (await ofYear(2028)).filter(({ nameVi }) => nameVi === 'Nghỉ Quốc khánh');
    expect(await second()).toMatchObject([{ day: '2028-09-01', verified: false }]);
    const source = 'Thông báo số 12/TB-BNV';
    const wrong = await app.as(office).put(`${path}/national-day`, { second: '2028-09-05', source });
    expect(wrong.body).toMatchObject({ errors: [{ field: 'second', code: 'not_beside_national_day' }] });
    const typed = await app.as(office).form('/public-holidays/national-day', { second: '2028-09-03', source: '' });
    expect(typed.status).toBe(422);
    expect((await app.as(office).form('/public-holidays/national-day', { second: '2028-09-03', source })).status).toBe(
      303,
    );
    expect(await second()).toMatchObject([{ day: '2028-09-03', verified: true, source }]);
    const inLieu = (await ofYear(2028)).filter(({ day }) => day >= '2028-09-04' && day < '2028-10-01');
    expect(inLieu.map(({ day }) => day)).toEqual(['2028-09-04', '2028-09-05']);
    await app.as(office).put(`${path}/national-day`, { second: '2028-09-01', source });
    expect((await second()).map(({ day }) => day)).toEqual(['2028-09-01']);
  });

  it('leaves what the office made of Tết alone when National Day is settled, and keeps what is typed without a day', async () => {
    const day = async (wanted: string) => (await ofYear(2030)).find((one) => one.day === wanted);
    await app.as(office).delete(`${path}/${(await day('2030-02-07'))!.id}`);
    const typed = { year: '2030', source: 'Thông báo số 31/TB-BNV' };
    const refused = await app.as(office).form('/public-holidays/national-day', typed);
    expect([refused.status, refused.text.includes('03/09/2030'), refused.text.includes(typed.source)]).toEqual([
      422,
      true,
      true,
    ]);
    expect(
      (await app.as(office).form('/public-holidays/national-day', { ...typed, second: '2030-09-01' })).status,
    ).toBe(303);
    expect(await day('2030-09-03')).toMatchObject({ nameVi: 'Nghỉ bù ngày 01/09/2030' });
    expect(await day('2030-02-07')).toBeUndefined();
    expect(await day('2030-02-06')).toBeDefined();
  });

  it('is verified at once for a whole year, by what was announced', async () => {
    const announced = { year: '2029', source: 'Thông báo số 20/TB-BNV' };
    const open = async () => (await ofYear(2029)).filter(({ verified }) => !verified).length;
    expect(await open()).toBeGreaterThan(5);
    expect((await app.as(office).form('/public-holidays/verification', { ...announced, source: '' })).status).toBe(422);
    expect((await app.as(office).form('/public-holidays/verification', announced)).status).toBe(303);
    expect(await open()).toBe(0);
    expect((await ofYear(2029)).find(({ day }) => day === '2029-09-03')).toMatchObject({ source: announced.source });
  });

  it('offers what no law says yet, and is added only by the office', async () => {
    const page = async () => (await app.as(office).get<string>('/public-holidays?year=2027')).text;
    expect(await page()).toContain('Thêm 24/11/2027, Ngày Văn hóa Việt Nam');
    expect((await ofYear(2027)).some(({ day }) => day === '2027-11-24')).toBe(false);
    const fields = { day: '2027-11-24', nameVi: 'Ngày Văn hóa Việt Nam', nameEn: 'Vietnamese Culture Day' };
    await app.as(office).form('/public-holidays', { ...fields, kind: 'holiday', source: 'Nghị quyết 80-NQ/TW' });
    expect((await ofYear(2027)).find(({ day }) => day === '2027-11-24')).toMatchObject({ verified: false });
    expect(await page()).not.toContain('Thêm 24/11/2027');
  });

  it('is asked for from October on, and when a timetable reaches into a year without one', async () => {
    const desk = async () => (await app.as(office).get<string>('/')).text;
    expect(await desk()).not.toContain('Năm 2027:');
    const inClass = await a.trainingClass({ opensOn: '2033-01-01', closesOn: '2033-12-31' });
    const { body } = await app
      .as(office)
      .post<{ yearsUnlisted: number[]; tooShort: object }>(`/api/v1/classes/${inClass.id}/half-days/preview`, {
        ...{ ...saturdays, parts: ['morning', 'evening'] },
        ...{ from: '2033-06-04', to: '2033-06-11' },
      });
    expect(body).toMatchObject({ yearsUnlisted: [2033], tooShort: { parts: ['evening'], needed: 240 } });
    await a.halfDay(inClass, '2033-06-04');
    expect(await desk()).toContain('Năm 2033 chưa có danh sách ngày nghỉ lễ');
    const before = app.clock.now();
    app.clock.moveTo(new Date('2026-10-01T08:00:00+07:00'));
    expect(await desk()).toMatch(/Năm 2027: \d+ ngày chưa xác minh/);
    await app.get(RemindersService).plan();
    const asked = () =>
      app.sql(`SELECT state FROM reminders WHERE rule = 'holidays_to_settle' AND account_id = $1`, office.id);
    expect(await asked()).toEqual([{ state: 'due' }]);
    await app.sql(`UPDATE public_holidays SET verified = true`);
    await app.get(RemindersService).send();
    expect(await asked()).toEqual([{ state: 'suppressed' }]);
    expect(await desk()).not.toContain('Năm 2027');
    app.clock.moveTo(before);
  });

  it('begins a further year on demand, once; until then planning goes by the calendar', async () => {
    const inClass = await a.trainingClass({ opensOn: '2031-01-01', closesOn: '2031-12-31' });
    const tet = computedHolidays(2031).filter(({ verified }) => !verified);
    expect(
      (await plan(inClass, '2031-01-04', '2031-03-01')).skipped.every((day) => tet.some((one) => one.day === day)),
    ).toBe(true);
    expect((await app.as(office).get<string>('/public-holidays?year=2031')).text).toContain('Lập danh sách năm 2031');
    expect((await app.as(office).form('/public-holidays/years', { year: '2031' })).status).toBe(303);
    expect(await ofYear(2031)).toHaveLength(computedHolidays(2031).length);
    expect((await app.as(office).post(`${path}/years`, { year: 2031 })).body).toMatchObject({ code: 'year_listed' });
  });

  it('begins the list of a year with the first day added to it, so that Tết is not forgotten', async () => {
    const inClass = await a.trainingClass({ opensOn: '2032-01-01', closesOn: '2032-12-31' });
    const { skipped } = await plan(inClass, '2032-01-01', '2032-06-30');
    const { verified, ...unticked } = aDay('2032-03-03');
    expect(verified).toBe(true);
    const added = await app.as(office).form('/public-holidays', unticked as Record<string, string>);
    expect(added.status).toBe(303);
    expect((await ofYear(2032)).find(({ day }) => day === '2032-03-03')).toMatchObject({ verified: false });
    expect((await plan(inClass, '2032-01-01', '2032-06-30')).skipped).toEqual(skipped);
    expect((await app.as(office).post(path, { ...unticked, day: '2032-03-04' })).status).toBe(201);
    expect(await ofYear(2032)).toHaveLength(computedHolidays(2032).length + 2);
  });
});
