import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { hashToken, Randomness } from '../../platform/randomness';
import { type LinkEnd, LinkNotOpen } from './links.refusals';
import { lifeMinutes, type LinkPurpose, type Purpose } from './purposes';

/** Whose link it is. */
export interface LinkHolder {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

/**
 * Links that work once. One is asked for first and made when it leaves, by mail or on paper; made again, the earlier of
 * it opens nothing, and so does one asked for before. Only hashes are kept: what opens a link stands nowhere here.
 */
@Injectable()
export class OneTimeLinksService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @returns a link for each of these accounts, by the account's id; it opens nothing until it is made */
  async ask(
    tx: Tx,
    purpose: Purpose,
    accountIds: readonly string[],
    askedBy: string | null,
  ): Promise<ReadonlyMap<string, string>> {
    // Whoever asks for the same account waits here, so that one link of a purpose is open at a time.
    await tx.execute(`SELECT FROM accounts WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [accountIds]);
    await this.revoke(tx, accountIds, purpose);
    const asked = await tx.rows<{ id: string; accountId: string }>(
      `INSERT INTO account_links (account_id, purpose, asked_at, asked_by) SELECT account, $2, $3, $4 FROM unnest($1::uuid[]) account
       RETURNING id, account_id`,
      [accountIds, purpose, this.clock.now(), askedBy],
    );
    return new Map(asked.map(({ id, accountId }) => [accountId, id]));
  }

  /** @returns what opens each link that is still wanted, by the link's id: told this once, and from now on nothing else opens it */
  async make(tx: Tx, linkIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const tokens = linkIds.map((id) => ({ id, token: this.randomness.token() }));
    const hashes = tokens.map(({ id, token }) => ({ id, hash: hashToken(token) }));
    const made = await tx.rows<{ id: string }>(
      `UPDATE account_links l SET token_hash = t.hash, made_at = $2, ends_at = $2::timestamptz + make_interval(mins => ($3::jsonb ->> l.purpose)::int)
       FROM jsonb_to_recordset($1::jsonb) AS t (id uuid, hash text), accounts a
       WHERE l.id = t.id AND a.id = l.account_id AND a.disabled_at IS NULL AND used_at IS NULL AND revoked_at IS NULL RETURNING l.id`,
      [JSON.stringify(hashes), this.clock.now(), JSON.stringify(lifeMinutes)],
    );
    const wanted = new Set(made.map(({ id }) => id));
    return new Map(tokens.flatMap(({ id, token }) => (wanted.has(id) ? [[id, token] as const] : [])));
  }

  /** Whose link it is; nothing changes, since programs that look through mail follow links. @throws LinkNotOpen */
  async look(purpose: LinkPurpose, token: string): Promise<LinkHolder> {
    const [holder] = await this.database.read<LinkHolder>(
      `SELECT a.id AS account_id, a.name, a.email FROM account_links l JOIN accounts a ON a.id = l.account_id WHERE ${isOpen}`,
      [hashToken(token), purpose, this.clock.now()],
    );
    if (!holder) throw new LinkNotOpen(purpose, await this.endOf(this.database.reader, purpose, token));
    return holder;
  }

  /** Uses a link up. @returns the account's id @throws LinkNotOpen */
  async use(tx: Tx, purpose: LinkPurpose, token: string): Promise<string> {
    const [used] = await tx.rows<{ accountId: string }>(
      `UPDATE account_links l SET used_at = $3 FROM accounts a WHERE a.id = l.account_id AND ${isOpen} RETURNING a.id AS account_id`,
      [hashToken(token), purpose, this.clock.now()],
    );
    if (!used) throw new LinkNotOpen(purpose, await this.endOf(tx, purpose, token));
    return used.accountId;
  }

  /** @param purpose those for this alone; all of them unless told @returns how many there were */
  async revoke(tx: Tx, accountIds: readonly string[], purpose: Purpose | null = null): Promise<number> {
    return tx.execute(
      `UPDATE account_links SET revoked_at = $3 WHERE account_id = ANY ($1::uuid[]) AND coalesce(purpose = $2, true)
         AND used_at IS NULL AND revoked_at IS NULL`,
      [accountIds, purpose, this.clock.now()],
    );
  }

  private async endOf(tx: Tx, purpose: LinkPurpose, token: string): Promise<LinkEnd> {
    const [link] = await this.database.read<{ end: LinkEnd }>(
      `SELECT CASE WHEN used_at IS NOT NULL THEN 'used' WHEN revoked_at IS NULL AND ends_at <= $3 THEN 'ended'
         WHEN purpose = 'invitation' AND revoked_at IS NULL AND a.disabled_at IS NULL THEN 'came' ELSE 'revoked' END AS "end"
       FROM account_links l JOIN accounts a ON a.id = l.account_id WHERE token_hash = $1 AND purpose = $2`,
      [hashToken(token), purpose, this.clock.now()],
      tx,
    );
    return link?.end ?? 'unknown';
  }
}

/** `$1` is the hash of what was sent, `$2` what it is for, `$3` now. Who came already, in whatever way, is invited by nothing. */
const isOpen = `token_hash = $1 AND purpose = $2 AND ends_at > $3 AND used_at IS NULL AND revoked_at IS NULL AND a.disabled_at IS NULL
  AND (purpose <> 'invitation' OR a.accepted_at IS NULL)`;
