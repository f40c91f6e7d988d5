import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { RemindersService } from './reminders.service';

export const planReminders = declareJob('reminders.plan', { vi: 'Lập lịch nhắc', en: 'Plans reminders' });
export const sendReminders = declareJob('reminders.send', { vi: 'Gửi lời nhắc', en: 'Sends reminders' });

@Injectable()
export class RemindersJobs {
  constructor(private readonly reminders: RemindersService) {}

  @Handles(planReminders)
  async plan(): Promise<void> {
    await this.reminders.plan();
  }

  @Handles(sendReminders)
  async send(): Promise<void> {
    await this.reminders.send();
  }
}
