import { listQuery, PageQuery } from '../../platform/paging';
import { Flag, OneOf } from '../../platform/request-fields';

export class NoticesRequest extends PageQuery {
  @Flag({ description: 'Only those not read yet.' })
  readonly unread?: boolean;
}

const noticeOrders = ['at', '-at'] as const;
export type NoticeOrder = (typeof noticeOrders)[number];

/** The same on a page. */
export class NoticesPageRequest extends listQuery(noticeOrders) {
  @OneOf(['unread'], { optional: true })
  readonly show?: 'unread';
}
