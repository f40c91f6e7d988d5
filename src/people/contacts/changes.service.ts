import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock, showMoment } from '../../platform/clock';
import type { Tx } from '../../platform/database/database';
import { spokenTo } from '../../platform/messages/address';
import { type Mail, Mailer } from '../../platform/mailer/mailer';
import { NoticesService } from '../../platform/notices/notices.service';
import { PlatformSettings } from '../../platform/settings';
import { type AccountOfPerson, AccountsOfPeople } from './accounts-of-people';
import { contactChangeWords } from './changes.words';
import type { Contacts } from './contacts';

interface ContactChange {
  readonly personId: string;
  readonly before: Contacts;
  readonly after: Contacts;
}

/** Whoever's address or number somebody else changed hears of it where they could be reached before. */
@Injectable()
export class ContactChanges {
  constructor(
    private readonly accounts: AccountsOfPeople,
    private readonly mailer: Mailer,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** What was not known before takes nothing from anybody, and needs no word. */
  async tell(tx: Tx, actor: Actor, changes: readonly ContactChange[]): Promise<void> {
    const told = changes.filter((change) => !actor.is(change.personId) && lost(change) !== null);
    if (told.length === 0) return;
    const accounts = await this.accounts.ofPeople(
      tx,
      told.map(({ personId }) => personId),
    );
    const accountOf = new Map(accounts.map((account) => [account.personId, account]));
    await this.mailer.write(
      tx,
      told.flatMap((change) => this.mails(change, accountOf.get(change.personId))),
    );
    const { vi, en } = contactChangeWords;
    await this.notices.write(
      tx,
      accounts.map(({ accountId, personId, formOfAddress }) => ({
        accountId,
        text: { vi: spokenTo(vi, formOfAddress).notice, en: en.notice },
        link: `/people/${personId}`,
      })),
    );
  }

  /** To the address before, and to the one they sign in with where that is another. */
  private mails(change: ContactChange, account: AccountOfPerson | undefined): Mail[] {
    const say = spokenTo(contactChangeWords[account?.locale ?? 'vi'], account?.formOfAddress ?? 'dong_chi');
    const next = account ? say.lookAt(`${this.settings.publicUrl}/people/${change.personId}`) : say.askUnit;
    const changed = say.changed(say[lost(change)!], showMoment(this.clock.now()));
    const body = [say.greeting, changed, account && say.signInStays, next, say.signed].filter(Boolean).join('\n\n');
    const addresses = [change.before.email, account?.email].flatMap((address) => address?.toLowerCase() ?? []);
    return [...new Set(addresses)].map((to) => ({
      to,
      accountId: account?.accountId ?? null,
      subject: say.subject,
      body,
    }));
  }
}

/** Which of what was known is no longer so. */
function lost({ before, after }: ContactChange): 'email' | 'phone' | 'both' | null {
  const isLost = (fact: keyof Contacts) => before[fact] !== null && before[fact] !== after[fact];
  if (isLost('email')) return isLost('phone') ? 'both' : 'email';
  return isLost('phone') ? 'phone' : null;
}
