import { addDays, type Day } from '../platform/clock';

/** How an award stands: for good, in force, ending within three months, or ended. */
export type Validity = 'lasting' | 'in_force' | 'ends_soon' | 'ended';

const soonDays = 90;

/** @param validUntil the last day it holds; null when it lasts */
export function validityOn(validUntil: Day | null, today: Day): Validity {
  if (validUntil === null) return 'lasting';
  if (validUntil < today) return 'ended';
  return validUntil <= addDays(today, soonDays) ? 'ends_soon' : 'in_force';
}
