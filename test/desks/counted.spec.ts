import { TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, Builders, type BuiltUnit } from '../builders';
import { textOf } from '../pages';

/** What a desk counts, and where it leads to. */
interface Counted {
  readonly href: string;
  readonly count: number;
}

const address = (href: string) => href.replaceAll('&amp;', '&');
const listsCounted =
  /^\/(leave-requests|refused-scans|other-devices|correction-requests|reminders|posts\/|people\/duplicates|deferrals|lecturers\/calls|classes\?|waiting-letters|training-plans\/\d+\/proposals\?state|classes\/[^/]+\/letters)/;

/** Cards and sentences with a number that lead to a list, and the rows of what the Group is asked about. */
function countedOn(html: string): Counted[] {
  const cards = [...html.matchAll(/<li class="card stat-card[^"]*">(.*?)<\/li>/gs)].flatMap(([, card]) => {
    const href = /<a href="([^"]*)"/.exec(card!)?.[1];
    const value = /class="stat-value">([\d.]+)</.exec(card!)?.[1];
    return href && value ? [{ href: address(href), count: Number(value.replaceAll('.', '')) }] : [];
  });
  const sentences = [...html.replace(/năm \d{4}/g, '').matchAll(/<a href="([^"]*)">(\D*(\d+)[^<]*)<\/a>/g)].flatMap(
    ([, href, , number]) =>
      listsCounted.test(address(href!)) ? [{ href: address(href!), count: Number(number) }] : [],
  );
  const asked = [
    ...html.matchAll(
      /<a href="(\/classes\/[^"]*\/nominations\?state=submitted)">.*?data-label="Số người"[^>]*><div>(\d+)</g,
    ),
  ];
  return [
    ...cards,
    ...sentences,
    ...asked.map(([, href, number]) => ({ href: address(href!), count: Number(number) })),
  ];
}

