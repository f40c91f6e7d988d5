import { join } from 'node:path';
import { Pool } from 'pg';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import { KillingRun, mostRepeated } from './killing-run';
import { arrangeReminders } from './many-reminders';

const usualCount = 10_000;
const usualKills = 50;

/** Workers are killed while reminders go out; the mailbox must agree with the ledger. With `REDIS_URL` the queue moves there halfway. */
export async function measureKills(service: BenchedService): Promise<boolean> {
  const [reminders, kills] = [numberAfter('--count', usualCount), numberAfter('--kills', usualKills)];
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  // Connections are cut when the bench is stopped in the middle.
  pool.on('error', () => {});
  try {
    await arrangeReminders(pool, reminders);
    const { databaseUrl, config } = service;
    const backends = config.redisUrl ? [null, config.redisUrl] : [null];
    const program = join(__dirname, '..', 'src', 'main.js');
    const started = performance.now();
    const report = await new KillingRun({ program, databaseUrl, pool, reminders, kills, backends }).run();
    console.log(`${Math.round((performance.now() - started) / 1_000)} s`, report);
    const { distinct, sent, lost, unknown, repeated } = report;
    return distinct === reminders && sent === reminders && lost + unknown === 0 && repeated <= mostRepeated(kills);
  } finally {
    await pool.end();
  }
}
