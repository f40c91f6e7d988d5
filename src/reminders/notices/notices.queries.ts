import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { keysetPage, type Orders, type PageOf } from '../../platform/paging';
import type { Bilingual } from '../../platform/messages/words';
import type { NoticeOrder, NoticesRequest } from './notices.requests';

export interface NoticeItem {
  readonly id: string;
  readonly at: Date;
  readonly text: Bilingual;
  readonly link: string | null;
  readonly readAt: Date | null;
}

export interface NoticesPage extends PageOf<NoticeItem> {
  readonly unread: number;
}

const orders: Orders<NoticeOrder, NoticeItem> = {
  at: [
    { column: 'at', type: 'timestamptz', value: ({ at }) => at.toISOString() },
    { column: 'id', type: 'uuid', value: ({ id }) => id },
  ],
};

@Injectable()
export class NoticesQueries {
  constructor(private readonly database: Database) {}

  /** The actor's own notices, newest first unless told, and how many are unread. */
  async mine(
    actor: Actor,
    { unread: isUnread = false, sort = '-at', ...part }: NoticesRequest & { readonly sort?: NoticeOrder | undefined },
  ): Promise<NoticesPage> {
    const parameters: unknown[] = [actor.accountId, isUnread];
    const page = keysetPage(orders, { sort, ...part }, parameters);
    const [rows, unread] = await Promise.all([
      this.database.read<NoticeItem>(
        `SELECT id, at, jsonb_build_object('vi', text_vi, 'en', text_en) AS text, link, read_at FROM notices
         WHERE account_id = $1 AND (NOT $2 OR read_at IS NULL) AND ${page.condition} ${page.orderAndLimit}`,
        parameters,
      ),
      actor.accountId ? this.unread(actor.accountId) : 0,
    ]);
    return { ...page.of(rows), unread };
  }

  private async unread(accountId: string): Promise<number> {
    const [row] = await this.database.read<{ unread: number }>(
      `SELECT count(*) AS unread FROM notices WHERE account_id = $1 AND read_at IS NULL`,
      [accountId],
    );
    return row!.unread;
  }
}
