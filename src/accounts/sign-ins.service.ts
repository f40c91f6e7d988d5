import { Injectable } from '@nestjs/common';
import { Actor } from '../platform/access/actor';
import type { OpenedSession } from '../platform/access/session-cookie';
import { type Comer, SignInAgain, type TypedSignIn } from '../platform/access/sign-in-again';
import { Clock } from '../platform/clock';
import { Database, type Tx } from '../platform/database/database';
import { Journal } from '../platform/journal/journal';
import { hashToken, Randomness } from '../platform/randomness';
import { PlatformSettings } from '../platform/settings';
import { Account } from './account.entity';
import { WrongEmailOrPassword } from './accounts.refusals';
import { AccountsService } from './accounts.service';
import { accountActions, type SignInWay } from './accounts.words';
import { nobodysHash, passwordFits } from './passwords';
import { SecondFactorsService } from './second-factors/second-factors.service';
import { SignInLimits } from './sign-in-limits';
import { TypedPasswords } from './typed-passwords.service';

/** Signing in and out. Only the hash of a token is stored; the token itself is in the browser alone. */
@Injectable()
export class SignInsService extends SignInAgain {
  constructor(
    private readonly limits: SignInLimits,
    private readonly passwords: TypedPasswords,
    private readonly accounts: AccountsService,
    private readonly secondFactors: SecondFactorsService,
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly settings: PlatformSettings,
  ) {
    super();
  }

  /** @throws WrongEmailOrPassword | StaffSignInAtProvider | TooManySignIns | CodeNeeded | WrongCode | TooManyCodes */
  async signIn(typed: TypedSignIn, comer: Comer): Promise<OpenedSession> {
    return this.open(await this.accountOf(typed, comer), comer.browser);
  }

  async signInAgain(typed: TypedSignIn, comer: Comer): Promise<OpenedSession & { readonly isSame: boolean }> {
    const account = await this.accountOf(typed, comer);
    const opened = await this.open(account, comer.browser);
    const [before] = await this.database.read<{ accountId: string }>(
      `SELECT account_id FROM web_sessions WHERE token_hash = $1 OR token_before = $1`,
      [hashToken(comer.token ?? '')],
    );
    return { ...opened, isSame: before?.accountId === account.id };
  }

  private async accountOf({ email, password, code }: TypedSignIn, comer: Comer): Promise<Account> {
    const attempt = await this.limits.attempt(email, comer);
    const account = await this.database.reader.findOneBy(Account, { email });
    const fits = await passwordFits(account?.passwordHash ?? (await nobodysHash), password);
    if (!account || !fits || account.isDisabled) throw new WrongEmailOrPassword();
    await attempt.succeeded();
    await this.passwords.assertMayType(account.id);
    await this.secondFactors.assertFits(actorOf(account), code);
    return account;
  }

  /** @returns how the session that ended had begun; null when there was none */
  async signOut(token: string): Promise<SignInWay | null> {
    return this.database.inTransaction(async (tx) => {
      const [session] = await tx.rows<{ id: string; accountId: string; name: string; way: SignInWay }>(
        `UPDATE web_sessions s SET ended_at = $2 FROM accounts a WHERE a.id = s.account_id AND (token_hash = $1 OR token_before = $1) AND ended_at IS NULL
         RETURNING s.id, s.account_id, a.name, s.way`,
        [hashToken(token), this.clock.now()],
      );
      if (!session) return null;
      const actor = new Actor(session.accountId, null, session.name, 'vi', [], null);
      await this.journal.write(tx, actor, {
        action: accountActions.signed_out,
        subject: { type: 'account', id: session.accountId },
      });
      return session.way;
    });
  }

  /** @param but a session that goes on @returns how many ended */
  async endAllWith(tx: Tx, accountId: string, but: string | null = null): Promise<number> {
    return tx.execute(
      `UPDATE web_sessions SET ended_at = $3 WHERE account_id = $1 AND id IS DISTINCT FROM $2::uuid AND ended_at IS NULL AND expires_at > $3`,
      [accountId, but, this.clock.now()],
    );
  }

  private async open(account: Account, browser: string | null): Promise<OpenedSession> {
    return this.database.inTransaction(async (tx) => {
      if (!(await this.accounts.isUnchangedWith(tx, account))) throw new WrongEmailOrPassword();
      return this.openWith(tx, actorOf(account), browser, 'password');
    });
  }

  /** @param hasSecondStep whether one was taken elsewhere, so that nothing of ours is asked for while the session lasts */
  async openWith(
    tx: Tx,
    actor: Actor,
    browser: string | null,
    way: SignInWay,
    hasSecondStep = false,
  ): Promise<OpenedSession> {
    const token = this.randomness.token();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.settings.sessionHours * 3_600_000);
    const lastsUntil = new Date(now.getTime() + this.settings.sessionDays * 86_400_000);
    await tx.execute(
      `INSERT INTO web_sessions (token_hash, account_id, created_at, seen_at, token_at, expires_at, browser, way, has_second_step)
       VALUES ($1, $2, $3, $3, $3, least($4::timestamptz, $5), $6, $7, $8)`,
      [hashToken(token), actor.accountId, now, expiresAt, lastsUntil, browser, way, hasSecondStep],
    );
    await tx.execute(`UPDATE accounts SET accepted_at = $2 WHERE id = $1 AND accepted_at IS NULL`, [
      actor.accountId,
      now,
    ]);
    await this.journal.write(tx, actor, {
      action: accountActions.signed_in,
      subject: { type: 'account', id: actor.accountId! },
      facts: { way },
    });
    return { token, expiresAt, lastsUntil };
  }
}

/** Who signs in, before it is known what they may do. */
export const actorOf = ({ id, personId, name, locale }: Account) => new Actor(id, personId, name, locale, [], null);
