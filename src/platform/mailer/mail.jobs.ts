import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../jobs/jobs';
import { declareBacklog } from '../jobs/backlogs';
import { MailDeliveries } from './mail-deliveries';

export const deliverMail = declareJob('mail.deliver', { vi: 'Gửi thư', en: 'Delivers mail' });

declareBacklog({
  name: 'mail',
  label: { vi: 'Thư', en: 'Mail' },
  waiting: 'SELECT written_at AS since FROM mail_messages WHERE next_attempt_at IS NOT NULL',
  dead: 'SELECT 1 FROM mail_messages WHERE dead_at IS NOT NULL',
});

@Injectable()
export class MailJobs {
  constructor(private readonly deliveries: MailDeliveries) {}

  @Handles(deliverMail)
  async deliver(): Promise<void> {
    // Who waits for a long delivery would hold a place of the worker, and soon all of them.
    if (this.deliveries.isUnderWay) return;
    await this.deliveries.deliver();
  }
}
