import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database, type Tx } from '../platform/database/database';
import { DeliveryAttempts, type Outbox } from '../platform/jobs/delivery-attempts';
import { JobQueue } from '../platform/jobs/job-queue';
import type { Action } from '../platform/journal/actions';
import { Journal } from '../platform/journal/journal';
import { mailOutbox } from '../platform/mailer/mail-deliveries';
import { MailPauses } from '../platform/mailer/mail-pauses';
import { Mailer } from '../platform/mailer/mailer';
import { deliverMail } from '../platform/mailer/mail.jobs';
import { mailActions } from '../platform/mailer/mail.words';
import { found, NotFound } from '../platform/problems/refusals';
import { PlatformSettings } from '../platform/settings';
import { webhookOutbox } from '../webhooks/outbox';
import { deliverWebhooks } from '../webhooks/webhooks.jobs';
import { webhookActions } from '../webhooks/webhooks.words';
import type { ReplayRequest } from './operations.requests';
import { jobActions, queueActions, testMailWords } from './operations.words';

/** The one queue has no row of its own; in the journal it goes by this id. */
const theQueue = { type: 'queue', id: '5f0c8a52-6d0e-4b5e-9d7c-0a51c8d40001' } as const;

const outboxes = {
  mail: { outbox: mailOutbox, action: mailActions.replayed, type: 'mail_message', deliver: deliverMail },
  webhooks: {
    outbox: webhookOutbox,
    action: webhookActions.replayed,
    type: 'webhook_delivery',
    deliver: deliverWebhooks,
  },
} as const;

/** What an administrator does when something is stuck. */
@Injectable()
export class OperationsService {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly attempts: DeliveryAttempts,
    private readonly pauses: MailPauses,
    private readonly mailer: Mailer,
    private readonly journal: Journal,
    private readonly settings: PlatformSettings,
  ) {}

  /** Workers begin nothing until the queue is resumed; what falls due meanwhile is found afterwards. */
  async pause(actor: Actor): Promise<void> {
    await this.record(actor, queueActions.paused);
    await this.queue.pause();
  }

  async resume(actor: Actor): Promise<void> {
    await this.record(actor, queueActions.resumed);
    await this.queue.resume();
  }

  /** Tries the mail server before the pause of mail is over. */
  async resumeMail(actor: Actor): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.pauses.cutShort(tx);
      await this.journal.write(tx, actor, { action: mailActions.resumed, subject: theQueue });
    });
    await this.queue.add(deliverMail, {});
  }

  /** Writes a message to whoever asks, so that it is seen whether mail leaves and arrives. @returns its id */
  async testMail(actor: Actor): Promise<string> {
    const id = await this.database.inTransaction(async (tx) => {
      const [account] = await tx.rows<{ email: string }>('SELECT email FROM accounts WHERE id = $1', [actor.accountId]);
      const { email } = found(account);
      const { subject, body } = testMailWords[actor.locale];
      const [id] = await this.mailer.write(tx, [
        { to: email, accountId: actor.accountId, subject, body: body(this.settings.publicUrl) },
      ]);
      await this.journal.write(tx, actor, { action: mailActions.tested, subject: { type: 'mail_message', id: id! } });
      return id!;
    });
    await this.queue.add(deliverMail, {});
    return id;
  }

  /** Tries again what was given up: one, or all of a kind. Returns how many. @throws NotFound when it was not given up */
  async replay(actor: Actor, { kind, id: wanted }: ReplayRequest): Promise<number> {
    const id = wanted ?? null;
    const count = kind === 'jobs' ? await this.replayJobs(actor, id) : await this.replayOutbox(actor, kind, id);
    if (id !== null && count === 0) throw new NotFound();
    return count;
  }

  private async replayOutbox(actor: Actor, kind: keyof typeof outboxes, id: string | null): Promise<number> {
    const { outbox, action, type, deliver } = outboxes[kind];
    const count = await this.database.inTransaction(async (tx) => {
      const count = await this.attempts.replay(tx, outbox, await this.dead(tx, outbox, id));
      const subject = id === null ? theQueue : { type, id };
      if (count > 0) await this.journal.write(tx, actor, { action, subject, facts: { count } });
      return count;
    });
    if (count > 0) await this.queue.add(deliver, {});
    return count;
  }

  private async replayJobs(actor: Actor, jobId: string | null): Promise<number> {
    const count = await this.queue.replay(jobId);
    if (count > 0) await this.record(actor, jobActions.replayed, { count, jobId });
    return count;
  }

  private async dead(tx: Tx, { table }: Outbox, id: string | null): Promise<string[]> {
    const rows = await this.database.read<{ id: string }>(
      `SELECT id FROM ${table} WHERE dead_at IS NOT NULL AND ($1::text IS NULL OR id::text = $1)`,
      [id],
      tx,
    );
    return rows.map((row) => row.id);
  }

  private async record(actor: Actor, action: Action, facts: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.database.inTransaction((tx) => this.journal.write(tx, actor, { action, subject: theQueue, facts }));
  }
}
