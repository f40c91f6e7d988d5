import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { Mailer } from '../platform/mailer/mailer';
import { PlatformSettings } from '../platform/settings';
import { NoticesService } from './notices.service';
import type { ReminderFacts } from './reminder-facts.queries';
import { linkOf, mailOf, subjectIn } from './reminder-mail';

/** Puts reminders into words and into the outbox; the mail leaves after commit. */
@Injectable()
export class ReminderPostService {
  constructor(
    private readonly mailer: Mailer,
    private readonly notices: NoticesService,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  /** For each group one mail, and one notice when the recipient has an account. Returns the ids of the mails in order. */
  async write(tx: Tx, groups: readonly (readonly ReminderFacts[])[]): Promise<string[]> {
    const today = this.clock.today();
    const { publicUrl } = this.settings;
    const mails = groups.map((group) => {
      const { to, accountId } = group[0]!;
      return { to: to!, accountId, ...mailOf(group, today, publicUrl) };
    });
    const notices = groups.flatMap((group) => {
      const { accountId } = group[0]!;
      if (accountId === null) return [];
      const text = { vi: subjectIn('vi', group, today), en: subjectIn('en', group, today) };
      return [{ accountId, text, link: linkOf(group[0]!) }];
    });
    await this.notices.write(tx, notices);
    return this.mailer.write(tx, mails);
  }
}
