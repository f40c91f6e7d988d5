import { Pool } from 'pg';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import { BootedProcess } from './booted-process';
import { Nominees } from './nominees';

const atOnce = 8;
const samplesAMinute = 3;
/** What is compiled, cached and pooled at first is no slope. */
const warmUpShare = 0.2;
const addresses = ['/', '/people', '/classes', '/reminders', '/api/v1/me', '/api/v1/people', '/api/v1/classes'];

/** Whether the heap left after a collection grows under load: its slope over minutes, with the error of that slope. */
export async function measureMemory(service: BenchedService): Promise<boolean> {
  const minutes = numberAfter('--minutes', 10);
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  const [list] = await (await Nominees.create(pool)).forNewClasses(20);
  await pool.end();
  const booted = await BootedProcess.start('boot-service', [], { DATABASE_URL: service.databaseUrl });
  let isOver = false;
  let answers = 0;
  /** Of other answers than 200, how many of each. */
  const others: Record<string, number> = {};
  const call = async (_: unknown, caller: number) => {
    for (let at = caller; !isOver; at += 1) {
      const address = addresses[at % addresses.length]!;
      const headers = { authorization: `Bearer ${list![0]!.token}` };
      const answer = await fetch(`${booted.told.url}${address}`, { headers });
      await answer.arrayBuffer();
      answers += 1;
      const other = `${answer.status} of ${address}`;
      if (answer.status !== 200) others[other] = (others[other] ?? 0) + 1;
    }
  };
  const callers = Promise.all(Array.from({ length: atOnce }, call));
  const heap: Sample[] = [];
  const began = performance.now();
  for (let sample = 1; sample <= minutes * samplesAMinute; sample += 1) {
    const due = began + (sample * 60_000) / samplesAMinute;
    await new Promise((resolve) => setTimeout(resolve, due - performance.now()));
    heap.push({ minute: (performance.now() - began) / 60_000, megabytes: await booted.heapMegabytes() });
  }
  isOver = true;
  await callers;
  await booted.stop();

  const { slope, error } = slopeOf(heap.slice(Math.floor(heap.length * warmUpShare)));
  const grows = slope > 2 * error && slope > 0.05;
  console.log(
    `Heap after collection: ${heap[0]!.megabytes.toFixed(1)} MB at first, ${heap.at(-1)!.megabytes.toFixed(1)} MB after ` +
      `${minutes} minutes and ${answers} answers; slope ${slope.toFixed(3)} ± ${error.toFixed(3)} MB a minute: ` +
      (grows ? 'it grows.' : 'no slope.'),
  );
  const wrong = Object.entries(others).map(([answer, count]) => `${count} × ${answer}`);
  if (wrong.length > 0) console.error(`Not answered with 200: ${wrong.join(', ')}.`);
  return !grows && wrong.length === 0;
}

interface Sample {
  readonly minute: number;
  readonly megabytes: number;
}

/** Least squares, and the standard error of the slope. */
function slopeOf(samples: readonly Sample[]): { slope: number; error: number } {
  const mean = (of: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [minute, megabytes] = [mean((sample) => sample.minute), mean((sample) => sample.megabytes)];
  const spread = samples.reduce((sum, sample) => sum + (sample.minute - minute) ** 2, 0);
  const slope =
    samples.reduce((sum, sample) => sum + (sample.minute - minute) * (sample.megabytes - megabytes), 0) / spread;
  const left = samples.reduce(
    (sum, sample) => sum + (sample.megabytes - megabytes - slope * (sample.minute - minute)) ** 2,
    0,
  );
  return { slope, error: Math.sqrt(left / (samples.length - 2) / spread) };
}
