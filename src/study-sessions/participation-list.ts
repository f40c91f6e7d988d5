import { pageOf, type PageOf, usualPage, cursorValues } from '../platform/paging';
import type { Participation } from './participation.queries';

export const participationOrders = ['unit', '-unit', 'obliged', '-obliged', 'rate', '-rate'] as const;
export type ParticipationOrder = (typeof participationOrders)[number];

export interface ParticipationFilter {
  readonly siteId?: string | undefined;
  readonly done?: boolean | undefined;
  readonly sort?: ParticipationOrder | undefined;
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}

/** The units a filter asks for, all of them; a study has tens of units, so their numbers are put in order here. */
export function unitsFound(
  units: readonly Participation[],
  { siteId, done, sort = 'unit' }: ParticipationFilter,
): Participation[] {
  const by = sort.replace('-', '') as 'unit' | 'obliged' | 'rate';
  const sign = sort.startsWith('-') ? -1 : 1;
  return units
    .filter((unit) => (siteId === undefined || unit.siteId === siteId) && (done === undefined || unit.done === done))
    .toSorted((one, other) => sign * (compare(by, one, other) || one.unitCode.localeCompare(other.unitCode)));
}

/** One page of {@link unitsFound}; the cursor names the last unit of the page before. */
export function pageOfUnits(units: readonly Participation[], filter: ParticipationFilter): PageOf<Participation> {
  const { limit = usualPage, after } = filter;
  const found = unitsFound(units, filter);
  const [last] = cursorValues(after, 1) ?? [null];
  const start = last === null ? 0 : found.findIndex(({ unitId }) => unitId === last) + 1;
  return pageOf(found.slice(start, start + limit + 1), limit, ({ unitId }) => [unitId]);
}

/** A unit without anybody obliged has no rate and comes before those that have one. */
function compare(by: 'unit' | 'obliged' | 'rate', one: Participation, other: Participation): number {
  return by === 'unit' ? 0 : (one[by] ?? -1) - (other[by] ?? -1);
}
