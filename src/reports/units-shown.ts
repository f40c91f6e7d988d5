import { cursorValues, pageOf, type PageOf, usualPage } from '../platform/paging';

/** The units of a report that one page shows; what they add up to is told over all of them. */
export function unitsShown<Unit>(
  units: readonly Unit[],
  after: string | undefined,
  idOf: (unit: Unit) => string,
): PageOf<Unit> {
  const [last] = cursorValues(after, 1) ?? [];
  const from = units.findIndex((unit) => idOf(unit) === last) + 1;
  return pageOf(units.slice(from, from + usualPage + 1), usualPage, (unit) => [idOf(unit)]);
}
