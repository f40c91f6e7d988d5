import { foldName, isSameSpelling, lacksMarks } from '../../platform/names';
import type { FieldError } from '../../platform/problems/refusal';
import { withoutCertainTitles, withoutTitles } from '../written-names';
import { nameKept, titleSetAside } from './problems';

interface NameTaken {
  readonly fullName: string;
  readonly remarks: readonly FieldError[];
}

/** A title, other capitals and another place of the tone are no other name, and marks that the file lost take none away. */
export function nameAfter(fullName: string, stored: string): NameTaken {
  if (isSameSpelling(fullName, stored)) {
    return { fullName: capitals(fullName) > capitals(stored) ? fullName : stored, remarks: [] };
  }
  if (foldName(fullName) === foldName(stored)) {
    const isPoorer = lacksMarks(fullName) && !lacksMarks(stored);
    return isPoorer ? { fullName: stored, remarks: [nameKept(fullName, stored)] } : { fullName, remarks: [] };
  }
  const bare = withoutTitles(fullName);
  if (bare === null || foldName(bare) !== foldName(stored)) return nameOfNew(fullName);
  const { fullName: kept, remarks } = nameAfter(bare, stored);
  return { fullName: kept, remarks: [titleSetAside(fullName, kept), ...remarks] };
}

/** Of somebody who bears no name we know. */
export function nameOfNew(fullName: string): NameTaken {
  const bare = withoutCertainTitles(fullName);
  return bare === null ? { fullName, remarks: [] } : { fullName: bare, remarks: [titleSetAside(fullName, bare)] };
}

const capitals = (name: string): number => name.match(/\p{Lu}/gu)?.length ?? 0;
