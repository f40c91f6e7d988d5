import { applyDecorators, Injectable, Param, type PipeTransform, type ArgumentMetadata } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  getMetadataStorage,
  IsArray,
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
  ValidateNested,
  validateSync,
  type ValidationError,
  type ValidationOptions,
} from 'class-validator';
import type { Bilingual } from './messages/words';
import { legible } from './names';
import { InvalidInput, NotFound, stillEmpty } from './problems/refusals';
import type { FieldError } from './problems/refusal';
import { dayTyped, momentTyped, timeTyped } from './typed-times';

/*
 * The parts a request class is made of. Each checks the value, says in both languages what is wrong and how to mend it,
 * and describes the field in OpenAPI.
 */

interface FieldOptions {
  /** It may be left out or empty. */
  readonly optional?: boolean;
  readonly description?: string;
}

type Remedy = Bilingual & { readonly code: string; readonly missing?: Bilingual };
/** @param missing what is said when nothing was given, where that is not of a single field */
const wrong = (code: string, vi: string, en: string, missing?: Bilingual): ValidationOptions => ({
  context: { code, vi, en, ...(missing && { missing }) } satisfies Remedy,
});
const noneChosen: Bilingual = { vi: 'Chưa chọn mục nào.', en: 'Nothing is chosen.' };
const noLine: Bilingual = { vi: 'Chưa có dòng nào.', en: 'There is no line.' };

function field(options: FieldOptions, shape: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const described = {
    ...shape,
    ...(options.description ? { description: options.description } : {}),
  } as ApiPropertyOptions;
  return options.optional
    ? applyDecorators(IsOptional(), ApiPropertyOptional(described), ...checks)
    : applyDecorators(ApiProperty(described), ...checks);
}

/** A check of our own. Without a message of its own the validator does not find what else is said of it. */
const Holds = (name: string, validate: (value: unknown) => boolean, remedy: ValidationOptions) =>
  ValidateBy({ name, validator: { validate, defaultMessage: () => name } }, remedy);

const required = wrong('required', stillEmpty.vi, stillEmpty.en);

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
const typed = (value: unknown, max: number) =>
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

/** Some of a few words or numbers, each once; a form sends one as text, many as a list. */
export function SomeOf<T extends string | number>(
  choices: readonly T[],
  options: FieldOptions = {},
): PropertyDecorator {
  const remedy = wrong('not_choices', 'Hãy chọn ít nhất một mục.', 'Choose one or more from the list.', noneChosen);
  const known = (sent: unknown) => choices.find((choice) => String(choice) === String(sent)) ?? sent;
  return field(
    options,
    { enum: [...choices], isArray: true },
    Transform(({ value }) => [value].flat().map(known)),
    IsArray(remedy),
    ArrayMinSize(1, remedy),
    ArrayUnique(remedy),
    IsIn([...choices], { ...remedy, each: true }),
  );
}

/** A list of ids; a form sends one value as text, many as a list. */
export function Ids({
  min = 1,
  max = 1000,
  ...options
}: FieldOptions & { min?: number; max?: number } = {}): PropertyDecorator {
  const remedy = wrong('not_ids', `Hãy chọn từ ${min} đến ${max} mục.`, `Choose ${min} to ${max} items.`, noneChosen);
  return field(
    options,
    { type: [String], format: 'uuid' },
    Transform(({ value }) => (typeof value === 'string' ? [value] : (value as unknown))),
    IsArray(remedy),
    ArrayMinSize(min, remedy),
    ArrayMaxSize(max, remedy),
    IsUUID('all', { ...remedy, each: true }),
  );
}

