import type { Actor, Role } from '../platform/access/actor';

/** Whoever sets the service up, and says what of it an office does without. */
export const beginners = ['admin', 'training_officer'] as const satisfies readonly Role[];

export const mayBegin = (actor: Actor): boolean => actor.reachesBloc(beginners);
