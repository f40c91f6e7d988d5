import type { Day } from '../platform/clock';

/** The day the two committees signed the agreement this service serves: what has no date of its own counts from then. */
export const agreementDay: Day = '2020-10-01';
