import { PageQuery } from '../../platform/paging';
import { Id, OneOf, Text } from '../../platform/request-fields';
import { longestText } from '../person.contradictions';
import { type CorrectionState, correctionStates } from './correction-request.states';

const states = Object.keys(correctionStates);

/** A minus turns the order round. `name` is by given name, as offices list people. */
const correctionOrders = ['askedAt', '-askedAt', 'name', '-name'] as const;
export type CorrectionOrder = (typeof correctionOrders)[number];

export class CorrectionListQuery extends PageQuery {
  @OneOf(states, { optional: true })
  readonly state?: CorrectionState;

  @Id({ optional: true })
  readonly unitId?: string;

  @OneOf(correctionOrders, { optional: true, description: 'The latest first unless told.' })
  readonly sort?: CorrectionOrder;
}

/** The same on a page, whose address names the cursor so. */
export class CorrectionPageQuery extends CorrectionListQuery {
  @OneOf(['office', 'unit'], { optional: true })
  readonly waitsFor?: 'office' | 'unit';

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

export class AskedFactQuery {
  @Text({ optional: true, max: 30 })
  readonly fact?: string;
}

export class CorrectionAskedRequest {
  @Text({ max: 30, description: 'As corrections of a person name it, e.g. `birthDate`; `ratings.2025` for a rating.' })
  readonly fact: string;

  @Text({ optional: true, max: longestText, description: 'What is right, as text; left out for nothing.' })
  readonly value?: string;

  @Text({ optional: true, max: 1_000 })
  readonly note?: string;
}

export class CorrectionDeclinedRequest {
  @Text({ max: 500, description: 'Why, for the person to read.' })
  readonly answer: string;
}
