import { availableParallelism } from 'node:os';
import { Pool, type QueryConfig } from 'pg';
import { BareService } from './bare-service';
import type { BenchedService } from './benched-service';
import { Callers } from './callers';
import { type Figures, figuresOf, medians } from './figures';
import { type Readers, seatReaders } from './readers';
import { statementsOf } from './statements-heard';

const callers = 32;
const rounds = 5;
const secondsEach = 2;

interface Reading {
  readonly what: string;
  readonly path: string;
  readonly reader: keyof Readers;
  /** The share of the floor to be reached. */
  readonly target: number;
}

interface Measured extends Reading {
  readonly headers: Readonly<Record<string, string>>;
  readonly statements: readonly QueryConfig[];
  /** What the floor answers: the same JSON; of a page the rows that were read for it. */
  readonly json: unknown;
  readonly service: Figures[];
  readonly floor: Figures[];
}

/** One's own training record by the API, and the desks as pages. */
export const measureRecord = (service: BenchedService): Promise<boolean> =>
  measure(service, [
    { what: 'own record, API', path: '/api/v1/me/training-record', reader: 'cadre', target: 0.6 },
    { what: 'secretary’s desk, page', path: '/', reader: 'secretary', target: 0.3 },
    { what: 'cadre’s desk, page', path: '/', reader: 'cadre', target: 0.3 },
  ]);

/** A list of people by the API. */
export const measurePeople = (service: BenchedService): Promise<boolean> =>
  measure(service, [{ what: '25 people, API', path: '/api/v1/people?limit=25', reader: 'secretary', target: 0.6 }]);

/** What people read over HTTP; beside it, in turns, the same statements sent barely and the same JSON answered. */
async function measure(service: BenchedService, readings: readonly Reading[]): Promise<boolean> {
  const crowd = new Callers();
  const measured: Measured[] = [];
  const readers = await withPool(service, (pool) => seatReaders(service, pool, crowd));
  for (const reading of readings) measured.push(await listenTo(service, reading, readers));
  const bare = await BareService.start(service, (server, pool) => {
    for (const [index, { statements, json }] of measured.entries()) {
      const [whoAsks, ...others] = statements;
      server.get(`/${index}`, async () => {
        const first = await pool.query(whoAsks!);
        const rows = await Promise.all(others.map(async (statement) => (await pool.query<object>(statement)).rows));
        return json ?? [first.rows, ...rows];
      });
    }
  });
  const wrong: string[] = [];
  const run = async (url: string, path: string, { what, headers }: Measured) => {
    const calls = [{ method: 'GET', path, headers } as const];
    const run = await crowd.call({ url, lists: [calls], callers, seconds: secondsEach });
    if (Object.keys(run.statuses).join() !== '200') wrong.push(`${what}, by status ${JSON.stringify(run.statuses)}`);
    return figuresOf(run);
  };
  try {
    for (let round = 0; round <= rounds; round += 1) {
      for (const [index, reading] of measured.entries()) {
        const figures = [await run(service.url, reading.path, reading), await run(bare.url, `/${index}`, reading)];
        // The first warms up.
        if (round > 0) [reading.service, reading.floor].forEach((list, side) => list.push(figures[side]!));
      }
    }
  } finally {
    await crowd.stop();
    await bare.stop();
  }
  report(service, measured);
  if (wrong.length > 0) console.log(`Not every answer was 200: ${[...new Set(wrong)].join('; ')}`);
  return wrong.length === 0;
}

async function listenTo(service: BenchedService, reading: Reading, readers: Readers): Promise<Measured> {
  const headers = { authorization: `Bearer ${readers[reading.reader]}` };
  const ask = async () => {
    const answer = await fetch(service.url + reading.path, { headers });
    if (!answer.ok) throw new Error(`${reading.what}: ${answer.status}`);
    return answer;
  };
  const answer = await ask();
  const isJson = answer.headers.get('content-type')?.includes('json') === true;
  const json: unknown = isJson ? await answer.json() : null;
  return { ...reading, headers, json, statements: await statementsOf(ask), service: [], floor: [] };
}

async function withPool<T>({ databaseUrl }: BenchedService, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = new Pool({ connectionString: databaseUrl, max: 2 });
  pool.on('error', () => {});
  return work(pool).finally(() => pool.end());
}

function report({ config }: BenchedService, measured: readonly Measured[]): void {
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} cores, ${config.databasePool} connections, ${callers} callers, ` +
      `medians of ${rounds} rounds of ${secondsEach} s`,
  );
  const table = measured.map(({ what, statements, target, ...runs }) => {
    const [service, floor] = [medians(runs.service), medians(runs.floor)];
    const share = service.perSecond / floor.perSecond;
    const row = {
      statements: statements.length,
      'per second': Math.round(service.perSecond),
      'p95 ms': Math.round(service.p95),
      'floor per second': Math.round(floor.perSecond),
      'floor p95 ms': Math.round(floor.p95),
      share: Number(share.toFixed(2)),
      target,
      '': share < target ? 'below' : '',
    };
    return [what, row] as const;
  });
  console.table(Object.fromEntries(table));
}
