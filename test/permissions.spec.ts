import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DeclaredRoutes } from '../src/platform/access/declared-routes';
import { TestApp } from './app';
import { inPerson, permissions } from './permissions.table';
import { type Caller, nobody, World } from './world';

const src = join(__dirname, '../src');

const letter = { number: '1-CV/ĐU', date: '2026-01-05' };
const examMinutes = {
  ...{ begunAt: '11:40', endedAt: '11:55', papers: 1, sheets: 1 },
  entries: [{ enrollmentId: nobody, outcome: 'sat' }],
};
const aPerson = {
  code: 'MOI-1',
  fullName: 'Nguyễn Văn Mới',
  sex: 'male',
  birthDate: '1990-01-01',
  standing: 'official',
  education: 'university',
  theoryLevel: 'none',
};

describe('who may', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start();
    world = await World.build(app);
  });
  afterAll(() => app.stop());
  // A route that ends sessions leaves the next ones without.
  beforeEach(() => app.sql('UPDATE web_sessions SET ended_at = NULL'));

  /** What is sent where the answer depends on more than the address. */
  const bodies: Readonly<Record<string, (ids: Record<string, string>) => object>> = {
    'POST /api/v1/accounts': ({ newcomer }) => ({ personId: newcomer }),
    'POST /accounts': ({ newcomer }) => ({ personId: newcomer }),
    'POST /api/v1/roster-invitations': ({ unitId }) => ({ unitId }),
    'POST /api/v1/roster-invitations/slips': ({ unitId }) => ({ unitId }),
    'POST /roster-invitations': ({ unitId }) => ({ unitId }),
    'POST /roster-invitations/slips': ({ unitId }) => ({ unitId }),
    'POST /api/v1/calendar-feeds': ({ classes }) => ({ kind: 'class', classId: classes }),
    'POST /me/calendar': ({ classes }) => ({ kind: 'class', classId: classes }),
    'POST /api/v1/classes/:id/nominations': ({ newcomer, unitId }) => ({ personId: newcomer, unitId, letter }),
    'POST /api/v1/classes/:id/nominations/batch': ({ newcomer, unitId }) => ({ personIds: [newcomer], unitId, letter }),
    'POST /api/v1/classes/:id/messages': () => ({ audience: 'participants', subject: 'x', body: 'x' }),
    'POST /api/v1/classes/:id/messages/preview': () => ({ audience: 'participants', subject: 'x', body: 'x' }),
    'POST /api/v1/classes/:id/none-this-time': ({ unitId }) => ({ unitId }),
    'POST /api/v1/classes/:id/seats/returns': ({ unitId }) => ({ unitId, count: 1 }),
    'POST /api/v1/classes/:id/registrations': ({ unitId, newcomer }) => ({ unitId, personIds: [newcomer] }),
    'POST /courses/:id/rules': () => ({ rule: 'standing' }),
    'POST /courses/:id/rules/:ruleId/ending': () => ({ rule: 'standing' }),
    'POST /api/v1/correction-requests': () => ({ fact: 'phone', value: '0912345678' }),
    'POST /api/v1/correction-requests/:id/correction': () => ({ reason: 'x' }),
    'POST /api/v1/correction-requests/:id/rejection': () => ({ answer: 'x' }),
    'PATCH /api/v1/people/:id': () => ({ reason: 'x' }),
    'POST /api/v1/people/:id/distinctions': ({ otherId }) => ({ otherId }),
    'POST /api/v1/people': ({ unitId }) => ({ ...aPerson, unitId }),
    'PUT /api/v1/classes/:id/marks': () => ({ entries: [{ enrollmentId: nobody, moduleId: nobody, mark: 5 }] }),
    'PUT /api/v1/exams/:id/marks': () => ({ entries: [{ enrollmentId: nobody, mark: 5 }] }),
    'PUT /api/v1/exams/:id/minutes': () => examMinutes,
    'PUT /api/v1/enrollments/:id/marks': () => ({ marks: [{ moduleId: nobody, mark: 5 }] }),
    'POST /api/v1/nominations/:id/withdrawal': () => ({ reason: 'x' }),
    'POST /api/v1/nominations/:id/ranking': () => ({ place: 1 }),
    'POST /api/v1/nominations/:id/submission': () => ({ letter }),
    'POST /api/v1/nominations/:id/substitution': ({ newcomer }) => ({ personId: newcomer, reason: 'x', letter }),
    'POST /api/v1/nominations/:id/return': () => ({ reason: 'x', correctBy: '2026-12-31' }),
    'POST /api/v1/nominations/:id/rejection': () => ({ reason: 'x' }),
    'POST /api/v1/grant-loans/:id/ending': () => ({ reason: 'x' }),
    'POST /me/deputies/:id/ending': () => ({ reason: 'x' }),
    'POST /api/v1/attendance-imports/:id/application': () => ({ fingerprint: 'x' }),
    'POST /api/v1/leave-requests/:id/rejection': () => ({ reason: 'x' }),
    'PUT /api/v1/leave-requests/:id/paper': () => ({ paperNumber: 'x' }),
    'POST /leave-requests/:id/paper': () => ({ paperNumber: 'x' }),
    'POST /api/v1/leavers/:id/withdrawal': () => ({ reason: 'x' }),
    'POST /api/v1/training-plan-proposals/:id/comments': () => ({ text: 'x' }),
    'POST /leavers/:id/withdrawal': () => ({ reason: 'x' }),
    'POST /api/v1/list-imports/:id/reversal': () => ({ reason: 'x' }),
    'POST /api/v1/enrollments/:id/essay': () => ({ body: 'Bài thu hoạch' }),
    'PUT /api/v1/classes/:id/essay-term': () => ({ dueAt: '2026-12-31T17:00:00+07:00' }),
    'PUT /api/v1/enrollments/:id/essay-mark': () => ({ mark: 7 }),
    'POST /api/v1/enrollments/:id/essay-return': () => ({ reason: 'x', dueAt: '2026-12-31T17:00:00+07:00' }),
    'PUT /api/v1/classes/:id/obliged-units/:unitId/exemptions/:personId': () => ({ ground: 'away', decidedBy: 'x' }),
    'POST /api/v1/enrollments/:id/half-days/:halfDayId/guest': () => ({ atHalfDayId: nobody, reason: 'x' }),
    'POST /api/v1/enrollments/:id/half-days/:halfDayId/guest-calling-off': () => ({ reason: 'x' }),
    'POST /api/v1/classes/:id/groups/divisions': () => ({ by: 'evenly', groups: 1, dryRun: true }),
    'PUT /api/v1/classes/:id/groups/members': () => ({ enrollmentIds: [nobody] }),
    'PUT /api/v1/half-days/:id/attendance': ({ enrollments }) => ({
      entries: [{ enrollmentId: enrollments, mark: 'present' }],
    }),
  };

  const bodyOf = (route: string) => (route.startsWith('GET') ? undefined : (bodies[route]?.(world.ids) ?? {}));

  async function isAllowed(route: string, caller: Caller): Promise<boolean> {
    const [method, path] = route.split(' ') as [string, string];
    const account = world.callers.get(caller)!;
    const as = inPerson.includes(route) ? app.signedIn(account) : app.as(account);
    const { status, headers } = await as.call(method, world.address(route), bodyOf(route));
    const sentToSignIn =
      status === 303 && headers.get('location')?.startsWith('/sign-in') === true && !path.startsWith('/sign');
    return ![401, 403, 404].includes(status) && !sentToSignIn;
  }

  const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

  it('is written down for every route, and for no other', () => {
    const routes = app.get(DeclaredRoutes).list();
    expect(Object.keys(permissions).toSorted()).toEqual(routes.map(nameOf).toSorted());
    expect(inPerson.toSorted()).toEqual(
      routes
        .filter((route) => route.inPerson)
        .map(nameOf)
        .toSorted(),
    );
  });

  it('is named by a policy at every door', () => {
    const named = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.policy.ts'))
      .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(join(src, file))));
    const routes = app.get(DeclaredRoutes).list();
    expect(routes.filter(({ need }) => Array.isArray(need) && !named.includes(need)).map(nameOf)).toEqual([]);
  });

  it.each(inPerson)('%s: not by a token', async (route) => {
    const [method, path] = route.split(' ') as [string, string];
    // Somebody who may: others hear first that they may not.
    const caller = app.as(world.callers.get(permissions[route]!.includes('T') ? 'T' : 'A')!);
    const { status, text } = await caller.call(method, world.fill(path), bodyOf(route));
    expect(status).toBe(403);
    expect(text).toMatch(/not_by_token|không làm bằng mã API/);
  });

  it.each(Object.entries(permissions))('%s', async (route, allowed) => {
    const found: string[] = [];
    for (const caller of world.callers.keys()) if (await isAllowed(route, caller)) found.push(caller);
    expect(found.join('')).toBe(allowed);
  });
});
