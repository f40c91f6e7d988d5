import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { cursorValues, pageOf, type PageOf, usualPage } from '../../platform/paging';
import type { Bilingual } from '../../platform/messages/words';
import type { NoticesRequest } from './notices.requests';

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

@Injectable()
export class NoticesQueries {
  constructor(private readonly database: Database) {}

  /** The actor's own notices, newest first, and how many are unread. */
  async mine(
    actor: Actor,
    { unread: isUnread = false, limit = usualPage, after }: NoticesRequest,
  ): Promise<NoticesPage> {
    const [at, id] = cursorValues(after, 2) ?? [null, null];
    const [rows, unread] = await Promise.all([
      this.database.read<NoticeItem>(
        `SELECT id, at, jsonb_build_object('vi', text_vi, 'en', text_en) AS text, link, read_at FROM notices
         WHERE account_id = $1 AND (NOT $5 OR read_at IS NULL) AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid)) ORDER BY at DESC, id DESC LIMIT $4`,
        [actor.accountId, at, id, limit + 1, isUnread],
      ),
      actor.accountId ? this.unread(actor.accountId) : 0,
    ]);
    return { ...pageOf(rows, limit, (notice) => [notice.at.toISOString(), notice.id]), unread };
  }

  private async unread(accountId: string): Promise<number> {
    const [row] = await this.database.read<{ unread: number }>(
      `SELECT count(*) AS unread FROM notices WHERE account_id = $1 AND read_at IS NULL`,
      [accountId],
    );
    return row!.unread;
  }
}
