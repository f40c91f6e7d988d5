import type { Actor } from '../platform/access/actor';

/** Everybody signed in may read the courses and their rules; these may change them. */
export function mayManageCourses(actor: Actor): boolean {
  return actor.reachesBloc('admin') || actor.reachesBloc('training_officer');
}
