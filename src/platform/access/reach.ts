import { NotFound } from '../problems/refusals';

/**
 * The units somebody reaches: these, or null for every one that there is. All stand below the Bloc that organises, so that
 * whoever reaches it need not name them one by one.
 */
export type Reach = readonly string[] | null;

/**
 * Where all are reached, a unit that is not there is too: whoever writes of one, or shows it, asks whether it is there; a list
 * of it is empty.
 */
export const isWithin = (reach: Reach, unitId: string): boolean => reach?.includes(unitId) ?? true;

export const isNowhere = (reach: Reach): boolean => reach?.length === 0;

/** Of what is reached that of one unit. */
export const reachNarrowed = (reach: Reach, unitId: string | undefined): Reach =>
  unitId === undefined ? reach : isWithin(reach, unitId) ? [unitId] : [];

/** The same of a unit that is asked for by name. @throws NotFound for one that is not reached */
export function reachAskedFor(reach: Reach, unitId: string | undefined): Reach {
  if (unitId !== undefined && !isWithin(reach, unitId)) throw new NotFound();
  return reachNarrowed(reach, unitId);
}

/**
 * Whether the unit in a column of a statement is reached; where all are, nothing is compared.
 * @param parameter the place of the reach among those of the statement
 */
export const within = (column: string, reach: Reach, parameter: string): string =>
  reach === null ? `${parameter}::uuid[] IS NULL` : `${column} = ANY (${parameter}::uuid[])`;
