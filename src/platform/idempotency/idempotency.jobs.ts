import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { declareJob, Handles } from '../jobs/jobs';
import { PlatformSettings } from '../settings';

const forgetKeys = declareJob('idempotency.forget', {
  vi: 'Xóa các khóa chống gửi lặp và kết quả gửi phiếu đã quá hạn',
  en: 'Clears idempotency keys and outcomes of forms whose time is over',
});

const batch = 1_000;
const batchesAtOnce = 20;

/** A key goes with all its steps: half of a key would do half of its work twice. */
const oldKeys = `
  DELETE FROM idempotency_keys k USING (
    SELECT account_id, key FROM idempotency_keys WHERE kept_at < $1 ORDER BY kept_at LIMIT $2
  ) old WHERE k.account_id = old.account_id AND k.key = old.key`;
const oldOutcomes = `
  DELETE FROM form_outcomes WHERE id IN (SELECT id FROM form_outcomes WHERE kept_at < $1 ORDER BY kept_at LIMIT $2)`;

/** Keys that are older than anybody repeats a request, and what forms came to for as long. */
@Injectable()
export class IdempotencyJobs {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: PlatformSettings,
  ) {}

  @Handles(forgetKeys)
  async forgetOld(): Promise<boolean> {
    return [await this.forget(oldKeys), await this.forget(oldOutcomes)].includes(true);
  }

  /** Returns whether some were left. */
  private async forget(sql: string): Promise<boolean> {
    const oldest = new Date(this.clock.now().getTime() - this.settings.idempotencyKeyHours * 3_600_000);
    for (let left = batchesAtOnce; left > 0; left -= 1) {
      if ((await this.database.reader.execute(sql, [oldest, batch])) < batch) return false;
    }
    return true;
  }
}
