import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import type { Comer } from '../../platform/access/sign-in-again';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import { InvalidInput, NotFound } from '../../platform/problems/refusals';
import { Account } from '../account.entity';
import { AccountsService } from '../accounts.service';
import { hashChosenPassword } from '../chosen-passwords';
import { OneTimeLinksService } from '../links/one-time-links.service';
import { nobodysHash, passwordFits } from '../passwords';
import { SignInLimits } from '../sign-in-limits';
import { SignInsService } from '../sign-ins.service';
import { TypedPasswords } from '../typed-passwords.service';
import { ownAccountActions } from './own-account.words';

export interface OwnSession {
  readonly id: string;
  /** What the browser called itself as it signed in. */
  readonly browser: string | null;
  readonly createdAt: Date;
  /** To five minutes. */
  readonly seenAt: Date;
  readonly isThisOne: boolean;
}

/** `none` of whoever came by a link or by the provider; `unwanted` where one would be refused. */
export type OwnPassword = 'set' | 'none' | 'unwanted';

/** What everybody does with the account they have. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly signIns: SignInsService,
    private readonly links: OneTimeLinksService,
    private readonly limits: SignInLimits,
    private readonly passwords: TypedPasswords,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends every other session, and what links were on their way; tokens of programs stay.
   * @returns how many sessions ended @throws InvalidInput | TooManySignIns
   */
  async changePassword(
    actor: Actor,
    sessionId: string,
    { current, new: chosen }: { readonly current: string; readonly new: string },
    comer: Comer,
  ): Promise<number> {
    const account = await this.database.reader.findOneByOrFail(Account, { id: actor.accountId! });
    const attempt = await this.limits.attempt(account.email, comer);
    if (!(await passwordFits(account.passwordHash ?? (await nobodysHash), current))) throw wrongPassword();
    await attempt.succeeded();
    const passwordHash = await hashChosenPassword('new', chosen, [account.email, account.name]);
    return this.database.inTransaction(async (tx) => {
      if (!(await this.accounts.isUnchangedWith(tx, account))) throw wrongPassword();
      await this.links.revoke(tx, [account.id]);
      await this.accounts.setPasswordWith(tx, account.id, passwordHash);
      const ended = await this.signIns.endAllWith(tx, account.id, sessionId);
      await this.journal.write(tx, actor, {
        action: ownAccountActions.password_changed,
        subject: { type: 'account', id: account.id },
        facts: { ended },
      });
      return ended;
    });
  }

  async password({ accountId }: Actor): Promise<OwnPassword> {
    const { id, passwordHash } = await this.database.reader.findOneByOrFail(Account, { id: accountId! });
    if (passwordHash !== null) return 'set';
    return (await this.passwords.mayType(id)) ? 'none' : 'unwanted';
  }

  /** Who was seen last comes first. */
  async listSessions({ accountId }: Actor, sessionId: string | null): Promise<OwnSession[]> {
    return this.database.read(
      `SELECT id, browser, created_at, seen_at, id IS NOT DISTINCT FROM $2::uuid AS is_this_one FROM web_sessions
       WHERE account_id = $1 AND ended_at IS NULL AND expires_at > $3 ORDER BY is_this_one DESC, seen_at DESC, id LIMIT 100`,
      [accountId, sessionId, this.clock.now()],
    );
  }

  /** @throws NotFound */
  async endSession(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const ended = await tx.execute(
        `UPDATE web_sessions SET ended_at = $3 WHERE id = $1 AND account_id = $2 AND ended_at IS NULL`,
        [id, actor.accountId, this.clock.now()],
      );
      if (ended === 0) throw new NotFound();
      await this.journal.write(tx, actor, {
        action: ownAccountActions.session_ended,
        subject: { type: 'account', id: actor.accountId! },
      });
    });
  }

  async signOutEverywhere(actor: Actor): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const ended = await this.signIns.endAllWith(tx, actor.accountId!);
      await this.journal.write(tx, actor, {
        action: ownAccountActions.sessions_ended,
        subject: { type: 'account', id: actor.accountId! },
        facts: { ended },
      });
    });
  }

  async chooseLanguage(actor: Actor, locale: Locale): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.accounts.speakWith(tx, actor.accountId!, locale);
      await this.journal.write(tx, actor, {
        action: ownAccountActions.language_chosen,
        subject: { type: 'account', id: actor.accountId! },
        facts: { locale },
      });
    });
  }
}

const wrongPassword = () =>
  InvalidInput.field('current', 'wrong_password', {
    vi: 'Mật khẩu hiện nay chưa đúng. Hãy nhập lại; nếu quên, hãy đăng xuất rồi chọn “Quên mật khẩu”.',
    en: 'The current password is not right. Type it again; if you forgot it, sign out and choose “Forgotten password”.',
  });
