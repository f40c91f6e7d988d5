import { availableParallelism } from 'node:os';
import { Pool } from 'pg';
import { Database } from '../src/platform/database/database';
import { BareService } from './bare-service';
import type { BenchedService } from './benched-service';
import { Callers } from './callers';
import { type Costs, costsOf } from './costs';
import { type Figures, figuresOf, median, medians, type Run } from './figures';
import { type Floor, floorNames, submissionsBarely } from './floor';
import { nominationOf, Nominees, peoplePerUnit, seatsPerClass, type UnitList, units } from './nominees';
import { addOffice, establishProgrammes } from './office';

const callers = 200;
const fewestRounds = 5;
const mostRounds = 9;
/** After so long no further round begins. */
const enoughSeconds = 60;
const warmUpPerUnit = 20;

/** On how many classes the submissions of one run fall. */
const classesOf = { hot: 1, spread: 200 } as const;
type Load = keyof typeof classesOf;
const loads = Object.keys(classesOf) as Load[];
type Side = 'service' | Floor;
const sides = ['service', ...floorNames] as const;

/** How fast the service should be, as a share of each floor. */
const targets: Readonly<Record<Floor, number>> = { each: 0.75, fifty: 0.4 };
const longestTail = 2;
const hotOfSpread = 0.8;

/** Two hundred callers of twelve units submit nominations, on one class and over two hundred; beside it the same writes sent barely. */
export async function measureSeats(service: BenchedService): Promise<boolean> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: service.config.databasePool });
  // Connections are cut when the bench is stopped in the middle.
  pool.on('error', () => {});
  const bench = new SeatsBench(service, pool, new Callers());
  try {
    return await bench.measure();
  } finally {
    await bench.stop();
  }
}

interface Measured extends Figures {
  readonly statements: number;
  readonly cpuSeconds: number | null;
}

class SeatsBench {
  private readonly measured = new Map<string, Measured[]>();
  private readonly wrong: string[] = [];
  private readonly floors = new Map<Side, BareService>();
  private nominees: Nominees;

  constructor(
    private readonly service: BenchedService,
    private readonly pool: Pool,
    private readonly callers: Callers,
  ) {}

  async measure(): Promise<boolean> {
    await this.prepare();
    const started = performance.now();
    for (let round = 1; round <= mostRounds; round += 1) {
      if (round > fewestRounds && performance.now() - started > enoughSeconds * 1000) break;
      for (const load of loads) for (const side of sides) await this.run(load, side);
    }
    await this.countDeadlocks();
    this.report();
    return this.wrong.length === 0;
  }

  async stop(): Promise<void> {
    await this.callers.stop();
    for (const floor of this.floors.values()) await floor.stop();
    await this.pool.end();
  }

  private async prepare(): Promise<void> {
    this.nominees = await Nominees.create(this.pool);
    await addOffice(this.pool);
    await establishProgrammes(this.service, this.pool);
    for (const load of loads) {
      for (const side of sides) {
        if (side !== 'service' && !this.floors.has(side)) await this.startFloor(side);
        await this.submit(side, await this.nominees.forNewClasses(classesOf[load], warmUpPerUnit));
      }
    }
    await this.pool.query('ANALYZE');
  }

  /** It writes what the service wrote of the first who was nominated. */
  private async startFloor(floor: Floor): Promise<void> {
    const { rows } = await this.pool.query<{ checks: unknown }>('SELECT checks FROM nominations LIMIT 1');
    this.floors.set(floor, await BareService.start(this.service, submissionsBarely(floor, rows[0]?.checks)));
  }

  private async run(load: Load, side: Side): Promise<void> {
    const lists = await this.nominees.forNewClasses(classesOf[load]);
    const { done: run, statements, cpuSeconds } = await costsOf(this.pool, () => this.submit(side, lists));
    const submissions = run.milliseconds.length;
    const each = perOne({ statements, cpuSeconds }, submissions);
    this.measured.set(`${load} ${side}`, [...this.of(load, side), { ...figuresOf(run), ...each }]);
    if (Object.keys(run.statuses).join() !== '201')
      this.wrong.push(`${load}, ${side}: not every answer was 201, by status ${JSON.stringify(run.statuses)}`);
    await this.holdAgainstSeats(load, side, lists);
  }

  private of(load: Load, side: Side): Measured[] {
    return this.measured.get(`${load} ${side}`) ?? [];
  }

  private submit(side: Side, lists: readonly UnitList[]): Promise<Run> {
    const url = this.floors.get(side)?.url ?? this.service.url;
    return this.callers.call({ url, lists: lists.map((list) => list.map(nominationOf)), callers });
  }

