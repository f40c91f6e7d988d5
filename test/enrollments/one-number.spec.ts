import { CompletionsQueries } from '../../src/completions/completions.queries';
import { momentAt } from '../../src/platform/clock';
import { cellText } from '../../src/platform/sheets/cells';
import { readWorkbook } from '../../src/platform/sheets/workbook';
import { TestApp } from '../app';
import { Builders, type BuiltAccount, type BuiltClass, type BuiltEnrollment, type BuiltHalfDay } from '../builders';
import { Closing } from '../completions/closing';
import { Situations } from '../reminders/situations';

type Who = 'stayed' | 'late' | 'transferred' | 'guest';
const everybody: readonly Who[] = ['stayed', 'late', 'transferred', 'guest'];

/**
 * Three mornings of K1. One person came to all; one joined after the second; one joined then too, and goes on with what they
 * attended in K0; one missed the first and makes it up with K2. Whatever page is asked, it says the same of each.
 */
describe('the number of half-days somebody attended, of those that count', () => {
  const days = ['2026-02-09', '2026-02-10', '2026-02-11'] as const;
  let app: TestApp;
  let a: Builders;
  let closing: Closing;
  let office: BuiltAccount;
  let course: { id: string };
  let k1: BuiltClass;
  let k2: BuiltClass;
  let parallel: BuiltHalfDay;
  let people: Record<Who, BuiltEnrollment>;
  let accounts: Record<Who, BuiltAccount>;

  beforeAll(async () => {
    app = await TestApp.start({ PROCESS: 'both' });
    a = new Builders(app);
    closing = new Closing(app, a);
    office = await a.office();
  });
  afterAll(() => app.stop());

  async function arrange(halfDaysBefore: 'left_out' | 'missed' | null): Promise<void> {
    app.clock.moveTo(momentAt('2026-01-15', '08:00'));
    course = await a.course({ kind: 'theory', award: 'diploma' });
    await a.rule(course, 'completion', 'attendance', { maximumAbsentShare: 0.2 });
    await a.rule(course, 'completion', 'exam_attendance', { maximumAbsentShare: 0.2 });
    await a.rule(course, 'award', 'diploma', { school: 'Học viện Cán bộ' });
    if (halfDaysBefore) await a.rule(course, 'completion', 'late_joining', { halfDaysBefore });
    const k0 = await a.trainingClass({ course, state: 'confirmed', opensOn: '2026-01-05', closesOn: '2026-01-06' });
    k1 = await a.trainingClass({ course, state: 'confirmed', opensOn: days[0], closesOn: days[2] });
    k2 = await a.trainingClass({ course, state: 'confirmed' });
    for (const [index, day] of (['2026-01-05', '2026-01-06'] as const).entries())
      await a.halfDay(k0, day, { topic: `Chuyên đề ${index + 1}` });
    const halfDays: BuiltHalfDay[] = [];
    for (const [index, day] of days.entries())
      halfDays.push(await a.halfDay(k1, day, { topic: `Chuyên đề ${index + 1}` }));
    parallel = await a.halfDay(k2, '2026-02-12', { topic: 'Chuyên đề 1' });
    await a.module(k1, 1);

    const [stayed, guest] = [await a.enrollment({ in: k1 }), await a.enrollment({ in: k1 })];
    const person = await a.person();
    const before = await a.enrollment({
      in: k0,
      person,
      since: momentAt('2026-01-02', '08:00'),
      marks: ['present', 'present'],
    });
    await k0.becomes({ state: 'closed', closedAt: app.clock.now() });
    app.clock.moveTo(momentAt(days[1], '15:00'));
    const [late, transferred] = [await a.enrollment({ in: k1 }), await a.enrollment({ in: k1, person })];
    const wentOn = { enrollmentId: before.id, reason: 'Học lại' };
    expect((await app.as(office).post(`/api/v1/enrollments/${transferred.id}/continuation`, wentOn)).status).toBe(201);

    people = { stayed, late, transferred, guest };
    const account = async (of: BuiltEnrollment) => a.account({ person: of.person });
    accounts = {
      stayed: await account(stayed),
      late: await account(late),
      transferred: await account(transferred),
      guest: await account(guest),
    };
    app.clock.moveTo(momentAt(days[2], '17:00'));
    for (const halfDay of halfDays) {
      const entries = [{ enrollmentId: stayed.id, mark: 'present' }];
      entries.push({ enrollmentId: guest.id, mark: halfDay === halfDays[0] ? 'unexcused' : 'present' });
      if (halfDay === halfDays[2])
        for (const { id } of [late, transferred]) entries.push({ enrollmentId: id, mark: 'present' });
      expect((await app.as(office).put(`/api/v1/half-days/${halfDay.id}/attendance`, { entries })).status).toBe(200);
    }
    await makesUp(guest, halfDays[0]!);
  }

  /** At K2, where they come. */
  async function makesUp(enrollment: BuiltEnrollment, halfDay: { readonly id: string }): Promise<void> {
    const visit = { atHalfDayId: parallel.id, reason: 'Học bù' };
    const there = `/api/v1/enrollments/${enrollment.id}/half-days/${halfDay.id}/guest`;
    expect((await app.as(office).post(there, visit)).status).toBe(201);
    app.clock.moveTo(momentAt('2026-02-12', '17:00'));
    const came = { entries: [{ enrollmentId: enrollment.id, mark: 'present' }] };
    expect((await app.as(office).put(`/api/v1/half-days/${parallel.id}/attendance`, came)).status).toBe(200);
  }

  interface Numbers {
    readonly present: number;
    readonly excused: number;
    readonly unexcused: number;
    readonly unmarked: number;
    readonly missedBefore: number;
    readonly beforeJoining: number;
  }
  const said = (one: Numbers) =>
    `${one.present}/${one.present + one.excused + one.unexcused + one.unmarked + one.missedBefore}`;
  const fromShare = (share: number, of: number) => `${Math.round((1 - share) * of)}/${of}`;
  const rowOf = (who: Who, page: string) =>
    page
      .slice(page.indexOf(people[who].person.fullName))
      .split('</tr>')[0]!
      .replaceAll(/<[^>]+>/g, ' ');

  /** What each page says, as "1/3": present, of those that count. */
  async function everywhere(who: Who): Promise<Record<string, string>> {
    const by = app.as(office);
    const { id, person } = people[who];
    const roster = (await by.get<{ items: (Numbers & { id: string })[] }>(`/api/v1/classes/${k1.id}/enrollments`)).body;
    const ofRoster = roster.items.find((item) => item.id === id)!;
    const rosterPage = rowOf(who, (await by.get<string>(`/classes/${k1.id}/roster`)).text);
    const learning = (await by.get<{ attended: Numbers }>(`/api/v1/enrollments/${id}`)).body.attended;
    const sentence = /Đến nay có mặt (\d+) trên (\d+) buổi/;
    const inSentence = (page: string) => page.match(sentence)!.slice(1).join('/');
    const preview = (
      await by.get<{ items: { personId: string; absentShare: number; reasons: { sentence: { vi: string } }[] }[] }>(
        `/api/v1/classes/${k1.id}/closing-preview`,
      )
    ).body.items.find(({ personId }) => personId === person.id)!;
    const spoken = preview.reasons[0]!.sentence.vi;
    const full = /Dự đủ (\d+) buổi/.exec(spoken);
    const part = /Vắng (\d+) trên (\d+) buổi/.exec(spoken);
    const held = Number(full?.[1] ?? part?.[2]);
    return {
      roster: said(ofRoster),
      rosterPage: /\d+\/\d+/.exec(rosterPage)![0],
      learning: said(learning),
      ownPage: inSentence((await app.as(accounts[who]).get<string>(`/enrollments/${id}`)).text),
      ownDesk: inSentence((await app.as(accounts[who]).get<string>('/')).text),
      completion: `${held - Number(part?.[1] ?? 0)}/${held}`,
      completionShare: fromShare(preview.absentShare, held),
    };
  }
  async function sameEverywhere(expected: Readonly<Record<Who, string>>): Promise<void> {
    for (const who of everybody) {
      const numbers = await everywhere(who);
      expect({ who, ...numbers }).toEqual({
        who,
        ...Object.fromEntries(Object.keys(numbers).map((place) => [place, expected[who]])),
      });
    }
  }
  const barOf = async (who: Who) =>
    (
      await app
        .as(office)
        .get<{ marks: { bar: { absent: number; halfDays: number } | null }[] }>(
          `/api/v1/enrollments/${people[who].id}/marks`,
        )
    ).body.marks[0]!.bar;
  const rate = async () => {
    const report = await app
      .as(office)
      .get<{ courses: { courseId: string; attendance: { marked: number; present: number } }[] }>(
        '/api/v1/reports/joint?year=2026',
      );
    const { marked, present } = report.body.courses.find(({ courseId }) => courseId === course.id)!.attendance;
    return `${present}/${marked}`;
  };
  const closed = async () => {
    expect(await closing.finished(await closing.ask(office, k1))).toMatchObject({ state: 'done' });
    const kept = await app.sql<{ id: string; personId: string; absentShare: string }>(
      `SELECT id, person_id, absent_share FROM completions WHERE class_id = $1`,
      k1.id,
    );
    const again = await app.get(CompletionsQueries).notRecomputable();
    expect(again.filter((id) => kept.some((one) => one.id === id))).toEqual([]);
    return (who: Who) => Number(kept.find(({ personId }) => personId === people[who].person.id)!.absentShare);
  };

  it.each(['left_out', null] as const)('is of those since they joined, where the rule is %s', async (rule) => {
    await arrange(rule);
    await sameEverywhere({ stayed: '3/3', late: '1/1', transferred: '3/3', guest: '3/3' });
    expect(await barOf('late')).toBeNull();
    // The two of K0 were attended there, and count there too.
    expect(await rate()).toBe('12/12');
    const shares = await closed();
    expect(everybody.map(shares)).toEqual([0, 0, 0, 0]);
  });

  it('is of all, where the rule says they are missed until made up, and never an absence', async () => {
    await arrange('missed');
    await sameEverywhere({ stayed: '3/3', late: '1/3', transferred: '3/3', guest: '3/3' });
    expect(await barOf('late')).toMatchObject({ absent: 2, halfDays: 3 });
    expect(await barOf('transferred')).toBeNull();
    expect(await rate()).toBe('12/14');
    const page = (await app.as(office).get<string>(`/classes/${k1.id}/roster`)).text;
    expect(page).toContain('Buổi đã học trước khi vào lớp tính là vắng cho đến khi học bù');
    const [first] = await app.sql<{ id: string }>(`SELECT id FROM half_days WHERE class_id = $1 AND number = 1`, k1.id);
    const sheet = (await app.as(office).get<string>(`/half-days/${first!.id}/attendance`)).text;
    expect(sheet).toContain('1 người vào lớp sau buổi này');
    expect(sheet).toContain('tính là vắng với họ cho đến khi học bù');
    const own = (await app.as(accounts.late).get<string>(`/enrollments/${people.late.id}`)).text;
    expect(own).toContain('Trong đó 2 buổi đã học trước khi vào lớp');

    await makesUp(people.late, first!);
    expect((await everywhere('late')).roster).toBe('2/3');
    await sameEverywhere({ stayed: '3/3', late: '2/3', transferred: '3/3', guest: '3/3' });
    const shares = await closed();
    expect(everybody.map(shares)).toEqual([0, 0.3333, 0, 0]);
  });

  it('reminds nobody of what was before they joined, but of the limit where it counts', async () => {
    const given = new Situations(app, a);
    const told = async (): Promise<string[]> => {
      await given.planAndSend();
      const lines = await app.sql<{ rule: string }>(
        `SELECT DISTINCT rule FROM reminders WHERE class_id = $1 AND person_id = $2 AND rule LIKE 'absence%' ORDER BY 1`,
        k1.id,
        people.late.person.id,
      );
      return lines.map(({ rule }) => rule);
    };
    await arrange('left_out');
    expect(await told()).toEqual([]);
    await arrange('missed');
    expect(await told()).toEqual([]);
    // Of five that count two may be missed by this rule, and two were.
    await app.sql(
      `UPDATE course_rules SET parameters = '{"maximumAbsentShare": 0.7}' WHERE course_id = $1 AND rule = 'attendance'`,
      course.id,
    );
    expect(await told()).toEqual(['absence_limit_near']);
  });

  it('stands on paper and in the workbook without a mark for what was before', async () => {
    await arrange('missed');
    const cellsOf = async (path: string, name: string) => {
      const { content } = await app.as(office).download(path);
      const { rows } = await readWorkbook({ name: 'x.xlsx', content });
      return rows.map((cells) => cells.map(cellText)).find((cells) => cells.includes(name))!;
    };
    const paper = `/api/v1/classes/${k1.id}/printouts/attendance?format=xlsx&filling=recorded`;
    expect((await cellsOf(paper, people.late.person.fullName)).slice(3)).toEqual(['–', '–', 'x']);
    expect((await cellsOf(paper, people.transferred.person.fullName)).slice(3)).toEqual(['(x)', '(x)', 'x']);
    const workbook = `/api/v1/classes/${k1.id}/attendance-workbook`;
    expect((await cellsOf(workbook, people.late.person.code)).slice(4)).toEqual(['–', '–', 'x']);
  });
});
