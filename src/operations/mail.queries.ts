import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../platform/paging';
import type { MailOrder } from './mail.requests';
import type { KeptMail } from '../platform/mailer/mailer';

const columns = `id, message_id, to_address AS "to", to_account_id AS account_id, subject, body,
  written_at, delivered_at, dead_at, returned_at, dropped_reason,
  EXISTS (SELECT FROM bad_mail_addresses b WHERE b.address = to_address) AS address_is_bad, last_error`;

const orders: Orders<MailOrder, KeptMail> = {
  writtenAt: [
    { column: 'written_at', type: 'timestamptz', value: ({ writtenAt }) => writtenAt.toISOString() },
    { column: 'id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class MailQueries {
  constructor(private readonly database: Database) {}

  /** Newest first unless told. @param accountId only messages to this account; null reads all */
  async list(
    accountId: string | null,
    {
      sort = '-writtenAt',
      ...part
    }: { sort?: MailOrder | undefined; limit?: number | undefined; after?: string | undefined },
  ): Promise<PageOf<KeptMail>> {
    const parameters: unknown[] = [accountId];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const rows = await this.database.read<KeptMail>(
      `SELECT ${columns} FROM mail_messages WHERE ($1::uuid IS NULL OR to_account_id = $1)
         AND ${page.condition} ${page.orderAndLimit}`,
      parameters,
    );
    return page.of(rows);
  }

  async message(id: string): Promise<KeptMail | null> {
    const [found] = await this.database.read<KeptMail>(
      `SELECT ${columns}, attachments FROM mail_messages WHERE id = $1`,
      [id],
    );
    return found ?? null;
  }
}
