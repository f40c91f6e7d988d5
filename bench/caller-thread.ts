import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';
import type { Call, CallsWanted } from './callers';
import type { Run } from './figures';

const patienceMilliseconds = 30_000;

parentPort?.on('message', (wanted: CallsWanted) => {
  void callAll(wanted).then((run) => parentPort?.postMessage(run));
});

async function callAll({ url, lists, callers, seconds: wanted }: CallsWanted): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const milliseconds: number[] = [];
  const statuses: Record<number, number> = {};
  const started = performance.now();
  const left = lists.map((list) => (wanted ? over(list, started + wanted * 1000) : list.values()));
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      for (const call of left[index % left.length]!) {
        const sent = performance.now();
        const status = await answered(agent, url, call).catch(() => 0);
        milliseconds.push(performance.now() - sent);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { seconds, milliseconds, statuses };
}

function* over(list: readonly Call[], until: number): Generator<Call> {
  for (let next = 0; performance.now() < until; next += 1) yield list[next % list.length]!;
}

/** @returns the status, once the whole answer has come */
function answered(agent: Agent, url: string, { method, path, headers, body }: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? null : JSON.stringify(body);
    const ofBody = json && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) };
    const sent = request(
      url + path,
      { agent, method, timeout: patienceMilliseconds, headers: { ...headers, ...ofBody } },
      (answer) => {
        answer.once('error', reject).once('end', () => resolve(answer.statusCode ?? 0));
        answer.resume();
      },
    );
    sent.once('error', reject).once('timeout', () => sent.destroy(new Error('no answer')));
    sent.end(json);
  });
}
