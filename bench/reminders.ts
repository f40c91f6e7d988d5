import { once } from 'node:events';
import { join } from 'node:path';
import { Worker as Thread } from 'node:worker_threads';
import { Queue, Worker } from 'bullmq';
import { Pool } from 'pg';
import { Clock } from '../src/platform/clock';
import { Database } from '../src/platform/database/database';
import { DeliveryAttempts } from '../src/platform/jobs/delivery-attempts';
import { backendOf } from '../src/platform/jobs/job-queue';
import { MailAllowances } from '../src/platform/mailer/mail-allowances';
import { MailAddresses } from '../src/platform/mailer/mail-addresses';
import { MailDeliveries } from '../src/platform/mailer/mail-deliveries';
import { MailPauses } from '../src/platform/mailer/mail-pauses';
import { MailRenewal } from '../src/platform/mailer/mail-renewal';
import { MailSecrets } from '../src/platform/mailer/mail-secrets';
import { MailWriters } from '../src/platform/mailer/mail-writers';
import { SmtpTransport } from '../src/platform/mailer/mail-transport';
import { PlatformSettings } from '../src/platform/settings';
import { RemindersService } from '../src/reminders/reminders.service';
import type { BenchedService } from './benched-service';
import { arrangeReminders } from './many-reminders';
import { numberAfter } from './arguments';

const usualCount = 100_000;
const bareJobs = 5_000;
/** After so long what has left is counted, and the rest stays. */
const enoughDeliverySeconds = 120;

/** Reminders planned, written and delivered to a mail server beside us, next to what the bare queue does with jobs that do nothing. */
export async function measureReminders(service: BenchedService): Promise<boolean> {
  const count = numberAfter('--count', usualCount);
  const pool = new Pool({ connectionString: service.databaseUrl, max: 2 });
  const sink = new Thread(join(__dirname, 'sink-thread.js'));
  try {
    const [url] = (await once(sink, 'message')) as [string];
    await arrangeReminders(pool, count);
    const bare = await bareQueue(service);
    const reminders = service.get(RemindersService);
    const planned = await rated(() => reminders.plan());
    const written = await rated(() => reminders.send());
    const delivered = await deliver(service, url);
    const backend = service.config.redisUrl ? 'Redis' : 'PostgreSQL';
    console.log(`${count} reminders due; the queue on ${backend}, no-op jobs ${Math.round(bare.perSecond)}/s`);
    for (const [what, rate] of Object.entries({ planned, written, delivered })) {
      const ratio = (rate.perSecond / bare.perSecond).toFixed(2);
      console.log(
        `${what.padEnd(10)}${String(rate.count).padStart(8)}  ${Math.round(rate.perSecond)}/s  ${ratio} of bare`,
      );
    }
    return planned.count === count && written.count === count && delivered.count > 0;
  } finally {
    await sink.terminate();
    await pool.end();
  }
}

interface Rate {
  readonly count: number;
  readonly perSecond: number;
}

async function rated(work: () => Promise<number>): Promise<Rate> {
  const started = performance.now();
  const count = await work();
  return { count, perSecond: (count * 1_000) / (performance.now() - started) };
}

async function deliver(service: BenchedService, url: string): Promise<Rate> {
  const settings = service.get(PlatformSettings);
  const { mailFrom: from, mailConcurrency: connections, deadlines } = settings;
  const transport = new SmtpTransport({ url, from, connections, seconds: deadlines.mailSeconds });
  const deliveries = new MailDeliveries(
    service.get(Database),
    transport,
    service.get(MailRenewal),
    service.get(MailWriters),
    service.get(MailSecrets),
    service.get(DeliveryAttempts),
    service.get(MailAllowances),
    service.get(MailAddresses),
    service.get(MailPauses),
    service.get(Clock),
    settings,
  );
  const enough = setTimeout(() => void deliveries.onModuleDestroy(), enoughDeliverySeconds * 1_000);
  try {
    return await rated(() => deliveries.deliver());
  } finally {
    clearTimeout(enough);
    transport.onApplicationShutdown();
  }
}

async function bareQueue(service: BenchedService): Promise<Rate> {
  const { redisUrl, workerConcurrency: concurrency } = service.config;
  const { connection, factory } = backendOf({ databaseUrl: service.databaseUrl, redisUrl });
  const queue = new Queue('bare', { connection }, factory as never);
  const jobs = Array.from({ length: bareJobs }, () => ({ name: 'nothing', data: {} }));
  await queue.addBulk(jobs);
  let worker: Worker | undefined;
  try {
    return await rated(async () => {
      let done = 0;
      worker = new Worker('bare', async () => undefined, { connection, concurrency }, factory as never);
      await new Promise<void>((resolve) => {
        worker!.on('completed', () => (done += 1) === bareJobs && resolve());
      });
      return done;
    });
  } finally {
    await worker?.close();
    await queue.obliterate({ force: true });
    await queue.close();
  }
}
