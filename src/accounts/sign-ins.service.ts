import { Injectable } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import type { OpenedSession } from '../platform/access/session-cookie';
import { SignInAgain } from '../platform/access/sign-in-again';
import { type AttemptLimit, AttemptLimits } from '../platform/attempt-limits';
import { Clock } from '../platform/clock';
import { Database } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { hashToken, Randomness } from '../platform/randomness';
import { PlatformSettings } from '../platform/settings';
import { Account } from './account.entity';
import { TooManySignIns, WrongEmailOrPassword } from './accounts.refusals';
import { accountActions } from './accounts.words';
import { nobodysHash, passwordFits } from './passwords';

const windowSeconds = 15 * 60;

/** Signing in and out. Only the hash of a token is stored; the token itself is in the browser alone. */
@Injectable()
export class SignInsService extends SignInAgain {
  private readonly attempts: AttemptLimit;

  constructor(
    attempts: AttemptLimits,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {
    super();
    this.attempts = attempts.of({
      table: 'sign_in_attempts',
      attempts: settings.signInLimit,
      seconds: windowSeconds,
    });
  }

  /**
   * @param from the caller's network address; failed attempts are counted per address and e-mail
   * @returns the session's token and the moment it ends
   * @throws WrongEmailOrPassword | TooManySignIns
   */
  async signIn(email: string, password: string, from: string): Promise<OpenedSession> {
    return this.open(await this.accountOf(email, password, from));
  }

  async signInAgain(
    email: string,
    password: string,
    from: string,
    ended: string | undefined,
  ): Promise<OpenedSession & { readonly isSame: boolean }> {
    const account = await this.accountOf(email, password, from);
    const opened = await this.open(account);
    const [before] = await this.database.read<{ accountId: string }>(
      `SELECT account_id FROM web_sessions WHERE token_hash = $1`,
      [hashToken(ended ?? '')],
    );
    return { ...opened, isSame: before?.accountId === account.id };
  }

  private async accountOf(email: string, password: string, from: string): Promise<Account> {
    const key = `${from} ${email.toLowerCase()}`;
    const seconds = await this.attempts.secondsToWait(key);
    if (seconds !== null) throw new TooManySignIns(seconds);
    const account = await this.database.reader.findOneBy(Account, { email });
    const fits = await passwordFits(account?.passwordHash ?? (await nobodysHash), password);
    if (!account || !fits || account.isDisabled) {
      await this.attempts.failed(key);
      throw new WrongEmailOrPassword();
    }
    await this.attempts.forget(key);
    return account;
  }

  async signOut(token: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const [session] = await tx.rows<{ id: string; accountId: string; name: string }>(
        `UPDATE web_sessions s SET ended_at = $2 FROM accounts a WHERE a.id = s.account_id AND token_hash = $1 AND ended_at IS NULL
         RETURNING s.id, s.account_id, a.name`,
        [hashToken(token), this.clock.now()],
      );
      if (!session) return;
      const actor = new Actor(session.accountId, null, session.name, 'vi', [], null);
      await this.journal.write(tx, actor, {
        action: accountActions.signed_out,
        subject: { type: 'account', id: session.accountId },
      });
    });
  }

  private async open(account: Account): Promise<OpenedSession> {
    const token = this.randomness.token();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.settings.sessionHours * 3_600_000);
    await this.database.inTransaction(async (tx) => {
      await tx.execute(
        `INSERT INTO web_sessions (token_hash, account_id, created_at, expires_at) VALUES ($1, $2, $3, $4)`,
        [hashToken(token), account.id, now, expiresAt],
      );
      const actor = new Actor(account.id, account.personId, account.name, account.locale, [], null);
      await this.journal.write(tx, actor, {
        action: accountActions.signed_in,
        subject: { type: 'account', id: account.id },
      });
    });
    return { token, expiresAt };
  }
}
