import { Id, OneOf } from '../platform/request-fields';
import { type FeedKind, feedKinds } from './calendar-feeds.policy';

export class MakeFeedRequest {
  @OneOf(feedKinds, { description: 'One’s own half-days, those of the classes one manages, or those of one class.' })
  readonly kind: FeedKind;

  @Id({ optional: true, description: 'With the kind `class` only.' })
  readonly classId?: string | null;
}

export class ListFeedsRequest {
  @Id({ optional: true, description: 'Adds the feed of a class the caller runs, whoever made it.' })
  readonly classId?: string | null;
}
