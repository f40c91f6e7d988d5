import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsNumber, IsOptional, Max, Min, type ValidationOptions } from 'class-validator';
import {
  type Education,
  educations,
  type PostRank,
  postRanks,
  type Rating,
  ratings,
  type Standing,
  standings,
  type TheoryLevel,
  theoryLevels,
} from '../people/person.values';
import { InvalidInput } from '../platform/problems/refusals';
import { Flag, MarkField, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { SomeOf } from '../platform/request-parts';
import { readRequest } from '../platform/requests';
import {
  type HalfDaysBefore,
  halfDaysBefore,
  type LeaveKind,
  leaveKinds,
  type RuleCode,
  type RuleParameters,
} from './course-rules';
import { faultOf } from './number-format';

class NoParameters {
  readonly [name: string]: never;
}

class StandingParameters {
  @SomeOf(standings)
  readonly anyOf: Standing[];
}

class EducationParameters {
  @OneOf(educations)
  readonly atLeast: Education;

  @OneOf(educations, { optional: true, description: 'What full-time study asks for, where it is another.' })
  readonly fullTimeAtLeast: Education | null = null;
}

class RatingsParameters {
  @WholeNumber({ min: 1, max: 5 })
  readonly years: number;

  @OneOf(ratings)
  readonly atLeast: Rating;
}

class MinimumAgeParameters {
  @OneOf(['part_time', 'full_time'])
  readonly mode: 'part_time' | 'full_time';

  @WholeNumber({ min: 18, max: 60 })
  readonly male: number;

  @WholeNumber({ min: 18, max: 60 })
  readonly female: number;
}

class MaximumAgeParameters {
  @WholeNumber({ min: 25, max: 65 })
  readonly male: number;

  @WholeNumber({ min: 25, max: 65 })
  readonly female: number;
}

class YearsParameters {
  @WholeNumber({ min: 1, max: 30 })
  readonly atLeast: number;
}

class PostRankParameters {
  @OneOf(postRanks)
  readonly atLeast: PostRank;

  @Flag({ description: 'Whether being planned for a post of the rank is enough.' })
  readonly orPlanned: boolean = false;
}

class PlannedPostParameters {
  @OneOf(postRanks)
  readonly atLeast: PostRank;
}

class BelowTheoryLevelParameters {
  @OneOf(theoryLevels)
  readonly level: TheoryLevel;
}

class PriorTheoryLevelParameters {
  @OneOf(theoryLevels)
  readonly atLeast: TheoryLevel;
}

class InsideProbationParameters {
  @WholeNumber({ min: 1, max: 36 })
  readonly months: number;
}

class WomenShareParameters {
  @Share()
  readonly atLeast: number;
}

class YouthShareParameters {
  @Share()
  readonly atLeast: number;

  @WholeNumber({ min: 18, max: 60 })
  readonly upToAge: number;
}

class UnitShareParameters {
  @Share()
  readonly atMost: number;
}

class AttendanceParameters {
  @Share()
  readonly maximumAbsentShare: number;

  @Share({ optional: true })
  readonly maximumUnexcusedShare: number | null = null;
}

class UnitDoneParameters {
  @Share()
  readonly minimumShare: number;
}

class LateJoiningParameters {
  @OneOf(halfDaysBefore)
  readonly halfDaysBefore: HalfDaysBefore;
}

class LeavePaperParameters {
  @SomeOf(leaveKinds)
  readonly kinds: LeaveKind[];
}

class MarksParameters {
  @MarkField()
  readonly minimum: number;

  @MarkField({ optional: true, description: 'A re-sit counts at most so much; left out, as it is.' })
  readonly resitCap: number | null = null;
}

class ExamAttendanceParameters {
  @Share()
  readonly maximumAbsentShare: number;
}

class FinalPartsParameters {
  @WholeNumber({ min: 0, max: 20, description: '0: the course has no field report.' })
  readonly fieldReportWeight: number;

  @WholeNumber({ min: 0, max: 20, description: '0: the course has no graduation paper.' })
  readonly graduationPaperWeight: number;
}

class EssayParameters {
  @MarkField({ optional: true })
  readonly minimum: number | null = null;

  @Flag({ description: 'Whether the essay must be accepted; handed in and not sent back is enough unless told.' })
  readonly accepted: boolean = false;
}

class GradesParameters {
  @MarkField()
  readonly excellent: number;

  @MarkField()
  readonly very_good: number;

  @MarkField()
  readonly good: number;

  @MarkField()
  readonly fairly_good: number;

  @MarkField()
  readonly average: number;
}

class CertificateParameters {
  @Text({ max: 20 })
  readonly series: string;

  @Text({
    max: 60,
    description: 'With `{number:3}` for the number in three digits, `{year}`, and `{series}` if wanted.',
  })
  readonly template: string;

  @WholeNumber({ min: 1, max: 600, optional: true })
  readonly validMonths: number | null = null;
}

class DiplomaParameters {
  @Text()
  readonly school: string;
}

const requests: { readonly [R in RuleCode]: new () => RuleParameters[R] } = {
  standing: StandingParameters,
  education: EducationParameters,
  ratings: RatingsParameters,
  minimum_age: MinimumAgeParameters,
  maximum_age: MaximumAgeParameters,
  years_to_serve: YearsParameters,
  years_in_party: YearsParameters,
  key_cadre: NoParameters,
  post_rank: PostRankParameters,
  planned_post: PlannedPostParameters,
  years_in_post: YearsParameters,
  below_theory_level: BelowTheoryLevelParameters,
  prior_theory_level: PriorTheoryLevelParameters,
  not_completed_before: NoParameters,
  certificate_not_valid: NoParameters,
  one_class_a_year: NoParameters,
  inside_probation: InsideProbationParameters,
  women_share: WomenShareParameters,
  youth_share: YouthShareParameters,
  unit_seat_share: UnitShareParameters,
  unit_cadre_share: UnitShareParameters,
  attendance: AttendanceParameters,
  unit_done: UnitDoneParameters,
  late_joining: LateJoiningParameters,
  leave_paper: LeavePaperParameters,
  marks: MarksParameters,
  exam_attendance: ExamAttendanceParameters,
  final_parts: FinalPartsParameters,
  essay: EssayParameters,
  grades: GradesParameters,
  certificate: CertificateParameters,
  diploma: DiplomaParameters,
};

/** What a rule is told, checked against what the rule understands. @throws InvalidInput naming `parameters.<name>` */
export function readRuleParameters(rule: RuleCode, sent: unknown): RuleParameters[RuleCode] {
  try {
    const read = { ...readRequest(requests[rule] as new () => RuleParameters[RuleCode], sent ?? {}) };
    assertMakesSense(rule, read);
    return read;
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.fields.map((wrong) => ({ ...wrong, field: `parameters.${wrong.field}` })));
  }
}

