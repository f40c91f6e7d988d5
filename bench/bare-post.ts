import { Queue, Worker } from 'bullmq';
import { createTransport } from 'nodemailer';
import { backendOf } from '../src/platform/jobs/job-queue';
import type { LeavingMail } from '../src/platform/mailer/mail-transport';
import { htmlOf } from '../src/platform/mailer/views/mail-text';

export interface Rate {
  readonly count: number;
  readonly perSecond: number;
}

export async function rated(work: () => Promise<number>): Promise<Rate> {
  const started = performance.now();
  const count = await work();
  return { count, perSecond: (count * 1_000) / (performance.now() - started) };
}

export interface QueueSetting {
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly concurrency: number;
}

/** Jobs that do nothing, added at once and taken by one worker. */
export async function bareQueue({ concurrency, ...backend }: QueueSetting, jobs: number): Promise<Rate> {
  const { connection, factory } = backendOf(backend);
  const queue = new Queue('bare', { connection }, factory as never);
  await queue.addBulk(Array.from({ length: jobs }, () => ({ name: 'nothing', data: {} })));
  let worker: Worker | undefined;
  try {
    return await rated(async () => {
      let done = 0;
      worker = new Worker('bare', async () => undefined, { connection, concurrency }, factory as never);
      await new Promise<void>((resolve) => {
        worker!.on('completed', () => (done += 1) === jobs && resolve());
      });
      return done;
    });
  } finally {
    await worker?.close();
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

/** The same message again and again by nodemailer alone, on as many connections as the service has. */
export async function bareMail(url: string, connections: number, mail: LeavingMail, count: number): Promise<Rate> {
  const smtp = createTransport({ url, pool: true, maxConnections: connections });
  const { subject, body, to } = mail;
  const html = htmlOf(subject, body);
  try {
    return await rated(async () => {
      let left = count;
      const send = async () => {
        while ((left -= 1) >= 0) await smtp.sendMail({ from: 'training@example.vn', to, subject, text: body, html });
      };
      await Promise.all(Array.from({ length: connections }, send));
      return count;
    });
  } finally {
    smtp.close();
  }
}
