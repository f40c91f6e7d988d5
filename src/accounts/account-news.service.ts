import { Injectable } from '@nestjs/common';
import { Clock, showMoment } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Mailer } from '../platform/mailer/mailer';
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
    const { addressSubject, addressBody } = accountNewsWords[locale];
    await this.mailer.write(tx, [
      { to, accountId: id, subject: addressSubject, body: addressBody(showMoment(this.clock.now())) },
    ]);
  }

  /** @param text one sentence without personal data */
  async tell(tx: Tx, { id, email, name, locale }: Account, text: Bilingual): Promise<void> {
    await this.notices.write(tx, [{ accountId: id, text, link: '/me' }]);
    const say = accountNewsWords[locale];
    await this.mailer.write(tx, [
      { to: email, accountId: id, subject: say.subject, body: say.body(name, text[locale]) },
    ]);
  }
}
