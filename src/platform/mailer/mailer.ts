import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
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
  readonly attachments?: readonly MailAttachment[];
}

export interface KeptMail extends Mail {
  readonly id: string;
  readonly messageId: string;
  readonly writtenAt: Date;
  readonly deliveredAt: Date | null;
  readonly lastError: string | null;
}

/** How a message leaves; null keeps messages readable on a page of the service. */
export abstract class MailTransport {
  abstract readonly delivers: boolean;
  abstract send(mail: KeptMail): Promise<void>;
}

export class KeepingTransport extends MailTransport {
  readonly delivers = false;

  async send(): Promise<void> {
    // Kept messages are read where they are.
  }
}

export class SmtpTransport extends MailTransport {
  readonly delivers = true;
  private readonly smtp;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    super();
    this.smtp = createTransport(url);
  }

  async send({ messageId, to, subject, body, attachments = [] }: KeptMail): Promise<void> {
    // Mail programs act on a calendar by themselves only where it is another way to read the message, and on one only.
    const isOneCalendar = attachments.length === 1 && /^text\/calendar\b/.test(attachments[0]!.type);
    const parts = attachments.map(({ name, type, content }) => ({
      contentType: type,
      content,
      ...(isOneCalendar ? {} : { filename: name }),
    }));
    const carried = isOneCalendar ? { alternatives: parts } : { attachments: parts };
    await this.smtp.sendMail({ messageId, from: this.from, to, subject, text: body, ...carried });
  }
}

/** A message refused so often is not tried again. */
export const mostAttempts = 10;

/**
 * The outbox: a message is written in the transaction that causes it and leaves after commit. Its Message-ID is stable,
 * so a message accepted by a server that died before answering is folded by the mailbox.
 */
@Injectable()
export class Mailer {
  constructor(
    private readonly database: Database,
    private readonly transport: MailTransport,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** Writes messages to the outbox; returns their ids in order. */
  async write(tx: Tx, mails: readonly Mail[]): Promise<string[]> {
    if (mails.length === 0) return [];
    const rows: { id: string; n: number }[] = await tx.query(
      `WITH written AS (
         SELECT gen_random_uuid() AS id, m.*
         FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("messageId" text, "to" citext, "accountId" uuid, subject text, body text, attachments jsonb))
           WITH ORDINALITY AS m ("messageId", "to", "accountId", subject, body, attachments, n)
       ), stored AS (
         INSERT INTO mail_messages (id, message_id, to_address, to_account_id, subject, body, attachments, written_at)
         SELECT id, "messageId", "to", "accountId", subject, body, coalesce(attachments, '[]'), $2 FROM written
       ) SELECT id, n FROM written ORDER BY n`,
      [
        JSON.stringify(mails.map((mail) => ({ ...mail, messageId: `<${this.randomness.token(18)}@training>` }))),
        this.clock.now(),
      ],
    );
    return rows.map(({ id }) => id);
  }

  /** Sends what has not left yet; returns how many left. Each message has its own short transaction. */
  async deliver(): Promise<number> {
    if (!this.transport.delivers) return 0;
    let left = 0;
    while (await this.database.inTransaction((tx) => this.deliverOne(tx))) left += 1;
    return left;
  }

  private async deliverOne(tx: Tx): Promise<boolean> {
    const [mail]: KeptMail[] = await tx.query(
      `SELECT id, message_id AS "messageId", to_address AS "to", to_account_id AS "accountId", subject, body, attachments FROM mail_messages
       WHERE delivered_at IS NULL AND attempts < ${mostAttempts} ORDER BY attempts, written_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    if (!mail) return false;
    try {
      await this.transport.send(mail);
      await tx.query(`UPDATE mail_messages SET delivered_at = $2, last_error = NULL WHERE id = $1`, [
        mail.id,
        this.clock.now(),
      ]);
      return true;
    } catch (error) {
      await tx.query(`UPDATE mail_messages SET attempts = attempts + 1, last_error = $2 WHERE id = $1`, [
        mail.id,
        String(error),
      ]);
      return false;
    }
  }
}
