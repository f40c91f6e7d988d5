import { mayManageClasses } from '../classes/classes.policy';
import type { Actor } from '../platform/access/actor';

/** The units whose figures an actor reads side by side; null stands for every unit, those that left the tree too. */
export function unitsComparedBy(actor: Actor): readonly string[] | null {
  return mayManageClasses(actor) ? null : actor.unitsOf('group_officer');
}

/** The units whose scorecard an actor may open. */
export function scorecardsOpenTo(actor: Actor): readonly string[] {
  return [
    ...new Set([
      ...actor.unitsOf('training_officer'),
      ...actor.unitsOf('group_officer'),
      ...actor.unitsOf('unit_secretary'),
    ]),
  ];
}

export function mayCompareUnits(actor: Actor): boolean {
  return unitsComparedBy(actor)?.length !== 0;
}
