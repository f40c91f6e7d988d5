import type { FieldError } from '../platform/problems/refusal';
import type { DiplomaItem } from './theory-classes.queries';

type Typed = Readonly<Record<string, unknown>>;

export const diplomaField = (diplomaId: string, part: 'number' | 'issuedOn') => `${part}.${diplomaId}`;
/** Number and day as the page showed them: only what differs was typed by this person. */
export const shownDiplomaField = (diplomaId: string) => `shown.${diplomaId}`;
export const shownDiploma = ({ number, issuedOn }: Pick<DiplomaItem, 'number' | 'issuedOn'>) =>
  `${number ?? ''}|${issuedOn ?? ''}`;

export interface TypedDiploma {
  readonly diplomaId: string;
  readonly number: string;
  readonly issuedOn: string;
}

/** The lines that differ from what the page had shown; a number without a day takes the day for all. */
export function readDiplomasForm(typed: Typed): TypedDiploma[] {
  const at = (field: string) => String(typed[field] ?? '').trim();
  return Object.keys(typed).flatMap((field): TypedDiploma[] => {
    const [, diplomaId] = /^number\.([\w-]+)$/.exec(field) ?? [];
    if (!diplomaId) return [];
    const number = at(field);
    const issuedOn = at(diplomaField(diplomaId, 'issuedOn')) || (number && at('issuedOn'));
    const isAsShown = shownDiploma({ number, issuedOn }) === at(shownDiplomaField(diplomaId));
    return isAsShown ? [] : [{ diplomaId, number, issuedOn }];
  });
}

/** A refusal names diplomas by their place in the list; the page knows them by their line. */
export function errorsInDiplomas(errors: readonly FieldError[], typed: readonly TypedDiploma[]): FieldError[] {
  return errors.map((error) => {
    const [, index, part] = /^diplomas\.(\d+)\.(number|issuedOn)$/.exec(error.field) ?? [];
    const diploma = typed[Number(index)];
    return diploma ? { ...error, field: diplomaField(diploma.diplomaId, part as 'number' | 'issuedOn') } : error;
  });
}
