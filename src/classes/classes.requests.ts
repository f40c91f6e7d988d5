import { PartialType, PickType } from '@nestjs/swagger';
import { PageQuery } from '../platform/paging';
import { DayField, Flag, Id, MomentField, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { isEmptied, readRequest } from '../platform/requests';
import { classSorts, type ClassSort } from './classes.queries';
import type { ClassChanges } from './classes.service';
import { classModes, type ClassMode } from './class-mode';
import { classStates, type ClassState } from './training-class.states';

/** What is left out stays; a day sent as null or empty is taken away. */
export class SeatSettingsRequest {
  @Flag({
    description:
      'Whether a unit without free seats of its own may take one of the pool; yes for a new class unless told.',
  })
  readonly poolOpen?: boolean;

  @Flag({
    description: 'Whether a freed seat that no reserve of its unit can take goes to the reserves of other units.',
  })
  readonly freedToPool?: boolean;

  @DayField({ optional: true, description: 'The last day units keep unused seats; afterwards they are the pool’s.' })
  readonly releaseAfter?: string;

  @DayField({
    optional: true,
    description: 'The last day of substitutions; the day before the class opens unless told.',
  })
  readonly substituteUntil?: string;
}

export class NewClassRequest extends SeatSettingsRequest {
  @Text({ max: 60, description: 'Unique, as the office writes it on papers.' })
  readonly code: string;

  @Id()
  readonly courseId: string;

  @Text()
  readonly name: string;

  @OneOf(classModes)
  readonly mode: ClassMode;

  @DayField()
  readonly opensOn: string;

  @DayField()
  readonly closesOn: string;

  @WholeNumber({ min: 1, max: 5000, description: 'How many seats; each is made at once, in the common pool.' })
  readonly capacity: number;

  @Id({ optional: true })
  readonly roomId?: string;

  @WholeNumber({
    min: 1,
    max: 5000,
    optional: true,
    description: 'Below so many people the office is warned before the class opens; at most the capacity.',
  })
  readonly minSize?: number;

  @Id({ optional: true, description: 'The line of the yearly plan it counts against, of the same course and year.' })
  readonly planLineId?: string;
}

/** What is left out stays; a room or the least size sent as null or empty is taken away. What rules its seats is changed with them. */
export class ChangeClassRequest extends PartialType(
  PickType(NewClassRequest, ['code', 'name', 'mode', 'opensOn', 'closesOn', 'roomId', 'minSize']),
) {
  @Id({ optional: true, description: 'Only while the class is a draft.' })
  readonly courseId?: string;

  @MomentField({ optional: true })
  readonly callOpensAt?: string;

  @MomentField({ optional: true })
  readonly callClosesAt?: string;
}

export class AnnouncementRequest {
  @MomentField()
  readonly callOpensAt: string;

  @MomentField({ description: 'After it opens, and by the end of the opening day of the class.' })
  readonly callClosesAt: string;
}

export class ConfirmationRequest {
  @Text({ max: 100, description: 'Number of the opening decision.' })
  readonly decision: string;
}

export class ClassListQuery extends PageQuery {
  @Id({ optional: true })
  readonly courseId?: string;

  @OneOf(classStates, { optional: true })
  readonly state?: ClassState;

  @WholeNumber({ min: 2000, max: 2100, optional: true, description: 'The year the class opens in.' })
  readonly year?: number;

  @Flag({ description: 'Only classes whose call for nominations is open now.' })
  readonly openCall?: boolean;

  @Flag({ description: 'Only confirmed classes between their first day and their last.' })
  readonly running?: boolean;

  @Text({ optional: true, description: 'Part of the name or the code, with or without marks.' })
  readonly search?: string;

  @OneOf(classSorts, { optional: true, description: 'With a minus sign, descending; `-opensOn` unless told.' })
  readonly sort?: ClassSort;
}

/** What the form of a new class is filled in from. */
export class NewClassQuery {
  @Id({ optional: true })
  readonly templateId?: string;

  @Id({ optional: true })
  readonly courseId?: string;

  @Id({ optional: true })
  readonly planLineId?: string;
}

/** The same on a page, whose address names the cursor so. */
export class ClassListPageQuery extends ClassListQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

const mayBeEmptied = ['roomId', 'minSize'] as const;
const neverEmpty = ['code', 'name', 'courseId', 'opensOn', 'closesOn', 'callOpensAt', 'callClosesAt'] as const;

/** @throws InvalidInput */
export function readClassChanges(sent: object): ClassChanges {
  const { callOpensAt, callClosesAt, ...changes } = readRequest(ChangeClassRequest, sent, neverEmpty);
  return {
    ...changes,
    ...Object.fromEntries(mayBeEmptied.filter((field) => isEmptied(sent, field)).map((field) => [field, null])),
    callOpensAt: callOpensAt ? new Date(callOpensAt) : undefined,
    callClosesAt: callClosesAt ? new Date(callClosesAt) : undefined,
  };
}
