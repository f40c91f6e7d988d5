import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { planReminders } from './plan.job';
import { RemindersService } from './reminders.service';

export const sendReminders = declareJob('reminders.send', { vi: 'Gửi lời nhắc', en: 'Sends reminders' });

@Injectable()
export class RemindersJobs {
  constructor(private readonly reminders: RemindersService) {}

  @Handles(planReminders)
  async plan(): Promise<boolean> {
    return (await this.reminders.plan()).isMore;
  }

  @Handles(sendReminders)
  async send(): Promise<void> {
    await this.reminders.send();
  }
}
