import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Tx } from '../database/database';
import { Randomness } from '../randomness';

/** What travels with a message: text, such as a calendar. */
export interface MailAttachment {
  readonly name: string;
  /** As it stands in the mail, e.g. `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly type: string;
  readonly content: string;
}

/** A message to one address. No personal data in the subject. */
export interface Mail {
  readonly to: string;
  readonly accountId: string | null;
  readonly subject: string;
  readonly body: string;
  /** Where one press ends messages of this kind: it answers a POST without a question (RFC 8058). */
  readonly unsubscribe?: string | null;
  readonly attachments?: readonly MailAttachment[];
  /** From when it would come after the fact: what did not leave by then is given up. */
  readonly notAfter?: Date;
  /** Who writes it anew as it leaves (`MailWriter.name`); left out for what stays true. */
  readonly writer?: string;
  /** What it is about, for its writer. */
  readonly about?: string;
}

/** Why a message need not leave: what it says stands in another, or nobody needs to hear it any more. */
export type DropReason = 'superseded' | 'not_needed';

export interface KeptMail extends Mail {
  readonly id: string;
  readonly messageId: string;
  readonly writtenAt: Date;
  readonly deliveredAt: Date | null;
  /** Since when it is tried no more. */
  readonly deadAt: Date | null;
  /** Since when it is known to have come back. */
  readonly returnedAt: Date | null;
  /** Why it need not leave any more. */
  readonly droppedReason: DropReason | null;
  /** Whether mail came back from its address, so that what is to go there waits. */
  readonly addressIsBad: boolean;
  readonly lastError: string | null;
}

/**
 * The outbox: a message is written in the transaction that causes it and leaves after commit, written anew by its writer
 * when it does, also when the clock of whoever wrote it first is ahead. Its Message-ID is stable, so a message accepted by a server that died before answering is folded by the mailbox.
 */
@Injectable()
export class Mailer {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Writes messages to the outbox; returns their ids in order. */
  async write(tx: Tx, mails: readonly Mail[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const rows = await tx.rows<{ id: string; n: number }>(
      `WITH written AS (
         SELECT gen_random_uuid() AS id, m.*
         FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("messageId" text, "to" citext, "accountId" uuid, subject text, body text, unsubscribe text, attachments jsonb, "notAfter" timestamptz, writer text, about uuid))
           WITH ORDINALITY AS m ("messageId", "to", "accountId", subject, body, unsubscribe, attachments, "notAfter", writer, about, n)
       ), stored AS (
         INSERT INTO mail_messages (id, message_id, to_address, to_account_id, subject, body, unsubscribe, attachments, not_after, writer, about, written_at, next_attempt_at)
         SELECT id, "messageId", "to", "accountId", subject, body, unsubscribe, coalesce(attachments, '[]'), "notAfter", writer, about, $2, least($2, now()) FROM written ORDER BY n
       ) SELECT id, n FROM written ORDER BY n`,
      [
        JSON.stringify(mails.map((mail) => ({ ...mail, messageId: `<${this.randomness.token(18)}@training>` }))),
        this.clock.now(),
      ],
    );
    return rows.map(({ id }) => id);
  }
}
