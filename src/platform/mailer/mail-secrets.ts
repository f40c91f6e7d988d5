import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import type { Bilingual } from '../messages/words';
import { MailWriters, type WaitingMail } from './mail-writers';

/** What stands in a message where its secret will be, also for whoever reads it on a page of the service. */
export const secretPlace: Bilingual = {
  vi: '[liên kết dùng một lần, chỉ có trong thư đã gửi]',
  en: '[a link that works once, in the message that left alone]',
};

/** Messages this worker may send, with their secrets by the message's id. */
export interface Lent {
  readonly secrets: ReadonlyMap<string, string>;
  readonly until: Date;
}

/** Longer than a batch takes. A worker that dies leaves its messages to others after it. */
const lentForMinutes = 5;
/** Characters of a part that is not a word of an address. */
const leastSecret = 20;

/**
 * Makes the secrets of messages that are about to leave. They are committed before anything leaves, since a link may be
 * opened the moment the mail server took it; meanwhile the message is lent to this worker, so that no other makes a newer
 * one while the older is on its way.
 */
@Injectable()
export class MailSecrets {
  constructor(
    private readonly database: Database,
    private readonly writers: MailWriters,
    private readonly clock: Clock,
  ) {}

  needs(writer: string | null): boolean {
    return this.writers.of(writer)?.secrets !== undefined;
  }

  /** Of these messages those that are still to leave, with their secrets. */
  async lend(ids: readonly string[]): Promise<Lent> {
    const until = new Date(this.clock.now().getTime() + lentForMinutes * 60_000);
    if (ids.length === 0) return { secrets: new Map(), until };
    return this.database.inTransaction(async (tx) => {
      const mails = await this.take(tx, ids, until);
      const secrets = new Map<string, string>();
      for (const name of new Set(mails.map(({ writer }) => writer))) {
        const ofWriter = mails.filter(({ writer }) => writer === name);
        const made = await this.writers.of(name)?.secrets?.(tx, ofWriter);
        for (const [id, secret] of made ?? []) secrets.set(id, secret);
      }
      return { secrets, until };
    });
  }

  private async take(
    tx: Tx,
    ids: readonly string[],
    until: Date,
  ): Promise<(Pick<WaitingMail, 'id' | 'about'> & { readonly writer: string })[]> {
    return this.database.read(
      `WITH free AS (SELECT id FROM mail_messages WHERE id = ANY ($1::uuid[]) AND coalesce(next_attempt_at <= $2, false) FOR UPDATE SKIP LOCKED)
       UPDATE mail_messages m SET next_attempt_at = $3 FROM free WHERE m.id = free.id RETURNING m.id, m.about, m.writer`,
      [ids, this.clock.now(), until],
      tx,
    );
  }
}

export const withSecret = (text: string, secret: string): string =>
  Object.values(secretPlace).reduce((filled, place) => filled.replaceAll(place, secret), text);

/** What a mail server says may quote what it was sent, or the part of it nobody can guess. */
export const withoutSecret = (said: string, secret: string): string =>
  secret.split('/').reduce((kept, part) => (part.length < leastSecret ? kept : kept.replaceAll(part, '…')), said);
