import { Agent, request } from 'node:http';
import { parentPort } from 'node:worker_threads';
import type { SubmissionsWanted } from './callers';
import type { Run } from './figures';
import type { Submission } from './nominees';

const patienceMilliseconds = 30_000;
const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

parentPort?.on('message', (wanted: SubmissionsWanted) => {
  void submitAll(wanted).then((run) => parentPort?.postMessage(run));
});

async function submitAll({ url, lists, callers }: SubmissionsWanted): Promise<Run> {
  const agent = new Agent({ keepAlive: true, maxSockets: callers });
  const milliseconds: number[] = [];
  const statuses: Record<number, number> = {};
  const left = lists.map((list) => list.values());
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async (_, index) => {
      for (const submission of left[index % left.length]!) {
        const sent = performance.now();
        const status = await submit(agent, url, submission).catch(() => 0);
        milliseconds.push(performance.now() - sent);
        statuses[status] = (statuses[status] ?? 0) + 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { seconds, milliseconds, statuses };
}

function submit(agent: Agent, url: string, { classId, personId, token }: Submission): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify({ personId, letter, acknowledged: true });
    const sent = request(
      `${url}/api/v1/classes/${classId}/nominations`,
      {
        agent,
        method: 'POST',
        timeout: patienceMilliseconds,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer) => {
        answer.once('error', reject).once('end', () => resolve(answer.statusCode ?? 0));
        answer.resume();
      },
    );
    sent.once('error', reject).once('timeout', () => sent.destroy(new Error('no answer')));
    sent.end(body);
  });
}
