import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Database, type Tx } from '../database/database';
import { Journal } from '../journal/journal';
import { NotAllowed, NotFound } from '../problems/refusals';
import type { Upload } from '../uploads';
import { readDeliveryReport, type ReportedRecipient } from './delivery-report';
import { MailAddresses } from './mail-addresses';
import { AddressNotBad, HasNotLeft, notADeliveryReport } from './mail-returns.refusals';
import { mayReadAllMail } from './mail.policy';
import { mailActions } from './mail.words';
import { verdictOfReport } from './smtp-replies';

/** Reports return headers, or a message of ours; none is larger. */
export const largestReportMegabytes = 1;

/** What became of one recipient a report names. */
export interface ReportedReturn {
  readonly address: string;
  /** `not_failed`: the report tells of a delay or a success. `unknown`: no message of ours. */
  readonly result: 'returned' | 'not_failed' | 'unknown';
  /** The message that came back. */
  readonly mailId: string | null;
}

/** Notes that messages came back after they had left. */
@Injectable()
export class MailReturnsService {
  constructor(
    private readonly database: Database,
    private readonly addresses: MailAddresses,
    private readonly journal: Journal,
  ) {}

  /** By the word of somebody who holds the returned message. @throws NotAllowed | NotFound | HasNotLeft */
  async noteByHand(actor: Actor, id: string, reason: string): Promise<void> {
    if (!mayReadAllMail(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const { to, hasLeft } = await this.lock(tx, id);
      if (!hasLeft) throw new HasNotLeft();
      await this.addresses.cameBack(tx, { id, reason });
      await this.addresses.markBad(tx, { id, to, reason });
      await this.record(tx, actor, id, reason);
    });
  }

  /**
   * By the report of a mail server (RFC 3464). The message is found by its Message-ID, else it is the last that left to
   * the address. Telling twice is telling once. @throws NotAllowed | InvalidInput when it is no such report
   */
  async noteReport(actor: Actor, file: Upload | null): Promise<ReportedReturn[]> {
    if (!mayReadAllMail(actor)) throw new NotAllowed();
    const report = file && readDeliveryReport(file.content.toString('utf8'));
    if (!report || report.recipients.length === 0) throw notADeliveryReport();
    return this.database.inTransaction(async (tx) => {
      const results: ReportedReturn[] = [];
      for (const recipient of report.recipients)
        results.push(await this.noteRecipient(tx, actor, report.messageId, recipient));
      return results;
    });
  }

  private async noteRecipient(
    tx: Tx,
    actor: Actor,
    messageId: string | null,
    { address, action, status, diagnostic }: ReportedRecipient,
  ): Promise<ReportedReturn> {
    if (action !== 'failed') return { address, result: 'not_failed', mailId: null };
    const [found] = await tx.rows<{ id: string; to: string; isNew: boolean }>(
      `SELECT id, to_address::text AS "to", returned_at IS NULL AS is_new FROM mail_messages
       WHERE delivered_at IS NOT NULL AND (message_id = '<' || $1::text || '>' OR to_address = $2)
       ORDER BY message_id = '<' || $1::text || '>' DESC NULLS LAST, delivered_at DESC, ordinal DESC LIMIT 1 FOR UPDATE`,
      [messageId, address],
    );
    if (!found) return { address, result: 'unknown', mailId: null };
    const { id, to, isNew } = found;
    const reason = [status, diagnostic].filter(Boolean).join(' – ');
    if (isNew) {
      await this.addresses.cameBack(tx, { id, reason });
      if (verdictOfReport(status, diagnostic) === 'address') await this.addresses.markBad(tx, { id, to, reason });
      await this.record(tx, actor, id, status);
    }
    return { address, result: 'returned', mailId: id };
  }

  /** The address of a message works after all: what waited for it leaves. @throws NotAllowed | NotFound | AddressNotBad */
  async trustAddress(actor: Actor, id: string): Promise<void> {
    if (!mayReadAllMail(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const { to } = await this.lock(tx, id);
      if (!(await this.addresses.trust(tx, to))) throw new AddressNotBad();
      await this.journal.write(tx, actor, {
        action: mailActions.address_trusted,
        subject: { type: 'mail_message', id },
      });
    });
  }

  private async lock(tx: Tx, id: string): Promise<{ to: string; hasLeft: boolean }> {
    const [found] = await tx.rows<{ to: string; hasLeft: boolean }>(
      `SELECT to_address::text AS "to", delivered_at IS NOT NULL AND returned_at IS NULL AS has_left FROM mail_messages WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!found) throw new NotFound();
    return found;
  }

  private async record(tx: Tx, actor: Actor, id: string, reason: string): Promise<void> {
    await this.journal.write(tx, actor, {
      action: mailActions.returned,
      subject: { type: 'mail_message', id },
      reason,
    });
  }
}
