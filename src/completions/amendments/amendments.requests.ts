import { DayField, Flag, Id, MarkField, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { Part, PartList } from '../../platform/request-parts';
import { type AmendedMark, amendedMarks } from './amended-facts';

export class AmendedAttendanceRequest {
  @Id()
  readonly halfDayId: string;

  @OneOf(amendedMarks)
  readonly mark: AmendedMark;
}

export class AmendedMarkRequest {
  @Id()
  readonly moduleId: string;

  @WholeNumber({ min: 1, max: 2, optional: true, description: '1 unless told; 2 is the re-sit.' })
  readonly attempt?: 1 | 2;

  @MarkField()
  readonly mark: number;
}

export class AmendedEssayRequest {
  @DayField({ optional: true, description: 'The day it was handed in; needed where none counts as handed in.' })
  readonly handedInOn?: string;

  @MarkField({ optional: true })
  readonly mark?: number;

  @Flag({ description: 'Whether it is accepted. What is left out stays as it counts.' })
  readonly accepted?: boolean;
}

export class AmendmentRequest {
  @Text({ max: 100, description: 'Number of the decision.' })
  readonly decision: string;

  @DayField({ description: 'The day it was signed.' })
  readonly decidedOn: string;

  @Text({ max: 200, description: 'Who decided.' })
  readonly authority: string;

  @Text({ max: 1000 })
  readonly reason: string;

  @PartList(() => AmendedAttendanceRequest, { optional: true, max: 400 })
  readonly attendance?: AmendedAttendanceRequest[];

  @PartList(() => AmendedMarkRequest, { optional: true, max: 120 })
  readonly marks?: AmendedMarkRequest[];

  @Part(() => AmendedEssayRequest, { optional: true })
  readonly essay?: AmendedEssayRequest;

  @Flag({
    description:
      'True: the authority decides that the person completes whatever the rules say. False: it no longer does, and the rules alone count.',
  })
  readonly completes?: boolean;
}
