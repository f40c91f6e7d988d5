import { dayTyped } from '../platform/typed-times';
import type { FieldError } from '../platform/problems/refusal';
import type { DiplomaItem } from './theory-classes.queries';

export type DiplomaPart = 'number' | 'issuedOn' | 'school';
type Typed = Readonly<Record<string, unknown>>;

export const diplomaField = (diplomaId: string, part: DiplomaPart) => `${part}.${diplomaId}`;
/** Number, day and school as the page showed them: only what differs was typed by this person. */
export const shownDiplomaField = (diplomaId: string) => `shown.${diplomaId}`;
export const shownDiploma = ({ number, issuedOn, school }: ShownDiploma) =>
  [number ?? '', issuedOn ?? '', ...(school === undefined ? [] : [school])].join('|');

type ShownDiploma = Pick<DiplomaItem, 'number' | 'issuedOn'> & { readonly school?: string | undefined };

export interface TypedDiploma {
  readonly diplomaId: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly school?: string | undefined;
}

/** The lines that differ from what the page had shown; a number without a day takes the day for all. */
export function readDiplomasForm(typed: Typed): TypedDiploma[] {
  const at = (field: string) => String(typed[field] ?? '').trim();
  return Object.keys(typed).flatMap((field): TypedDiploma[] => {
    const [, diplomaId] = /^number\.([\w-]+)$/.exec(field) ?? [];
    if (!diplomaId) return [];
    const number = at(field);
    const issuedOn = dayTyped(at(diplomaField(diplomaId, 'issuedOn')) || (number && at('issuedOn')));
    const schoolField = diplomaField(diplomaId, 'school');
    const school = schoolField in typed ? at(schoolField) : undefined;
    const isAsShown = shownDiploma({ number, issuedOn, school }) === at(shownDiplomaField(diplomaId));
    return isAsShown ? [] : [{ diplomaId, number, issuedOn, school }];
  });
}

/** A refusal names diplomas by their place in the list; the page knows them by their line. */
export function errorsInDiplomas(errors: readonly FieldError[], typed: readonly TypedDiploma[]): FieldError[] {
  return errors.map((error) => {
    const [, index, part] = /^diplomas\.(\d+)\.(number|issuedOn|school)$/.exec(error.field) ?? [];
    const diploma = typed[Number(index)];
    return diploma ? { ...error, field: diplomaField(diploma.diplomaId, part as DiplomaPart) } : error;
  });
}
