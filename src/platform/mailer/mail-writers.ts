import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database';
import type { DropReason, Mail } from './mailer';

/** A message that is about to leave. */
export interface WaitingMail {
  readonly id: string;
  readonly about: string | null;
  /** Null for one that goes out however late it is. */
  readonly notAfter: Date | null;
}

export type WrittenAnew = Mail | DropReason;

/**
 * Knows what a message is about, and writes it anew as it leaves: what was true when it was first written may not be any
 * more, and so may the address or a link be. Said twice of the same facts it says the same.
 */
export interface MailWriter {
  /** Stands in `mail_messages.writer`. */
  readonly name: string;
  /** @param mails in the order they leave in; each is answered by its id */
  writeAnew(tx: Tx, mails: readonly WaitingMail[]): Promise<ReadonlyMap<string, WrittenAnew>>;
  /** Which of these, which carry files, say what has changed since they were written anew, a moment ago: they are written once more before they leave. */
  outdated?(tx: Tx, mailIds: readonly string[]): Promise<readonly string[]>;
  /**
   * Makes what stands in no database, such as a link that works once: it is put in `secretPlace` as the message leaves,
   * and made anew each time it is tried. One left without does not leave.
   */
  secrets?(tx: Tx, mails: readonly Pick<WaitingMail, 'id' | 'about'>[]): Promise<ReadonlyMap<string, string>>;
}

/** The writers of all features; each adds itself as the service starts. */
@Injectable()
export class MailWriters {
  private readonly writers = new Map<string, MailWriter>();

  add(writer: MailWriter): void {
    if (this.writers.has(writer.name)) throw new Error(`Two write the mail of ${writer.name}.`);
    this.writers.set(writer.name, writer);
  }

  /** Null for a message nobody writes anew. */
  of(name: string | null): MailWriter | null {
    return (name && this.writers.get(name)) || null;
  }
}
