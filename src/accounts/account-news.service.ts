import { Injectable } from '@nestjs/common';
import { Clock, showMoment } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Mailer } from '../platform/mailer/mailer';
import { addressed, type FormOfAddress, spokenTo } from '../platform/messages/address';
import type { Bilingual } from '../platform/messages/words';
import { NoticesService } from '../platform/notices/notices.service';
import type { Account } from './account.entity';
import { accountNewsWords } from './accounts.words';

/** Tells the holder of an account what somebody else did with it: inside the service, and by mail for who cannot get in. */
@Injectable()
export class AccountNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** That another address signs in now, to the one before: it may be a stranger's, so it names nobody and not the new one. */
  async tellOldAddress(tx: Tx, { id, locale }: Account, to: string): Promise<void> {
    const { addressSubject, addressBody } = spokenTo(accountNewsWords[locale], await formOf(tx, id));
    await this.mailer.write(tx, [
      { to, accountId: id, subject: addressSubject, body: addressBody(showMoment(this.clock.now())) },
    ]);
  }

  /** @param text one sentence without personal data */
  async tell(tx: Tx, { id, email, name, locale }: Account, text: Bilingual): Promise<void> {
    const form = await formOf(tx, id);
    const spoken = { vi: addressed(text.vi, form), en: text.en };
    await this.notices.write(tx, [{ accountId: id, text: spoken, link: '/me' }]);
    const say = spokenTo(accountNewsWords[locale], form);
    await this.mailer.write(tx, [
      { to: email, accountId: id, subject: say.subject, body: say.body(name, spoken[locale]) },
    ]);
  }
}

/** How the holder of an account is spoken to. */
async function formOf(tx: Tx, accountId: string): Promise<FormOfAddress> {
  const { form } = await tx.row<{ form: FormOfAddress }>(
    `SELECT address_of(p.standing) AS form FROM accounts a LEFT JOIN persons p ON p.id = a.person_id WHERE a.id = $1`,
    [accountId],
  );
  return form;
}
