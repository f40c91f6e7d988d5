import { PageQuery } from '../../platform/paging';
import { DayField, Id, MarkField, OneOf, Text, TimeField, WholeNumber } from '../../platform/request-fields';
import { Ids, PartList } from '../../platform/request-parts';
import type { Attempt } from '../mark-sheet';
import { type ExamOutcome, examOutcomes } from './exam';
import { type ExamStage, examStages } from './exam-stage';
import { type ExamOrder, examOrders } from './exam-order';

class ExamRoomRequest {
  @Id()
  readonly roomId: string;

  @WholeNumber({ min: 1, max: 1000, optional: true, description: 'How many sit in it; left out, as many as it seats.' })
  readonly places?: number;
}

class InvigilatorRequest {
  @Id({ optional: true, description: 'A lecturer; or a person of the roster by their code.' })
  readonly lecturerId?: string;

  @Text({ optional: true, max: 60 })
  readonly personCode?: string;

  @Id({ optional: true, description: 'The one of its rooms they keep watch over.' })
  readonly roomId?: string;

  @Text({ optional: true, max: 30 })
  readonly phone?: string;
}

/** When, where and by whom. */
class ExamTimeRequest {
  @DayField()
  readonly day: string;

  @TimeField()
  readonly startTime: string;

  @TimeField()
  readonly endTime: string;

  @Id({ optional: true, description: 'The half-day of the class it is held in; none when outside half-days.' })
  readonly halfDayId?: string;

  @PartList(() => ExamRoomRequest, { max: 20, optional: true, description: 'Filled in this order.' })
  readonly rooms?: ExamRoomRequest[];

  @PartList(() => InvigilatorRequest, { max: 60, optional: true })
  readonly invigilators?: InvigilatorRequest[];

  @Text({ optional: true, max: 500, description: 'By whose decision a room is shared with another class then.' })
  readonly roomSharedReason?: string;

  @Text({
    optional: true,
    max: 500,
    description: 'What candidates should know: form of the examination, what to bring.',
  })
  readonly note?: string;
}

export class ExamRequest extends ExamTimeRequest {
  @Id({ optional: true, description: 'What is examined; left out in a class without modules.' })
  readonly moduleId?: string;

  @WholeNumber({ min: 1, max: 2, optional: true, description: '1 unless told; 2 is the re-sit.' })
  readonly attempt?: Attempt;
}

export class ExamChangeRequest extends ExamTimeRequest {
  @Text({
    optional: true,
    max: 500,
    description: 'Why, for everybody concerned; needed when day, time or rooms change.',
  })
  readonly reason?: string;
}

export class ExamCancellationRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

export class CandidatesRequest {
  @Ids({
    min: 0,
    max: 1000,
    optional: true,
    description: 'Everybody who sits, guests too; left out, all who are admitted.',
  })
  readonly enrollmentIds?: string[];
}

export class CandidatePermissionRequest {
  @Text({ max: 60 })
  readonly decisionNumber: string;

  @DayField()
  readonly decidedOn: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class OutcomeRequest {
  @Id()
  readonly enrollmentId: string;

  @OneOf(examOutcomes)
  readonly outcome: ExamOutcome;

  @Text({ optional: true, max: 500, description: 'What was done against the rules, and what followed.' })
  readonly violation?: string;
}

export class MinutesRequest {
  @TimeField()
  readonly begunAt: string;

  @TimeField()
  readonly endedAt: string;

  @WholeNumber({ min: 0, max: 5000 })
  readonly papers: number;

  @WholeNumber({ min: 0, max: 50_000 })
  readonly sheets: number;

  @Text({ optional: true, max: 2000 })
  readonly incidents?: string;

  @PartList(() => OutcomeRequest, { max: 1000 })
  readonly entries: OutcomeRequest[];

  @Text({ optional: true, max: 500, description: 'Why minutes that were taken already change; needed then.' })
  readonly reason?: string;
}

export class ExamMarkRequest {
  @Id()
  readonly enrollmentId: string;

  @MarkField({ optional: true, description: 'Left out or null takes the mark back.' })
  readonly mark?: number;
}

export class ExamMarksRequest {
  @PartList(() => ExamMarkRequest, { max: 1000 })
  readonly entries: ExamMarkRequest[];

  @Text({ optional: true, max: 500, description: 'Why marks that were there already change; needed then.' })
  readonly reason?: string;
}

/** Which examinations of a class, and in which order. */
export class ExamListQuery extends PageQuery {
  @Id({ optional: true })
  readonly moduleId?: string;

  @OneOf(examStages, { optional: true })
  readonly stage?: ExamStage;

  @OneOf(examOrders, { optional: true, description: 'The first to be held comes first unless told.' })
  readonly sort?: ExamOrder;
}

/** The same on a page, whose address names the cursor so. */
export class ExamListPageQuery extends ExamListQuery {
  @Text({ optional: true, max: 1_000 })
  readonly cursor?: string;
}

/** What a link to the form of a new examination says already. */
export class ExamPageQuery {
  @Id({ optional: true })
  readonly moduleId?: string;

  @WholeNumber({ min: 1, max: 2, optional: true })
  readonly attempt?: Attempt;
}
