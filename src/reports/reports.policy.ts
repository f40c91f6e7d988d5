import { mayManageClasses } from '../classes/classes.policy';
import type { Actor, Role } from '../platform/access/actor';
import { isNowhere, type Reach } from '../platform/access/reach';

/** Read the figures of several units, or of all, side by side. */
export const unitComparers = ['training_officer', 'group_officer'] as const satisfies readonly Role[];

/** The units whose figures an actor reads side by side; null stands for every unit, those that left the tree too. */
export function unitsComparedBy(actor: Actor): Reach {
  return mayManageClasses(actor) ? null : actor.unitsOf('group_officer');
}

export const scorecardReaders = [...unitComparers, 'unit_secretary'] as const satisfies readonly Role[];

/** The units whose scorecard an actor may open. */
export const scorecardsOpenTo = (actor: Actor): Reach => actor.unitsOf(scorecardReaders);

/** The unit a workbook over all of them is noted of. */
export const scorecardsNotedOf = (actor: Actor): string => actor.foremostOf(scorecardReaders);

export function mayCompareUnits(actor: Actor): boolean {
  return !isNowhere(unitsComparedBy(actor));
}

/** Have everything counted anew that reports tell as it was kept. */
export const recounters = ['training_officer'] as const satisfies readonly Role[];

export const mayRecount = (actor: Actor): boolean => actor.reachesBloc(recounters);
