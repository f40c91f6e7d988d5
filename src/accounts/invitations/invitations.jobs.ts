import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../../platform/jobs/jobs';
import { RostersService } from './rosters.service';

const inviteRosters = declareJob('accounts.invite_rosters', {
  vi: 'Mời cán bộ của đơn vị',
  en: 'Invites the people of units',
});

@Injectable()
export class InvitationsJobs {
  constructor(private readonly rosters: RostersService) {}

  @Handles(inviteRosters)
  async invite(): Promise<void> {
    await this.rosters.resume();
  }
}
