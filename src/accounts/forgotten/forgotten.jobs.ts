import { Injectable } from '@nestjs/common';
import { Handles } from '../../platform/jobs/jobs';
import { answerLinkRequests } from './link-requests.job';
import { LinkRequestsService } from './link-requests.service';

@Injectable()
export class ForgottenJobs {
  constructor(private readonly requests: LinkRequestsService) {}

  @Handles(answerLinkRequests)
  async answer(): Promise<void> {
    await this.requests.answer();
  }
}
