import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { ClosingRunsService } from './closing-runs.service';

export const closeClass = declareJob<{ longJobId: string }>('completions.close_class', {
  vi: 'Kết thúc lớp',
  en: 'Closes a class',
});
const resumeClosings = declareJob('completions.resume_closings', {
  vi: 'Làm tiếp việc kết thúc lớp còn dở',
  en: 'Goes on with closings that were cut off',
});

@Injectable()
export class ClosingsJobs {
  constructor(private readonly runs: ClosingRunsService) {}

  @Handles(closeClass)
  async close({ longJobId }: { longJobId: string }): Promise<void> {
    await this.runs.workOn(longJobId);
  }

  @Handles(resumeClosings)
  async resume(): Promise<void> {
    await this.runs.resume();
  }
}
