import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { PlatformSettings } from '../settings';

/** Messages that may go to a domain. */
export interface Allowance {
  readonly domain: string;
  readonly count: number;
}

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

  /** Takes what is left of this minute's allowances, at most what is wanted of each; 0 where one is used up. */
  async take(wanted: readonly Allowance[]): Promise<Allowance[]> {
    const { mailPerDomainPerMinute: most } = this.settings;
    const given = [this.clock.now(), JSON.stringify(wanted)];
    const asked = `jsonb_to_recordset($2::jsonb) AS asked (domain text, count integer)`;
    await this.database.read(
      `INSERT INTO mail_domain_minutes (domain, minute, sent) SELECT domain, date_trunc('minute', $1::timestamptz), 0 FROM ${asked} ORDER BY domain
       ON CONFLICT (domain, minute) DO NOTHING`,
      given,
    );
    return this.database.read<Allowance>(
      `WITH held AS MATERIALIZED (
         SELECT domain, minute, greatest(0, least(asked.count, $3 - m.sent)) AS count FROM mail_domain_minutes m JOIN ${asked} USING (domain)
         WHERE minute = date_trunc('minute', $1::timestamptz) ORDER BY domain FOR UPDATE OF m
       ), taken AS (
         UPDATE mail_domain_minutes m SET sent = m.sent + held.count FROM held WHERE (m.domain, m.minute) = (held.domain, held.minute)
         RETURNING held.domain, held.count)
       SELECT * FROM taken`,
      [...given, most],
    );
  }

  async forgetOld(): Promise<void> {
    await this.database.read(`DELETE FROM mail_domain_minutes WHERE minute < $1::timestamptz - interval '1 hour'`, [
      this.clock.now(),
    ]);
  }
}
