import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../jobs/jobs';
import { JournalSeals } from './journal-seals';

export const sealJournal = declareJob('journal.seal', { vi: 'Niêm phong nhật ký', en: 'Seals the journal' });

/** Of 2,000 lines. */
const batchesAtOnce = 10;

@Injectable()
export class JournalJobs {
  constructor(private readonly seals: JournalSeals) {}

  @Handles(sealJournal)
  async seal(): Promise<boolean> {
    return (await this.seals.seal(batchesAtOnce)).isMore;
  }
}
