/** Somebody to be put in a group, in the order of a Vietnamese list. */
export interface ToDivide {
  readonly enrollmentId: string;
  readonly unitId: string;
}

export const waysToDivide = ['evenly', 'alphabet', 'unit'] as const;
export type WayToDivide = (typeof waysToDivide)[number];

/**
 * Which group each of these people comes to: `evenly` spreads every unit over the groups, `alphabet` cuts the list into
 * parts of one length, `unit` keeps those of one unit together. Groups with fewer people (`sizes`, by number) fill up first.
 */
export function divide(
  people: readonly ToDivide[],
  by: WayToDivide,
  sizes: ReadonlyMap<number, number>,
): ReadonlyMap<string, number> {
  const held = new Map([...sizes].toSorted(([one], [other]) => one - other));
  const numbers = [...held.keys()];
  const smallest = () => numbers.reduce((best, number) => (held.get(number)! < held.get(best)! ? number : best));
  const divided = new Map<string, number>();
  const put = (some: readonly ToDivide[], number: number) => {
    for (const { enrollmentId } of some) divided.set(enrollmentId, number);
    held.set(number, held.get(number)! + some.length);
  };
  const units = [...new Set(people.map(({ unitId }) => unitId))].map((id) =>
    people.filter(({ unitId }) => unitId === id),
  );
  if (by === 'alphabet') {
    // Longer parts first, so that they differ by one at most.
    for (const [index, part] of partsOf(people, numbers.length).entries()) put(part, numbers[index]!);
  } else if (by === 'unit') {
    for (const unit of units.toSorted((one, other) => other.length - one.length)) put(unit, smallest());
  } else {
    for (const person of units.flat()) put([person], smallest());
  }
  return divided;
}

function partsOf<Item>(items: readonly Item[], count: number): (readonly Item[])[] {
  const [size, longer] = [Math.floor(items.length / count), items.length % count];
  const startOf = (index: number) => index * size + Math.min(index, longer);
  return Array.from({ length: count }, (_, index) => items.slice(startOf(index), startOf(index + 1)));
}
