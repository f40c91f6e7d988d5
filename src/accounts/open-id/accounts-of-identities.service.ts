import { Injectable } from '@nestjs/common';
import { Actor } from '../../platform/access/actor';
import type { OpenIdSettings } from '../../platform/access/open-id-settings';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import type { Action } from '../../platform/journal/actions';
import { Journal } from '../../platform/journal/journal';
import { found } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import { Account } from '../account.entity';
import { AccountNews } from '../account-news.service';
import { isInvited } from '../links/is-invited';
import { OneTimeLinksService } from '../links/one-time-links.service';
import { actorOf } from '../sign-ins.service';
import type { Attempt } from './attempts.service';
import type { AddressThere, Identity } from './identity-provider';
import { AddressNotVerified, IdentityRefused, LinkedToAnother, NoAccountForIdentity } from './open-id.refusals';
import { openIdActions, openIdNews } from './open-id.words';

/**
 * Whose account an identity at the provider opens. Nobody gets an account by it: whoever was invited is found by the address
 * that the provider has verified, and from then on by who they are there, whatever address they have.
 */
@Injectable()
export class AccountsOfIdentities {
  constructor(
    private readonly database: Database,
    private readonly links: OneTimeLinksService,
    private readonly news: AccountNews,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** @throws IdentityRefused */
  async accountOf(attempt: Attempt, { subject, address }: Pick<Identity, 'subject' | 'address'>): Promise<Account> {
    return this.notingRefusal(attempt, async () => {
      const id = (await this.linkedTo(subject)) ?? (await this.withAddress(await address()));
      return this.database.inTransaction(async (tx) => (await this.openedBy(tx, id, subject)).account);
    });
  }

  /** The journal keeps why somebody was refused, outside the transaction that is undone by it. @throws IdentityRefused */
  async notingRefusal<T>(attempt: Attempt, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof IdentityRefused) await this.noteRefusal(attempt, error);
      throw error;
    }
  }

  async holder(accountId: string): Promise<Actor> {
    return actorOf(await this.database.reader.findOneByOrFail(Account, { id: accountId }));
  }

  /** Looks again, since somebody may have typed a code meanwhile; who comes first is linked and has accepted. @throws IdentityRefused */
  async enterWith(tx: Tx, accountId: string, subject: string): Promise<Actor> {
    const { account, isLinked } = await this.openedBy(tx, accountId, subject);
    if (!isLinked) {
      await tx.execute(
        'INSERT INTO linked_identities (account_id, issuer, subject, linked_at) VALUES ($1, $2, $3, $4)',
        [accountId, this.openId.issuer, subject, this.clock.now()],
      );
      await this.note(tx, actorOf(account), openIdActions.linked, account);
      // Somebody who was there before hears of it, in case it was another.
      if (account.acceptedAt) await this.news.tell(tx, account, openIdNews.linked(this.openId.name));
    }
    if (!account.acceptedAt) {
      await this.links.revoke(tx, [accountId], 'invitation');
      await this.note(tx, actorOf(account), openIdActions.invitation_accepted, account);
    }
    return actorOf(account);
  }

  private get openId(): OpenIdSettings {
    return found(this.settings.openId);
  }

  private async linkedTo(subject: string): Promise<string | null> {
    const [linked] = await this.database.read<{ accountId: string }>(
      'SELECT account_id FROM linked_identities WHERE issuer = $1 AND subject = $2',
      [this.openId.issuer, subject],
    );
    return linked?.accountId ?? null;
  }

  /**
   * An address several people of the rosters have says of none of them who it is. Who comes by an address of their own is not
   * one of them, as where people are invited: nobody keeps a colleague out by giving theirs.
   * @throws NoAccountForIdentity | AddressNotVerified
   */
  private async withAddress(address: AddressThere | null): Promise<string> {
    const { name } = this.openId;
    if (!address) throw new NoAccountForIdentity(name, 'no_address', null);
    if (!address.isVerified) throw new AddressNotVerified(name);
    // Letters that only look alike once folded, as the Kelvin sign does a k, are another address.
    const email = /^[!-~]+$/.test(address.email) ? address.email : null;
    const [account] = await this.database.read<{ id: string; isShared: boolean }>(
      `SELECT a.id, (SELECT count(*) FROM persons p WHERE p.email = a.email AND NOT has_left(p.left_on, $2)
             AND NOT EXISTS (SELECT FROM accounts o WHERE o.person_id = p.id))
           > CASE WHEN a.person_id IS NULL THEN 1 ELSE 0 END AS is_shared
       FROM accounts a WHERE a.email = $1`,
      [email, this.clock.today()],
    );
    if (!account) throw new NoAccountForIdentity(name, 'unknown', null);
    if (account.isShared) throw new NoAccountForIdentity(name, 'shared', account.id);
    return account.id;
  }

  /** The account, locked until the end, if this identity opens it now. @throws IdentityRefused */
  private async openedBy(
    tx: Tx,
    id: string,
    subject: string,
  ): Promise<{ readonly account: Account; readonly isLinked: boolean }> {
    const { issuer, name } = this.openId;
    const account = await tx.findOneOrFail(Account, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (account.isDisabled) throw new NoAccountForIdentity(name, 'locked', id);
    const [known] = await tx.rows<{ subject: string | null; hasInvitation: boolean }>(
      `SELECT (SELECT subject FROM linked_identities WHERE account_id = $1 AND issuer = $2) AS subject,
         ${isInvited('$1')} AS has_invitation`,
      [id, issuer],
    );
    const { subject: linked, hasInvitation } = known!;
    if (!account.acceptedAt && !hasInvitation) throw new NoAccountForIdentity(name, 'not_invited', id);
    if (linked !== null && linked !== subject) throw new LinkedToAnother(name, id);
    return { account, isLinked: linked !== null };
  }

  private async noteRefusal(attempt: Attempt, { because, accountId }: IdentityRefused): Promise<void> {
    const subject = accountId ? { type: 'account', id: accountId } : { type: 'open_id_attempt', id: attempt.id };
    await this.database.inTransaction((tx) =>
      this.journal.write(tx, Actor.service('open-id'), {
        action: openIdActions.refused,
        subject,
        facts: { because },
      }),
    );
  }

  private async note(tx: Tx, actor: Actor, action: Action, { id, personId }: Account): Promise<void> {
    await this.journal.write(tx, actor, { action, subject: { type: 'account', id }, personId });
  }
}
