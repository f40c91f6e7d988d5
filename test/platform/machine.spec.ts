import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../bench/addresses';
import { ServiceProcess } from '../../bench/service-process';
import { beginningOf } from '../../src/platform/database/processes';
import { cloneDatabase } from '../cluster/clone';
import { until } from '../completions/closing';

const program = [join(__dirname, '../../run-typescript.mjs'), join(__dirname, '../machine-main.ts')];
const patienceSeconds = 120;

// Each of its processes reads all sources first, which takes long on a busy machine.
jest.setTimeout(300_000);

interface Part {
  readonly pid: number;
  readonly does: string;
}

describe('a machine used whole', () => {
  let database: { url: string; drop: () => Promise<void> };
  let service: ServiceProcess;

  beforeEach(async () => {
    database = await cloneDatabase();
    const settings = { PROCESS: '', PORT: String(await freePort()), DATABASE_URL: database.url, WEB_PROCESSES: '1' };
    service = await ServiceProcess.start({ program, env: { ...settings, DATABASE_POOL: '4' } });
  });
  afterEach(async () => {
    service.kill();
    await database.drop();
  });

  const parts = (): Part[] =>
    readFileSync(`/proc/${service.pid}/task/${service.pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map((pid) => ({
        pid: Number(pid),
        does: /\0PROCESS=(\w+)/.exec(readFileSync(`/proc/${pid}/environ`, 'utf8'))?.[1] ?? 'begins',
      }));
  const whole = () =>
    until(async () => {
      const now = parts();
      return now.map(({ does }) => does).join() === 'web,worker' ? now : null;
    }, patienceSeconds);
  const areGone = (gone: readonly Part[]) =>
    until(async () => gone.every(({ pid }) => beginningOf(pid) === null) || null, patienceSeconds);
  const status = async () => (await fetch(`${service.url}/health/live`)).status;

  it('answers from a process of its own, replaces one that dies, and ends whole', async () => {
    const [, worker] = await whole();
    process.kill(worker!.pid, 'SIGKILL');
    await areGone([worker!]);
    expect(await status()).toBe(200);

    const last = await whole();
    expect((await service.stop()).code).toBe(0);
    await areGone(last);
  });

  it('leaves no process behind when the one that looks after them is killed', async () => {
    const running = parts();
    service.kill();
    expect(running).not.toHaveLength(0);
    await areGone(running);
  });
});
