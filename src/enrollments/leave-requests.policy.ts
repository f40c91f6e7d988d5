import { mayManageClasses, mayRunClass } from '../classes/classes.policy';
import type { Actor } from '../platform/access/actor';

interface OwnedLeave {
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
}

export const mayDecideLeave = (actor: Actor, { classId }: OwnedLeave) => mayRunClass(actor, classId);

/** Why somebody is away is theirs to tell: beside those who run the class, only their own unit reads it. */
export function maySeeLeave(actor: Actor, leave: OwnedLeave): boolean {
  return (
    mayDecideLeave(actor, leave) || actor.personId === leave.personId || actor.reaches('unit_secretary', leave.unitId)
  );
}

/** For lists; null sees all. */
export function leaveVisibleTo(actor: Actor): {
  readonly classIds: readonly string[];
  readonly unitIds: readonly string[];
  readonly personId: string | null;
} | null {
  if (mayManageClasses(actor)) return null;
  return { classIds: actor.managedClasses, unitIds: actor.unitsOf('unit_secretary'), personId: actor.personId };
}
