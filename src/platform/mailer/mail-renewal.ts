import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import { MailWriters, type WaitingMail, type WrittenAnew } from './mail-writers';
import type { DropReason } from './mailer';

export interface RenewedMail {
  readonly id: string;
  readonly domain: string;
  readonly writer: string | null;
  readonly carriesFiles: boolean;
}

/** Messages that say what is true now and may leave. */
export interface Renewed {
  readonly mails: readonly RenewedMail[];
  /** Whether some waited of which none leaves now: those behind them may. */
  readonly wereHeld: boolean;
  /** Whether the mail server took nothing so far, so that these are a try. */
  readonly isTry: boolean;
}

/** How many of them are tried before the others when a pause is over. */
const triedFirst = 1;
/** What is to go to an address mail came back from is looked at so often: its recipient may have another by then. */
const lookAgainMinutes = 15;

/**
 * What may leave: neither in a pause, nor to an address mail came back from, nor before an earlier one to the same
 * address. `$1` is now. The first to an address is looked up message by message: joined, it was sought among all that wait for each
 * of them, where PostgreSQL knew of none.
 */
const mayLeave = `m.next_attempt_at <= $1 AND coalesce(m.not_after > $1, true) AND NOT EXISTS (SELECT FROM mail_pauses WHERE until > $1)
  AND m.ordinal = (SELECT e.ordinal FROM mail_messages e WHERE e.to_address = m.to_address AND e.is_waiting ORDER BY e.to_address, e.ordinal LIMIT 1)`;

/** Has messages written anew just before they leave, in a short transaction of its own: no row is held while a server is slow. */
@Injectable()
export class MailRenewal {
  constructor(
    private readonly database: Database,
    private readonly writers: MailWriters,
    private readonly clock: Clock,
  ) {}

  /** @param count at most so many @param fullDomains to which nothing goes at present @param but these, which were written anew already */
  async renew(count: number, fullDomains: readonly string[], but: readonly string[]): Promise<Renewed> {
    return this.database.inTransaction(async (tx) => {
      const waiting = await tx.rows<WaitingMail & { writer: string | null; isTry: boolean }>(
        `SELECT id, writer, about, not_after, EXISTS (SELECT FROM mail_pauses) AS is_try FROM mail_messages m
         WHERE ${mayLeave} AND domain <> ALL ($2) AND id <> ALL ($4::uuid[]) ORDER BY next_attempt_at, ordinal
         LIMIT CASE WHEN EXISTS (SELECT FROM mail_pauses) THEN ${triedFirst} ELSE $3::int END FOR UPDATE OF m SKIP LOCKED`,
        [this.clock.now(), fullDomains, count, but],
      );
      if (waiting.length === 0) return { mails: [], wereHeld: false, isTry: false };
      for (const name of new Set(waiting.map(({ writer }) => writer))) {
        const ofWriter = waiting.filter(({ writer }) => writer === name);
        const written = await this.writers.of(name)?.writeAnew(tx, ofWriter);
        if (written) await this.keep(tx, written);
      }
      const mails = await this.ready(
        tx,
        waiting.map(({ id }) => id),
      );
      return { mails, wereHeld: mails.length === 0, isTry: waiting[0]!.isTry };
    });
  }

  private async keep(tx: Tx, written: ReadonlyMap<string, WrittenAnew>): Promise<void> {
    const dropped = [...written].flatMap(([id, said]) => (typeof said === 'string' ? { id, reason: said } : []));
    if (dropped.length > 0) await this.drop(tx, dropped);
    const mails = [...written].flatMap(([id, said]) => (typeof said === 'string' ? [] : { id, ...said }));
    await tx.execute(
      `UPDATE mail_messages m SET to_address = w."to", to_account_id = w."accountId", subject = w.subject, body = w.body, unsubscribe = w.unsubscribe,
         attachments = coalesce(w.attachments, '[]'), not_after = CASE WHEN m.not_after IS NULL THEN NULL ELSE w."notAfter" END
       FROM jsonb_to_recordset($1::jsonb) AS w (id uuid, "to" citext, "accountId" uuid, subject text, body text, unsubscribe text, attachments jsonb, "notAfter" timestamptz)
       WHERE m.id = w.id AND (m.to_address::text, m.to_account_id, m.subject, m.body, m.unsubscribe, m.attachments, m.not_after) IS DISTINCT FROM
         (w."to"::text, w."accountId", w.subject, w.body, w.unsubscribe, coalesce(w.attachments, '[]'), CASE WHEN m.not_after IS NULL THEN NULL ELSE w."notAfter" END)`,
      [JSON.stringify(mails)],
    );
  }

  private async drop(tx: Tx, dropped: readonly { id: string; reason: DropReason }[]): Promise<void> {
    await tx.execute(
      `UPDATE mail_messages m SET dropped_reason = d.reason, next_attempt_at = NULL, not_after = NULL
       FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, reason text) WHERE m.id = d.id`,
      [JSON.stringify(dropped)],
    );
  }

  /** Of these, what leaves now; what would go to a bad address is put off. */
  private async ready(tx: Tx, ids: readonly string[]): Promise<readonly RenewedMail[]> {
    const rows = await tx.rows<RenewedMail & { mayLeave: boolean; isBad: boolean }>(
      `SELECT id, domain, writer, attachments <> '[]' AS carries_files, is_waiting AND coalesce(not_after > $2, true) AS may_leave,
         EXISTS (SELECT FROM bad_mail_addresses b WHERE b.address = m.to_address) AS is_bad
       FROM mail_messages m WHERE id = ANY ($1::uuid[]) ORDER BY next_attempt_at, ordinal`,
      [ids, this.clock.now()],
    );
    const leaving = rows.filter(({ mayLeave }) => mayLeave);
    const bad = leaving.flatMap(({ id, isBad }) => (isBad ? id : []));
    if (bad.length > 0) {
      await tx.execute(
        `UPDATE mail_messages SET next_attempt_at = $2::timestamptz + interval '${lookAgainMinutes} minutes' WHERE id = ANY ($1::uuid[])`,
        [bad, this.clock.now()],
      );
    }
    return leaving.filter(({ isBad }) => !isBad);
  }
}
