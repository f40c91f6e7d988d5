import { CandidatesQueries } from '../../src/nominations/candidates.queries';
import { JobWorker } from '../../src/platform/jobs/job-worker';
import { BehindQueries } from '../../src/reports/behind/behind.queries';
import { RemindersService } from '../../src/reminders/reminders.service';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { crowdBelow } from '../crowd';
import { inPerson, permissions } from '../permissions.table';
import { type Caller, World } from '../world';

/** What the tables that grow for ever hold here, some seven times what a page may look at. */
const size = { units: 40, people: 4_000, classes: 300 };
const most = 1_000;
const growing = [
  ...['persons', 'nominations', 'enrollments', 'attendance_lines', 'completions', 'certificates', 'training_records'],
  ...['journal_lines', 'reminders', 'mail_messages', 'notices', 'leave_requests', 'seats', 'half_days', 'accounts'],
];

/** Files, reports and desks go through all they tell of; posts are searched for among everybody. */
const tellsOfAll =
  /workbook|paper|printouts|pdf|\.ics|reports|coverage|training-plan|\/calendar\/load|invariants|metrics|\/units\/:id|GET \/$|\/posts\/|reminder-texts\/:rule/;
/** Counted to five thousand. */
const readsEverybody = ['GET /accounts', 'GET /people'];

interface Read {
  readonly table: string;
  readonly rows: number;
}

