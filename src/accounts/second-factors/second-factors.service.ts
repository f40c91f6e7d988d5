import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Actor } from '../../platform/access/actor';
import { type AttemptLimit, AttemptLimits } from '../../platform/attempt-limits';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { asCopied, hashToken, Randomness } from '../../platform/randomness';
import {
  CodeNeeded,
  SecondFactorIsNotOn,
  SecondFactorIsOff,
  SecondFactorIsOn,
  TooManyCodes,
  WrongCode,
} from './second-factors.refusals';
import { secondFactorActions } from './second-factors.words';

const codesTogether = 10;
const attempts = 5;
const windowSeconds = 15 * 60;
const stepSeconds = 30;

export interface SecondFactorState {
  /** Since when it is asked for; null while it was not tried out. */
  readonly confirmedAt: Date | null;
  /** Shown until it was tried out, and never again. */
  readonly key: { readonly secret: string; readonly address: string } | null;
  readonly codesLeft: number;
}

interface Kept {
  readonly secret: string;
  readonly confirmedAt: Date | null;
}

/** One-time codes by the clock (RFC 6238), and recovery codes for who has lost their telephone; each is taken once. */
@Injectable()
export class SecondFactorsService {
  private readonly attempts: AttemptLimit;

  constructor(
    limits: AttemptLimits,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {
    this.attempts = limits.of({ table: 'second_factor_attempts', attempts, seconds: windowSeconds });
  }

  /** Null for an account that never began. */
  async state({ accountId, name }: Actor): Promise<SecondFactorState | null> {
    const [kept] = await this.database.read<Kept & { readonly codesLeft: number }>(
      `SELECT secret, confirmed_at, (SELECT count(*)::int FROM recovery_codes c WHERE c.account_id = f.account_id AND used_at IS NULL) AS codes_left
       FROM second_factors f WHERE account_id = $1`,
      [accountId],
    );
    if (!kept) return null;
    const { secret, confirmedAt, codesLeft } = kept;
    const key = confirmedAt ? null : { secret, address: codesOf(secret, name).toString() };
    return { confirmedAt, codesLeft, key };
  }

  /** Makes a key, in place of one that was not tried out. @throws SecondFactorIsOn */
  async begin(actor: Actor): Promise<void> {
    const bytes = Buffer.from(this.randomness.token(20), 'base64url');
    const { base32 } = new Secret({ buffer: Uint8Array.from(bytes).buffer });
    await this.database.inTransaction(async (tx) => {
      const made = await tx.execute(
        `INSERT INTO second_factors (account_id, secret, made_at) VALUES ($1, $2, $3)
         ON CONFLICT (account_id) DO UPDATE SET secret = excluded.secret, made_at = excluded.made_at WHERE second_factors.confirmed_at IS NULL`,
        [actor.accountId, base32, this.clock.now()],
      );
      if (made === 0) throw new SecondFactorIsOn();
    });
  }

  /** The key works: from now on it is asked for. @returns recovery codes, told this once only @throws WrongCode */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const accountId = actor.accountId!;
    await this.count(accountId);
    const codes = await this.database.inTransaction(async (tx) => {
      const kept = await this.kept(tx, accountId);
      if (!kept) throw new SecondFactorIsOff();
      if (kept.confirmedAt) throw new SecondFactorIsOn();
      if (!(await this.takes(tx, accountId, kept.secret, code))) throw new WrongCode();
      await tx.execute('UPDATE second_factors SET confirmed_at = $2 WHERE account_id = $1', [
        accountId,
        this.clock.now(),
      ]);
      await this.write(tx, actor, secondFactorActions.turned_on);
      return this.makeCodes(tx, accountId);
    });
    await this.attempts.forget(accountId);
    return codes;
  }

  /** @returns recovery codes, told this once only @throws WrongCode | TooManyCodes */
  async renewCodes(actor: Actor, code: string): Promise<string[]> {
    return this.byCode(actor, code, async (tx) => {
      await this.write(tx, actor, secondFactorActions.codes_renewed);
      return this.makeCodes(tx, actor.accountId!);
    });
  }

  /** @throws WrongCode | TooManyCodes */
  async turnOff(actor: Actor, code: string): Promise<void> {
    await this.byCode(actor, code, async (tx) => {
      await tx.execute('DELETE FROM second_factors WHERE account_id = $1', [actor.accountId]);
      await this.write(tx, actor, secondFactorActions.turned_off);
    });
  }

