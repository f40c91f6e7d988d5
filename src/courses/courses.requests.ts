import { theoryLevels } from '../people/person.values';
import { DayField, OneOf, SomeOf, Text, WholeNumber } from '../platform/requests';
import { type ApprovalStep, approvalSteps, awards, type Award, courseKinds, type CourseKind } from './course.entity';

const levelsToReach = theoryLevels.filter((level) => level !== 'none');

export class NewCourseRequest {
  @Text({ max: 60, description: 'Short name, unique.' })
  readonly code: string;

  @Text()
  readonly nameVi: string;

  @Text()
  readonly nameEn: string;

  @OneOf(courseKinds)
  readonly kind: CourseKind;

  @OneOf(levelsToReach, { optional: true, description: 'The theory level a person has after completing it.' })
  readonly raisesTo?: 'elementary' | 'intermediate' | 'advanced';

  @SomeOf(approvalSteps, { description: 'Who reviews a nomination; the Bloc always does, the Group may before it.' })
  readonly approvalSteps: ApprovalStep[];

  @OneOf(awards)
  readonly award: Award;

  @WholeNumber({ min: 1, max: 1000, description: 'How many half-days it usually takes.' })
  readonly usualHalfDays: number;
}

export class RulesQuery {
  @DayField({ optional: true, description: 'The day asked about; today unless told.' })
  readonly on?: string;
}
