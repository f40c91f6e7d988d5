import { PageQuery } from '../platform/paging';
import { DayField, Flag, OneOf, Text } from '../platform/request-fields';
import { type CompletionSort, completionSorts } from './completion-order';

export class CompletionsRequest extends PageQuery {
  @Flag({ description: 'Only those who completed, or only those who did not.' })
  readonly completed?: boolean;

  @Flag({ description: 'Only those about whom the authority decided, or only the others.' })
  readonly decided?: boolean;

  @OneOf(completionSorts, { optional: true, description: 'By name unless told; with a minus from the end.' })
  readonly sort?: CompletionSort;

  @Text({ optional: true, max: 100, description: 'Words of a name, with or without marks.' })
  readonly search?: string;
}

export class OverrideRequest {
  @Text({ max: 100, description: 'Number of the decision.' })
  readonly decision: string;

  @DayField({ description: 'The day it was signed.' })
  readonly decidedOn: string;

  @Text({ max: 1000 })
  readonly reason: string;
}

/** The same list on a page, whose address names the cursor so. */
export class CompletionsPageQuery extends CompletionsRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
