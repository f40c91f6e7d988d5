import { PageQuery } from '../../platform/paging';
import { Flag, Id, MarkField, MomentField, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { type EssayOrder, essayOrders, type EssayState, essayStates } from './essays.queries';

export class EssayRequest {
  @Text({ max: 40_000, optional: true, description: 'The essay as text; may be left out beside a file.' })
  readonly body?: string;

  @Flag({ description: 'Without a new file: the file of the version before stays with the essay.' })
  readonly keepsFile?: boolean;
}

/** What is decided about a version somebody read. */
class EssayDecisionRequest {
  @WholeNumber({
    min: 1,
    max: 10_000,
    optional: true,
    description: 'The version that was read; refused when another came since. Left out, the one that stands.',
  })
  readonly version?: number;
}

export class EssayMarkRequest extends EssayDecisionRequest {
  @MarkField()
  readonly mark: number;
}

export class EssayAcceptanceRequest extends EssayDecisionRequest {
  @MarkField({ optional: true })
  readonly mark?: number;
}

export class EssayReturnRequest extends EssayDecisionRequest {
  @Text({ max: 1000, description: 'What is to be mended; the writer reads it.' })
  readonly reason: string;

  @MomentField({ description: 'Until when the next version is awaited.' })
  readonly dueAt: string;
}

export class EssayTermRequest {
  @MomentField()
  readonly dueAt: string;
}

export class EssaysQuery extends PageQuery {
  @Id({ optional: true, description: 'Only people this unit sent.' })
  readonly unitId?: string;

  @OneOf(essayStates, { optional: true, description: '`late` is handed in after it was due, whatever was decided.' })
  readonly state?: EssayState;

  @OneOf(essayOrders, { optional: true, description: '`name` unless told.' })
  readonly sort?: EssayOrder;
}

export class EssaysPageQuery extends EssaysQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}
