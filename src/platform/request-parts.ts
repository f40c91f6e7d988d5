import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import type { Bilingual } from './messages/words';
import { field, type FieldOptions, Holds, required, typed, wrong } from './request-fields';

const noneChosen: Bilingual = { vi: 'Chưa chọn mục nào.', en: 'Nothing is chosen.' };
const noLine: Bilingual = { vi: 'Chưa có dòng nào.', en: 'There is no line.' };

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
export function withNeededParts(type: new () => object, sent: unknown): unknown {
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

export const isPart = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
