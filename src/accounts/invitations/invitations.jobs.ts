import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../../platform/jobs/jobs';
import { RostersService } from './rosters.service';

const inviteRosters = declareJob('accounts.invite_rosters');

@Injectable()
export class InvitationsJobs {
  constructor(private readonly rosters: RostersService) {}

  @Handles(inviteRosters)
  async invite(): Promise<void> {
    await this.rosters.resume();
  }
}
