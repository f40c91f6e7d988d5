import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { ownAddress } from '../../platform/pages/own-address';
import { hashToken, Randomness } from '../../platform/randomness';
import { attemptMinutes } from './attempt-cookie';
import type { AttemptSecrets } from './identity-provider';
import { SignInNotUnderWay } from './open-id.refusals';

/** A sign-in at the provider that began in some browser. */
export interface Attempt {
  readonly id: string;
  /** Where the browser goes once somebody is in. */
  readonly next: string;
}

/** Somebody the provider knows, whom our own second step is asked of. */
export interface WaitingAttempt extends Attempt {
  readonly accountId: string;
  readonly subject: string;
}

/**
 * Sign-ins under way. The browser alone has the token, of which all that goes to the provider is made; here stands its hash, so
 * that whoever reads the table can finish nobody's sign-in.
 */
@Injectable()
export class OpenIdAttempts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  newToken(): string {
    return this.randomness.token();
  }

  /** Two secrets of one token say nothing of each other, nor of it. */
  secretsOf(token: string): AttemptSecrets {
    const of = (purpose: string) => createHmac('sha256', token).update(purpose).digest('base64url');
    return { state: of('state'), nonce: of('nonce'), verifier: of('verifier') };
  }

  async begin(token: string, next: unknown): Promise<void> {
    const now = this.clock.now();
    await this.database.inTransaction(async (tx) => {
      await tx.execute('DELETE FROM open_id_attempts WHERE ends_at <= $1', [now]);
      await tx.execute('INSERT INTO open_id_attempts (token_hash, next, ends_at) VALUES ($1, $2, $3)', [
        hashToken(token),
        ownAddress(next),
        new Date(now.getTime() + attemptMinutes * 60_000),
      ]);
    });
  }

  /** The browser is back; of two that come with the same, one is. @throws SignInNotUnderWay */
  async takeBack(token: string): Promise<Attempt> {
    return this.database.inTransaction(async (tx) => {
      const [attempt] = await tx.rows<Attempt>(
        `UPDATE open_id_attempts SET came_back_at = $2 WHERE token_hash = $1 AND came_back_at IS NULL AND ends_at > $2
         RETURNING id, next`,
        [hashToken(token), this.clock.now()],
      );
      if (!attempt) throw new SignInNotUnderWay();
      return attempt;
    });
  }

  async wait({ id, accountId, subject }: WaitingAttempt): Promise<void> {
    await this.database.inTransaction((tx) =>
      tx.execute('UPDATE open_id_attempts SET account_id = $2, subject = $3 WHERE id = $1', [id, accountId, subject]),
    );
  }

  /** @throws SignInNotUnderWay */
  async waiting(token: string): Promise<WaitingAttempt> {
    const [attempt] = await this.database.read<WaitingAttempt>(
      `SELECT id, next, account_id, subject FROM open_id_attempts
       WHERE token_hash = $1 AND account_id IS NOT NULL AND ends_at > $2`,
      [hashToken(token), this.clock.now()],
    );
    if (!attempt) throw new SignInNotUnderWay();
    return attempt;
  }

  /** Nothing is done by it from now on. @throws SignInNotUnderWay */
  async endWith(tx: Tx, { id }: Attempt): Promise<void> {
    const ended = await tx.execute('DELETE FROM open_id_attempts WHERE id = $1', [id]);
    if (ended === 0) throw new SignInNotUnderWay();
  }
}
