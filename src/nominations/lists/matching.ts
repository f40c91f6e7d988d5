import type { Day } from '../../platform/clock';
import { foldName, tidyName } from '../../platform/names';
import type { NominationListRow } from './sheet';

/** A person of the unit, as far as matching needs them. */
export interface RosterPerson {
  readonly id: string;
  readonly fullName: string;
  readonly foldedName: string;
  readonly birthDate: Day;
}

export type Match =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'not_on_roster' }
  | { readonly kind: 'ambiguous'; readonly among: number };

/**
 * Finds a row's person within the unit by folded name and birth date. A bare year matches only when one person alone
 * fits, and a name alone never does: many share a full name, and it is better to ask than to guess. Of an An and an Ân
 * born on one day, the one is meant whose name is written exactly so.
 */
export function matchPerson(
  { fullName, birth }: Pick<NominationListRow, 'fullName' | 'birth'>,
  roster: readonly RosterPerson[],
): Match {
  const folded = foldName(fullName);
  const alike = roster.filter((person) => person.foldedName === folded && bornAs(person.birthDate, birth));
  const exact =
    birth && 'day' in birth ? alike.filter((person) => tidyName(person.fullName) === tidyName(fullName)) : [];
  const fits = exact.length > 0 ? exact : alike;
  const [only, ...others] = fits;
  if (!only) return { kind: 'not_on_roster' };
  return others.length === 0 ? { kind: 'person', personId: only.id } : { kind: 'ambiguous', among: fits.length };
}

function bornAs(birthDate: Day, birth: NominationListRow['birth']): boolean {
  if (birth === null) return false;
  return 'day' in birth ? birthDate === birth.day : Number(birthDate.slice(0, 4)) === birth.year;
}
