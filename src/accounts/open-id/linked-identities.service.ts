import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import type { OpenIdSettings } from '../../platform/access/open-id-settings';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Bilingual } from '../../platform/messages/words';
import { found, NotAllowed, NotFound } from '../../platform/problems/refusals';
import { PlatformSettings } from '../../platform/settings';
import { Account } from '../account.entity';
import { AccountNews } from '../account-news.service';
import { mayKeepAccounts } from '../accounts.policy';
import { ApiTokensService } from '../api-tokens.service';
import { SignInsService } from '../sign-ins.service';
import { openIdActions, openIdNews } from './open-id.words';

/** That one identity at the provider opens an account, and no other. */
export interface LinkedIdentity {
  /** What people call the provider. */
  readonly provider: Bilingual;
  readonly linkedAt: Date;
}

/** Which identity opens an account, and how its holder or a keeper of accounts ends that. */
@Injectable()
export class LinkedIdentitiesService {
  constructor(
    private readonly database: Database,
    private readonly signIns: SignInsService,
    private readonly tokens: ApiTokensService,
    private readonly news: AccountNews,
    private readonly journal: Journal,
    private readonly settings: PlatformSettings,
  ) {}

  /** Null where nobody came so, or no provider is set up. */
  async of(accountId: string): Promise<LinkedIdentity | null> {
    const { openId } = this.settings;
    if (!openId) return null;
    const [linked] = await this.database.read<{ linkedAt: Date }>(
      'SELECT linked_at FROM linked_identities WHERE account_id = $1 AND issuer = $2',
      [accountId, openId.issuer],
    );
    return linked ? { provider: openId.name, linkedAt: linked.linkedAt } : null;
  }

  /** One's own. @throws NotFound */
  async unlink(actor: Actor): Promise<void> {
    await this.database.inTransaction((tx) => this.unlinkWith(tx, actor, actor.accountId!));
  }

  /** Anybody's, for a keeper of accounts: whoever came by it has no session and no token left. @throws NotAllowed | NotFound */
  async unlinkFrom(actor: Actor, accountId: string): Promise<void> {
    if (!mayKeepAccounts(actor)) throw new NotAllowed();
    await this.database.inTransaction(async (tx) => {
      const account = await this.unlinkWith(tx, actor, accountId);
      await this.signIns.endAllWith(tx, accountId);
      await this.tokens.revokeAllWith(tx, accountId);
      await this.news.tell(tx, account, openIdNews.unlinked(this.openId.name));
    });
  }

  private get openId(): OpenIdSettings {
    return found(this.settings.openId);
  }

  private async unlinkWith(tx: Tx, actor: Actor, accountId: string): Promise<Account> {
    // A session that is being opened by it is there afterwards.
    const lock = { mode: 'pessimistic_write' } as const;
    const account = found(await tx.findOne(Account, { where: { id: accountId }, lock }));
    // Nor does whoever is on the way in by it arrive.
    await tx.execute('DELETE FROM open_id_attempts WHERE account_id = $1', [accountId]);
    const unlinked = await tx.execute('DELETE FROM linked_identities WHERE account_id = $1 AND issuer = $2', [
      accountId,
      this.openId.issuer,
    ]);
    if (unlinked === 0) throw new NotFound();
    await this.journal.write(tx, actor, {
      action: openIdActions.unlinked,
      subject: { type: 'account', id: account.id },
      personId: account.personId,
    });
    return account;
  }
}
