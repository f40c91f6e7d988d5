import { momentAt } from '../../src/platform/clock';
import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { readCalendar } from './ical';

describe('a cancelled half-day', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let halfDay: { id: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    inClass = await a.trainingClass({ name: 'Sơ cấp', roomId: await a.room(`Phòng ${Math.random()}`, 'Quận 1', 80) });
    halfDay = await a.halfDay(inClass, '2026-02-07', { topic: 'Chuyên đề 1' });
  });

  const path = () => `/api/v1/half-days/${halfDay.id}/cancellation`;
  const cancel = (body: object = {}) => app.as(office).post<Answer>(path(), { reason: 'Mất điện', ...body });
  interface Answer {
    readonly code?: string;
    readonly facts?: object;
    readonly errors?: readonly { readonly field: string }[];
  }

  it('reads so in the summary of every calendar, and takes no time there', async () => {
    const { body: feed } = await app
      .signedIn(office)
      .post<{ address: string }>('/api/v1/calendar-feeds', { kind: 'class', classId: inClass.id });
    const read = async () =>
      readCalendar((await app.as(null).get<string>(new URL(feed.address).pathname)).text).events[0];
    expect(await read()).toMatchObject({ summary: 'Sơ cấp – buổi 1', transparency: 'OPAQUE', status: 'CONFIRMED' });
    await cancel();
    expect(await read()).toMatchObject({
      summary: 'ĐÃ HỦY: Sơ cấp – buổi 1',
      transparency: 'TRANSPARENT',
      status: 'CANCELLED',
      sequence: 1,
    });
  });

  it('reads so on the page of its class and its attendance, in the month, the week, on the room board and the sheet to hang up', async () => {
    await cancel();
    for (const page of [
      `/classes/${inClass.id}`,
      `/classes/${inClass.id}/attendance`,
      '/calendar?day=2026-02-01',
      '/calendar?view=week&day=2026-02-07',
      '/rooms/today?day=2026-02-07',
      `/classes/${inClass.id}/timetable/print`,
    ])
      expect([page, (await app.as(office).get<string>(page)).text.includes('ĐÃ HỦY')]).toEqual([page, true]);
  });

  describe('whose attendance was taken', () => {
    let enrollmentIds: readonly string[];

    beforeEach(async () => {
      const people = [await a.enrollment({ in: inClass }), await a.enrollment({ in: inClass })];
      enrollmentIds = people.map(({ id }) => id);
      app.clock.moveTo(momentAt('2026-02-07', '11:00'));
      const entries = [
        { enrollmentId: enrollmentIds[0], mark: 'present' },
        { enrollmentId: enrollmentIds[1], mark: 'unexcused' },
      ];
      await app.as(office).put(`/api/v1/half-days/${halfDay.id}/attendance`, { entries });
    });

    it('is cancelled only by whoever knows how many are marked; the marks stay as history and count no more', async () => {
      const refused = await cancel();
      expect(refused).toMatchObject({
        status: 422,
        body: { code: 'marks_would_not_count', facts: { marked: 2 }, errors: [{ field: 'marked' }] },
      });
      expect((await cancel({ marked: 1 })).status).toBe(422);
      const [untouched] = await app.sql('SELECT cancelled_at FROM half_days WHERE id = $1', halfDay.id);
      expect(untouched).toEqual({ cancelledAt: null });

      expect((await cancel({ marked: 2 })).status).toBe(200);
      const kept = await app.sql(
        `SELECT l.mark, l.live, (SELECT count(*) FROM attendance_marks m WHERE m.line_id = l.id) AS marks
         FROM attendance_lines l WHERE l.half_day_id = $1 ORDER BY l.mark`,
        halfDay.id,
      );
      expect(kept).toEqual([
        { mark: 'present', live: false, marks: 1 },
        { mark: 'unexcused', live: false, marks: 1 },
      ]);
      const trail = await app.as(office).get<string>(`/half-days/${halfDay.id}/attendance/${enrollmentIds[1]}`);
      expect(trail.text).toContain('Vắng không phép');
    });

    it('warns with the number on the page before, and comes back with the reason typed', async () => {
      const form = await app.as(office).get<string>(`/half-days/${halfDay.id}/edit`);
      expect(form.text).toContain('Buổi này đã điểm danh 2 người.');
      const send = (body: Record<string, string>) => app.as(office).form(`/half-days/${halfDay.id}/cancellation`, body);
      const refused = await send({ reason: 'Mất điện cả khu' });
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('Buổi học này đã điểm danh 2 người');
      expect(refused.text).toContain('value="Mất điện cả khu"');
      expect((await send({ reason: 'Mất điện cả khu', marked: '2' })).status).toBe(303);
    });
  });
});
