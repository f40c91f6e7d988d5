import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../jobs/jobs';
import { JournalSeals } from './journal-seals';

export const sealJournal = declareJob('journal.seal', { vi: 'Niêm phong nhật ký', en: 'Seals the journal' });

@Injectable()
export class JournalJobs {
  constructor(private readonly seals: JournalSeals) {}

  @Handles(sealJournal)
  async seal(): Promise<void> {
    await this.seals.sealAll();
  }
}
