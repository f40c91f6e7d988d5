import type { Actor, Role } from '../../platform/access/actor';
import { NotAllowed } from '../../platform/problems/refusals';

/** What a post makes of people is one for all units: the office alone says it. */
export const postKeepers = ['training_officer'] as const satisfies readonly Role[];

export const mayKeepPosts = (actor: Actor): boolean => actor.reachesBloc(postKeepers);

/** @throws NotAllowed */
export function assertMayKeepPosts(actor: Actor): void {
  if (!mayKeepPosts(actor)) throw new NotAllowed();
}
