import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, Builders } from '../builders';

describe('the pages about rooms and the year', () => {
  let app: TestApp;
  let a: Builders;
  let office: BuiltAccount;
  let group: BuiltAccount;
  let announced: BuiltClass;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    office = await a.office();
    group = await a.account({ roles: [['group_officer', (await a.organization()).group]], locale: 'en' });
    const [lotus, bamboo] = [
      await a.room('Phòng Sen', '12 Nguyễn Huệ', 80),
      await a.room('Phòng <b>Tre</b>', '5 Lê Lợi', 40),
    ];
    const lecturer = await a.lecturer('Phạm An', 'Trường');
    announced = await a.trainingClass({ name: 'Lớp mở', code: 'MO-1', roomId: lotus });
    const draft = await a.trainingClass({ name: 'Lớp nháp', state: 'draft', announcedAt: null });
    await a.halfDay(announced, '2026-02-07', { topic: 'Chuyên đề mở đầu', lecturerId: lecturer });
    await a.halfDay(announced, '2026-02-08', { cancelled: { at: app.clock.now(), reason: 'Mất điện' } });
    await a.halfDay(draft, '2026-02-07', { roomId: bamboo });
    await a.change('half_days', {}, { part: 'morning' });
  });
  afterAll(() => app.stop());

  const cellsOf = async (who: BuiltAccount, day: string) => {
    const { text } = await app.as(who).get(`/rooms/today?day=${day}`);
    const rows = text
      .match(/<tbody[\s\S]*<\/tbody>/)![0]
      .split('</tr>')
      .slice(0, -1);
    return rows.map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  };

  it('show what runs in each room, keep the name of a draft to themselves, and say what is free', async () => {
    expect(await cellsOf(office, '2026-02-07')).toEqual([
      'Phòng &lt;b>Tre&lt;/b> Đã giữ chỗ 08:00–11:30 Trống Trống',
      'Phòng Sen Lớp mở 08:00–11:30 Chuyên đề mở đầu Phạm An Trống Trống',
    ]);
    expect(await cellsOf(group, '2026-02-07')).toEqual([
      'Phòng &lt;b>Tre&lt;/b> Kept 08:00–11:30 Free Free',
      'Phòng Sen Lớp mở 08:00–11:30 Chuyên đề mở đầu Phạm An Free Free',
    ]);
  });

  it('tell whoever comes for a cancelled half-day, and that the room is free', async () => {
    expect((await cellsOf(office, '2026-02-08'))[1]).toBe(
      'Phòng Sen Lớp mở 08:00–11:30 ĐÃ HỦY: Mất điện Trống Trống Trống',
    );
  });

  it('show today unless told, by the clock of the service', async () => {
    app.clock.moveTo(new Date('2026-02-07T09:00:00+07:00'));
    expect((await app.as(office).get('/rooms/today')).text).toContain('Phòng học hôm nay, Thứ Bảy 07/02/2026');
  });

  it('count the half-days of a year per week and room, drafts for the office only', async () => {
    const ofOffice = (await app.as(office).get('/calendar/load?year=2026')).text;
    const ofGroup = (await app.as(group).get('/calendar/load?year=2026')).text;
    expect(ofOffice).toContain('Năm 2026 có 2 buổi học, nhiều nhất là tuần từ 02/02/2026 với 2 buổi');
    expect(ofGroup).toContain('Half-days in 2026: 1, most in the week from 02/02/2026: 1');
    expect(ofGroup).toContain('Phòng Sen');
    expect(ofGroup).not.toContain('Tre');
    expect((await app.as(office).get('/calendar/load?year=2031')).text).toContain('Năm 2031 chưa có buổi học nào.');
  });

  it('draw with nothing the content policy refuses, and show names as they are written', async () => {
    const { text } = await app.as(office).get('/calendar/load?year=2026');
    expect(text.match(/<svg class="plot-(wide|narrow)"/g)).toHaveLength(4);
    expect(text).not.toMatch(/\sstyle="|<style/);
    expect(text).not.toContain('<b>Tre');
  });

  it('put the timetable of a class on a sheet with letterhead, facts, legend and what is cancelled', async () => {
    const { text } = await app.as(office).get(`/classes/${announced.id}/timetable/print`);
    for (const words of [
      'Đơn vị KHOI',
      'Đảng Cộng sản Việt Nam',
      'Lịch học: Lớp mở',
      'Phòng Sen, 12 Nguyễn Huệ',
      'GV1: Phạm An',
      'S: Sáng 08:00–11:30',
      'ĐÃ HỦY: Mất điện',
    ])
      expect(text).toContain(words);
  });

  it('keep the sheet of a draft from whoever is not of the office', async () => {
    const [draft] = await app.sql<{ id: string }>(`SELECT id FROM classes WHERE state = 'draft'`);
    const path = `/classes/${draft!.id}/timetable/print`;
    expect([(await app.as(office).get(path)).status, (await app.as(group).get(path)).status]).toEqual([200, 404]);
  });
});
