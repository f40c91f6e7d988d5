import { Redis } from 'ioredis';
import { Client } from 'pg';
import type { QueueSettings } from '../src/platform/jobs/job-queue';

/** As somebody does who takes the queue for a cache. */
export async function wipeQueue({ databaseUrl, redisUrl }: QueueSettings): Promise<void> {
  if (redisUrl) {
    const redis = new Redis(redisUrl);
    await redis.flushall();
    redis.disconnect();
    return;
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ tables: string }>(
      `SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') AS tables
       FROM pg_tables WHERE schemaname = 'bullmq' AND tablename NOT LIKE '%migration%'`,
    );
    for (;;) {
      try {
        return void (await client.query(`TRUNCATE ${rows[0]!.tables}`));
      } catch (error) {
        // Whoever works on the queue locks its tables in another order.
        if ((error as { code?: unknown }).code !== '40P01') throw error;
      }
    }
  } finally {
    await client.end();
  }
}
