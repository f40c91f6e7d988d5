import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Clock } from '../clock';
import { Database, type Tx } from '../database/database';
import type { Bilingual } from '../messages/words';
import { NotFound } from '../problems/refusals';

export interface NewNotice {
  readonly accountId: string;
  /** One sentence without personal data, in both languages: the reader may switch. */
  readonly text: Bilingual;
  /** The page where something can be done about it. */
  readonly link: string;
}

/** What an account is told inside the service, beside the mail. */
@Injectable()
export class NoticesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns their ids in order. */
  async write(tx: Tx, notices: readonly NewNotice[]): Promise<string[]> {
    if (notices.length === 0) return [];
    const rows = notices.map(({ accountId, text, link }) => ({ accountId, link, vi: text.vi, en: text.en }));
    const written = await tx.rows<{ id: string }>(
      `WITH written AS (
         SELECT gen_random_uuid() AS id, n.*
         FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("accountId" uuid, vi text, en text, link text))
           WITH ORDINALITY AS n ("accountId", vi, en, link, place)
       ), stored AS (
         INSERT INTO notices (id, account_id, at, text_vi, text_en, link) SELECT id, "accountId", $2, vi, en, link FROM written
       ) SELECT id FROM written ORDER BY place`,
      [JSON.stringify(rows), this.clock.now()],
    );
    return written.map(({ id }) => id);
  }

  /** The actor has read one of their own notices; reading it again changes nothing. Returns where it leads. */
  async read(actor: Actor, id: string): Promise<{ link: string | null }> {
    return this.database.inTransaction(async (tx) => {
      const [read] = await tx.rows<{ link: string | null }>(
        `UPDATE notices SET read_at = coalesce(read_at, $3) WHERE id = $1 AND account_id = $2 RETURNING link`,
        [id, actor.accountId, this.clock.now()],
      );
      if (!read) throw new NotFound();
      return read;
    });
  }

  /** The actor has read all of their own notices. Returns how many were unread. */
  async readAll(actor: Actor): Promise<number> {
    return this.database.inTransaction(async (tx) => {
      const count = await tx.execute(`UPDATE notices SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL`, [
        actor.accountId,
        this.clock.now(),
      ]);
      return count;
    });
  }
}
