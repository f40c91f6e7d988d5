import { Injectable } from '@nestjs/common';
import type { Day } from '../platform/clock';
import type { Tx } from '../platform/database/database';
import { PlatformSettings } from '../platform/settings';
import { ReminderWriter } from './mail';
import { ReminderTextsQueries } from './texts.queries';
import { UnsubscribeAddresses } from './unsubscribe-addresses';

/** Makes a writer with the words, the key and the day in force now. */
@Injectable()
export class ReminderWriters {
  constructor(
    private readonly texts: ReminderTextsQueries,
    private readonly unsubscribe: UnsubscribeAddresses,
    private readonly settings: PlatformSettings,
  ) {}

  async at(tx: Tx, today: Day): Promise<ReminderWriter> {
    const texts = await this.texts.inForce(tx);
    return new ReminderWriter(texts, today, this.settings.publicUrl, await this.unsubscribe.inTx(tx));
  }
}
