import { Pool } from 'pg';
import { KillingRun, mostRepeated } from '../../bench/killing-run';
import { arrangeReminders } from '../../bench/many-reminders';
import { cloneDatabase } from '../cluster/clone';
import { PrivateRedis } from '../../bench/private-redis';
import { runsOnRedis } from '../redis';
import { CompiledService } from './compiled-service';

const reminders = 300;
const kills = 5;

describe('reminders whose workers are killed', () => {
  let compiled: CompiledService;
  let redis: PrivateRedis | null = null;
  let pool: Pool;
  let databaseUrl: string;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    compiled = new CompiledService();
    redis = runsOnRedis ? await PrivateRedis.start() : null;
    ({ url: databaseUrl, drop } = await cloneDatabase());
    pool = new Pool({ connectionString: databaseUrl, max: 2 });
    await arrangeReminders(pool, reminders);
  });
  afterAll(async () => {
    await pool.end();
    await drop();
    await redis?.stop();
    compiled.remove();
  });

  it('all arrive, once each, while the queue moves from one backend to the other', async () => {
    const backends = redis ? [null, redis.url] : [null];
    const run = new KillingRun({ program: compiled.program(), databaseUrl, pool, reminders, kills, backends });
    const report = await run.run();
    expect(report).toMatchObject({
      kills,
      lines: reminders,
      sent: reminders,
      distinct: reminders,
      lost: 0,
      unknown: 0,
    });
    expect(report.repeated).toBeLessThanOrEqual(mostRepeated(kills));
  }, 400_000);
});
