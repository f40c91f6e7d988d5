import { Injectable } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import type { OpenedSession } from '../../platform/access/session-cookie';
import type { Comer } from '../../platform/access/sign-in-again';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { Account } from '../account.entity';
import { AccountNews } from '../account-news.service';
import { AccountsService } from '../accounts.service';
import { ActorsQueries } from '../actors.queries';
import { hashChosenPassword } from '../chosen-passwords';
import { OneTimeLinksService } from '../links/one-time-links.service';
import { SecondFactorsService } from '../second-factors/second-factors.service';
import { SignInLimits } from '../sign-in-limits';
import { SignInsService } from '../sign-ins.service';
import { SignInByPassword, WrongPasswordCode } from './forgotten.refusals';
import type { ResetByCodeRequest } from './forgotten.requests';
import { forgottenActions, forgottenNews } from './forgotten.words';
import { PasswordCodesService } from './password-codes.service';

/** What a link opens: a new password, or a session for who has no role. */
@Injectable()
export class ForgottenService {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinksService,
    private readonly codes: PasswordCodesService,
    private readonly limits: SignInLimits,
    private readonly news: AccountNews,
    private readonly accounts: AccountsService,
    private readonly actors: ActorsQueries,
    private readonly secondFactors: SecondFactorsService,
    private readonly signIns: SignInsService,
    private readonly journal: Journal,
  ) {}

  /** Ends every session, and what other links were on their way. @throws LinkNotOpen | InvalidInput */
  async resetPassword(token: string, password: string): Promise<void> {
    const { name, email } = await this.links.look('password', token);
    const passwordHash = await hashChosenPassword('password', password, [email, name]);
    await this.database.inTransaction(async (tx) => {
      const accountId = await this.links.use(tx, 'password', token);
      await this.setWith(tx, accountId, passwordHash, forgottenActions.password_reset);
    });
  }

  /** The same by a code on paper. @throws TooManySignIns | WrongPasswordCode | InvalidInput */
  async resetByCode({ email, code, password }: ResetByCodeRequest, comer: Comer): Promise<void> {
    const attempt = await this.limits.attempt(email, comer, 'code');
    const holder = await this.codes.look(email, code);
    if (!holder) throw new WrongPasswordCode();
    await attempt.succeeded();
    const passwordHash = await hashChosenPassword('password', password, [holder.email, holder.name]);
    await this.database.inTransaction(async (tx) => {
      if (!(await this.codes.use(tx, holder.linkId))) throw new WrongPasswordCode();
      const account = await this.setWith(tx, holder.accountId, passwordHash, forgottenActions.password_reset_by_code);
      await this.news.tell(tx, account, forgottenNews.setByCode);
    });
  }

  private async setWith(tx: Tx, accountId: string, passwordHash: string, action: Action): Promise<Account> {
    await this.links.revoke(tx, [accountId]);
    await this.accounts.setPasswordWith(tx, accountId, passwordHash);
    const ended = await this.signIns.endAllWith(tx, accountId);
    const account = await tx.findOneByOrFail(Account, { id: accountId });
    const { personId, name, locale } = account;
    await this.journal.write(tx, new Actor(accountId, personId, name, locale, [], null), {
      action,
      subject: { type: 'account', id: accountId },
      facts: { ended },
    });
    return account;
  }

  /** A role given meanwhile closes the link. @throws LinkNotOpen | SignInByPassword | CodeNeeded | WrongCode */
  async signInByLink(token: string, code: string | undefined, { browser }: Comer): Promise<OpenedSession> {
    const { accountId } = await this.links.look('sign_in', token);
    const actor = await this.actors.ofAccount(accountId);
    if (!actor || actor.listedGrants.length > 0) throw new SignInByPassword();
    await this.secondFactors.assertFits(actor, code);
    return this.database.inTransaction(async (tx) => {
      await this.links.use(tx, 'sign_in', token);
      return this.signIns.openWith(tx, actor, browser, 'link');
    });
  }
}
