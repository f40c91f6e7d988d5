import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { PlatformSettings } from '../settings';

/** How much mail a domain is sent in a minute; counted in the database, so that all workers share one allowance. */
@Injectable()
export class MailAllowances {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  get areLimited(): boolean {
    return this.settings.mailPerDomainPerMinute > 0;
  }

  /** Takes one message of this minute's allowance; false when it is used up. */
  async take(domain: string): Promise<boolean> {
    const taken = await this.database.read(
      `INSERT INTO mail_domain_minutes (domain, minute, sent) VALUES ($1, date_trunc('minute', $2::timestamptz), 1)
       ON CONFLICT (domain, minute) DO UPDATE SET sent = mail_domain_minutes.sent + 1 WHERE mail_domain_minutes.sent < $3
       RETURNING sent`,
      [domain, this.clock.now(), this.settings.mailPerDomainPerMinute],
    );
    return taken.length > 0;
  }

  async forgetOld(): Promise<void> {
    await this.database.read(`DELETE FROM mail_domain_minutes WHERE minute < $1::timestamptz - interval '1 hour'`, [
      this.clock.now(),
    ]);
  }
}
