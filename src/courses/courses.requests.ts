import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { theoryLevels } from '../people/person.values';
import { DayField, Flag, OneOf, Text, WholeNumber } from '../platform/request-fields';
import { SomeOf } from '../platform/request-parts';
import { readRequest } from '../platform/requests';
import {
  type ApprovalStep,
  approvalSteps,
  awards,
  type Award,
  type CourseFacts,
  type Carrying,
  carryings,
  courseKinds,
  type CourseKind,
} from './course.entity';
import { purposeOf, ruleCodes, type RuleCode, severities, type Severity } from './course-rules';
import type { NewRule } from './courses.service';
import { readRuleParameters } from './rule-parameters.requests';

export const levelsToReach = theoryLevels.filter((level) => level !== 'none');

/** What of a course may be said anew later. */
export class CourseFactsRequest {
  @Text()
  readonly nameVi: string;

  @Text()
  readonly nameEn: string;

  @OneOf(levelsToReach, { optional: true, description: 'The theory level a person has after completing it.' })
  readonly raisesTo?: NonNullable<CourseFacts['raisesTo']>;

  @SomeOf(approvalSteps, { description: 'Who reviews a nomination; the Bloc always does, the Group may before it.' })
  readonly approvalSteps: ApprovalStep[];

  @OneOf(awards)
  readonly award: Award;

  @WholeNumber({ min: 1, max: 1000, description: 'How many half-days it usually takes.' })
  readonly usualHalfDays: number;

  @OneOf(carryings, {
    optional: true,
    description: 'What goes along with whoever learns on in another class of the course; `all` unless told.',
  })
  readonly carries?: Carrying;

  @WholeNumber({
    min: 0,
    max: 720,
    optional: true,
    description: 'So many minutes before a half-day begins its attendance may be taken; 60 unless told.',
  })
  readonly attendanceOpensMinutes?: number;

  @WholeNumber({
    min: 0,
    max: 240,
    optional: true,
    description: 'Who leaves sooner after coming in is shown to the class manager; 30 minutes unless told.',
  })
  readonly shortStayMinutes?: number;
}

export class NewCourseRequest extends CourseFactsRequest {
  @Text({ max: 60, description: 'Short name, unique.' })
  readonly code: string;

  @OneOf(courseKinds)
  readonly kind: CourseKind;
}

/** What is left out stays; a level of null raises none. */
export class ChangeCourseRequest extends PartialType(CourseFactsRequest) {}

export function readCourseChanges(sent: object): Partial<CourseFacts> {
  const changes = Object.entries(readRequest(ChangeCourseRequest, sent)).filter(([, value]) => value !== undefined);
  return {
    ...Object.fromEntries(changes),
    ...('raisesTo' in sent && sent.raisesTo === null ? { raisesTo: null } : {}),
  };
}

export class CourseRetirementRequest {
  @DayField({ description: 'The first day on which no class of it opens.' })
  readonly from: string;

  @Text({ max: 500 })
  readonly reason: string;
}

export class CourseReturnRequest {
  @Text({ max: 500 })
  readonly reason: string;
}

/** A rule of a course from a day on; the one it follows ends the day before. */
export class NewRuleRequest {
  @OneOf(ruleCodes)
  readonly rule: RuleCode;

  @Allow()
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'What the rule is told; each rule has its own, see `GET /courses/:id/rules`.',
  })
  readonly parameters?: object;

  @OneOf(severities, {
    optional: true,
    description: 'For admission; `block` unless told. Wishes for a class always warn.',
  })
  readonly severity?: Severity;

  @DayField()
  readonly validFrom: string;

  @Text({ max: 500, description: 'The text it rests on, in Vietnamese.' })
  readonly citationVi: string;

  @Text({ max: 500, optional: true, description: 'The same in English; as in Vietnamese unless told.' })
  readonly citationEn?: string;

  @Flag({ description: 'Whether somebody has read that text; no unless told.' })
  readonly verified?: boolean;
}

export class RuleEndingRequest {
  @DayField({ description: 'The last day the rule is in force.' })
  readonly lastDay: string;

  @Text({ max: 500 })
  readonly reason: string;
}

/** The same from a page, which says whose form it was. */
export class RuleEndingFormRequest extends RuleEndingRequest {
  @OneOf(ruleCodes)
  readonly rule: RuleCode;
}

export class RuleKindQuery {
  @OneOf(ruleCodes)
  readonly rule: RuleCode;
}

export class RulesQuery {
  @DayField({ optional: true, description: 'The day asked about; today unless told.' })
  readonly on?: string;
}

const inside = 'parameters.';

/** Reads the rule and what it is told: nested in JSON, as `parameters.name` in a form. @throws InvalidInput */
export function readNewRule(sent: object): NewRule {
  const { parameters, ...rest } = sent as { parameters?: object };
  const entries = Object.entries(rest);
  const flat = entries.flatMap(([name, value]) =>
    name.startsWith(inside) ? [[name.slice(inside.length), value]] : [],
  );
  const plain = Object.fromEntries(entries.filter(([name]) => !name.startsWith(inside)));
  const {
    severity = 'block',
    citationVi,
    citationEn = citationVi,
    verified = false,
    ...rule
  } = readRequest(NewRuleRequest, plain);
  return {
    ...rule,
    severity: purposeOf[rule.rule] === 'composition' ? 'warn' : severity,
    verified,
    citation: { vi: citationVi, en: citationEn },
    parameters: readRuleParameters(rule.rule, parameters ?? Object.fromEntries(flat)),
  };
}