  /** Fast and wrong counts for nothing: every seat at most once, nobody promised one that is not theirs, nobody lost or twice. */
  private async holdAgainstSeats(load: Load, side: Side, lists: readonly UnitList[]): Promise<void> {
    const submissions = lists.flat();
    const { rows } = await this.pool.query(
      `SELECT count(s.number)::int AS held, (count(DISTINCT (s.class_id, s.number)) FILTER (WHERE s.number IS NOT NULL))::int AS seats, count(DISTINCT n.person_id)::int AS people,
         (count(*) FILTER (WHERE n.rank IS NULL))::int AS promised, count(*)::int AS nominations
       FROM nominations n LEFT JOIN seats s ON s.nomination_id = n.id AND s.class_id = n.class_id
       WHERE n.class_id = ANY ($1) AND n.state = 'submitted'`,
      [[...new Set(submissions.map(({ classId }) => classId))]],
    );
    const seats = Math.min(submissions.length, classesOf[load] * seatsPerClass);
    const expected = {
      held: seats,
      seats,
      people: submissions.length,
      promised: seats,
      nominations: submissions.length,
    };
    if (JSON.stringify(rows[0]) !== JSON.stringify(expected))
      this.wrong.push(`${load}, ${side}: ${JSON.stringify(rows[0])} instead of ${JSON.stringify(expected)}`);
  }

  /** Whoever ends in one may try again in silence, so they are counted by PostgreSQL; each connection tells what it knows first. */
  private async countDeadlocks(): Promise<void> {
    const telling = 'SELECT pg_stat_force_next_flush(), pg_sleep(0.3)';
    const connections = Array.from({ length: this.service.config.databasePool });
    await Promise.all(connections.map(() => this.service.get(Database).read(telling)));
    const { rows } = await this.pool.query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database, pg_stat_clear_snapshot() WHERE datname = current_database()',
    );
    if (rows[0]!.deadlocks > 0) this.wrong.push(`${rows[0]!.deadlocks} deadlocks`);
  }

  private report(): void {
    const { databasePool } = this.service.config;
    console.log(
      `Node ${process.versions.node}, ${availableParallelism()} cores, ${databasePool} connections, ${callers} callers, ` +
        `${units * peoplePerUnit} submissions a run, medians of ${this.of('hot', 'service').length} rounds`,
    );
    console.table(
      Object.fromEntries(
        loads.flatMap((load) =>
          sides.map((side) => [`${load}, ${side}`, inTable(this.of(load, side), this.of(load, 'service'))]),
        ),
      ),
    );
    const below = loads.flatMap((load) => this.below(load));
    console.log(below.length === 0 ? 'Every target reached.' : `Below its target:\n${below.join('\n')}`);
    console.log(
      this.wrong.length === 0
        ? `Every hot class: ${seatsPerClass} seats held once each, everybody else a reserve, every answer 201, no deadlock.`
        : `Wrong:\n${this.wrong.join('\n')}`,
    );
  }

  private below(load: Load): string[] {
    const figures = (side: Side) => medians(this.of(load, side));
    const service = figures('service');
    const told = floorNames.flatMap((floor) => {
      const share = service.perSecond / figures(floor).perSecond;
      return share < targets[floor] ? [`${load}: ${share.toFixed(2)} of ${floor}, to reach ${targets[floor]}`] : [];
    });
    const tail = service.p95 / figures('each').p95;
    if (tail > longestTail) told.push(`${load}: p95 ${tail.toFixed(1)} × that of each, to reach ${longestTail}`);
    const ofSpread = service.perSecond / medians(this.of('spread', 'service')).perSecond;
    if (load === 'hot' && ofSpread < hotOfSpread)
      told.push(`hot: ${ofSpread.toFixed(2)} of spread, to reach ${hotOfSpread}`);
    return told;
  }
}

const perOne = ({ statements, cpuSeconds }: Costs, submissions: number): Costs => ({
  statements: statements / submissions,
  cpuSeconds: cpuSeconds === null ? null : cpuSeconds / submissions,
});

function inTable(measured: readonly Measured[], service: readonly Measured[]) {
  const { perSecond, p50, p95 } = medians(measured);
  return {
    'per second': Math.round(perSecond),
    'service is': Number((medians(service).perSecond / perSecond).toFixed(2)),
    'p50 ms': Math.round(p50),
    'p95 ms': Math.round(p95),
    statements: Number(median(measured.map(({ statements }) => statements)).toFixed(1)),
    'CPU ms': Number((1000 * median(measured.map(({ cpuSeconds }) => cpuSeconds ?? Number.NaN))).toFixed(2)),
  };
}
