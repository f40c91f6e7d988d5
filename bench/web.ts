import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Pool } from 'pg';
import { freePort } from './addresses';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import { median } from './figures';
import { Nominees } from './nominees';
import { ServiceProcess } from './service-process';

const atOnce = 32;
const secondsARound = 5;
const processes = [1, 2] as const;

/** The same service with one web process and with two: reading of one's own account, told as it is. */
export async function measureWeb(service: BenchedService): Promise<boolean> {
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  const [list] = await (await Nominees.create(pool)).forNewClasses(20);
  await pool.end();
  const machines = await Promise.all(
    processes.map(async (count) =>
      ServiceProcess.start({
        program: [join(__dirname, '../src/main.js')],
        env: {
          PROCESS: '',
          WEB_PROCESSES: String(count),
          PORT: String(await freePort()),
          DATABASE_URL: service.databaseUrl,
          BACKUP_AT: 'never',
        },
      }),
    ),
  );
  const perSecond = machines.map((): number[] => []);
  for (let round = 0; round <= numberAfter('--rounds', 5); round += 1)
    for (const [index, machine] of machines.entries()) {
      const answered = await answersOf(machine.url, list![0]!.token);
      // The first warms up.
      if (round > 0) perSecond[index]!.push(answered / secondsARound);
    }
  const isStopped = (await Promise.all(machines.map((machine) => machine.stop()))).every(({ code }) => code === 0);
  const [one, two] = perSecond.map(median);
  console.log(
    `Node ${process.versions.node}, ${availableParallelism()} cores: one web process ${one!.toFixed(0)}/s, ` +
      `two ${two!.toFixed(0)}/s, ${(two! / one!).toFixed(2)} times`,
  );
  return isStopped;
}

async function answersOf(url: string, token: string): Promise<number> {
  const ends = performance.now() + secondsARound * 1000;
  const call = async () => {
    let answered = 0;
    while (performance.now() < ends) {
      const answer = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } });
      if (answer.status !== 200) throw new Error(`Answered with ${answer.status}.`);
      await answer.arrayBuffer();
      answered += 1;
    }
    return answered;
  };
  return (await Promise.all(Array.from({ length: atOnce }, call))).reduce((sum, answered) => sum + answered, 0);
}
