import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';

/** Nothing leaves, because the mail server takes nothing from us. */
export interface MailPause {
  readonly since: Date;
  /** When the next message is tried. */
  readonly until: Date;
  /** What the mail server said, or that it was away. */
  readonly reason: string;
}

const firstWaitSeconds = 60;
const longestWaitSeconds = 3_600;

/**
 * One pause of all workers, kept in the database. When it is over, few messages are tried before the others, and the
 * next is twice as long, an hour at most; the first message that is taken ends it.
 */
@Injectable()
export class MailPauses {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null while mail leaves. */
  async current(): Promise<MailPause | null> {
    const [pause] = await this.database.read<MailPause>(`SELECT since, until, reason FROM mail_pauses`);
    return pause ?? null;
  }

  /** Begins a pause, or the next after one that is over; who comes second in one does not make it longer. Returns its end. */
  async begin(tx: Tx, reason: string): Promise<Date> {
    const waits = `least(${longestWaitSeconds}, ${firstWaitSeconds} * power(2, p.failures)) * interval '1 second'`;
    const pause = await tx.row<{ until: Date }>(
      `INSERT INTO mail_pauses AS p (since, until, failures, reason) VALUES ($1::timestamptz, $1::timestamptz + interval '${firstWaitSeconds} seconds', 1, $2)
       ON CONFLICT (is_only) DO UPDATE SET reason = excluded.reason,
         failures = CASE WHEN p.until <= $1 THEN p.failures + 1 ELSE p.failures END,
         until = CASE WHEN p.until <= $1 THEN $1::timestamptz + ${waits} ELSE p.until END
       RETURNING until`,
      [this.clock.now(), reason.slice(0, 1_000)],
    );
    return pause.until;
  }

  async end(tx: Tx): Promise<void> {
    await tx.execute(`DELETE FROM mail_pauses`);
  }

  /** Lets the next message be tried at once: somebody says that the cause is mended. */
  async cutShort(tx: Tx): Promise<void> {
    await tx.execute(`UPDATE mail_pauses SET until = least(until, $1)`, [this.clock.now()]);
  }
}
