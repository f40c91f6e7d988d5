import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { InvitationsService } from './invitations.service';

const inviteToHalfDays = declareJob('calendars.invite', {
  vi: 'Gửi lời mời vào lịch',
  en: 'Sends calendar invitations',
});

@Injectable()
export class InvitationsJobs {
  constructor(private readonly invitations: InvitationsService) {}

  @Handles(inviteToHalfDays)
  async invite(): Promise<boolean> {
    return (await this.invitations.send()).isMore;
  }
}
