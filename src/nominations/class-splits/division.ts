import type { Place } from '../passages/places.queries';

/** How the people of a class are shared out: the same number each, by unit, by group, or one by one. */
export const divisions = ['evenly', 'units', 'groups', 'people'] as const;
export type Division = (typeof divisions)[number];

/** Who is to go to one of the new classes. */
export interface PartMembers {
  readonly unitIds?: readonly string[] | undefined;
  readonly groupNumbers?: readonly number[] | undefined;
  readonly personIds?: readonly string[] | undefined;
}

/**
 * The places that go to each of the new classes, in their order; whoever is in none stays. Evenly means each unit's people too:
 * in turn, who stays first, so that no class gets all of one unit; those who wait are dealt out after those with a seat.
 */
export function shareOut(division: Division, places: readonly Place[], parts: readonly PartMembers[]): Place[][] {
  if (division === 'evenly') {
    // A draft was sent to nobody; it stays where it was written.
    const dealt = places
      .filter(({ state }) => state !== 'draft')
      .toSorted((one, other) => Number(other.hasSeat) - Number(one.hasSeat));
    return parts.map((_, index) => dealt.filter((__, turn) => turn % (parts.length + 1) === index + 1));
  }
  const goes = ({ unitIds = [], groupNumbers = [], personIds = [] }: PartMembers, place: Place) => {
    if (division === 'units') return unitIds.includes(place.unitId);
    if (division === 'groups') return place.groupNumber !== null && groupNumbers.includes(place.groupNumber);
    return personIds.includes(place.personId);
  };
  const taken = new Set<Place>();
  return parts.map((part) => {
    const going = places.filter((place) => !taken.has(place) && goes(part, place));
    for (const place of going) taken.add(place);
    return going;
  });
}
