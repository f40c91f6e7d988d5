// First, so that it hears of every connection.
import { statementsSent } from '../statements-sent';
import { DeclaredRoutes } from '../../src/platform/access/declared-routes';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { crowdBelow } from '../crowd';
import { readerOf } from '../pages';
import { inPerson } from '../permissions.table';
import { World } from '../world';
import { grow } from './grown-world';
import { statements } from './statements.table';
import { Writings } from './writings';

/** Years of others beside a world in which everything there was one of is there a hundred times. */
const years = { units: 40, people: 1_000, classes: 420 };

/** What a route must be told beside its address, `:names` standing for what the world has of them. */
const told: Readonly<Record<string, string>> = {
  'GET /api/v1/search': '?q=nguyen%20van',
  'GET /search': '?q=nguyen%20van',
  'GET /unit-choices': '?q=dong',
  'GET /api/v1/half-days': '?from=2026-02-01&to=2026-02-28',
  'GET /api/v1/operations/dead-letters': '?kind=mail',
  'GET /api/v1/reminders/why': '?rule=class_near',
  'GET /api/v1/scans': '?kind=unit_letter&paperId=:paperId',
  'GET /classes/:id/study': '?unitId=:unitId',
  'GET /classes/:id/template-timetable': '?templateId=:class-templates',
  'GET /courses/:id/rules/new': '?rule=standing',
  'GET /posts/unknown-texts/settling': '?spelling=x',
  // Beyond some thousand lines no file is made.
  'GET /api/v1/certificates/paper': '?classId=:classes',
  'GET /certificates/paper': '?classId=:classes',
  'GET /api/v1/reminders/workbook': '?classId=:classes',
  'GET /reminders/workbook': '?classId=:classes',
};

/** Refused in this world: no token fits, nothing is under way, nobody signs in elsewhere. */
const refused: readonly string[] = [
  'GET /api/v1/me/linked-identity',
  'GET /api/v1/accounts/:id/linked-identity',
  'GET /oidc/start',
  'GET /oidc/callback',
  'GET /oidc/code',
  'GET /oidc/signed-out',
  'GET /password-resets/:token',
  'GET /sign-in-links/:token',
  'GET /api/v1/invitations/:token',
  'GET /invitations/:token',
  'GET /roster-invitations/progress',
  'GET /api/v1/enrollments/:id/essay-files/:fileId',
  'GET /api/v1/check-in-halls/:id/code',
  'GET /check-in/:token',
  'GET /check-in/scans/:token',
  'GET /api/v1/list-imports/:id/workbook',
  'GET /list-imports/:id/workbook',
  'GET /unsubscribe/:token',
  'GET /reports/recount/progress',
];

interface Answered {
  readonly status: number;
  readonly statements: number;
}

describe('the statements of a request', () => {
  let app: TestApp;
  let world: World;
  let small: Readonly<Record<string, Answered>>;
  let grown: Readonly<Record<string, Answered>>;

  const visit = async (route: string): Promise<Answered> => {
    const account = world.callers.get(readerOf(route))!;
    const as = inPerson.includes(route) ? app.signedIn(account) : app.as(account);
    const query = (told[route] ?? '').replace(/:([\w-]+)/g, (_, name: string) => world.ids[name]!);
    const { status } = await as.get(world.address(route) + query);
    return { status, statements: statementsSent() };
  };

  const measured = async (a: Builders, many: number): Promise<Readonly<Record<string, Answered>>> => {
    const found: Record<string, Answered> = {};
    for (const { method, path } of app.get(DeclaredRoutes).list())
      if (method === 'GET') found[`GET ${path}`] = await visit(`GET ${path}`);
    const { all } = new Writings(app, a, world.callers.get('T')!, many);
    for (const [route, write] of Object.entries(all)) {
      const status = await write();
      found[route] = { status, statements: statementsSent() };
    }
    return found;
  };

  const countsOf = (found: Readonly<Record<string, Answered>>) =>
    Object.fromEntries(Object.entries(found).map(([route, answered]) => [route, answered.statements]));

  beforeAll(async () => {
    app = await TestApp.start({ REPORTS_COUNTED_AT_ONCE: '0' });
    const a = new Builders(app);
    world = await World.build(app, a);
    // Once a day each token, session and feed is noted as used.
    for (const account of world.callers.values())
      for (const caller of [app.as(account), app.signedIn(account)]) await caller.get('/api/v1/me');
    await app.as(null).get(world.fill('/calendars/:token.ics'));
    small = await measured(a, 2);
    await grow(app);
    await crowdBelow((await a.organization()).group, app, years);
    grown = await measured(a, 30);
  }, 600_000);
  afterAll(() => app.stop());

  it('are those of the table, for every route that is read and for what is done most', () => {
    expect(countsOf(small)).toEqual(statements);
  });

  it('are as many when a hundred stand where one stood, and years lie behind', () => {
    expect(countsOf(grown)).toEqual(statements);
  });

  it('are those of an answer', () => {
    const isRefused = ([, { status }]: [string, Answered]) => status >= 400;
    expect(
      [small, grown].map((found) =>
        Object.entries(found)
          .filter(isRefused)
          .map(([route]) => route),
      ),
    ).toEqual([refused, refused]);
  });
});
