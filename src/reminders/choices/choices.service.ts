import { Injectable } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service';
import { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database, type Tx } from '../../platform/database/database';
import { Journal } from '../../platform/journal/journal';
import type { Locale } from '../../platform/messages/words';
import { found } from '../../platform/problems/refusals';
import { chooserOf, type ReminderChoice } from './choices.queries';
import { UnsubscribeAddresses } from '../unsubscribe-addresses';
import { choiceActions } from './choices.words';

const byTheirMail = Actor.service('reminders');

/** How people want to be told. What they have a duty to know is told whatever they choose. */
@Injectable()
export class ReminderChoicesService {
  constructor(
    private readonly database: Database,
    private readonly accounts: AccountsService,
    private readonly addresses: UnsubscribeAddresses,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  async choose(actor: Actor, choice: ReminderChoice, locale: Locale): Promise<void> {
    const { accountId, personId } = actor;
    await this.database.inTransaction(async (tx) => {
      await this.keep(tx, chooserOf(actor), choice);
      await this.accounts.speakWith(tx, accountId!, locale);
      await this.journal.write(tx, actor, {
        action: choiceActions.choice_made,
        subject: { type: 'account', id: accountId! },
        personId,
        facts: { ...choice, locale },
      });
    });
  }

  /**
   * Stops the mail of whoever holds the address, or takes it up again; doing so twice changes nothing.
   * @throws NotFound for an address we did not write
   */
  async chooseMail(token: string, wantsMail: boolean): Promise<void> {
    const chooser = found(await this.addresses.chooserOf(token));
    await this.database.inTransaction(async (tx) => {
      const was = await tx.row<ReminderChoice & { readonly isPerson: boolean }>(
        `SELECT coalesce(c.mail, true) AS mail, coalesce(c.notice, true) AS notice, coalesce(c.digest, true) AS digest,
           EXISTS (SELECT 1 FROM persons WHERE id = $1) AS is_person
         FROM (SELECT $1::uuid AS chooser) w LEFT JOIN reminder_choices c ON c.chooser = w.chooser`,
        [chooser],
      );
      const { mail, notice, digest, isPerson } = was;
      if (mail === wantsMail) return;
      await this.keep(tx, chooser, { mail: wantsMail, notice, digest });
      await this.journal.write(tx, byTheirMail, {
        action: wantsMail ? choiceActions.mail_resumed : choiceActions.mail_stopped,
        subject: { type: isPerson ? 'person' : 'account', id: chooser },
        personId: isPerson ? chooser : null,
      });
    });
  }

  private async keep(tx: Tx, chooser: string, { mail, notice, digest }: ReminderChoice): Promise<void> {
    await tx.execute(
      `INSERT INTO reminder_choices (chooser, mail, notice, digest, chosen_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (chooser) DO UPDATE SET mail = excluded.mail, notice = excluded.notice, digest = excluded.digest, chosen_at = excluded.chosen_at`,
      [chooser, mail, notice, digest, this.clock.now()],
    );
  }
}
