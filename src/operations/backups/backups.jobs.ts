import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/jobs/jobs';
import { BackupsService } from './backups.service';
import { makeBackups } from './job';

@Injectable()
export class BackupsJobs {
  constructor(private readonly backups: BackupsService) {}

  /** Ends when the work has begun: it takes minutes, and would hold a place of the worker. */
  @Handles(makeBackups)
  async make(): Promise<void> {
    await this.backups.beginDue();
  }
}
