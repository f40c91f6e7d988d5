import { Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import { found, InvalidInput, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { Account } from '../account.entity';
import { AccountNews } from '../account-news.service';
import { mayInvite, mayKeepAccounts } from '../accounts.policy';
import { AccountsService } from '../accounts.service';
import { accountActions } from '../accounts.words';
import { ApiTokensService } from '../api-tokens.service';
import { Grant } from '../grant.entity';
import { InvitationsService } from '../invitations/invitations.service';
import { OneTimeLinksService } from '../links/one-time-links.service';
import { SecondFactorsService } from '../second-factors/second-factors.service';
import { SignInsService } from '../sign-ins.service';
import {
  addressIsTheSame,
  emailIsShared,
  nameAndAddressNeeded,
  OwnAddress,
  OwnSecondFactor,
  reasonNeeded,
  roleOrPersonNeeded,
} from './directory.refusals';
import { DirectoryQueries, type RosterPerson } from './directory.queries';
import { directoryNews } from './directory.words';

export interface OpenedAccount {
  readonly email?: string;
  readonly name?: string;
  readonly locale?: Locale;
  readonly personId?: string;
  readonly role?: Role;
  readonly unitId?: string;
}

/** Accounts as their keepers keep them. Nobody types a password for another: whoever gets an account is invited. */
@Injectable()
export class DirectoryService {
  constructor(
    private readonly database: Database,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly accounts: AccountsService,
    private readonly invitations: InvitationsService,
    private readonly links: OneTimeLinksService,
    private readonly signIns: SignInsService,
    private readonly tokens: ApiTokensService,
    private readonly secondFactors: SecondFactorsService,
    private readonly news: AccountNews,
    private readonly queries: DirectoryQueries,
  ) {}

  /** Opens an account and invites its holder by mail. @throws NotAllowed | NotFound | InvalidInput | EmailTaken | PersonHasAccount | RoleElsewhere */
  async open(actor: Actor, { role, unitId, locale = 'vi', ...asked }: OpenedAccount): Promise<string> {
    const person = asked.personId ? await this.personInvitedBy(actor, asked.personId) : null;
    // Of whom no roster tells, and of roles, an administrator alone does.
    if ((!person || role) && !mayKeepAccounts(actor)) throw new NotAllowed();
    if (!person && !role) throw roleOrPersonNeeded();
    const onUnit = role === 'class_manager' ? undefined : role;
    if (onUnit && !unitId) throw InvalidInput.missing('unitId');
    const told = mayKeepAccounts(actor) ? asked : {};
    const { name, email } = { name: told.name ?? person?.name, email: told.email ?? person?.email };
    if (!name || !email) throw nameAndAddressNeeded({ name, email });
    if (person?.sharesEmail && email === person.email) throw emailIsShared();
    return this.database.inTransaction(async (tx) => {
      const opened = { email, name, locale, personId: person?.id ?? null };
      const id = await this.accounts.createWith(tx, actor, opened, null);
      if (onUnit && unitId) await this.accounts.grantWith(tx, actor, { accountId: id, role: onUnit, unitId });
      const account = { id, personId: opened.personId, unitId: person?.unitId ?? unitId ?? null };
      await this.invitations.inviteWith(tx, actor, [account]);
      return id;
    });
  }

  /**
   * What went to the address before opens nothing. Who has not come yet is invited at the new one; who came signs in by it
   * from now on, for a reason and never by their own hand, and hears of it at both.
   * @throws NotFound | NotAllowed | InvalidInput | OwnAddress | AccountLocked | EmailTaken
   */
  async correctAddress(actor: Actor, id: string, email: string, reason?: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const account = await this.kept(tx, actor, id);
      const before = account.email;
      if (email.toLowerCase() === before.toLowerCase()) throw addressIsTheSame();
      const hasCome = account.acceptedAt !== null;
      if (hasCome && id === actor.accountId) throw new OwnAddress();
      if (hasCome && !reason) throw reasonNeeded();
      account.correctAddress(email);
      await tx.save(account);
      await this.links.revoke(tx, [id]);
      await this.note(tx, actor, accountActions.address_corrected, account, reason);
      if (!hasCome) return this.invitations.inviteWith(tx, actor, [{ ...account, unitId: null }]);
      await this.news.tell(tx, account, directoryNews.addressChanged);
      await this.news.tellOldAddress(tx, account, before);
    });
  }

  /** Sessions, tokens and links end at once. @throws NotFound | NotAllowed | AccountLocked | KeepAnAdministrator */
  async lock(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const account = await this.kept(tx, actor, id);
      account.lock(this.clock.now(), actor.accountId, reason);
      await tx.save(account);
      // Links first: a session one of them is opening is there afterwards.
      await this.links.revoke(tx, [id]);
      await this.signIns.endAllWith(tx, id);
      await this.tokens.revokeAllWith(tx, id);
      await this.note(tx, actor, accountActions.locked, account, reason);
    });
  }

  /** What was ended as it was locked stays ended. @throws NotFound | NotAllowed | AccountNotLocked */
  async unlock(actor: Actor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const account = await this.kept(tx, actor, id);
      account.unlock();
      await tx.save(account);
      await this.note(tx, actor, accountActions.unlocked, account);
    });
  }

  /**
   * For who has lost telephone and recovery codes. Sessions end; the password stays.
   * @throws NotFound | NotAllowed | OwnSecondFactor | SecondFactorIsNotOn
   */
  async removeSecondFactor(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const account = await this.kept(tx, actor, id);
      if (id === actor.accountId) throw new OwnSecondFactor();
      await this.removeSecondFactorWith(tx, actor, account, reason);
    });
  }

  /** @throws SecondFactorIsNotOn */
  async removeSecondFactorWith(tx: Tx, actor: Actor, account: Account, reason: string): Promise<void> {
    await this.secondFactors.removeWith(tx, actor, account.id, reason);
    await this.signIns.endAllWith(tx, account.id);
    await this.news.tell(tx, account, directoryNews.secondFactorRemoved);
  }

  /** @throws NotFound | NotAllowed | AccountLocked | RoleElsewhere */
  async giveRole(actor: Actor, id: string, { role, unitId }: { role: Role; unitId: string }): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const account = await this.kept(tx, actor, id);
      account.assertNotLocked();
      await this.accounts.grantWith(tx, actor, { accountId: id, role, unitId });
    });
  }

  /** Ends an own role on a unit, and what is lent of it. @throws NotFound | NotAllowed | KeepAnAdministrator */
  async endRole(actor: Actor, id: string, grantId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await this.kept(tx, actor, id);
      const grant = await tx.findOneBy(Grant, { id: grantId, accountId: id });
      if (!grant?.unitId || grant.isLent) throw new NotFound();
      await this.accounts.endGrantWith(tx, actor, { accountId: id, role: grant.role, unitId: grant.unitId });
    });
  }

  /** Somebody whom the actor may invite. @throws NotFound */
  async personInvitedBy(actor: Actor, personId: string): Promise<RosterPerson> {
    return found(await this.queries.person(personId), ({ unitId }) => mayInvite(actor, { unitId, holdsRole: false }));
  }

  /** For a keeper of accounts; locked until the end. @throws NotFound | NotAllowed */
  private async kept(tx: Tx, actor: Actor, id: string): Promise<Account> {
    if (!mayKeepAccounts(actor)) throw new NotAllowed();
    return found(await tx.findOne(Account, { where: { id }, lock: { mode: 'pessimistic_write' } }));
  }

  private async note(tx: Tx, actor: Actor, action: Action, { id, personId }: Account, reason: string | null = null) {
    await this.journal.write(tx, actor, { action, subject: { type: 'account', id }, personId, reason });
  }
}
