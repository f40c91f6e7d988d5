import { availableParallelism } from 'node:os';
import { Pool } from 'pg';
import type { BenchedService } from './benched-service';
import { Callers } from './callers';
import { type Figures, figuresOf, medians, type Run } from './figures';
import { submitBarely } from './floor';
import { nominationOf, Nominees, peoplePerUnit, seatsPerClass, type UnitList, units } from './nominees';
import { addOffice, establishProgrammes } from './office';

const callers = 200;
const fewestRounds = 3;
const mostRounds = 5;
/** After so long no further round begins. */
const enoughSeconds = 45;
const warmUpPerUnit = 20;

/** On how many classes the submissions of one run fall. */
const classesOf = { hot: 1, spread: 200 } as const;
type Load = keyof typeof classesOf;
type Side = 'service' | 'floor';

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

class SeatsBench {
  private readonly measured: Readonly<Record<Load, Record<Side, Figures[]>>> = {
    hot: { service: [], floor: [] },
    spread: { service: [], floor: [] },
  };
  private readonly wrong: string[] = [];
  private nominees: Nominees;
  private checks: unknown;

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
      for (const load of ['hot', 'spread'] as const)
        for (const side of ['service', 'floor'] as const) await this.run(load, side);
    }
    await this.countDeadlocks();
    this.report();
    return this.wrong.length === 0;
  }

  async stop(): Promise<void> {
    await this.callers.stop();
    await this.pool.end();
  }

  private async prepare(): Promise<void> {
    this.nominees = await Nominees.create(this.pool);
    await addOffice(this.pool);
    await establishProgrammes(this.service, this.pool);
    for (const load of ['hot', 'spread'] as const) {
      await this.submit(await this.nominees.forNewClasses(classesOf[load], warmUpPerUnit));
      const { rows } = await this.pool.query<{ checks: unknown }>('SELECT checks FROM nominations LIMIT 1');
      this.checks = rows[0]?.checks;
      await this.submitBarely(await this.nominees.forNewClasses(classesOf[load], warmUpPerUnit));
    }
    await this.pool.query('ANALYZE');
  }

  private async run(load: Load, side: Side): Promise<void> {
    const lists = await this.nominees.forNewClasses(classesOf[load]);
    const run = await (side === 'service' ? this.submit(lists) : this.submitBarely(lists));
    this.measured[load][side].push(figuresOf(run));
    if (side === 'service' && Object.keys(run.statuses).join() !== '201')
      this.wrong.push(`${load}: not every answer was 201, by status ${JSON.stringify(run.statuses)}`);
    await this.holdAgainstSeats(load, side, lists);
  }

  private submit(lists: readonly UnitList[]): Promise<Run> {
    return this.callers.call({ url: this.service.url, lists: lists.map((list) => list.map(nominationOf)), callers });
  }

  private submitBarely(lists: readonly UnitList[]): Promise<Run> {
    return submitBarely(this.pool, lists, callers, this.checks);
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

  /** Service and floor lock alike, and whoever ends in one tries again in silence. */
  private async countDeadlocks(): Promise<void> {
    const { rows } = await this.pool.query<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    if (rows[0]!.deadlocks > 0) this.wrong.push(`${rows[0]!.deadlocks} deadlocks`);
  }

  private report(): void {
    const { databasePool } = this.service.config;
    console.log(
      `Node ${process.versions.node}, ${availableParallelism()} cores, ${databasePool} connections, ${callers} callers, ` +
        `${units * peoplePerUnit} submissions a run, medians of ${this.measured.hot.service.length} rounds`,
    );
    const loads = ['hot', 'spread'] as const;
    const median = (load: Load, side: Side) => medians(this.measured[load][side]);
    console.table(
      Object.fromEntries(
        loads.flatMap((load) =>
          (['service', 'floor'] as const).map((side) => [`${load}, ${side}`, inTable(median(load, side))]),
        ),
      ),
    );
    for (const load of loads) {
      const [service, floor] = [median(load, 'service'), median(load, 'floor')];
      console.log(
        `${load}: ${service.perSecond.toFixed(0)}/s, p95 ${service.p95.toFixed(0)} ms, ` +
          `${(service.perSecond / floor.perSecond).toFixed(2)} of the floor ${floor.perSecond.toFixed(0)}/s`,
      );
    }
    console.log(
      this.wrong.length === 0
        ? `Every hot class: ${seatsPerClass} seats held once each, everybody else a reserve, every answer 201, no deadlock.`
        : `Wrong:\n${this.wrong.join('\n')}`,
    );
  }
}

const inTable = ({ perSecond, p50, p95 }: Figures) => ({
  'per second': Math.round(perSecond),
  'p50 ms': Math.round(p50),
  'p95 ms': Math.round(p95),
});
