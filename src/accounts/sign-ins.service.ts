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
import { StaffSignInAtProvider, WrongEmailOrPassword } from './accounts.refusals';
import { AccountsService } from './accounts.service';
import { accountActions, type SignInWay } from './accounts.words';
import { nobodysHash, passwordFits } from './passwords';
import { SecondFactorsService } from './second-factors/second-factors.service';
import { SignInLimits } from './sign-in-limits';

/** Signing in and out. Only the hash of a token is stored; the token itself is in the browser alone. */
@Injectable()
export class SignInsService extends SignInAgain {
  constructor(
    private readonly limits: SignInLimits,
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
    await this.assertMayTypePassword(this.database.reader, account);
    await this.secondFactors.assertFits(actorOf(account), code);
    return account;
  }

  /**
   * Where staff come by the provider alone, the password of an emergency administrator works all the same; while none of them
   * could come by one, that of every administrator does, so that a provider that is gone locks nobody out.
   * @throws StaffSignInAtProvider
   */
  async assertMayTypePassword(tx: Tx, { id }: Pick<Account, 'id'>): Promise<void> {
    const { openId } = this.settings;
    if (!openId?.isForAllStaff) return;
    const held = await this.database.read<{ isAdministrator: boolean; isNamed: boolean; isOneNamedThere: boolean }>(
      `WITH administrators AS (
         SELECT a.id, a.email = ANY ($3::citext[]) AS is_named, a.password_hash IS NOT NULL AS has_password
         FROM accounts a WHERE a.disabled_at IS NULL AND EXISTS (
           SELECT FROM grants_in_force($2::date) g WHERE g.account_id = a.id AND g.role = 'admin' AND g.unit_id = organizing_bloc()))
       SELECT a.id IS NOT NULL AS is_administrator, coalesce(a.is_named, false) AS is_named,
         EXISTS (SELECT FROM administrators WHERE is_named AND has_password) AS is_one_named_there
       FROM grants_in_force($2::date) g LEFT JOIN administrators a ON a.id = g.account_id WHERE g.account_id = $1 LIMIT 1`,
      [id, this.clock.today(), openId.emergencyAdministrators],
      tx,
    );
    const mayStill = held.every((one) => one.isAdministrator && (one.isNamed || !one.isOneNamedThere));
    if (!mayStill) throw new StaffSignInAtProvider(openId.name);
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
