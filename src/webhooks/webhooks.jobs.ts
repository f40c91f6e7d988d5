import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { declareBacklog } from '../platform/jobs/backlogs';
import { WebhookDeliveries } from './deliveries';

export const deliverWebhooks = declareJob('webhooks.deliver', { vi: 'Gửi webhook', en: 'Delivers webhooks' });

declareBacklog({
  name: 'webhooks',
  label: { vi: 'Tin ra cổng SMS, trò chuyện', en: 'Webhooks' },
  waiting: 'SELECT written_at AS since FROM webhook_deliveries WHERE delivered_at IS NULL AND dead_at IS NULL',
  dead: 'SELECT 1 FROM webhook_deliveries WHERE dead_at IS NOT NULL',
});

@Injectable()
export class WebhooksJobs {
  constructor(private readonly deliveries: WebhookDeliveries) {}

  @Handles(deliverWebhooks)
  async deliver(): Promise<void> {
    // Who waits for a slow receiver would hold a place of the worker, and soon all of them.
    if (this.deliveries.isUnderWay) return;
    await this.deliveries.deliver();
  }
}