/**
 * A certificate number must tell certificates apart; a re-sit capped below the pass mark
 * could never be passed; grades must fall from the best.
 */
function assertMakesSense(rule: RuleCode, read: object): void {
  if (rule === 'certificate') {
    const fault = faultOf((read as RuleParameters['certificate']).template);
    if (fault) throw InvalidInput.field('template', fault.code, { vi: fault.vi, en: fault.en });
  }
  if (rule === 'marks') {
    const { minimum, resitCap } = read as RuleParameters['marks'];
    if (resitCap !== null && resitCap < minimum) {
      throw InvalidInput.field('resitCap', 'below_minimum', {
        vi: 'Điểm thi lại tối đa không được thấp hơn điểm đạt; nếu không, không ai thi lại đạt được.',
        en: 'The cap of a re-sit must not be below the pass mark, or nobody could pass by one.',
      });
    }
  }
  if (rule === 'attendance') {
    const { maximumAbsentShare, maximumUnexcusedShare } = read as RuleParameters['attendance'];
    if ((maximumUnexcusedShare ?? 0) > maximumAbsentShare) {
      throw InvalidInput.field('maximumUnexcusedShare', 'above_all', {
        vi: 'Mức vắng không phép không được cao hơn mức vắng chung. Hãy giảm mức này hoặc để trống.',
        en: 'Absence without leave cannot be allowed more than absence in all; lower it, or leave it empty.',
      });
    }
  }
  if (rule !== 'grades') return;
  const { excellent, very_good, good, fairly_good, average } = read as RuleParameters['grades'];
  const falling = [excellent, very_good, good, fairly_good, average];
  if (falling.some((mark, index) => index > 0 && mark >= falling[index - 1]!)) {
    throw InvalidInput.field('excellent', 'not_falling', {
      vi: 'Điểm của mỗi loại phải thấp hơn loại ngay trên. Hãy xếp lại từ xuất sắc xuống trung bình.',
      en: 'Each grade must begin below the one above it; put them in order from excellent to average.',
    });
  }
}

/** A share from 0 to 1; a form sends it as text. */
function Share({ optional = false } = {}): PropertyDecorator {
  const remedy: ValidationOptions = {
    context: {
      code: 'not_a_share',
      vi: 'Cần tỷ lệ từ 0 đến 1, ví dụ 0.2 cho 20%.',
      en: 'A share from 0 to 1; for example 0.2 for 20%.',
    },
  };
  return applyDecorators(
    ApiProperty({ type: Number, minimum: 0, maximum: 1, required: !optional, nullable: optional }),
    ...(optional ? [IsOptional()] : []),
    Transform(({ value }) => {
      if (optional && value === '') return null;
      return typeof value === 'string' ? Number(value.replace(',', '.')) : (value as unknown);
    }),
    IsNumber({ maxDecimalPlaces: 4 }, remedy),
    Min(0, remedy),
    Max(1, remedy),
  );
}
