import { withoutTitles } from '../../people/written-names';
import { type Day } from '../../platform/clock';
import { foldName, isSameSpelling } from '../../platform/names';
import type { DayOrYear } from '../../platform/sheets/cells';

/** Somebody as a row of a list names them. */
export interface NamedInList {
  readonly fullName: string;
  readonly birth: DayOrYear | null;
  readonly code: string | null;
}

/** A person of the unit, as far as matching needs them. */
export interface RosterPerson {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly foldedName: string;
  readonly birthDate: Day;
  /** What tells namesakes apart for whoever reads it. */
  readonly position: string | null;
  readonly cell: string | null;
}

export type Match =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'not_on_roster' }
  | { readonly kind: 'ambiguous'; readonly among: readonly RosterPerson[] };

/**
 * Finds a row's person within the unit by folded name and birth date. A bare year matches only when one person alone
 * fits, and a name alone never does: many share a full name, and it is better to ask than to guess. Of several the code
 * decides; of an An and an Ân born on one day, the one is meant whose name is written exactly so. Titles before a name
 * are set aside when nobody bears it with them.
 */
export function matchPerson({ fullName, birth, code }: NamedInList, roster: readonly RosterPerson[]): Match {
  const alike = bearersOf(fullName, birth, roster);
  const coded = alike.filter((person) => code !== null && foldName(person.code) === foldName(code));
  const exact = birth && 'day' in birth ? alike.filter((person) => isSameSpelling(person.fullName, fullName)) : [];
  const fits = [coded, exact, alike].find((some) => some.length > 0) ?? [];
  const [only, ...others] = fits;
  if (!only) {
    const bare = withoutTitles(fullName);
    return bare === null ? { kind: 'not_on_roster' } : matchPerson({ fullName: bare, birth, code }, roster);
  }
  return others.length === 0 ? { kind: 'person', personId: only.id } : { kind: 'ambiguous', among: fits };
}

function bearersOf(
  fullName: string,
  birth: NamedInList['birth'],
  roster: readonly RosterPerson[],
): readonly RosterPerson[] {
  const folded = foldName(fullName);
  return roster.filter((person) => person.foldedName === folded && bornAs(person.birthDate, birth));
}

function bornAs(birthDate: Day, birth: NamedInList['birth']): boolean {
  if (birth === null) return false;
  return 'day' in birth ? birthDate === birth.day : Number(birthDate.slice(0, 4)) === birth.year;
}
