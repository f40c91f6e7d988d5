import { InvitationsService } from '../../src/calendars/invitations.service';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { RemindersService } from '../../src/reminders/reminders.service';
import type { BuiltClass } from '../builders';
import {
  a,
  aClass,
  accept,
  aPerson,
  app,
  journalOf,
  nominate,
  office,
  returnUntil,
  secretary,
  show,
  unit,
  withdraw,
  beginNominating,
} from './nominating';

beginNominating();

interface Back {
  readonly code: string;
  readonly halfDays: readonly { readonly day: string; readonly lost: string | null }[];
  readonly people: readonly { readonly fullName: string; readonly isBusy: boolean }[];
  readonly unknown: number;
}

describe('a cancellation taken back', () => {
  const cancel = (inClass: BuiltClass) =>
    app.as(office).post(`/api/v1/classes/${inClass.id}/cancellation`, { reason: 'Hủy nhầm lớp' });
  const reverse = (inClass: BuiltClass, by = office) =>
    app.as(by).post<Back>(`/api/v1/classes/${inClass.id}/cancellation/reversal`, { reason: 'Lớp vẫn tổ chức' });
  const broken = async () =>
    (await app.get(InvariantsService).examine(['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I8', 'I13'])).flatMap(
      ({ ids }) => ids,
    );
  const stateOf = async ({ id }: BuiltClass) =>
    (
      await app.sql<{ state: string; cancelledAt: Date | null }>(
        `SELECT state, cancelled_at FROM classes WHERE id = $1`,
        id,
      )
    )[0];
  const linesOf = ({ id }: { id: string }) =>
    app.sql<{ live: boolean; mark: string }>(
      `SELECT l.live, l.mark FROM attendance_lines l JOIN half_days h ON h.id = l.half_day_id WHERE l.person_id = $1 ORDER BY h.day`,
      id,
    );

  it('brings everybody back where they stood: seat, place among the reserves, roster, attendance, half-days', async () => {
    const inClass = await aClass(3);
    const first = await a.halfDay(inClass, '2026-02-07');
    await a.halfDay(inClass, '2026-02-08');
    const gone = await a.halfDay(inClass, '2026-02-09');
    const learner = await aPerson();
    const { body: accepted } = await nominate(inClass, learner);
    await accept(accepted);
    const { body: withdrawn } = await nominate(inClass, await aPerson());
    await withdraw(withdrawn);
    const { body: returned } = await nominate(inClass, await aPerson());
    await returnUntil('2026-01-31', returned);
    const { body: waiting } = await nominate(inClass, await aPerson());
    const { body: reserve } = await nominate(inClass, await aPerson());
    const entered = await a.enrollment({ in: inClass });
    await app.as(office).post(`/api/v1/half-days/${gone.id}/cancellation`, { reason: 'Trùng lễ' });
    await a.change('attendance_lines', { personId: learner.id, halfDayId: first.id }, { mark: 'present' });
    const nominations = [accepted, returned, waiting, reserve];
    const stood = await Promise.all(nominations.map(show));
    app.clock.moveTo(new Date('2026-01-06T09:00:00+07:00'));

    expect((await cancel(inClass)).status).toBe(204);
    expect((await show(waiting)).state).toBe('class_cancelled');
    const list = await app.as(office).get<string>(`/classes/${inClass.id}/nominations`);
    expect([list.text.includes('Đã cử'), list.text.includes('ngày đến hạn')]).toEqual([true, false]);
    await app.sql(`UPDATE persons SET left_on = '2026-01-06' WHERE id = $1`, entered.person.id);
    app.clock.moveTo(new Date('2026-01-06T10:00:00+07:00'));
    const look = await app.as(office).get<Back>(`/api/v1/classes/${inClass.id}/cancellation/reversal`);
    expect(look.body.people).toHaveLength(5);
    const { status, body } = await reverse(inClass);
    expect(status).toBe(200);
    expect(body).toEqual(look.body);
    expect(body.halfDays.map(({ day, lost }) => [day, lost])).toEqual([
      ['2026-02-07', null],
      ['2026-02-08', null],
    ]);

    expect(await stateOf(inClass)).toEqual({ state: 'announced', cancelledAt: null });
    const back = await Promise.all(nominations.map(show));
    const places = (of: typeof back) => of.map(({ state, seat, rank }) => [state, seat, rank]);
    expect(places(back)).toEqual(places(stood));
    expect((await show(withdrawn)).state).toBe('withdrawn');
    expect(await linesOf(learner)).toEqual([
      { live: true, mark: 'present' },
      { live: true, mark: 'unmarked' },
      { live: false, mark: 'unmarked' },
    ]);
    expect((await linesOf(entered.person)).map(({ live }) => live)).toEqual([true, true, false]);
    expect(await journalOf(reserve, 'nominations.came_back')).toMatchObject([{ reason: 'Lớp vẫn tổ chức' }]);
    expect(await broken()).toEqual([]);
  });

  it('leaves away whoever learns elsewhere by then and what others have taken, says so, and seats a reserve instead', async () => {
    const room = await a.room('Hội trường tầng 3', 'Quận 1', 100);
    const inClass = await aClass(1);
    await a.halfDay(inClass, '2026-02-07', { roomId: room });
    await a.halfDay(inClass, '2026-02-08');
    const busy = await aPerson({ fullName: 'Trần Thị Bận' });
    const { body: accepted } = await nominate(inClass, busy);
    await accept(accepted);
    const { body: reserve } = await nominate(inClass, await aPerson());
    expect((await show(reserve)).rank).toBe(1);
    await cancel(inClass);

    const other = await a.trainingClass();
    await a.halfDay(other, '2026-02-07', { roomId: room });
    await a.halfDay(other, '2026-02-08');
    await a.enrollment({ in: other, person: busy });
    const { body } = await reverse(inClass);
    expect(body.halfDays.map(({ day, lost }) => [day, lost])).toEqual([
      ['2026-02-07', 'room'],
      ['2026-02-08', null],
    ]);
    expect(body.people.map(({ isBusy }) => isBusy)).toEqual([true, false]);
    expect(await show(accepted)).toMatchObject({ state: 'class_cancelled', seat: null });
    expect(await show(reserve)).toMatchObject({ state: 'submitted', seat: 1, rank: null });
    expect(await broken()).toEqual([]);
    const page = await app.as(office).get<string>(`/nominations/${accepted.id}`);
    expect(page.text).toContain('Lớp sau đó không hủy nữa nhưng hồ sơ này không trở lại');

    // Whom the first cancellation left behind is not of the second.
    await withdraw(reserve);
    app.clock.moveTo(new Date('2026-01-06T11:00:00+07:00'));
    await cancel(inClass);
    const look = await app.as(office).get<Back>(`/api/v1/classes/${inClass.id}/cancellation/reversal`);
    expect(look.body).toMatchObject({ people: [], unknown: 0 });
  });

  it('gives one place back to somebody whose two records were merged meanwhile, and the other to a reserve', async () => {
    const inClass = await aClass(2);
    await a.halfDay(inClass, '2026-02-07');
    const twice = [await aPerson({ fullName: 'Trần Thị Song' }), await aPerson({ fullName: 'TRẦN THỊ SONG' })] as const;
    for (const [index, person] of twice.entries()) {
      const by = await a.nomination({ in: inClass, person, state: 'accepted', seat: index + 1 });
      await a.enrollment({ in: inClass, person, by });
    }
    const { body: reserve } = await nominate(inClass, await aPerson());
    expect((await show(reserve)).rank).toBe(1);
    await cancel(inClass);
    app.clock.moveTo(new Date('2026-01-06T09:00:00+07:00'));
    const merged = await app
      .as(office)
      .post(`/api/v1/people/${twice[0].id}/mergers`, { otherId: twice[1].id, reason: 'Trùng hồ sơ' });
    expect(merged.status).toBeLessThan(300);
    app.clock.moveTo(new Date('2026-01-06T10:00:00+07:00'));

    const { status, body } = await reverse(inClass);
    expect(status).toBe(200);
    expect(body.people).toHaveLength(2);
    expect((await show(reserve)).seat).toBe(2);
    expect(await broken()).toEqual([]);
  });

  it('gives a free seat of a unit that was merged meanwhile to the unit it became part of', async () => {
    const inClass = await aClass(1);
    const into = await a.unit();
    await cancel(inClass);
    const merger = { unitIds: [unit.id], intoUnitId: into.id, on: '2026-01-05', reason: 'QĐ 9 hợp nhất' };
    expect((await app.as(office).post('/api/v1/unit-mergers', merger)).status).toBeLessThan(300);
    expect((await reverse(inClass)).status).toBe(200);
    expect(
      await app.sql('SELECT DISTINCT unit_id FROM seats WHERE class_id = $1 AND unit_id IS NOT NULL', inClass.id),
    ).toEqual([{ unitId: into.id }]);
  });

  it('tells everybody who was told, by reminder and calendar, and a second cancellation is told too', async () => {
    const inClass = await aClass(2);
    await a.halfDay(inClass, '2026-02-07');
    const learner = await aPerson({ email: 'hoc-vien-lop-huy@example.vn' });
    await accept((await nominate(inClass, learner)).body);
    const told = async () => {
      await app.get(RemindersService).plan();
      await app.get(RemindersService).send();
      await app.get(InvitationsService).send();
      return app.sql<{ subject: string; body: string; attachments: readonly { type: string }[] }>(
        `SELECT subject, body, attachments FROM mail_messages WHERE to_address = 'hoc-vien-lop-huy@example.vn' ORDER BY ordinal`,
      );
    };
    await told();
    app.clock.moveTo(new Date('2026-01-06T09:00:00+07:00'));
    await cancel(inClass);
    const cancelled = await told();
    expect(cancelled.filter(({ subject }) => subject.startsWith('Hủy lớp'))).toHaveLength(1);

    app.clock.moveTo(new Date('2026-01-06T10:00:00+07:00'));
    await reverse(inClass);
    const after = (await told()).slice(cancelled.length);
    expect(after.find(({ subject }) => subject.startsWith('Lớp không hủy nữa'))?.body).toContain(
      'Chỗ của đồng chí trong lớp vẫn như trước khi hủy.',
    );
    // The half-day, taken out of their calendar by the mail before, is put in again by this one.
    expect(cancelled.at(-1)!.attachments.map(({ type }) => type)).toEqual([expect.stringContaining('method=CANCEL')]);
    expect(after.map(({ attachments }) => attachments.map(({ type }) => type))).toEqual([
      [expect.stringContaining('method=REQUEST')],
    ]);
    const toSecretary = await app.sql<{ count: number }>(
      `SELECT count(*) FROM reminders WHERE rule = 'cancellation_reversed' AND class_id = $1 AND account_id = $2`,
      inClass.id,
      secretary.id,
    );
    expect(toSecretary).toEqual([{ count: 1 }]);
    const calendar = await app.signedIn(secretary).get<string>(`/classes/${inClass.id}`);
    expect(calendar.text).not.toContain('Đã hủy');

    app.clock.moveTo(new Date('2026-01-06T11:00:00+07:00'));
    await cancel(inClass);
    expect((await told()).filter(({ subject }) => subject.startsWith('Hủy lớp'))).toHaveLength(2);
    app.clock.moveTo(new Date('2026-01-06T12:00:00+07:00'));
    expect((await reverse(inClass)).status).toBe(200);
    expect(await broken()).toEqual([]);
  });

  it('stands a confirmed class and a draft where they stood, and half-days whose time has passed stay away', async () => {
    const confirmed = await aClass(1, { opensOn: '2026-02-07', closesOn: '2026-02-08' });
    await app.as(office).post(`/api/v1/classes/${confirmed.id}/confirmation`, { decision: '9-QĐ/ĐUK' });
    await a.halfDay(confirmed, '2026-02-07');
    await a.halfDay(confirmed, '2026-02-08');
    const draft = await aClass(1, { state: 'draft' });
    await cancel(confirmed);
    await draft.becomes({ announcedAt: null });
    await cancel(draft);
    app.clock.moveTo(new Date('2026-02-07T18:00:00+07:00'));
    expect((await reverse(confirmed)).body.halfDays.map(({ lost }) => lost)).toEqual(['past', null]);
    expect(await stateOf(confirmed)).toMatchObject({ state: 'confirmed' });
    await reverse(draft);
    expect(await stateOf(draft)).toMatchObject({ state: 'draft' });
  });

  it('is the office’s, of a cancelled class that is not over, from its page', async () => {
    const inClass = await aClass(1);
    await nominate(inClass, await aPerson());
    expect(await reverse(inClass)).toMatchObject({ status: 409, body: { code: 'class_cannot_be_restored' } });
    await cancel(inClass);
    expect((await reverse(inClass, secretary)).status).toBe(403);
    const path = `/classes/${inClass.id}/cancellation/reversal`;
    expect((await app.as(office).get<string>(`/classes/${inClass.id}`)).text).toContain(path);
    expect((await app.as(office).get<string>(path)).text).toContain('1 người trở lại đúng chỗ cũ');
    const done = await app.as(office).form(path, { reason: 'Lớp vẫn tổ chức' });
    expect([done.status, done.headers.get('location')]).toEqual([303, `/classes/${inClass.id}`]);

    const over = await aClass(1, { opensOn: '2026-02-07', closesOn: '2026-02-08' });
    await cancel(over);
    app.clock.moveTo(new Date('2026-02-09T08:00:00+07:00'));
    expect(await reverse(over)).toMatchObject({ status: 409, body: { code: 'class_would_be_over' } });
    expect(await stateOf(over)).toMatchObject({ state: 'cancelled' });
  });
});
