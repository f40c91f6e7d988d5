import type { Role } from '../platform/access/actor';

/** Who has the rules the data keeps examined. */
export const examiners = ['training_officer', 'admin'] as const satisfies readonly Role[];
