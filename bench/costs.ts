import { readFileSync } from 'node:fs';
import { Connection, type Pool } from 'pg';

/** What some work cost this process and the PostgreSQL beside it. */
export interface Costs {
  readonly statements: number;
  /** Null when the server is on another machine, or not on Linux. */
  readonly cpuSeconds: number | null;
}

const ticksPerSecond = 100;

/** Counts statements sent to PostgreSQL by this process, and the processor's time of both, while some work is done. */
export async function costsOf<Done>(pool: Pool, work: () => Promise<Done>): Promise<Costs & { readonly done: Done }> {
  const sent = countSent();
  const own = process.cpuUsage();
  const before = await serverSeconds(pool);
  try {
    const done = await work();
    const after = await serverSeconds(pool);
    const { user, system } = process.cpuUsage(own);
    const cpuSeconds = before && after && spent(before, after) + (user + system) / 1e6;
    return { done, statements: sent.count, cpuSeconds };
  } finally {
    sent.stop();
  }
}

type Sending = Record<'query' | 'execute', (...given: unknown[]) => unknown>;

/** A statement is one message that executes it, whichever client sends it. */
function countSent(): { readonly count: number; stop(): void } {
  const prototype = Connection.prototype as unknown as Sending;
  const { query, execute } = prototype;
  let count = 0;
  const counted = (send: Sending['query']) =>
    function (this: unknown, ...given: unknown[]) {
      count += 1;
      return send.apply(this, given);
    };
  Object.assign(prototype, { query: counted(query), execute: counted(execute) });
  return {
    get count() {
      return count;
    },
    stop: () => void Object.assign(prototype, { query, execute }),
  };
}

/** By process; one that came meanwhile began at nothing. */
type Seconds = ReadonlyMap<number, number>;

const spent = (before: Seconds, after: Seconds): number =>
  [...after].reduce((sum, [pid, seconds]) => sum + seconds - (before.get(pid) ?? 0), 0);

/** User and system time of each backend of the database. */
async function serverSeconds(pool: Pool): Promise<Seconds | null> {
  const { rows } = await pool.query<{ pid: number }>(
    'SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
  );
  try {
    return new Map(rows.map(({ pid }) => [pid, secondsOf(readFileSync(`/proc/${pid}/stat`, 'utf8'))]));
  } catch {
    return null;
  }
}

function secondsOf(stat: string): number {
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user! + system!) / ticksPerSecond;
}