describe('what a page reads when its tables have grown', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '2' });
    const a = new Builders(app);
    world = await World.build(app, a);
    await crowdBelow((await a.organization()).group, app, size);
    await app.sql('VACUUM persons');
  }, 300_000);
  afterAll(() => app.stop());

  /** Rows read of each table so far, from both connections of the pool. */
  const readSoFar = async (): Promise<ReadonlyMap<string, number>> => {
    await Promise.all([1, 2].map(() => app.sql('SELECT pg_stat_force_next_flush()')));
    const tables = await app.sql<Read>(
      `SELECT relname AS table, seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_user_tables WHERE relname = ANY ($1)`,
      growing,
    );
    return new Map(tables.map(({ table, rows }) => [table, rows]));
  };

  const visit = async (route: string, caller: Caller): Promise<number> => {
    const address = world.fill(route.replace('GET ', ''));
    const account = world.callers.get(caller)!;
    const as = inPerson.includes(route) ? app.signedIn(account) : app.as(account);
    const { status } = await as.get(address);
    return status === 422 ? (await as.get(`${address}?unitId=${world.ids['unitId']}`)).status : status;
  };

  const tooMuchOf = async (route: string, caller: Caller, query?: string): Promise<string[]> => {
    const before = await readSoFar();
    const status = await visit(route + (query ?? ''), caller);
    const after = await readSoFar();
    // What is refused reads nothing.
    if (query !== undefined && status !== 200) return [`${caller} ${route}${query}: ${status}`];
    return growing
      .map((table) => ({ table, rows: after.get(table)! - before.get(table)! }))
      .filter(({ rows }) => rows > most)
      .map(({ table, rows }) => `${caller} ${route}${query ?? ''}: ${rows} of ${table}`);
  };

  const visits = Object.entries(permissions).flatMap(([route, callers]) =>
    route.startsWith('GET ') && !tellsOfAll.test(route) && !readsEverybody.includes(route)
      ? ([...'TSGAMCD'].filter((caller) => callers.includes(caller)).slice(0, 2) as Caller[]).map(
          (caller) => [route, caller] as const,
        )
      : [],
  );

  it('is no more than it shows, on every page and list', async () => {
    const tooMuch: string[] = [];
    for (const [route, caller] of visits) tooMuch.push(...(await tooMuchOf(route, caller)));
    expect(tooMuch).toEqual([]);
  }, 300_000);

  it.each([
    ['GET /journal', 'T', '?action=leave.'],
    ['GET /journal', 'G', '?action=leave.'],
    ['GET /reminders', 'T', '?state=missed'],
    ['GET /reminders', 'T', '?state=failed'],
    ['GET /reminders', 'T', '?search=khong-co-ai'],
    ['GET /api/v1/nominations', 'T', '?state=rejected'],
    ['GET /api/v1/nominations', 'T', '?search=khong-co-ai'],
    ['GET /people', 'T', '?search=khong-co-ai'],
    ['GET /people', 'T', '?theoryLevel=advanced'],
    ['GET /certificates', 'T', '?search=khong-co-ai'],
    ['GET /accounts', 'A', '?search=khong-co-ai'],
    ['GET /accounts', 'A', '?state=invited'],
    ...(['T', 'G', 'S', 'M', 'C', 'A'] as const).map((caller) => ['GET /search', caller, '?q=khong-co-ai'] as const),
  ] as const)('is little of %s for %s where %s finds nothing', async (route, caller, query) => {
    expect(await tooMuchOf(route, caller, query)).toEqual([]);
  });

  it.each([
    ['GET /reminders', 'T', '?sort=-rule'],
    ['GET /people/duplicates', 'T', ''],
    ['GET /api/v1/people', 'T', '?sort=-birthDate'],
    ['GET /certificates', 'T', '?standing=revoked'],
    ['GET /certificates', 'S', ''],
    ['GET /certificates', 'C', ''],
    ['GET /api/v1/accounts', 'A', '?sort=-email'],
    ['GET /api/v1/accounts', 'A', '?sort=createdAt'],
    ['GET /reminders', 'T', '?sort=-state'],
    ['GET /api/v1/nominations', 'T', '?sort=-submittedAt'],
    ['GET /api/v1/nominations', 'T', '?sort=name'],
    ['GET /api/v1/nominations', 'C', ''],
  ] as const)('is a page of %s for %s in any order, as %s', async (route, caller, query) => {
    expect(await tooMuchOf(route, caller, query)).toEqual([]);
  });

  it.each([
    ['accepted', 'nominations', 1.2],
    // Found by the classes of the year, and no more of them than are shown.
    ['completed', 'completions', 0.1],
  ])('is those of a number over everybody, once: %s', async (number, table, share) => {
    while (await app.get(JobWorker).do('reports.count'));
    const [all] = await app.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    const before = await readSoFar();
    await visit(`GET /reports/behind?year=2025&number=${number}`, 'T');
    const after = await readSoFar();
    const read = after.get(table)! - before.get(table)!;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(all!.count * share);
  });

  it('is of a number of one unit what that unit did in the year', async () => {
    const [unit] = await app.sql<{ id: string }>(`SELECT unit_id AS id FROM persons WHERE code LIKE 'DONG-%' LIMIT 1`);
    await app.sql('VACUUM (ANALYZE)');
    const before = await readSoFar();
    const asked = { number: 'enrolled', year: 2025, units: [unit!.id], namesDrafts: true } as const;
    const { items } = await app.get(BehindQueries).list(asked, { sort: 'name' });
    const after = await readSoFar();
    const [theirs] = await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM enrollments WHERE unit_id = $1`,
      unit!.id,
    );
    expect(items.length).toBeGreaterThan(0);
    expect(after.get('enrollments')! - before.get('enrollments')!).toBeLessThan(theirs!.count / 2);
  });

  it('is of candidates what they did in the course, and this year', async () => {
    const [unit] = await app.sql<{ id: string }>(`SELECT unit_id AS id FROM persons WHERE code LIKE 'DONG-%' LIMIT 1`);
    await app.sql('VACUUM (ANALYZE)');
    const before = await readSoFar();
    const candidates = await app.get(CandidatesQueries).of(world.ids['classes']!, unit!.id);
    const after = await readSoFar();
    const read = (table: string) => after.get(table)! - before.get(table)!;
    const [theirs] = await app.sql<{ count: number }>(
      `SELECT (SELECT count(*) FROM attendance_lines l WHERE l.person_id = ANY (ids)) + (SELECT count(*) FROM training_records r WHERE r.person_id = ANY (ids))
         + (SELECT count(*) FROM enrollments e WHERE e.person_id = ANY (ids)) AS count FROM (SELECT $1::uuid[] AS ids) asked`,
      candidates.map(({ personId }) => personId),
    );
    expect(read('attendance_lines') + read('training_records') + read('enrollments')).toBeLessThan(theirs!.count / 4);
  });

  it.each(
    (['T', 'G', 'S', 'C'] as const).flatMap((caller) =>
      ['nguyen van', '1-cv', '2026', 'lop', 'dong-17', 'dong17@', 'zz'].map((q) => [caller, q] as const),
    ),
  )('is little of what %s searches for everywhere, as “%s”', async (caller, q) => {
    expect(await tooMuchOf('GET /search', caller, `?q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it('is only what is near where reminders are planned', async () => {
    const plan = () => app.get(RemindersService).plan();
    while ((await plan()).isMore);
    const before = await readSoFar();
    await plan();
    const after = await readSoFar();
    const read = (table: string) => after.get(table)! - before.get(table)!;
    // Of certificates it reads those of each person who has one that ends soon, and here few have very many.
    expect(read('completions')).toBeLessThan(most);
    expect(read('training_records')).toBeLessThan(most);
  });

  it('is of the journal what a unit did, however much others did since', async () => {
    const write = (unitId: string | null, lines: number) =>
      app.sql(
        `INSERT INTO journal_lines (at, actor_name, action, subject_type, subject_id, unit_id)
         SELECT $1, 'Văn thư', 'nominations.submitted', 'nomination', gen_random_uuid(), $2 FROM generate_series(1, $3::int)`,
        ...[app.clock.now(), unitId, lines],
      );
    await write(world.ids['unitId']!, most / 2);
    await write(null, 5 * most);
    await app.sql('ANALYZE journal_lines');
    expect(await tooMuchOf('GET /journal', 'S', '')).toEqual([]);
  });
});