  /** Whether signing in to an account asks for a code. */
  async isOn(accountId: string): Promise<boolean> {
    return (await this.kept(this.database.reader, accountId))?.confirmedAt != null;
  }

  /** For who has lost telephone and recovery codes, by somebody else. @throws SecondFactorIsNotOn */
  async removeWith(tx: Tx, actor: Actor, accountId: string, reason: string): Promise<void> {
    const removed = await tx.execute('DELETE FROM second_factors WHERE account_id = $1 AND confirmed_at IS NOT NULL', [
      accountId,
    ]);
    if (removed === 0) throw new SecondFactorIsNotOn();
    const subject = { type: 'account', id: accountId };
    await this.journal.write(tx, actor, { action: secondFactorActions.removed, subject, reason });
  }

  /**
   * The second step of signing in; nothing is asked of an account without one.
   * @throws CodeNeeded | WrongCode | TooManyCodes
   */
  async assertFits(actor: Actor, code: string | undefined): Promise<void> {
    const kept = await this.kept(this.database.reader, actor.accountId!);
    if (!kept?.confirmedAt) return;
    if (code === undefined) throw new CodeNeeded();
    await this.byCode(actor, code, () => Promise.resolve());
  }

  private async byCode<T>(actor: Actor, code: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const accountId = actor.accountId!;
    await this.count(accountId);
    const done = await this.database.inTransaction(async (tx) => {
      const kept = await this.kept(tx, accountId);
      if (!kept?.confirmedAt) throw new SecondFactorIsOff();
      if (await this.takes(tx, accountId, kept.secret, code)) return work(tx);
      if (!(await this.takesRecovery(tx, accountId, code))) throw new WrongCode();
      await this.write(tx, actor, secondFactorActions.recovery_code_used);
      return work(tx);
    });
    await this.attempts.forget(accountId);
    return done;
  }

  /** Counts before it looks: of many at once no more are looked at than are allowed. */
  private async count(accountId: string): Promise<void> {
    const seconds = await this.attempts.count(accountId);
    if (seconds !== null) throw new TooManyCodes(seconds);
  }

  private async kept(tx: Tx, accountId: string): Promise<Kept | undefined> {
    const [kept] = await this.database.read<Kept>(
      'SELECT secret, confirmed_at FROM second_factors WHERE account_id = $1',
      [accountId],
      tx,
    );
    return kept;
  }

  /** A code of this step, the one before or the one after, if none as late was taken: whoever looks over a shoulder has nothing. */
  private async takes(tx: Tx, accountId: string, secret: string, code: string): Promise<boolean> {
    const now = this.clock.now().getTime();
    const delta = codesOf(secret, '').validate({ token: code.replace(/\s/g, ''), timestamp: now, window: 1 });
    if (delta === null) return false;
    const step = Math.floor(now / 1000 / stepSeconds) + delta;
    const taken = await tx.execute(
      'UPDATE second_factors SET last_step = $2 WHERE account_id = $1 AND last_step < $2',
      [accountId, step],
    );
    return taken > 0;
  }

  private async takesRecovery(tx: Tx, accountId: string, code: string): Promise<boolean> {
    const taken = await tx.execute(
      'UPDATE recovery_codes SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL',
      [accountId, hashOf(code), this.clock.now()],
    );
    return taken > 0;
  }

  private async makeCodes(tx: Tx, accountId: string): Promise<string[]> {
    const codes = Array.from({ length: codesTogether }, () => this.randomness.paperCode(3));
    await tx.execute('DELETE FROM recovery_codes WHERE account_id = $1', [accountId]);
    await tx.execute('INSERT INTO recovery_codes (account_id, code_hash) SELECT $1, unnest($2::text[])', [
      accountId,
      codes.map(hashOf),
    ]);
    return codes;
  }

  private async write(tx: Tx, actor: Actor, action: Action): Promise<void> {
    await this.journal.write(tx, actor, { action, subject: { type: 'account', id: actor.accountId! } });
  }
}

const codesOf = (secret: string, label: string) =>
  new TOTP({ issuer: 'Đào tạo, bồi dưỡng', label, secret: Secret.fromBase32(secret), period: stepSeconds });

const hashOf = (code: string) => hashToken(asCopied(code));
