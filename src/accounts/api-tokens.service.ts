import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { NotFound } from '../platform/problems/refusals';
import { hashToken, Randomness } from '../platform/randomness';
import { accountActions } from './accounts.words';

export const tokenScopes = ['read', 'write'] as const;
export type TokenScope = (typeof tokenScopes)[number];

export interface ApiTokenItem {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** When it was last used, to five minutes; null when it never was. */
  readonly usedAt: Date | null;
}

/** Tokens for programs: they act as the account that made them. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @returns the token, told this once only */
  async issue(
    actor: Actor,
    name: string,
    days: number,
    scope: TokenScope,
  ): Promise<ApiTokenItem & { readonly token: string }> {
    const token = `tr_${this.randomness.token()}`;
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + days * 86_400_000);
    return this.database.inTransaction(async (tx) => {
      const row = await tx.row<{ id: string }>(
        `INSERT INTO api_tokens (token_hash, account_id, name, created_at, expires_at, scope) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [hashToken(token), actor.accountId, name, createdAt, expiresAt, scope],
      );
      const { id } = row;
      await this.journal.write(tx, actor, {
        action: accountActions.token_issued,
        subject: { type: 'api_token', id },
        facts: { scope },
      });
      return { id, name, scope, createdAt, expiresAt, usedAt: null, token };
    });
  }

  async listMine(actor: Actor): Promise<ApiTokenItem[]> {
    return this.database.read(
      `SELECT id, name, scope, created_at, expires_at, used_at FROM api_tokens
       WHERE account_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY created_at DESC`,
      [actor.accountId, this.clock.now()],
    );
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const count = await tx.execute(
        `UPDATE api_tokens SET revoked_at = $3 WHERE id = $1 AND account_id = $2 AND revoked_at IS NULL`,
        [id, actor.accountId, this.clock.now()],
      );
      if (count === 0) throw new NotFound();
      await this.journal.write(tx, actor, { action: accountActions.token_revoked, subject: { type: 'api_token', id } });
    });
  }

  /** The use case that asks journals it. */
  async revokeAllWith(tx: Tx, accountId: string): Promise<void> {
    await tx.execute(`UPDATE api_tokens SET revoked_at = $2 WHERE account_id = $1 AND revoked_at IS NULL`, [
      accountId,
      this.clock.now(),
    ]);
  }
}
