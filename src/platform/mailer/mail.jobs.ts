import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../jobs/jobs';
import { Mailer } from './mailer';

export const deliverMail = declareJob('mail.deliver');

@Injectable()
export class MailJobs {
  constructor(private readonly mailer: Mailer) {}

  @Handles(deliverMail)
  async deliver(): Promise<void> {
    await this.mailer.deliver();
  }
}
