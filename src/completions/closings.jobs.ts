import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { ClosingRunsService } from './closing-runs.service';

export const closeClass = declareJob<{ longJobId: string }>('completions.close_class');
const resumeClosings = declareJob('completions.resume_closings');

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
