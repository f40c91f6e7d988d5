import { type ArgumentMetadata, Injectable, Param, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import type { FieldError } from './problems/refusal';
import { InvalidInput, NotFound, stillEmpty } from './problems/refusals';
import type { Remedy } from './request-fields';
import { isPart, withNeededParts } from './request-parts';

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

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const path = parent ? `${parent}.${error.property}` : error.property;
  if (error.children?.length) return error.children.flatMap((child) => fieldErrors(child, path));
  const [failed] = Object.entries(error.contexts ?? {});
  const remedy = (failed?.[1] ?? unknownField(error.property)) as Remedy;
  const { code, vi, en, missing = stillEmpty } = remedy;
  const isMissing =
    error.value === undefined || error.value === '' || (Array.isArray(error.value) && error.value.length === 0);
  if (isMissing && failed) return [{ field: path, code, message: missing, isMissing }];
  return [{ field: path, code, message: { vi, en } }];
}

/** The name is all a reader has to find it by: it stands in no form. */
export const unknownField = (name: string): Remedy => ({
  code: 'unknown_field',
  vi: `Không có mục “${name}”. Hãy bỏ mục đó.`,
  en: `There is no field “${name}”. Leave it out.`,
});

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
