import type { Actor, Role } from '../platform/access/actor';

/** Everybody signed in may read the courses and their rules; these may change them. */
export const courseKeepers = ['admin', 'training_officer'] as const satisfies readonly Role[];

export const mayManageCourses = (actor: Actor): boolean => actor.reachesBloc(courseKeepers);
