import { InvitationsService } from '../../src/calendars/invitations.service';
import type { MailAttachment } from '../../src/platform/mailer/mailer';
import { TestApp } from '../app';
import { type BuiltAccount, Builders, type BuiltClass } from '../builders';
import { readCalendar } from './ical';

interface ToCall {
  readonly items: readonly {
    readonly lecturerId: string;
    readonly fullName: string;
    readonly phone: string | null;
    readonly halfDays: readonly { readonly key: string; readonly what: string }[];
  }[];
}

describe('lecturers and their half-days', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let inClass: BuiltClass;
  let lecturer: string;
  let halfDays: readonly { id: string }[];

  beforeEach(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    lecturer = await a.lecturer('Phạm An', 'Trường Chính trị');
    inClass = await a.trainingClass({ name: 'Sơ cấp', roomId: await a.room('Hội trường A', '59 Lê Duẩn', 80) });
    halfDays = [
      await a.halfDay(inClass, '2026-02-07', { lecturerId: lecturer, topic: 'Chuyên đề 1' }),
      await a.halfDay(inClass, '2026-02-08', { lecturerId: lecturer }),
    ];
  });
  afterEach(() => app.stop());

  const contact = (to: object) =>
    app.as(office).put(`/api/v1/lecturers/${lecturer}`, { fullName: 'Phạm An', workplace: 'Trường Chính trị', ...to });
  const run = async () => {
    app.clock.moveTo(new Date(app.clock.now().getTime() + 60_000));
    return (await app.get(InvitationsService).send()).written;
  };
  const mails = () =>
    app.sql<{ subject: string; body: string; attachments: readonly MailAttachment[] }>(
      `SELECT subject, body, attachments FROM mail_messages WHERE to_address = 'an@truong.vn' ORDER BY ordinal`,
    );
  const last = async () => {
    const { subject, body, attachments } = (await mails()).at(-1)!;
    return { subject, body, told: attachments.map(({ content }) => readCalendar(content)) };
  };
  const move = (n: number, to: object) =>
    app.as(office).patch(`/api/v1/half-days/${halfDays[n]!.id}`, { reason: 'Bão', ...to });
  const cancel = (n: number) =>
    app.as(office).post(`/api/v1/half-days/${halfDays[n]!.id}/cancellation`, { reason: 'Mất điện' });
  const toCall = async () => (await app.as(office).get<ToCall>('/api/v1/lecturers/calls')).body.items;
  const note = (keys: readonly string[]) =>
    app.as(office).post(`/api/v1/lecturers/${lecturer}/calls`, { halfDays: keys });

  it('reach a lecturer with an address by mail, once, with the hall, then each change and what is cancelled', async () => {
    await contact({ email: 'an@truong.vn' });
    expect(await run()).toBe(1);
    expect(await run()).toBe(0);
    const first = await last();
    expect(first.subject).toBe('Lịch giảng Sơ cấp: 2 buổi');
    expect(first.body).toContain('Kính mời đồng chí giảng các buổi sau của Sơ cấp:');
    expect(first.body).toContain('- Buổi 1: ngày 07/02/2026, 08:00–11:30; Hội trường A, 59 Lê Duẩn; Chuyên đề 1');
    expect(first.told.map(({ method, events }) => [method, events[0]!.uid])).toEqual(
      halfDays.map(({ id }) => ['REQUEST', `${id}.${lecturer}@training`]),
    );

    await move(0, { startTime: '09:00' });
    await run();
    expect((await last()).subject).toBe('Thay đổi lịch giảng Sơ cấp');
    await cancel(0);
    await run();
    const off = await last();
    expect(off.subject).toBe('Bỏ 1 buổi khỏi lịch giảng Sơ cấp');
    expect(off.body).toContain('ĐÃ HỦY: Mất điện');
    expect(off.told).toMatchObject([{ method: 'CANCEL', events: [{ summary: 'ĐÃ HỦY: Sơ cấp – buổi 1' }] }]);
  });

  it('are taken off whoever no longer teaches one, and given to whoever does', async () => {
    await contact({ email: 'an@truong.vn' });
    await run();
    const other = await a.lecturer('Lê Bình', 'Trường');
    await move(1, { lecturerId: other });
    await run();
    expect((await last()).told).toMatchObject([{ method: 'CANCEL', events: [{ sequence: 1 }] }]);
    expect((await toCall()).map(({ fullName, halfDays: of }) => [fullName, of.map(({ what }) => what)])).toEqual([
      ['Lê Bình', ['new']],
    ]);
    await move(1, { lecturerId: lecturer });
    await run();
    expect((await last()).told).toMatchObject([{ method: 'REQUEST', events: [{ sequence: 2 }] }]);
  });

  it('are told by a call to who has no address: the office has the list and a count, and who called when stays', async () => {
    await contact({ phone: '0912345678' });
    expect(await run()).toBe(0);
    const [one] = await toCall();
    expect(one).toMatchObject({
      fullName: 'Phạm An',
      phone: '0912345678',
      halfDays: [{ what: 'new' }, { what: 'new' }],
    });
    expect((await app.as(office).get<string>('/')).text).toContain('href="/lecturers/calls"');
    expect((await note(one!.halfDays.map(({ key }) => key))).status).toBe(204);
    expect(await toCall()).toEqual([]);
    expect((await app.as(office).get<string>('/')).text).not.toContain('href="/lecturers/calls"');
    const page = await app.as(office).get<string>('/lecturers/calls');
    expect(page.text).toContain('Phạm An');
    expect(page.text).toContain('Đã gọi trong 30 ngày qua');

    await cancel(0);
    expect(await toCall()).toMatchObject([{ halfDays: [{ what: 'off' }] }]);
    const lines = await app.sql(`SELECT facts FROM journal_lines WHERE action = 'lecturers.called'`);
    expect(lines).toEqual([{ facts: { halfDays: 2 } }]);
  });

  it('are not ticked as told where they changed while the call was made, nor twice', async () => {
    const [one] = await toCall();
    const keys = one!.halfDays.map(({ key }) => key);
    await move(0, { startTime: '09:00' });
    await note(keys);
    const [left] = await toCall();
    expect(left!.halfDays).toHaveLength(1);
    expect(keys).not.toContain(left!.halfDays[0]!.key);
    expect((await note(keys)).status).toBe(409);
    expect(
      (await app.as(office).form(`/lecturers/${lecturer}/calls`, { halfDays: left!.halfDays[0]!.key })).status,
    ).toBe(303);
    expect(await toCall()).toEqual([]);
  });

  it('go by mail from when there is an address, what was told by a call not again', async () => {
    const [one] = await toCall();
    await note([one!.halfDays[0]!.key]);
    await contact({ email: 'an@truong.vn' });
    expect(await run()).toBe(1);
    expect((await last()).told).toHaveLength(1);
    expect(await toCall()).toEqual([]);
  });

  it('are to be told by a call again where mail did not arrive', async () => {
    await contact({ email: 'an@truong.vn' });
    await run();
    expect(await toCall()).toEqual([]);
    await a.change('mail_messages', {}, { lastError: '550 no such user', deadAt: app.clock.now() });
    expect(await toCall()).toMatchObject([{ fullName: 'Phạm An', halfDays: [{}, {}] }]);
    await note((await toCall())[0]!.halfDays.map(({ key }) => key));
    expect(await toCall()).toEqual([]);
    expect(await run()).toBe(0);
  });

  it('of a draft are nobody’s yet, and the list is the office’s', async () => {
    await inClass.becomes({ state: 'draft' });
    expect(await toCall()).toEqual([]);
    const manager = await a.account({ roles: [['class_manager', inClass]] });
    expect((await app.as(manager).get('/api/v1/lecturers/calls')).status).toBe(403);
  });
});
