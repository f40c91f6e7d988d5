import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  type ValidationOptions,
} from 'class-validator';
import type { Bilingual } from './messages/words';
import { legible } from './names';
import { stillEmpty } from './problems/refusals';
import { dayTyped, momentTyped, timeTyped } from './typed-times';

/*
 * The parts a request class is made of. Each checks the value, says in both languages what is wrong and how to mend it,
 * and describes the field in OpenAPI.
 */

export interface FieldOptions {
  /** It may be left out or empty. */
  readonly optional?: boolean;
  readonly description?: string;
}

export type Remedy = Bilingual & { readonly code: string; readonly missing?: Bilingual };
/** @param missing what is said when nothing was given, where that is not of a single field */
export const wrong = (code: string, vi: string, en: string, missing?: Bilingual): ValidationOptions => ({
  context: { code, vi, en, ...(missing && { missing }) } satisfies Remedy,
});

export function field(
  options: FieldOptions,
  shape: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const described = {
    ...shape,
    ...(options.description ? { description: options.description } : {}),
  } as ApiPropertyOptions;
  return options.optional
    ? applyDecorators(IsOptional(), ApiPropertyOptional(described), ...checks)
    : applyDecorators(ApiProperty(described), ...checks);
}

/** A check of our own. Without a message of its own the validator does not find what else is said of it. */
export const Holds = (name: string, validate: (value: unknown) => boolean, remedy: ValidationOptions) =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => name } }, remedy);

export const required = wrong('required', stillEmpty.vi, stillEmpty.en);

/** Trimmed legible text, not empty; at most `max` characters (200 unless told). */
export function Text({ max = 200, ...options }: FieldOptions & { max?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: max },
    Transform(({ value }) => typed(value, max)),
    IsString(required),
    MinLength(1, required),
    MaxLength(max, wrong('too_long', `Không quá ${max} ký tự.`, `At most ${max} characters.`)),
  );
}

/** Composing shortens Vietnamese at most threefold: what is longer still stays as it came, to be refused for its length. */
export const typed = (value: unknown, max: number) =>
  typeof value === 'string' && value.length <= 3 * max + 100 ? legible(value).trim() : value;

/** A password or code, taken exactly as typed. */
export function Secret({ min = 1, ...options }: FieldOptions & { min?: number } = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'password' },
    IsString(required),
    MinLength(min, wrong('too_short', `Cần ít nhất ${min} ký tự.`, `At least ${min} characters.`)),
    MaxLength(200, wrong('too_long', 'Không quá 200 ký tự.', 'At most 200 characters.')),
  );
}

/** No address is longer than 254 characters (RFC 5321); what is cut here stays too long. */
const longestEmail = 300;

export function Email(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'email' },
    // The check throws at halves of letters and takes its time for what is too long to be one.
    Transform(({ value }) =>
      typeof value === 'string' ? legible(value.slice(0, longestEmail)).trim() : (value as unknown),
    ),
    // Letters with marks before the @ are a mistake here: no mail system in the country gives such addresses.
    IsEmail(
      { allow_utf8_local_part: false },
      wrong(
        'not_an_email',
        'Địa chỉ thư chưa đúng, ví dụ: ten@donvi.vn.',
        'Not an e-mail address; for example name@unit.vn.',
      ),
    ),
  );
}

export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, format: 'uuid' },
    IsUUID('all', wrong('not_an_id', 'Hãy chọn một mục trong danh sách.', 'Choose one from the list.')),
  );
}

/**
 * A calendar day that exists, `YYYY-MM-DD` or as people type it, within years people write: days far off leave four digits
 * behind when they are counted on from.
 */
export function DayField(options: FieldOptions = {}): PropertyDecorator {
  const remedy = wrong(
    'not_a_day',
    'Ngày viết theo thứ tự ngày/tháng/năm, ví dụ 05/12/2026.',
    'Write the day as day/month/year, for example 05/12/2026.',
  );
  const unreal = wrong(
    'not_a_day',
    'Không có ngày này trong lịch. Hãy xem lại ngày và tháng.',
    'There is no such day; look at day and month again.',
  );
  const far = wrong('not_a_day', 'Năm từ 1900 đến 2199.', 'The year is from 1900 to 2199.');
  return field(
    options,
    { type: String, format: 'date' },
    Transform(({ value }) => dayTyped(value as unknown)),
    Matches(/^\d{4}-\d{2}-\d{2}$/, remedy),
    Holds('yearsPeopleWrite', (day) => typeof day !== 'string' || !/^(?!19|20|21)\d{4}-/.test(day), far),
    IsISO8601({ strict: true }, unreal),
  );
}

/** A moment, ISO 8601 with offset; a day and a time without one are read by the clocks of Ho Chi Minh City. */
export function MomentField(options: FieldOptions = {}): PropertyDecorator {
  const remedy = wrong(
    'not_a_moment',
    'Ghi cả ngày và giờ, ví dụ 05/12/2026 và 17:00.',
    'Write both a day and a time, for example 05/12/2026 and 17:00.',
  );
  return field(
    options,
    { type: String, format: 'date-time' },
    Transform(({ value }) => momentTyped(value)),
    IsISO8601({ strict: true, strictSeparator: true }, remedy),
    Matches(/(Z|[+-]\d{2}:\d{2})$/, remedy),
  );
}

/** A time of the wall clock, 24 hours, `HH:mm` or as people type it. */
export function TimeField(options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: String, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', example: '07:30' },
    Transform(({ value }) => timeTyped(value as unknown)),
    Matches(
      /^([01]\d|2[0-3]):[0-5]\d$/,
      wrong('not_a_time', 'Giờ viết theo 24 giờ, ví dụ 07:30.', 'Write the time by 24 hours, for example 07:30.'),
    ),
  );
}

export function WholeNumber({ min, max, ...options }: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const remedy = wrong(
    'not_in_range',
    `Ghi một số nguyên từ ${min} đến ${max}.`,
    `Write a whole number from ${min} to ${max}.`,
  );
  return field(
    options,
    { type: 'integer', minimum: min, maximum: max },
    fromForm(Number),
    IsInt(remedy),
    Min(min, remedy),
    Max(max, remedy),
  );
}

/** A mark on the 10-point scale, at most two decimals. */
export function MarkField(options: FieldOptions = {}): PropertyDecorator {
  const remedy = wrong(
    'not_a_mark',
    'Điểm từ 0 đến 10, nhiều nhất hai số lẻ.',
    'A mark from 0 to 10, at most two decimals.',
  );
  return field(
    options,
    { type: Number, minimum: 0, maximum: 10 },
    fromForm((text) => Number(text.replace(',', '.'))),
    IsNumber({ maxDecimalPlaces: 2 }, remedy),
    Min(0, remedy),
    Max(10, remedy),
  );
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    { optional: true, ...options },
    { type: Boolean },
    Transform(({ value }) =>
      value === 'on' || value === 'true' ? true : value === 'false' ? false : (value as unknown),
    ),
    IsBoolean(wrong('not_a_flag', 'Chỉ có hoặc không.', 'Only yes or no.')),
  );
}

export function OneOf(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { enum: [...choices] },
    IsIn([...choices], wrong('not_a_choice', 'Hãy chọn một mục trong danh sách.', 'Choose one from the list.')),
  );
}

function fromForm(parse: (text: string) => number): PropertyDecorator {
  return Transform(({ value }) =>
    typeof value === 'string' && value.trim() !== '' ? parse(value.trim()) : (value as unknown),
  );
}
