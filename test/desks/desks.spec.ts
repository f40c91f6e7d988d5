import { ExaminationsService } from '../../src/invariants/examinations.service';
import { momentAt } from '../../src/platform/clock';
import { TestApp } from '../app';
import {
  Builders,
  type BuiltAccount,
  type BuiltClass,
  type BuiltNomination,
  type BuiltPerson,
  type BuiltUnit,
} from '../builders';
import { enrolled } from '../reports/little-world';

const headings = {
  office: 'Văn phòng đào tạo',
  group: 'Đảng ủy Tập đoàn',
  unit: 'Việc của đơn vị',
  manager: 'Lớp tôi chủ nhiệm',
  cadre: 'Việc học của tôi',
  keeping: 'Quản trị và dữ liệu',
};
type Desk = keyof typeof headings;

describe('the desks', () => {
  let app: TestApp;
  let a: Builders;
  let lix: BuiltUnit;
  let pac: BuiltUnit;
  let called: BuiltClass;
  let running: BuiltClass;
  let today: { id: string };
  let gone: { id: string };
  let ofLix: BuiltNomination;
  let ofPac: BuiltNomination;
  let learner: BuiltPerson;
  let accounts: Record<'office' | 'group' | 'secretary' | 'manager' | 'cadre' | 'keeper', BuiltAccount>;

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    [lix, pac] = [await a.unit('LIX'), await a.unit('PAC')];
    await arrangeCall();
    await arrangeRunningClass();
    const { bloc } = await a.organization();
    accounts = {
      office: await a.office(),
      group: await a.groupOfficer(),
      secretary: await a.secretaryOf(lix),
      manager: await a.account({ roles: [['class_manager', running]] }),
      cadre: await a.account({ person: learner }),
      keeper: await a.account({ roles: [['data_officer', bloc]] }),
    };
  });
  afterAll(() => app.stop());

  /** A call for which the Group speaks first: three seats of LIX, two of PAC, each with somebody sent. */
  async function arrangeCall(): Promise<void> {
    const course = await a.course({ approvalSteps: ['group', 'bloc'] });
    const allocations = [
      [lix, 3],
      [pac, 2],
    ] as const;
    called = await a.trainingClass({ course, name: 'Lớp đang gọi', allocations });
    ofLix = await a.nomination({ in: called, of: lix, state: 'submitted', seat: 1 });
    ofPac = await a.nomination({ in: called, of: pac, state: 'submitted', seat: 4 });
  }

  /** A class that learns today, and did not take the attendance of its last half-day. */
  async function arrangeRunningClass(): Promise<void> {
    const course = await a.course();
    const room = await a.room('Hội trường A', '253 Điện Biên Phủ', 80);
    const days = { opensOn: '2026-01-03', closesOn: '2026-01-11' };
    running = await a.trainingClass({
      course,
      name: 'Lớp đang học',
      state: 'confirmed',
      roomId: room,
      allocations: [[lix, 1]],
      ...days,
    });
    gone = await a.halfDay(running, '2026-01-03');
    today = await a.halfDay(running, '2026-01-05');
    await a.halfDay(running, '2026-01-10');
    const { person } = await enrolled(a, {
      in: running,
      of: lix,
      seat: 1,
      marks: ['unmarked', 'unmarked', 'unmarked'],
      since: momentAt('2026-01-02', '08:00'),
    });
    learner = person;
  }

  const desk = async (of: keyof typeof accounts) => (await app.as(accounts[of]).get('/')).text;
  const menuOf = (text: string) =>
    [...text.match(/<nav class="fold-body[^]*?<\/nav>/)![0].matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

  it.each([
    ['office', 'office'],
    ['group', 'group'],
    ['secretary', 'unit'],
    ['manager', 'manager'],
    ['cadre', 'cadre'],
    ['keeper', 'keeping'],
  ] as const)('shows the %s their own desk and no other', async (who, own) => {
    const text = await desk(who);
    const shown = (Object.keys(headings) as Desk[]).filter((name) => text.includes(`<h2>${headings[name]}</h2>`));
    expect(shown).toEqual([own]);
  });

  it('shows somebody with several roles each of their desks, in order', async () => {
    const person = await a.person({ in: lix });
    const both = await a.account({
      person,
      roles: [
        ['unit_secretary', lix],
        ['class_manager', running],
      ],
    });
    const { text } = await app.as(both).get('/');
    expect([...text.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, title]) => title)).toEqual([
      headings.unit,
      headings.manager,
      headings.cadre,
    ]);
  });

  it('tells the office what waits for it, and not what waits for the Group', async () => {
    const before = await desk('office');
    expect(before).toContain('Không có hồ sơ nào chờ xét');
    expect(before).toContain('Hội trường A');
    await ofPac.becomes({ state: 'endorsed', endorsedAt: app.clock.now() });
    try {
      const text = await desk('office');
      expect(text).toContain(ofPac.person.fullName);
      expect(text).toContain(`/classes/${called.id}/nominations?state=endorsed`);
      expect(text).not.toContain(ofLix.person.fullName);
    } finally {
      await ofPac.becomes({ state: 'submitted', endorsedAt: null });
    }
  });

  it('tells the Group per class and unit what awaits its word', async () => {
    for (const path of ['/', '/endorsements']) {
      const { status, text } = await app.as(accounts.group).get(path);
      expect(status).toBe(200);
      expect(text).toContain('LIX: 1, PAC: 1');
      expect(text).toContain(`/classes/${called.id}/nominations?state=submitted`);
      expect(text).not.toContain('Lớp đang học');
    }
  });

  it('asks nobody about what was left undecided when its class was closed', async () => {
    const [asked, unasked] = [await a.course({ approvalSteps: ['group', 'bloc'] }), await a.course()];
    for (const course of [asked, unasked]) {
      const over = await a.trainingClass({ course, name: 'Lớp đã đóng', allocations: [[lix, 1]] });
      await a.nomination({ in: over, of: lix, seat: 1 });
      await over.isClosed(app.clock.now());
    }
    expect(await desk('office')).not.toContain('Lớp đã đóng');
    expect(await desk('group')).not.toContain('Lớp đã đóng');
  });

  it('counts on a secretary’s desk the own unit’s seats and people only', async () => {
    const text = await desk('secretary');
    const factOf = (term: string) => text.match(new RegExp(`<dt>${term}</dt><dd>([^<]*)</dd>`))?.[1];
    expect(['Chỉ tiêu', 'Đã dùng', 'Còn trống', 'Dự phòng'].map(factOf)).toEqual(['3', '1', '2', '0']);
    expect(factOf('Hạn gửi')).toBe('17 giờ 00 ngày 20/01/2026 (còn 15 ngày)');
    expect(text).toContain(ofLix.person.fullName);
    expect(text).not.toContain(ofPac.person.fullName);
    expect(text).not.toContain('Đơn vị PAC');
  });

  it('asks a unit of whom nobody is known for its roster first', async () => {
    const empty = await a.secretaryOf(await a.unit('MOI'));
    const { text } = await app.as(empty).get<string>('/');
    expect(text).toContain('Đơn vị chưa gửi danh sách cán bộ, đảng viên');
    expect(text.match(/<main[^]*?<\/main>/)![0]).toContain('href="/roster-imports"');
    expect((await desk('secretary')).match(/<main[^]*?<\/main>/)![0]).not.toContain('href="/roster-imports"');
  });

  it('speaks English to whoever reads English', async () => {
    const english = await a.account({ roles: [['unit_secretary', lix]], locale: 'en' });
    const { text } = await app.as(english).get('/');
    expect(text).toContain('17:00 on 20/01/2026 (in 15 days)');
    expect(text).toContain('Holds seat 1. The Group committee’s word is awaited.');
  });

  it('puts what was returned to the unit before everything else', async () => {
    await ofLix.becomes({ state: 'returned', correctBy: '2026-01-12', reason: 'Thiếu số công văn' });
    try {
      const text = await desk('secretary');
      expect(text).toContain('Trả lại để đơn vị sửa; giữ chỗ đến 12/01/2026. Lý do: Thiếu số công văn');
      expect(text.indexOf('Sửa và gửi lại')).toBeLessThan(text.indexOf('Hạn gửi'));
    } finally {
      await ofLix.becomes({ state: 'submitted', correctBy: null, reason: null });
    }
  });

  it('leads a class manager to the attendance of today and of what was left unmarked', async () => {
    const text = await desk('manager');
    expect(text).toContain(`href="/half-days/${today.id}/attendance"`);
    expect(text).toContain(`href="/half-days/${gone.id}/attendance"`);
    expect(text).not.toContain('Lớp đang gọi');
  });

  it('tells a cadre where to be next and how the nomination stands', async () => {
    const text = await desk('cadre');
    expect(text).toContain('Sáng 05/01/2026');
    expect(text).toContain('08:00 – 11:30');
    expect(text).toContain('253 Điện Biên Phủ');
    expect(text).toContain('Đã duyệt, là học viên của lớp (chỉ tiêu số 1).');
    expect(text).not.toContain('Sáng 03/01/2026');
  });

  it('asks a cadre for the essay that is owed, and a class manager for the leave that waits', async () => {
    const [{ id }] = (await app.sql<{ id: string }>(
      'SELECT id FROM enrollments WHERE person_id = $1 AND class_id = $2',
      learner.id,
      running.id,
    )) as [{ id: string }];
    await a.insert('essay_terms', { classId: running.id, dueAt: '2026-12-31T17:00:00+07:00', setAt: app.clock.now() });
    await a.insert('leave_requests', {
      enrollmentId: id,
      reason: 'Đi công tác',
      state: 'asked',
      askedAt: app.clock.now(),
    });
    expect(await desk('cadre')).toContain(`href="/enrollments/${id}/essay"`);
    expect(await desk('manager')).toContain('1 đơn xin nghỉ chờ quyết định');
  });

  it('keeps the menu of a cadre short, and opens every entry it lists', async () => {
    expect(menuOf(await desk('cadre'))).toEqual([
      '/',
      '/calendar',
      '/check-in',
      '/my-training-record',
      '/notices',
      '/leave-requests',
      '/certificates',
      '/tour',
    ]);
    for (const who of Object.keys(accounts) as (keyof typeof accounts)[]) {
      for (const href of menuOf(await desk(who))) {
        const { status, headers } = await app.as(accounts[who]).get(href!);
        // A list may lead on to its current part, never to somebody without an account.
        expect([200, 303]).toContain(status);
        expect(headers.get('location') ?? '').not.toContain('sign-in');
      }
    }
  });

  it('shows the office that every invariant holds, and which one does not', async () => {
    const examined = async () => {
      await app.as(accounts.office).post('/invariants/examinations');
      await app.untilRead('invariants', () => app.get(ExaminationsService).look());
      return (await app.as(accounts.office).get('/invariants')).text;
    };
    expect(await examined()).toContain('Tất cả các quy tắc đều đúng.');
    await ofPac.leavesSeat();
    expect(await examined()).toContain(ofPac.id);
    await ofPac.takesSeat(4);
  });

  it('keeps the pages of one role from the others', async () => {
    expect((await app.as(accounts.secretary).get('/invariants')).status).toBe(403);
    expect((await app.as(accounts.secretary).get('/endorsements')).status).toBe(403);
  });
});
