import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { Database } from '../../platform/database/database';

/** Which certificates somebody printed or downloaded, and when first: from then on they are in somebody's hands. */
@Injectable()
export class HandedOutCertificates {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async note({ accountId }: Actor, certificateIds: readonly string[]): Promise<void> {
    await this.database.inTransaction((tx) =>
      tx.execute(
        `INSERT INTO certificates_handed_out (certificate_id, at, account_id) SELECT id, $2, $3 FROM unnest($1::uuid[]) id ON CONFLICT DO NOTHING`,
        [certificateIds, this.clock.now(), accountId],
      ),
    );
  }
}
