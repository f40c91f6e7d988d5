import { Injectable } from '@nestjs/common';
import { spokenTo } from '../../platform/messages/address';
import type { Tx } from '../../platform/database/database';
import { Mailer } from '../../platform/mailer/mailer';
import { NoticesService } from '../../platform/notices/notices.service';
import { PlatformSettings } from '../../platform/settings';
import { AccountsOfPeople } from '../contacts/accounts-of-people';
import type { CorrectionRequest } from './correction-request.entity';
import { correctionAnswerWords } from './corrections.words';

/** Tells who reported something what came of it. */
@Injectable()
export class CorrectionAnswers {
  constructor(
    private readonly accounts: AccountsOfPeople,
    private readonly mailer: Mailer,
    private readonly notices: NoticesService,
    private readonly settings: PlatformSettings,
  ) {}

  async tell(tx: Tx, { id, personId, state, answer }: CorrectionRequest): Promise<void> {
    const link = `/correction-requests/${id}`;
    const accounts = await this.accounts.ofPeople(tx, [personId]);
    await this.mailer.write(
      tx,
      accounts.map(({ email, accountId, locale, formOfAddress }) => {
        const say = spokenTo(correctionAnswerWords[locale], formOfAddress);
        const told = state === 'corrected' ? say.corrected : say.declined(answer!);
        const body = [say.greeting, told, say.see(`${this.settings.publicUrl}${link}`)].join('\n\n');
        return { to: email, accountId, subject: say.subject, body };
      }),
    );
    const { vi, en } = correctionAnswerWords;
    await this.notices.write(
      tx,
      accounts.map(({ accountId, formOfAddress }) => ({
        accountId,
        text: { vi: spokenTo(vi, formOfAddress).notice, en: en.notice },
        link,
      })),
    );
  }
}