/** Some whole numbers from 1 to a thousand, each once; a form sends one as text, many as a list, and an empty one that says nothing. */
export function Numbers(options: FieldOptions = {}): PropertyDecorator {
  const remedy = wrong('not_numbers', 'Hãy chọn các mục trong danh sách.', 'Choose from the list.');
  const numbersIn = (sent: unknown) => {
    const told = [sent].flat().filter((one) => one !== '' && one !== undefined);
    return told.length === 0 ? undefined : told.map((one) => (typeof one === 'string' ? Number(one) : one));
  };
  return field(
    options,
    { type: [Number] },
    Transform(({ value }) => numbersIn(value)),
    IsArray(remedy),
    ArrayUnique(remedy),
    IsInt({ ...remedy, each: true }),
    Min(1, { ...remedy, each: true }),
    Max(1000, { ...remedy, each: true }),
  );
}

const notAList = (max: number) =>
  wrong('not_a_list', `Mỗi lần nhiều nhất ${max} dòng.`, `At most ${max} lines at a time.`, noLine);

/** A list of texts, each trimmed, NFC and not empty; at most `max` of them. A form sends one value as text. */
export function Texts({ max = 50, ...options }: FieldOptions & { max?: number } = {}): PropertyDecorator {
  const remedy = notAList(max);
  return field(
    options,
    { type: [String] },
    Transform(({ value }) =>
      Array.isArray(value) || typeof value === 'string'
        ? [value].flat().map((text) => typed(text, 500))
        : (value as unknown),
    ),
    IsArray(remedy),
    ArrayMinSize(1, remedy),
    ArrayMaxSize(max, remedy),
    IsString({ ...required, each: true }),
    MinLength(1, { ...required, each: true }),
    MaxLength(500, { ...wrong('too_long', 'Không quá 500 ký tự.', 'At most 500 characters.'), each: true }),
  );
}

/** Texts by names that are not known beforehand; a form sends `field.name`. At most a thousand, of 100 characters unless told. */
export function TextsByName({ max = 100, ...options }: FieldOptions & { max?: number } = {}): PropertyDecorator {
  const isShort = (text: unknown) => typeof text === 'string' && text.length <= max;
  const validate = (value: unknown) =>
    isPart(value) && Object.keys(value).length <= 1000 && Object.entries(value).flat().every(isShort);
  return field(
    options,
    { type: 'object', additionalProperties: { type: 'string' } },
    Holds('textsByName', validate, wrong('not_texts', 'Cần mỗi tên một giá trị.', 'One text for each name.')),
  );
}

/** A part of the request that has fields of its own. */
export function Part(type: () => new () => object, options: FieldOptions = {}): PropertyDecorator {
  // Described by a function of just this name, or the description points nowhere.
  return field(
    options,
    { type: () => type() },
    ValidateNested(required),
    Type(type),
    options.optional ? none : needPart,
  );
}

/** The parts a request cannot do without, by the prototype that declares them. */
const neededParts = new Map<object, string[]>();
const none: PropertyDecorator = () => undefined;
const needPart: PropertyDecorator = (declaring, name) => {
  neededParts.set(declaring, [...(neededParts.get(declaring) ?? []), String(name)]);
};

const parentOf = Object.getPrototypeOf as (object: object) => object | null;

/** A part that was left out is read as an empty one, so that each of its fields says what it lacks. */
function withNeededParts(type: new () => object, sent: unknown): unknown {
  const missing: Record<string, unknown> = {};
  for (let declaring: object | null = type.prototype as object; declaring; declaring = parentOf(declaring))
    for (const name of neededParts.get(declaring) ?? []) missing[name] = {};
  return { ...missing, ...(sent as object) };
}

export function PartList(
  type: () => new () => object,
  { max = 1000, ...options }: FieldOptions & { max?: number } = {},
): PropertyDecorator {
  const remedy = notAList(max);
  return field(
    options,
    { type: [type()] as never, isArray: true },
    IsArray(remedy),
    ArrayMinSize(1, remedy),
    ArrayMaxSize(max, remedy),
    ValidateNested({ each: true }),
    Type(type),
  );
}

function fromForm(parse: (text: string) => number): PropertyDecorator {
  return Transform(({ value }) =>
    typeof value === 'string' && value.trim() !== '' ? parse(value.trim()) : (value as unknown),
  );
}

