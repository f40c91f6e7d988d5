import type { Actor, Role } from '../platform/access/actor';

/** Who keeps the service running. */
export const operators = ['admin'] as const satisfies readonly Role[];

export const mayOperate = (actor: Actor): boolean => actor.reachesBloc(operators);
