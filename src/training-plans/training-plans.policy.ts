import { planReaders } from '../classes/classes.policy';
import type { Actor, Role } from '../platform/access/actor';
import type { Reach } from '../platform/access/reach';

/** The lines are the office's to write; Group and units propose, say what they need and comment. */
export const planKeepers = ['training_officer'] as const satisfies readonly Role[];

/** Who speaks for one of the two committees. */
export const planConfirmers = ['training_officer', 'group_officer'] as const satisfies readonly Role[];

export const mayEditPlan = (actor: Actor): boolean => actor.reachesBloc(planKeepers);

/** The two committees exchange their plans whole; a unit reads what is for all or for it. Null stands for all of it. */
export const planShownTo = (actor: Actor): Reach =>
  mayEditPlan(actor) || actor.unitsOf('group_officer').length > 0 ? null : actor.unitsOf(planReaders);
