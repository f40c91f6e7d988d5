import { Module } from '@nestjs/common';
import { WebhookDeliveries } from './deliveries';
import { WebhookOutbox } from './outbox';
import { WebhookSender } from './sender';
import { WebhooksController } from './webhooks.controller';
import { WebhooksJobs } from './webhooks.jobs';
import { WebhooksPages } from './webhooks.pages';
import { WebhooksQueries } from './webhooks.queries';
import { WebhooksService } from './webhooks.service';

@Module({
  controllers: [WebhooksController, WebhooksPages],
  providers: [WebhookDeliveries, WebhookOutbox, WebhookSender, WebhooksJobs, WebhooksQueries, WebhooksService],
  exports: [WebhookOutbox],
})
export class WebhooksModule {}
