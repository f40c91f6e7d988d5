import type { FormValues } from '../../platform/pages/form-scope';
import type { FieldError } from '../../platform/problems/refusal';
import { readRequest } from '../../platform/requests';
import { type Division, divisions } from './division';
import { ClassSplitRequest } from './splits.requests';

/** In the form each field of a new class has its number, from 1, and each unit or person says the number of the class they go to. */
export const partField = (field: string, number: number) => `${field}.${number}`;
export const goesField = (id: string) => `to.${id}`;

const partFields = ['code', 'name', 'roomId', 'lecturerId', 'moreSeats'] as const;
export const mostParts = 5;

/** How many new classes the form asks for. */
export const partsIn = (form: FormValues) =>
  Math.min(mostParts, Math.max(1, Math.trunc(Number(form['count'] ?? 1)) || 1));

/** The button of the form that asks for it with another number of classes or another way to divide, and keeps what is typed. */
export const reshapeField = 'reshape';
export const reshapeTo = (division: Division, count: number, cameFrom = '') => [division, count, cameFrom].join(' ');

/** What such a button asks for; null where none was pressed. */
export function reshapedBy(
  typed: FormValues,
): { readonly values: FormValues; readonly cameFrom: string | undefined } | null {
  const { [reshapeField]: asked, ...rest } = typed;
  if (typeof asked !== 'string') return null;
  const [by, count = '1', cameFrom] = asked.split(' ');
  const division = divisions.find((one) => one === by) ?? 'evenly';
  return { values: { ...rest, division, count }, cameFrom: cameFrom || undefined };
}

function membersOf(division: unknown, ids: readonly string[]) {
  if (division === 'units') return { unitIds: ids };
  return division === 'groups' ? { groupNumbers: ids } : { personIds: ids };
}

/** @throws InvalidInput naming the fields of the form */
export function readSplit(body: unknown): ClassSplitRequest {
  const form = (body ?? {}) as Record<string, unknown>;
  const { division, reason, expects } = form;
  const goers = (number: number) =>
    Object.entries(form).flatMap(([name, to]) =>
      name.startsWith('to.') && to === String(number) ? [name.slice(3)] : [],
    );
  const parts = Array.from({ length: partsIn(form) }, (_, index) => {
    const ids = goers(index + 1);
    const chosen = ids.length === 0 ? {} : membersOf(division, ids);
    return {
      ...Object.fromEntries(partFields.map((field) => [field, form[partField(field, index + 1)]])),
      ...chosen,
    };
  });
  return readRequest(ClassSplitRequest, { division, reason, expects, parts });
}

/** What is wrong, at the fields of the form; of a field that does not say which of the new classes has it, at each. */
export function errorsInForm(errors: readonly FieldError[], count: number): FieldError[] {
  return errors.flatMap((error) => {
    const [, index, field] = /^parts\.(\d+)\.(\w+)$/.exec(error.field) ?? [];
    if (field !== undefined) return [{ ...error, field: partField(field, Number(index) + 1) }];
    if (!partFields.some((one) => one === error.field)) return [error];
    return Array.from({ length: count }, (_, part) => ({ ...error, field: partField(error.field, part + 1) }));
  });
}
