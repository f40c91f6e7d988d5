import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/jobs/jobs';
import { countReports } from './count-reports';
import { CountingService } from './counting.service';

@Injectable()
export class CountingJobs {
  constructor(private readonly counting: CountingService) {}

  @Handles(countReports)
  async count(): Promise<boolean> {
    return this.counting.look();
  }
}
