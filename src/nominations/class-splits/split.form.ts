import type { FormValues } from '../../platform/pages/form-scope';
import { InvalidInput } from '../../platform/problems/refusals';
import { readRequest } from '../../platform/requests';
import { ClassSplitRequest } from './splits.requests';

/** In the form each field of a new class has its number, from 1, and each unit or person says the number of the class they go to. */
export const partField = (field: string, number: number) => `${field}.${number}`;
export const goesField = (id: string) => `to.${id}`;

const partFields = ['code', 'name', 'roomId', 'lecturerId', 'moreSeats'] as const;
export const mostParts = 5;

/** How many new classes the form asks for. */
export const partsIn = (form: FormValues) =>
  Math.min(mostParts, Math.max(1, Math.trunc(Number(form['count'] ?? 1)) || 1));

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
  try {
    return readRequest(ClassSplitRequest, { division, reason, expects, parts });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.fields.map((wrong) => {
        const [, index, field] = /^parts\.(\d+)\.(\w+)$/.exec(wrong.field) ?? [];
        return field === undefined ? wrong : { ...wrong, field: partField(field, Number(index) + 1) };
      }),
    );
  }
}
