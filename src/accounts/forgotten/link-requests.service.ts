import { Injectable } from '@nestjs/common';
import type { Comer } from '../../platform/access/sign-in-again';
import { type AttemptLimit, AttemptLimits } from '../../platform/attempt-limits';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { JobQueue } from '../../platform/jobs/job-queue';
import { deliverMail } from '../../platform/mailer/mail.jobs';
import { holdsRole } from '../holds-role';
import { isInvited } from '../links/is-invited';
import { LinkMailsService } from '../links/link-mails.service';
import { networkOf } from '../sign-in-limits';
import { TooManyLinksAsked } from './forgotten.refusals';
import { answerLinkRequests } from './link-requests.job';

export type AskedPurpose = 'password' | 'sign_in';

const mostAsked = 20;
const windowSeconds = 15 * 60;
/** So long nobody gets a second mail of one kind, however often somebody asks. */
const minutesBetween = 2;

/**
 * What was asked for and has not been answered; `$1` is now, `$2` the minutes between two mails of a kind, `$3` today.
 * Who never came is let in by these as long as an invitation stands, and not when it was taken back.
 */
const answered = `
  WITH asked AS (DELETE FROM link_requests RETURNING email, purpose)
  SELECT DISTINCT a.id, asked.purpose FROM asked JOIN accounts a ON a.email = asked.email
  WHERE a.disabled_at IS NULL
    AND NOT EXISTS (SELECT FROM account_links l WHERE l.account_id = a.id AND l.purpose = asked.purpose
      AND l.asked_at > $1::timestamptz - make_interval(mins => $2))
    AND (a.accepted_at IS NOT NULL OR ${isInvited('a.id')})
    AND (asked.purpose = 'password' OR NOT ${holdsRole('a.id', '$3')})`;

/**
 * Links by mail for who forgot their password, or has none. The answer is the same for every address, and takes the same
 * time: asking keeps a row, and whether anybody has that address is found afterwards.
 */
@Injectable()
export class LinkRequestsService {
  private readonly asked: AttemptLimit;

  constructor(
    limits: AttemptLimits,
    private readonly database: Database,
    private readonly mails: LinkMailsService,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {
    this.asked = limits.of({ table: 'sign_in_attempts', attempts: mostAsked, seconds: windowSeconds });
  }

  /** @throws TooManyLinksAsked */
  async ask(purpose: AskedPurpose, email: string, { address }: Comer): Promise<void> {
    const seconds = await this.asked.count(`links ${networkOf(address)}`);
    if (seconds !== null) throw new TooManyLinksAsked(seconds);
    await this.database.inTransaction((tx) =>
      tx.execute('INSERT INTO link_requests (email, purpose, asked_at) VALUES ($1, $2, $3)', [
        email,
        purpose,
        this.clock.now(),
      ]),
    );
    await this.queue.add(answerLinkRequests, {});
  }

  async answer(): Promise<void> {
    const sent = await this.database.inTransaction(async (tx) => {
      const wanted = await tx.rows<{ id: string; purpose: AskedPurpose }>(answered, [
        this.clock.now(),
        minutesBetween,
        this.clock.today(),
      ]);
      await this.send(tx, 'password', wanted);
      await this.send(tx, 'sign_in', wanted);
      return wanted.length;
    });
    // Who asked waits at the screen.
    if (sent > 0) await this.queue.add(deliverMail, {});
  }

  private async send(
    tx: Tx,
    purpose: AskedPurpose,
    wanted: readonly { readonly id: string; readonly purpose: AskedPurpose }[],
  ): Promise<void> {
    const ids = wanted.filter((one) => one.purpose === purpose).map(({ id }) => id);
    if (ids.length > 0) await this.mails.send(tx, purpose, ids, null);
  }
}
