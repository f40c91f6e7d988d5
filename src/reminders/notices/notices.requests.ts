import { PageQuery } from '../../platform/paging';
import { Flag, OneOf, Text } from '../../platform/requests';

export class NoticesRequest extends PageQuery {
  @Flag({ description: 'Only those not read yet.' })
  readonly unread?: boolean;
}

/** The same on a page, whose address names the cursor so. */
export class NoticesPageRequest {
  @OneOf(['unread'], { optional: true })
  readonly show?: 'unread';

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
