import type { Actor, Role } from '../platform/access/actor';

/** Who speaks and who signs in the name of the Bloc is for its office to say. */
export const letterheadKeepers = ['training_officer'] as const satisfies readonly Role[];

export const mayKeepLetterhead = (actor: Actor): boolean => actor.reachesBloc(letterheadKeepers);
