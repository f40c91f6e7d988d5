import { Id, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { type NeedOrder, needOrders } from './coverage';
import { type NeedKind, needKinds } from './training-needs';

export class CoverageQuery {
  @Id({ optional: true, description: 'One unit; all that the caller reaches unless told.' })
  readonly unitId?: string;

  @WholeNumber({
    min: 0,
    max: 60,
    optional: true,
    description: 'How many months ahead an ending certificate counts; 6.',
  })
  readonly months?: number;
}

export class NeedsQuery extends CoverageQuery {
  @OneOf(needKinds, { optional: true })
  readonly kind?: NeedKind;

  @OneOf(needOrders, { optional: true, description: 'By deadline unless told.' })
  readonly sort?: NeedOrder;
}

export class NeedsListQuery extends NeedsQuery {
  @WholeNumber({ min: 1, max: 500, optional: true, description: 'How many items; 50 unless told.' })
  readonly limit?: number;

  @Text({ optional: true, max: 500, description: 'Cursor from `next` of the page before.' })
  readonly after?: string;
}

/** The same on a page, whose address names the cursor so. */
export class NeedsPageQuery extends NeedsQuery {
  /** Of the units before those that are shown. */
  @Text({ optional: true, max: 1_000 })
  readonly unitsAfter?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
