import { listQuery, PageQuery } from '../../platform/paging';
import { Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { Part } from '../../platform/request-parts';
import { factNames } from '../person.facts';
import type { ChosenFacts } from './merger.entity';

export const likenesses = ['certain', 'perhaps'] as const;
export type Likeness = (typeof likenesses)[number];

/** Whether somebody looked at a pair and said that they are two people. */
export const pairStates = ['open', 'distinct'] as const;
export type PairState = (typeof pairStates)[number];

/** A minus turns the order round. `name` is by given name, as offices list people. */
const duplicateOrders = ['name', '-name', 'birthDate', '-birthDate'] as const;
export type DuplicateOrder = (typeof duplicateOrders)[number];

export class DuplicatesRequest extends PageQuery {
  @Text({ optional: true, max: 100, description: 'Words of a name, with or without marks.' })
  readonly search?: string;

  @Id({ optional: true, description: 'One of the two is of this unit.' })
  readonly unitId?: string;

  @OneOf(likenesses, {
    optional: true,
    description:
      '`certain`: same name and birth date; `perhaps`: same name and year, where one was entered as born on 1 January.',
  })
  readonly likeness?: Likeness;

  @OneOf(pairStates, { optional: true, description: '`open` unless told.' })
  readonly state?: PairState;

  @OneOf(duplicateOrders, { optional: true, description: 'By given name unless told.' })
  readonly sort?: DuplicateOrder;
}

/** The same on a page, whose address names the cursor so. */
export class DuplicatesPageQuery extends DuplicatesRequest {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

const sides = ['stays', 'goes'] as const;

/** Whose value of each fact is kept; that of the record that stays unless told. */
class ChosenFactsRequest implements ChosenFacts {}
for (const fact of factNames) OneOf(sides, { optional: true })(ChosenFactsRequest.prototype, fact);

export class PersonMergerRequest {
  @Id({ description: 'Whose record becomes part of the other.' })
  readonly otherId: string;

  @Part(() => ChosenFactsRequest, { optional: true })
  readonly facts?: ChosenFacts;

  @Text({ max: 500, description: 'How it is known that they are one person.' })
  readonly reason: string;

  @WholeNumber({ min: 1, max: 1_000_000_000, optional: true, description: 'The version looked at; any unless told.' })
  readonly version?: number;

  @WholeNumber({ min: 1, max: 1_000_000_000, optional: true, description: 'The version of the other looked at.' })
  readonly otherVersion?: number;
}

export class MergerReversalRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

export class DistinctionRequest {
  @Id({ description: 'Who is somebody else.' })
  readonly otherId: string;
}

/** `name` is by the given name of the record that stays. */
const mergerOrders = ['name', '-name', 'mergedAt', '-mergedAt'] as const;
export type MergerOrder = (typeof mergerOrders)[number];

export class MergersPageQuery extends listQuery(mergerOrders) {}
