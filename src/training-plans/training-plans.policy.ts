import type { Actor, Role } from '../platform/access/actor';

/** The plan is the office's own; the Group reads it, as the two agreed to exchange their plans. */
export const planKeepers = ['training_officer'] as const satisfies readonly Role[];

export const mayEditPlan = (actor: Actor): boolean => actor.reachesBloc(planKeepers);