/** class-validator looks through the checks of all classes each time; those of a class are the same once it is declared. */
const storage = getMetadataStorage();
const checksOf = storage.getTargetValidationMetadatas.bind(storage);
const knownChecks = new Map<unknown, ReturnType<typeof checksOf>>();
storage.getTargetValidationMetadatas = (type, ...asked) => {
  const known = knownChecks.get(type) ?? checksOf(type, ...asked);
  knownChecks.set(type, known);
  return known;
};

/**
 * Reads what a person or a program sent into a request class. Fields the class does not know are refused by name;
 * empty form fields count as left out.
 * @param kept fields of a change that stay when they are not sent, and that nobody empties
 * @throws InvalidInput naming each field and its remedy
 */
export function readRequest<T extends object>(
  type: new () => T,
  sent: unknown,
  kept: readonly (keyof T & string)[] = [],
): T {
  const instance = plainToInstance(type, withNeededParts(type, withoutEmpty(sent) ?? {}));
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: false });
  const emptied = kept.filter((name) => isBlank(sent, name));
  if (errors.length + emptied.length > 0) {
    throw new InvalidInput([
      ...errors.flatMap((error) => fieldErrors(error, '')),
      ...InvalidInput.missing(...emptied).fields,
    ]);
  }
  return instance;
}

function withoutEmpty(sent: unknown): unknown {
  if (Array.isArray(sent)) return sent.map(withoutEmpty);
  if (sent === null || typeof sent !== 'object') return sent;
  const filled = Object.entries(sent as Record<string, unknown>).filter(([, value]) => value !== '' && value !== null);
  const plain: Record<string, unknown> = {};
  for (const [key, value] of filled) {
    // A form has flat names: `letter.number` is the number of the letter.
    const [part, inner] = key.split('.', 2) as [string, string?];
    // Only what was sent is a part to put more into: never what every object has by nature.
    const own = Object.hasOwn(plain, part) ? plain[part] : undefined;
    if (inner === undefined) plain[part] = withoutEmpty(value);
    else if (isPart(own)) own[inner] = value;
    else plain[part] = { [inner]: value };
  }
  return plain;
}

/** Sent by a form in which nothing stands, in one field or in the two of a moment. */
function isBlank(sent: unknown, field: string): boolean {
  const { [field]: text, [`${field}.day`]: day, [`${field}.time`]: time } = Object(sent) as Record<string, unknown>;
  return text === '' || (day === '' && time === '');
}

/** Sent, but as nothing: in a form an empty choice, in JSON null. */
export function isEmptied(sent: object, field: string): boolean {
  const value = (sent as Record<string, unknown>)[field];
  return value === null || value === '';
}

const isPart = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  if (error.children?.length) return error.children.flatMap((child) => fieldErrors(child, path));
  const [failed] = Object.entries(error.contexts ?? {});
  const remedy = (failed?.[1] ?? unknownField) as Remedy;
  const { code, vi, en, missing = stillEmpty } = remedy;
  const isMissing =
    error.value === undefined || error.value === '' || (Array.isArray(error.value) && error.value.length === 0);
  if (isMissing && failed) return [{ field: path, code, message: missing, isMissing }];
  return [{ field: path, code, message: { vi, en } }];
}

const unknownField: Remedy = {
  code: 'unknown_field',
  vi: 'Không có mục này. Hãy bỏ đi.',
  en: 'There is no such field; leave it out.',
};

/** Reads every `@Body()` and `@Query()` of the API that is typed with a request class. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'param' || type === 'custom' || !metatype || metatype === Object || metatype === String) return value;
    return readRequest(metatype as new () => object, value);
  }
}

/** Anything that is not an id names nothing here. */
@Injectable()
class IdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw new NotFound();
    return value;
  }
}

/** An id in the address: `:id` unless told. @throws NotFound for anything else */
export const PathId = (name = 'id'): ParameterDecorator => Param(name, IdPipe);