describe('what a desk counts', () => {
  let app: TestApp;
  let a: Builders;
  let unit: BuiltUnit;
  let officer: BuiltPerson;
  let manager: BuiltPerson;
  let accounts: Record<'office' | 'group' | 'secretary' | 'manager' | 'cadre', BuiltAccount>;

  beforeAll(async () => {
    app = await TestApp.start({ SCANS: 'expected' });
    a = new Builders(app);
    unit = await a.unit();
    const { bloc } = await a.organization();
    [officer, manager] = [await a.person({ in: unit }), await a.person({ in: unit })];
    const calls = await aCall();
    const [running, managed] = [await aRunningClass(), await aRunningClass()];
    await a.trainingClass({ state: 'confirmed', opensOn: '2026-02-02', closesOn: '2026-02-06' });
    await a.trainingClass({ state: 'confirmed', opensOn: '2025-12-01', closesOn: '2025-12-05' });
    accounts = {
      office: await a.account({ person: officer, roles: [['training_officer', bloc]] }),
      group: await a.groupOfficer(),
      secretary: await a.secretaryOf(unit),
      manager: await a.account({ person: manager, roles: [['class_manager', managed]] }),
      cadre: await a.account({ person: await a.person({ in: unit }) }),
    };
    await toSettle(running, officer);
    await toSettle(managed, manager);
    for (const person of [officer, manager, await a.person({ in: unit })])
      await a.insert('correction_requests', {
        ...{ personId: person.id, fact: 'cell', stood: '1', asked: '2', state: 'open', askedAt: app.clock.now() },
      });
    for (const [dueOn, outcomeReason] of [
      ['2026-01-04', 'too_late'],
      ['2026-01-04', 'before_joining'],
      ['2025-11-01', 'too_late'],
    ] as const)
      await a.insert('reminders', {
        ...{ rule: 'class_near', personId: officer.id, occurrence: `${dueOn} ${outcomeReason}`, classId: calls.id },
        ...{ unitId: unit.id, daysBefore: 7, dueOn, anchor: dueOn, state: 'missed', plannedAt: app.clock.now() },
        stateReason: outcomeReason,
      });
    await a.person({ in: unit, position: 'Thủ kho', keyCadre: true });
    await a.person({ in: unit, position: 'Điều độ viên', keyCadre: false });
    await app.as(accounts.office).put('/api/v1/training-plans/2027/season', { lastDay: '2026-01-20' });
    await a.planProposal({ of: unit, course: await a.course() });
  });
  afterAll(() => app.stop());

  /** Two whom letters name, one of whom is the officer, and one of a class for which the Group speaks. */
  async function aCall(): Promise<BuiltClass> {
    const inClass = await a.trainingClass({ seats: 5 });
    await a.nomination({ in: inClass, of: unit, seat: 1 });
    await a.nomination({ in: inClass, person: officer, seat: 2 });
    const asked = await a.trainingClass({ seats: 5, course: await a.course({ approvalSteps: ['group', 'bloc'] }) });
    await a.nomination({ in: asked, of: unit, seat: 1 });
    return inClass;
  }

  const aRunningClass = async () => {
    const inClass = await a.trainingClass({
      ...{ state: 'confirmed', seats: 5, opensOn: '2026-01-03', closesOn: '2026-01-11' },
    });
    await a.halfDay(inClass, '2026-01-10');
    return inClass;
  };

  /** Leave and scans of a learner, and of whoever would settle them. */
  async function toSettle(inClass: BuiltClass, settler: BuiltPerson): Promise<void> {
    const [halfDay] = await app.sql<{ id: string }>('SELECT id FROM half_days WHERE class_id = $1', inClass.id);
    const hallId = await a.insert('check_in_halls', { halfDayId: halfDay!.id, key: 'key', openedAt: app.clock.now() });
    for (const person of [settler, await a.person({ in: unit })]) {
      const { id } = await a.enrollment({ in: inClass, person, marks: ['unmarked'] });
      await a.insert('leave_requests', {
        ...{ enrollmentId: id, reason: 'Đi công tác', state: 'asked', askedAt: app.clock.now() },
      });
      const ofHall = { halfDayId: halfDay!.id, personId: person.id };
      await a.insert('refused_scans', {
        ...{ ...ofHall, hallId, direction: 'in', why: 'check_in_code_stale', toldLater: false },
        ...{ scannedAt: app.clock.now(), lastAt: app.clock.now() },
      });
      await a.insert('check_in_devices', {
        ...{ ...ofHall, device: `of ${person.id}`, standing: 'provisional', boundAt: app.clock.now() },
      });
    }
  }

  /** The rows of a list; of the queue of letters the people whom its letters name. */
  async function shownAt(href: string, by: BuiltAccount): Promise<number> {
    const { status, text } = await app.as(by).get<string>(href);
    expect([href, status]).toEqual([href, 200]);
    expect(text).not.toContain('rel="next"');
    if (!href.startsWith('/waiting-letters'))
      return [...text.split('<tfoot')[0]!.matchAll(/<tr role="row">(?:(?!<\/tr>).)*<th scope="row"/gs)].length;
    const named = [...text.matchAll(/data-label="Chờ duyệt"[^>]*><div>(\d+)</g)].map(([, number]) => Number(number));
    return named.reduce((sum, one) => sum + one, 0);
  }

  it.each([
    ['office', 10],
    ['group', 1],
    ['secretary', 2],
    ['manager', 3],
    ['cadre', 0],
  ] as const)('is what the list it leads to shows: %s', async (who, atLeast) => {
    const { status, text: desk } = await app.as(accounts[who]).get<string>('/');
    expect(status).toBe(200);
    const counted = countedOn(desk);
    const shown = [];
    for (const { href } of counted) shown.push({ href, count: await shownAt(href, accounts[who]) });
    expect(shown).toEqual(counted);
    expect(counted.length).toBeGreaterThanOrEqual(atLeast);
    expect(textOf(desk)).not.toContain('undefined');
  });
});
