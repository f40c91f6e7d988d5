import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsInt, IsOptional, Max, Min } from 'class-validator';
import { Flag, Id, OneOf, Text, WholeNumber } from '../../platform/request-fields';
import { type ReminderRule, reminderRules } from '../rules/rule';
import type { RuleException, RuleSettings } from './settings';

const remedy = {
  context: {
    code: 'not_days',
    vi: 'Số ngày ghi bằng số nguyên, cách nhau dấu phẩy, không lặp, nhiều nhất 20 số, ví dụ: 7, 3, 1.',
    en: 'Write days as whole numbers with commas between them, each once, at most twenty; for example 7, 3, 1.',
  },
};

/** Days as a list, or as an office writes one: `7, 3, 1`. What cannot be read is left for the checks to refuse. */
function Days({ optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: [Number], required: !optional, example: [7, 3, 1] }),
    ...(optional ? [IsOptional()] : []),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? daysIn(value) : value)),
    IsArray(remedy),
    ArrayMinSize(1, remedy),
    ArrayMaxSize(20, remedy),
    ArrayUnique(remedy),
    IsInt({ ...remedy, each: true }),
    Min(-365, { ...remedy, each: true }),
    Max(365, { ...remedy, each: true }),
  );
}

const daysIn = (text: string): number[] =>
  text
    .split(/[,;]|(?<=\d)\s+(?=-?\d)/)
    .map((part) => (part.trim() === '' ? NaN : Number(part.trim().replace('−', '-'))));

const why = { max: 500, description: 'Why it is changed; the journal keeps it.' };

export class RuleSettingsRequest {
  @Days()
  readonly daysBefore: number[];

  @Flag()
  readonly enabled?: boolean;

  @WholeNumber({ min: 0, max: 60, description: 'Not sent so many days after the day it was due.' })
  readonly tooLateAfterDays: number;

  @Flag({ description: 'Told at once and by itself, not in the mail of the day.' })
  readonly urgent?: boolean;

  @Flag({ description: 'Nobody can switch it off for themselves.' })
  readonly duty?: boolean;

  @Flag({ description: 'Due on working days only.' })
  readonly workingDays?: boolean;

  @Text(why)
  readonly reason: string;
}

/** What is left out stays as it is everywhere; when all is, the exception ends. */
export class RuleExceptionRequest {
  @OneOf(reminderRules)
  readonly rule: ReminderRule;

  @Days({ optional: true })
  readonly daysBefore?: number[];

  @OneOf(['on', 'off', 'same'], { optional: true, description: 'As everywhere (`same`) unless told.' })
  readonly enabled?: 'on' | 'off' | 'same';

  @WholeNumber({ min: 0, max: 60, optional: true })
  readonly tooLateAfterDays?: number;

  @Text(why)
  readonly reason: string;
}

/** The rule whose exception a page shows a form for, or the course to go to. */
export class RulesOfPlaceQuery {
  @OneOf(reminderRules, { optional: true })
  readonly rule?: ReminderRule;

  @Id({ optional: true })
  readonly courseId?: string;
}

/** A box that was not ticked sends nothing, and means no. */
export const settingsOf = (rule: ReminderRule, request: RuleSettingsRequest): RuleSettings => ({
  rule,
  daysBefore: request.daysBefore,
  tooLateAfterDays: request.tooLateAfterDays,
  enabled: request.enabled ?? false,
  urgent: request.urgent ?? false,
  duty: request.duty ?? false,
  workingDays: request.workingDays ?? false,
});

export const exceptionOf = ({ daysBefore, enabled, tooLateAfterDays }: RuleExceptionRequest): RuleException => ({
  daysBefore: daysBefore ?? null,
  enabled: enabled === undefined || enabled === 'same' ? null : enabled === 'on',
  tooLateAfterDays: tooLateAfterDays ?? null,
});
