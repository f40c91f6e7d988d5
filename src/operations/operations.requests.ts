import { PageQuery } from '../platform/paging';
import { OneOf, Text } from '../platform/request-fields';

export const deadLetterKinds = ['mail', 'webhooks', 'jobs'] as const;
export type DeadLetterKind = (typeof deadLetterKinds)[number];

export class DeadLettersRequest extends PageQuery {
  @OneOf(deadLetterKinds)
  readonly kind: DeadLetterKind;
}

export class ReplayRequest {
  @OneOf(deadLetterKinds)
  readonly kind: DeadLetterKind;

  @Text({ optional: true, description: 'All of the kind when left out.' })
  readonly id?: string;
}
