import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { cursorValues, pageOf, type PageOf, type PageQuery, usualPage } from '../platform/paging';
import type { KeptMail } from '../platform/mailer/mailer';

const columns = `id, message_id, to_address AS "to", to_account_id AS account_id, subject, body,
  written_at, delivered_at, dead_at, returned_at, dropped_reason,
  EXISTS (SELECT FROM bad_mail_addresses b WHERE b.address = to_address) AS address_is_bad, last_error`;

@Injectable()
export class MailQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. @param accountId only messages to this account; null reads all */
  async list(accountId: string | null, { limit = usualPage, after }: PageQuery): Promise<PageOf<KeptMail>> {
    const [writtenAt, id] = cursorValues(after, 2) ?? [null, null];
    const rows = await this.database.read<KeptMail>(
      `SELECT ${columns} FROM mail_messages WHERE ($1::uuid IS NULL OR to_account_id = $1)
         AND ($2::timestamptz IS NULL OR written_at < $2 OR (written_at = $2 AND id > $3::uuid))
       ORDER BY written_at DESC, id LIMIT $4`,
      [accountId, writtenAt, id, limit + 1],
    );
    return pageOf(rows, limit, (mail) => [mail.writtenAt.toISOString(), mail.id]);
  }

  async message(id: string): Promise<KeptMail | null> {
    const [found] = await this.database.read<KeptMail>(
      `SELECT ${columns}, attachments FROM mail_messages WHERE id = $1`,
      [id],
    );
    return found ?? null;
  }
}
