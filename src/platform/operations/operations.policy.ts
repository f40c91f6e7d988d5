import type { Role } from '../access/actor';

/** Who keeps the service running. */
export const operators = ['admin'] as const satisfies readonly Role[];
