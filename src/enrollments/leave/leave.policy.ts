import { mayManageClasses, mayRunClass } from '../../classes/classes.policy';
import type { Actor } from '../../platform/access/actor';
import { assertNotAboutOneself } from '../../platform/access/oneself';
import { NotAllowed } from '../../platform/problems/refusals';

interface OwnedLeave {
  readonly classId: string;
  readonly personId: string;
  readonly unitId: string;
}

export const mayDecideLeave = (actor: Actor, { classId, personId }: OwnedLeave) =>
  mayRunClass(actor, classId) && !actor.is(personId);

/** @throws NotAllowed | AboutOneself */
export function assertMayDecideLeave(actor: Actor, leave: OwnedLeave): void {
  if (!mayRunClass(actor, leave.classId)) throw new NotAllowed();
  assertNotAboutOneself(actor, leave);
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
