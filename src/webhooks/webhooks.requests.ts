import { PartialType } from '@nestjs/swagger';
import { PageQuery } from '../platform/paging';
import { Flag, Id, OneOf, Text } from '../platform/request-fields';
import { Texts } from '../platform/request-parts';

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export class AddWebhookRequest {
  @Text({ max: 100 })
  readonly name: string;

  @Text({ max: 500, description: 'https only.' })
  readonly url: string;

  @Texts({ max: 100, description: 'What it is told of, such as reminder.class_near.' })
  readonly topics: readonly string[];
}

export class ChangeWebhookRequest extends PartialType(AddWebhookRequest) {
  @Flag({ description: 'What is due for one that is off waits until it is on.' })
  readonly enabled?: boolean;
}

export class WebhookDeliveriesRequest extends PageQuery {
  @OneOf(deliveryStates, { optional: true })
  readonly state?: DeliveryState;
}

/** The same on a page, whose address names the cursor so. */
export class WebhookPageRequest extends WebhookDeliveriesRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class ReplayDeliveriesRequest {
  @Id({ optional: true, description: 'All that were given up when left out.' })
  readonly deliveryId?: string;
}
