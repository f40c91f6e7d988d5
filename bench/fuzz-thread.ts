import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { type FuzzGround, type FuzzRequest, FuzzRequests } from './fuzz-requests';

export interface FuzzWanted {
  readonly url: string;
  readonly ground: FuzzGround;
  readonly seed: number;
  readonly requests: number;
  /** By role; none for a visitor. */
  readonly tokens: Readonly<Record<string, readonly string[]>>;
}

export interface FuzzReport {
  readonly seconds: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** A 5xx other than 503 with Retry-After, or no answer at all; each as it can be sent again. */
  readonly faults: readonly string[];
  /** Requests that alone kept the answer to a health check waiting. */
  readonly holders: readonly string[];
  readonly longestHealthMilliseconds: number;
}

/** A hold that people notice; below it, it is as likely the machine as the service. */
const longestHold = 1000;
const atATime = 8;
const mostTold = 50;
const toldEach = 2000;

interface Asked extends FuzzRequest {
  readonly role: string;
  readonly token: string | null;
}
interface Answered {
  readonly status: number;
  readonly waits: boolean;
  readonly text: string;
}

const { url, ground, seed, requests, tokens } = workerData as FuzzWanted;
const agent = new Agent({ keepAlive: true, maxSockets: atATime });
const healthAgent = new Agent({ keepAlive: true, maxSockets: 1 });
const inFlight = new Set<Asked>();

void run().then((report) => parentPort?.postMessage(report));

async function run(): Promise<FuzzReport> {
  const drawn = new FuzzRequests(ground, seed);
  const statuses: Record<number, number> = {};
  const faults: string[] = [];
  const suspects = new Set<Asked>();
  const watch = watchHealth(() => inFlight.forEach((asked) => suspects.add(asked)));
  const started = performance.now();
  let left = requests;
  const roles = Object.keys(tokens);
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (left-- > 0) {
        // On a busy machine it takes an hour; whoever stops it knows what it found.
        if (left % toldEach === 0)
          console.log(`${left} left; faults: ${faults.length}, to be asked again: ${suspects.size}`);
        const role = drawn.pick(roles);
        const asked = { ...drawn.next(), role, token: drawn.pick(tokens[role]!) || null };
        inFlight.add(asked);
        // Node closes a connection after a header it refused, when the agent may have given it out again.
        const first = await ask(asked, agent);
        const answer = first.status === 0 ? await ask(asked, false) : first;
        inFlight.delete(asked);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        const isFault = answer.status === 0 || (answer.status >= 500 && !(answer.status === 503 && answer.waits));
        if (isFault && faults.length < mostTold)
          faults.push(`${answer.status} ${told(asked)} → ${answer.text.slice(0, 300)}`);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const longestHealthMilliseconds = watch.stop();
  const holders = await holdersAmong(suspects);
  agent.destroy();
  healthAgent.destroy();
  return { seconds, statuses, faults, holders, longestHealthMilliseconds };
}

/** What was under way while health waited is asked again, one at a time: who does it alone is a holder. */
async function holdersAmong(suspects: ReadonlySet<Asked>): Promise<string[]> {
  const holders: string[] = [];
  for (const suspect of suspects) {
    let shortest = Infinity;
    // A busy machine holds up this one and that; who holds others up does it each time.
    for (let time = 0; time < 3 && shortest > longestHold; time += 1) {
      const watch = watchHealth(() => {});
      await ask(suspect, agent);
      shortest = Math.min(shortest, watch.stop());
    }
    if (shortest > longestHold) holders.push(told(suspect));
  }
  return holders;
}

/** Asks for health all the while. `stop` answers the longest wait in milliseconds. */
function watchHealth(slow: () => void): { stop: () => number } {
  let longest = 0;
  let asking: number | null = null;
  const timer = setInterval(() => {
    if (asking !== null) {
      if (performance.now() - asking > longestHold) slow();
      return;
    }
    const since = (asking = performance.now());
    request(`${url}/health/live`, { agent: healthAgent }, (answer) => {
      answer.resume().once('end', () => {
        longest = Math.max(longest, performance.now() - since);
        asking = null;
      });
    })
      .once('error', () => (asking = null))
      .end();
  }, 20);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(Math.max(longest, asking === null ? 0 : performance.now() - asking));
    },
  };
}

function ask({ method, path, headers, body, token }: Asked, over: Agent | false): Promise<Answered> {
  const { hostname, port } = new URL(url);
  const sent = {
    ...headers,
    ...(token ? { authorization: `Bearer ${token}` } : {}),
    'content-length': String(Buffer.byteLength(body)),
  };
  return new Promise((resolve) => {
    const lost = (error: Error) => resolve({ status: 0, waits: false, text: error.message });
    const sending = request({ agent: over, hostname, port, method, path, headers: sent, timeout: 60_000 }, (answer) => {
      let text = '';
      answer
        .setEncoding('utf8')
        .on('data', (part: string) => {
          if (text.length < 2000) text += part;
        })
        .once('error', lost)
        .once('end', () =>
          resolve({ status: answer.statusCode ?? 0, waits: answer.headers['retry-after'] !== undefined, text }),
        );
    });
    sending.once('error', lost).once('timeout', () => sending.destroy(new Error('no answer in a minute')));
    sending.end(body);
  });
}

const told = ({ role, method, path, headers, body }: Asked) =>
  `as ${role}: ${method} ${path} ${JSON.stringify(headers)} ${JSON.stringify(body).slice(0, 3000)}`;
