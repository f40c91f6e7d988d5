import { PageQuery } from '../platform/paging';
import { DayField, Flag, Id, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { Ids, Part, PartList } from '../platform/request-parts';
import { nominationStateNames, type NominationState } from './nomination.states';
import { type NominationSort, nominationSorts } from './nominations.queries';
import { type Decision, decisions } from './decisions';

const Acknowledged = () =>
  Flag({ description: 'That the sender read the warnings among the checks; needed where there is one.' });

export class LetterRequest {
  @Text({ max: 100, description: 'Number of the unit’s letter, e.g. 47-CV/ĐU.' })
  readonly number: string;

  @DayField({ description: 'Date of the letter.' })
  readonly date: string;
}

export class GroupLetterRequest {
  @Text({ max: 100, description: 'Number of the Group’s letter of endorsement, e.g. 208-CV/ĐUTĐ.' })
  readonly number: string;

  @DayField({ description: 'Date of the letter; today or before.' })
  readonly date: string;
}

const GroupLetter = () =>
  Part(() => GroupLetterRequest, {
    optional: true,
    description: 'The letter the Group endorses by; may be recorded later. The same letter for many is entered once.',
  });

export class EndorsementRequest {
  @GroupLetter()
  readonly letter?: GroupLetterRequest;
}

/** One letter of the Group for many it endorsed before. */
export class GroupLetterOfManyRequest {
  @Ids({ max: 500 })
  readonly nominationIds: string[];

  @Part(() => GroupLetterRequest)
  readonly letter: GroupLetterRequest;
}

export class NominateRequest {
  @Id()
  readonly personId: string;

  @Id({ optional: true, description: 'The nominating unit; may be left out by a secretary of one unit.' })
  readonly unitId?: string;

  @WholeNumber({
    min: 1,
    max: 1000,
    optional: true,
    description: 'Wished rank among the reserves, should no seat be free.',
  })
  readonly rank?: number;

  @Part(() => LetterRequest, {
    optional: true,
    description: 'With a letter the nomination is submitted at once; without, it stays a draft.',
  })
  readonly letter?: LetterRequest;

  @Text({ optional: true, max: 500, description: 'The office’s reason for taking it outside the window.' })
  readonly lateReason?: string;

  @Acknowledged()
  readonly acknowledged?: boolean;
}

/** Several people of one unit with one letter. */
export class NominateEachRequest {
  @Ids({ max: 200 })
  readonly personIds: string[];

  @Id({ optional: true })
  readonly unitId?: string;

  @Part(() => LetterRequest)
  readonly letter: LetterRequest;

  @Text({ optional: true, max: 500 })
  readonly lateReason?: string;

  @Acknowledged()
  readonly acknowledged?: boolean;
}

export class SubmissionRequest {
  @Part(() => LetterRequest)
  readonly letter: LetterRequest;

  @Text({ optional: true, max: 500, description: 'The office’s reason for taking a draft outside the window.' })
  readonly lateReason?: string;

  @Acknowledged()
  readonly acknowledged?: boolean;
}

export class RankingRequest {
  @WholeNumber({ min: 1, max: 1000, description: 'Place among the reserves of the unit; 1 is the first to move up.' })
  readonly place: number;
}

export class ReasonRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

export class ReturnRequest extends ReasonRequest {
  @DayField({ description: 'Until when the place is kept.' })
  readonly correctBy: string;
}

export class SubstitutionRequest extends ReasonRequest {
  @Id({ description: 'Substitute; of the same unit.' })
  readonly personId: string;

  @Part(() => LetterRequest)
  readonly letter: LetterRequest;

  @Acknowledged()
  readonly acknowledged?: boolean;
}

export class ReviewDecisionRequest {
  @Id()
  readonly nominationId: string;

  @OneOf(decisions)
  readonly decision: Decision;

  @Text({ optional: true, max: 500 })
  readonly reason?: string;

  @DayField({ optional: true })
  readonly correctBy?: string;

  @GroupLetter()
  readonly letter?: GroupLetterRequest;
}

export class ReviewsRequest {
  @PartList(() => ReviewDecisionRequest, { max: 500 })
  readonly decisions: ReviewDecisionRequest[];
}

/** The same decision on several nominations: what the review form of a page sends. */
export class ReviewFormRequest {
  @Ids({ max: 500 })
  readonly nominationIds: string[];

  @OneOf(decisions)
  readonly decision: Decision;

  @Text({ optional: true, max: 500 })
  readonly reason?: string;

  @DayField({ optional: true })
  readonly correctBy?: string;

  @GroupLetter()
  readonly letter?: GroupLetterRequest;
}

export class NominationsQuery extends PageQuery {
  @Id({ optional: true })
  readonly classId?: string;

  @Id({ optional: true })
  readonly unitId?: string;

  @Id({ optional: true })
  readonly personId?: string;

  @OneOf(nominationStateNames, { optional: true })
  readonly state?: NominationState;

  @Flag({ description: 'Only nominations that are live.' })
  readonly liveOnly?: boolean;

  @Flag({ description: 'Only reserves.' })
  readonly reservesOnly?: boolean;

  @Text({ optional: true, max: 100, description: 'Part of a name, with or without marks, or a person’s code.' })
  readonly search?: string;

  @OneOf(nominationSorts, { optional: true, description: 'With a minus sign, descending; `unit` unless told.' })
  readonly sort?: NominationSort;
}

/** What the address of the list of one class narrows it to. */
export class NominationsPageQuery {
  @Id({ optional: true })
  readonly unitId?: string;

  @OneOf(nominationStateNames, { optional: true })
  readonly state?: NominationState;

  @Flag()
  readonly reservesOnly?: boolean;

  @Text({ optional: true, max: 100 })
  readonly search?: string;

  @OneOf(nominationSorts, { optional: true, description: 'With a minus sign, descending; `unit` unless told.' })
  readonly sort?: NominationSort;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;

  @Flag({ description: 'Whether every row comes ticked.' })
  readonly ticked?: boolean;

  /** What became of what was decided just before. */
  @Id({ optional: true })
  readonly outcome?: string;
}

export class UnitQuery {
  @Id({ optional: true })
  readonly unitId?: string;
}

/** Some of the people of a unit, found by name or code, after those of the page before. */
export class CandidatesPageQuery extends UnitQuery {
  @Text({ optional: true, max: 100 })
  readonly search?: string;

  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;

  /** Among those who do not qualify. */
  @Text({ optional: true, max: 1_000 })
  readonly heldBackAfter?: string;

  /** What became of those who were sent just before. */
  @Id({ optional: true })
  readonly outcome?: string;
}

export class NoneThisTimeRequest extends UnitQuery {
  @Text({ optional: true, max: 500 })
  readonly note?: string;
}

export class ListApplicationRequest {
  @Flag({
    description: 'That the list is meant for this class; needed where its head says otherwise (`meantElsewhere`).',
  })
  readonly meant?: boolean;

  @Part(() => LetterRequest, { optional: true, description: 'Needed when the file does not state the letter.' })
  readonly letter?: LetterRequest;

  @Acknowledged()
  readonly acknowledged?: boolean;
}
