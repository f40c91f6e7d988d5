import type { Actor } from '../platform/access/actor';

/** The plan is the office's own; the Group reads it, as the two agreed to exchange their plans. */
export function mayEditPlan(actor: Actor): boolean {
  return actor.reachesBloc('training_officer');
}
